package chat.passerby.turn.check;

import chat.passerby.turn.Credential;
import chat.passerby.turn.Credentials;
import chat.passerby.turn.Login;
import chat.passerby.turn.TurnServer;
import chat.passerby.turn.TurnUrl;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ice4j.message.Response;

/// One address of a TURN server, tried as a browser uses it. Confined to a thread.
///
/// @param text   the address as visitors are told it
/// @param server whose address it is
/// @param now    by our clock
record Trial(
        String text, TurnUrl url, TurnServer server, Instant now, Tls tls, SecureRandom chance, Deadline deadline) {
    /// For a password that is too old for no clock, unless it is ahead by more than a year. No further: coturn takes
    /// what ends after January 2038 for over.
    static final Duration AGES = Duration.ofDays(365);

    /// Tries the IPv4 address of the name, then the IPv6 one. If neither serves, the first tells why.
    Finding run() throws InterruptedException {
        try {
            List<InetAddress> addresses = Names.of(url.host(), server.here(), deadline);
            Finding first = at(addresses.getFirst());
            if (first.works() || addresses.size() == 1) return first;
            Finding second = at(addresses.getLast());
            return second.works() ? second : first;
        } catch (Failure failure) {
            return found(failure.outcome);
        }
    }

    private Finding at(InetAddress address) throws InterruptedException {
        Login login = server.login();
        try {
            Finding finding = allocate(address, login);
            boolean tooOld = finding.outcome() == Outcome.WRONG_SECRET
                    && login instanceof Credentials ours
                    && allocate(address, new Credentials(ours.secret(), ours.previous(), AGES))
                            .works();
            return tooOld ? new Finding(text, Outcome.WRONG_CLOCK, Client.UNAUTHORIZED) : finding;
        } catch (Failure failure) {
            return found(failure.outcome);
        }
    }

    /// Allocates a relayed address, and gives it back.
    private Finding allocate(InetAddress address, Login login) throws Failure, InterruptedException {
        // A name of its own each time: a quota counts by it.
        Credential credential = login.credential(Credentials.tag(chance), now);
        try (Client client = new Site(url, address, tls, deadline).open()) {
            Response refusal = client.allocate();
            if (refusal.isSuccessResponse()) return released(client, Outcome.OPEN);
            if (Client.error(refusal) != Client.UNAUTHORIZED) return refused(refusal);
            client.logIn(credential, refusal);
            Response answer = client.allocate();
            return answer.isSuccessResponse() ? released(client, Outcome.WORKS) : refused(answer);
        }
    }

    private Finding released(Client client, Outcome outcome) throws InterruptedException {
        client.release();
        return found(outcome);
    }

    private Finding refused(Response answer) {
        return new Finding(text, Outcome.of(answer, server.login()), Client.error(answer));
    }

    private Finding found(Outcome outcome) {
        return new Finding(text, outcome, 0);
    }
}
