package chat.passerby.signaling.console;

import chat.passerby.signaling.moderation.Passkey;
import chat.passerby.signaling.moderation.Person;
import com.yubico.webauthn.CredentialRepository;
import com.yubico.webauthn.RegisteredCredential;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;
import com.yubico.webauthn.data.exception.Base64UrlException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What one ceremony needs to know of the passkeys there are: read before, so that nothing waits for the disk in the
/// middle of it. Immutable.
///
/// @param person whose they are
record KnownPasskeys(Optional<Person> person, List<Passkey> passkeys) implements CredentialRepository {
    static final KnownPasskeys NONE = new KnownPasskeys(Optional.empty(), List.of());

    KnownPasskeys {
        passkeys = List.copyOf(passkeys);
    }

    @Override
    public Set<PublicKeyCredentialDescriptor> getCredentialIdsForUsername(String name) {
        return named(name).stream()
                .flatMap(it -> passkeys.stream())
                .map(passkey -> PublicKeyCredentialDescriptor.builder()
                        .id(bytes(passkey.credential()))
                        .build())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<ByteArray> getUserHandleForUsername(String name) {
        return named(name).map(it -> bytes(it.handle().value()));
    }

    @Override
    public Optional<String> getUsernameForUserHandle(ByteArray handle) {
        return person.filter(it -> bytes(it.handle().value()).equals(handle)).map(Person::name);
    }

    @Override
    public Optional<RegisteredCredential> lookup(ByteArray credential, ByteArray handle) {
        return registered(it -> it.getCredentialId().equals(credential)
                        && it.getUserHandle().equals(handle))
                .stream()
                .findFirst();
    }

    @Override
    public Set<RegisteredCredential> lookupAll(ByteArray credential) {
        return registered(it -> it.getCredentialId().equals(credential));
    }

    private Set<RegisteredCredential> registered(Predicate<RegisteredCredential> which) {
        return person.stream()
                .flatMap(owner -> passkeys.stream()
                        .map(passkey -> RegisteredCredential.builder()
                                .credentialId(bytes(passkey.credential()))
                                .userHandle(bytes(owner.handle().value()))
                                .publicKeyCose(bytes(passkey.publicKey()))
                                .signatureCount(passkey.counter())
                                .build()))
                .filter(which)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<Person> named(String name) {
        return person.filter(it -> it.name().equals(name));
    }

    static ByteArray bytes(String base64url) {
        try {
            return ByteArray.fromBase64Url(base64url);
        } catch (Base64UrlException damaged) {
            throw new IllegalStateException("what the database holds of passkeys is base64url", damaged);
        }
    }
}
