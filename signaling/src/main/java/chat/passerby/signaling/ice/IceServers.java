package chat.passerby.signaling.ice;

import chat.passerby.signaling.protocol.IceServer;
import chat.passerby.turn.Credential;
import chat.passerby.turn.Credentials;
import chat.passerby.turn.TurnServer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The ICE servers (RFC 8445) that video visitors are told. Immutable; any thread.
public final class IceServers {
    private final List<IceServer> stun;
    private final List<TurnServer> turn;
    private final Duration ttl;
    private final SecureRandom chance;
    private final Consumer<String> revoke;

    /// From settings.
    ///
    /// @param stun addresses that need no credentials
    /// @param turn those that do
    /// @param ttl    how long the credentials are good to begin with
    /// @param revoke takes a tag's credentials back, where a relay can
    public IceServers(
            List<String> stun, List<TurnServer> turn, Duration ttl, SecureRandom chance, Consumer<String> revoke) {
        this.stun = stun.isEmpty() ? List.of() : List.of(new IceServer(stun, null, null));
        this.turn = List.copyOf(turn);
        this.ttl = ttl;
        this.chance = chance;
        this.revoke = revoke;
    }

    /// After which time those who still use them are told newer ones: at half the life of the credentials. Absent where
    /// there is nothing to renew.
    public Optional<Duration> renewal() {
        boolean minted = turn.stream().anyMatch(relay -> relay.login() instanceof Credentials);
        return minted ? Optional.of(ttl.dividedBy(2)) : Optional.empty();
    }

    /// Only those that need no credentials.
    public List<IceServer> stun() {
        return stun;
    }

    /// What somebody is told.
    ///
    /// @param tag names the credentials in it
    public record Told(List<IceServer> servers, String tag) {}

    /// All, with credentials for one negotiation. The relays come in random order: the work is spread, and one that is
    /// down is not everybody's first.
    public Told all(Instant now) {
        String tag = Credentials.tag(chance);
        List<TurnServer> relays = new ArrayList<>(turn);
        Collections.shuffle(relays, chance);
        return new Told(
                Stream.concat(stun.stream(), relays.stream().map(relay -> told(relay, tag, now)))
                        .toList(),
                tag);
    }

    /// Each address of each relay by itself, with credentials of its own: to be tried one by one.
    public List<IceServer> each(Instant now) {
        return turn.stream()
                .flatMap(relay -> relay.urls().stream()
                        .map(url -> told(new TurnServer(List.of(url), relay.login()), Credentials.tag(chance), now)))
                .toList();
    }

    /// These credentials are not needed any more.
    public void revoke(String tag) {
        revoke.accept(tag);
    }

    private static IceServer told(TurnServer relay, String tag, Instant now) {
        Credential credential = relay.login().credential(tag, now);
        return new IceServer(relay.urls(), credential.username(), credential.password());
    }
}
