package chat.passerby.turn.check;

import chat.passerby.turn.Credential;
import chat.passerby.turn.Credentials;
import chat.passerby.turn.Login;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Instant;
import org.ice4j.attribute.Attribute;
import org.ice4j.message.Response;

/// A site, and how one gets in there. Immutable.
record Door(Site site, Login login, SecureRandom chance, Instant now) {
    /// A relayed address, until closed.
    record Place(Client client, InetSocketAddress relayed) implements AutoCloseable {
        /// Gives it back, unless one is in a hurry.
        @Override
        public void close() {
            try (client) {
                client.release();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// A user name of its own each time: a quota counts by it.
    Credential credential() {
        return login.credential(Credentials.tag(chance), now);
    }

    /// Gets a relayed address.
    ///
    /// @throws Failure if it is refused, too
    Place enter() throws Failure, InterruptedException {
        return enter(credential(), Client::allocate);
    }

    Place enterForIpv6() throws Failure, InterruptedException {
        return enter(credential(), Client::allocateIpv6);
    }

    Place enter(Credential credential) throws Failure, InterruptedException {
        return enter(credential, Client::allocate);
    }

    private Place enter(Credential credential, Asking asking) throws Failure, InterruptedException {
        Client client = site.open();
        try {
            Response answer = asking.ask(client);
            if (Client.error(answer) == Client.UNAUTHORIZED) {
                client.logIn(credential, answer);
                answer = asking.ask(client);
            }
            if (!answer.isSuccessResponse()) throw new Failure(Outcome.of(answer, login));
            return new Place(client, Client.address(answer, Attribute.XOR_RELAYED_ADDRESS));
        } catch (Failure | InterruptedException e) {
            client.close();
            throw e;
        }
    }

    /// For which kind of address one asks.
    @FunctionalInterface
    private interface Asking {
        Response ask(Client client) throws Failure, InterruptedException;
    }

    Door as(Login other) {
        return new Door(site, other, chance, now);
    }

    Door until(Deadline deadline) {
        return new Door(site.until(deadline), login, chance, now);
    }
}
