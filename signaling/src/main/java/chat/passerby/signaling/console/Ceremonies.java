package chat.passerby.signaling.console;

import chat.passerby.signaling.config.Origin;
import chat.passerby.signaling.moderation.Code;
import chat.passerby.signaling.moderation.Passkey;
import chat.passerby.signaling.moderation.Person;
import chat.passerby.signaling.session.Secrets;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.yubico.webauthn.AssertionRequest;
import com.yubico.webauthn.AssertionResult;
import com.yubico.webauthn.FinishAssertionOptions;
import com.yubico.webauthn.FinishRegistrationOptions;
import com.yubico.webauthn.RegistrationResult;
import com.yubico.webauthn.RelyingParty;
import com.yubico.webauthn.StartAssertionOptions;
import com.yubico.webauthn.StartRegistrationOptions;
import com.yubico.webauthn.data.AuthenticatorSelectionCriteria;
import com.yubico.webauthn.data.PublicKeyCredential;
import com.yubico.webauthn.data.PublicKeyCredentialCreationOptions;
import com.yubico.webauthn.data.RelyingPartyIdentity;
import com.yubico.webauthn.data.ResidentKeyRequirement;
import com.yubico.webauthn.data.UserIdentity;
import com.yubico.webauthn.data.UserVerificationRequirement;
import com.yubico.webauthn.exception.AssertionFailedException;
import com.yubico.webauthn.exception.RegistrationFailedException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Passkeys (W3C Web Authentication): made for an invitation, and signed in with. Each challenge is good once and for
/// five minutes. Any thread; nothing in here waits.
final class Ceremonies {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /// Begun and not ended, of everybody.
    private static final int MOST = 10_000;

    private static final int NAME_BITS = 128;
    /// What browsers send to those who ask for no attestation. Others would need trust anchors, and parsers for them.
    private static final Set<String> FORMATS = Set.of("none", "packed");

    private final Supplier<Origin> address;
    private final Cache<String, Joining> joining;
    private final Cache<String, AssertionRequest> entering;

    /// What is to be signed.
    ///
    /// @param ceremony to be named when it is
    /// @param options  for `navigator.credentials`, as JSON
    record Begun(String ceremony, String options) {}

    /// Somebody makes a passkey for an invitation.
    record Joining(Code invitation, Person person, PublicKeyCredentialCreationOptions options) {}

    /// A passkey was made.
    record Joined(Code invitation, Passkey passkey) {}

    /// @param address under which the page is opened: passkeys are bound to its host
    /// @param clock   milliseconds, steady
    Ceremonies(Supplier<Origin> address, LongSupplier clock) {
        this.address = address;
        joining = pending(clock);
        entering = pending(clock);
    }

    private static <T> Cache<String, T> pending(LongSupplier clock) {
        return Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(PATIENCE)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.getAsLong()))
                .build();
    }

    /// @param theirs passkeys that they have: a device makes no second one
    Begun join(Code invitation, Person person, List<Passkey> theirs) {
        PublicKeyCredentialCreationOptions options = house(new KnownPasskeys(Optional.of(person), theirs))
                .startRegistration(StartRegistrationOptions.builder()
                        .user(UserIdentity.builder()
                                .name(person.name())
                                .displayName(person.name())
                                .id(KnownPasskeys.bytes(person.handle().value()))
                                .build())
                        .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                                .residentKey(ResidentKeyRequirement.REQUIRED)
                                .userVerification(UserVerificationRequirement.REQUIRED)
                                .build())
                        .timeout(PATIENCE.toMillis())
                        .build());
        try {
            return begun(joining, new Joining(invitation, person, options), options.toCredentialsCreateJson());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("WebAuthn options are JSON", impossible);
        }
    }

    /// For anybody: which passkey it is going to be, the answer says.
    Begun enter() {
        AssertionRequest request = house(KnownPasskeys.NONE)
                .startAssertion(StartAssertionOptions.builder()
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .timeout(PATIENCE.toMillis())
                        .build());
        try {
            return begun(entering, request, request.toCredentialsGetJson());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("WebAuthn options are JSON", impossible);
        }
    }

    private static <T> Begun begun(Cache<String, T> pending, T what, String options) {
        String ceremony = Secrets.random(NAME_BITS);
        pending.put(ceremony, what);
        return new Begun(ceremony, options);
    }

    /// Ends a registration.
    ///
    /// @return the passkey, if all is as it must be
    Optional<Joined> joined(String ceremony, String credential, Instant now) {
        Optional<Joining> found = Optional.ofNullable(joining.asMap().remove(ceremony));
        if (found.isEmpty()) return Optional.empty();
        Joining begun = found.get();
        try {
            var response = PublicKeyCredential.parseRegistrationResponseJson(credential);
            if (!FORMATS.contains(response.getResponse().getAttestation().getFormat())) return Optional.empty();
            RegistrationResult result = house(KnownPasskeys.NONE)
                    .finishRegistration(FinishRegistrationOptions.builder()
                            .request(begun.options)
                            .response(response)
                            .build());
            return Optional.of(new Joined(
                    begun.invitation,
                    new Passkey(
                            result.getKeyId().getId().getBase64Url(),
                            begun.person.id(),
                            result.getPublicKeyCose().getBase64Url(),
                            result.getSignatureCount(),
                            now,
                            null)));
        } catch (IOException | RegistrationFailedException | RuntimeException unfit) {
            return Optional.empty();
        }
    }

    /// Which passkey an answer says it is of; nothing is proved by that.
    static Optional<String> claimed(String credential) {
        try {
            return Optional.of(PublicKeyCredential.parseAssertionResponseJson(credential)
                    .getId()
                    .getBase64Url());
        } catch (IOException | RuntimeException unfit) {
            return Optional.empty();
        }
    }

    /// Ends a sign-in.
    ///
    /// @param claimed of the passkey that the answer names
    /// @return the authenticator's counter, if it was signed with that passkey
    Optional<Long> entered(String ceremony, String credential, Passkey claimed, Person person) {
        Optional<AssertionRequest> found = Optional.ofNullable(entering.asMap().remove(ceremony));
        if (found.isEmpty()) return Optional.empty();
        try {
            AssertionResult result = house(new KnownPasskeys(Optional.of(person), List.of(claimed)))
                    .finishAssertion(FinishAssertionOptions.builder()
                            .request(found.get())
                            .response(PublicKeyCredential.parseAssertionResponseJson(credential))
                            .build());
            return result.isSuccess() && result.isUserVerified()
                    ? Optional.of(result.getSignatureCount())
                    : Optional.empty();
        } catch (IOException | AssertionFailedException | RuntimeException unfit) {
            return Optional.empty();
        }
    }

    private RelyingParty house(KnownPasskeys known) {
        Origin origin = address.get();
        return RelyingParty.builder()
                .identity(RelyingPartyIdentity.builder()
                        .id(origin.host())
                        .name("Passerby")
                        .build())
                .credentialRepository(known)
                .origins(Set.of(origin.toString()))
                .build();
    }
}
