package chat.passerby.turn.check;

import chat.passerby.turn.Credential;
import chat.passerby.turn.Credentials;
import chat.passerby.turn.Login;
import chat.passerby.turn.check.Line.What;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ice4j.attribute.Attribute;
import org.ice4j.message.Response;
import org.jspecify.annotations.Nullable;

/// One address of a TURN server, looked at from outside to inside. Confined to a thread.
final class Visit implements Callable<Optional<Door>> {
    /// For who has nothing to log in with.
    static final Login NOBODY = new Login.Fixed(new Credential("", ""));

    private final Patient patient;
    private final Door door;
    private final Witness witness;
    final Chart chart;
    private What current = What.ADDRESS;

    /// @param witness of what is encrypted
    Visit(Patient patient, Door door, Witness witness, Chart chart) {
        this.patient = patient;
        this.door = door;
        this.witness = witness;
        this.chart = chart;
    }

    /// The door, if one gets in.
    @Override
    public Optional<Door> call() throws InterruptedException {
        try (Client client = door.site().open()) {
            if (!witness.chain.isEmpty()) certificate();
            answer(client);
            current = What.STRANGERS;
            if (takesStrangers(client)) return Optional.of(door.as(NOBODY));
            current = What.PASSWORD;
            return password() ? Optional.of(door) : Optional.empty();
        } catch (Failure failure) {
            failed(failure.outcome);
            return Optional.empty();
        }
    }

    private void failed(Outcome outcome) {
        boolean noIpv6Here = outcome == Outcome.UNREACHABLE && door.site().server() instanceof Inet6Address;
        if (noIpv6Here) chart.unknown(current, "this machine has no IPv6", Advice.NONE);
        else chart.bad(current, outcome.toString(), advice(outcome));
    }

    private Advice advice(Outcome outcome) {
        return Advice.about(outcome, door.site().url(), patient.ours() != null);
    }

    private void certificate() {
        var certificate = new CertificateLook(witness.chain, door.now());
        @Nullable CertificateException trouble = witness.trouble;
        if (trouble != null) {
            Outcome outcome = Tls.outcome(trouble);
            chart.bad(What.CERTIFICATE, certificate.about(outcome), advice(outcome));
        } else if (certificate.nearlyOver()) {
            String change = advice(Outcome.CERTIFICATE_DATE).change();
            chart.bad(What.CERTIFICATE, certificate.toString(), new Advice("It should be renewed by now.", change));
        } else chart.good(What.CERTIFICATE, certificate.toString());
    }

    private void answer(Client client) throws Failure, InterruptedException {
        long begun = System.nanoTime();
        Response bound = client.bind();
        long millis = (System.nanoTime() - begun) / 1_000_000;
        String us = bound.isSuccessResponse()
                ? "it sees us at " + Addresses.text(Client.address(bound, Attribute.XOR_MAPPED_ADDRESS))
                : "it does not tell how it sees us (error %d)".formatted(Client.error(bound));
        chart.good(What.ADDRESS, "answers in %d ms; %s".formatted(millis, us));
    }

    private boolean takesStrangers(Client client) throws Failure, InterruptedException {
        Response answer = client.allocate();
        if (answer.isSuccessResponse()) {
            client.release();
            chart.bad(What.STRANGERS, "get a relayed address without a password", advice(Outcome.OPEN));
        } else chart.good(What.STRANGERS, "are refused (error %d)".formatted(Client.error(answer)));
        return answer.isSuccessResponse();
    }

    /// Whether one gets in with it.
    private boolean password() throws Failure, InterruptedException {
        if (patient.login() == null) {
            var advice = new Advice("", "Name the settings with turn.secret-file: --config FILE.");
            chart.unknown(What.PASSWORD, "there is none to try", advice);
            return false;
        }
        try (Door.Place place = door.enter()) {
            relayed(place.relayed());
            return true;
        } catch (Failure failure) {
            if (failure.outcome != Outcome.WRONG_SECRET) throw failure;
            refused();
            return false;
        }
    }

    private void relayed(InetSocketAddress relayed) {
        String seen = "is taken; relays from " + Addresses.text(relayed);
        new Placement(relayed, door.site().server(), patient.ours())
                .trouble()
                .ifPresentOrElse(
                        trouble -> chart.bad(What.PASSWORD, seen, trouble), () -> chart.good(What.PASSWORD, seen));
    }

    /// Which of the reasons for a 401 it is: another secret, the one before, or another time.
    private void refused() throws InterruptedException {
        if (!(door.login() instanceof Credentials ours)) throw new IllegalStateException("the secret is not ours");
        try {
            refused(ours);
        } catch (Failure failure) {
            var advice = new Advice(
                    "Its secret is another, or its clock: which, cannot be told.",
                    "Run this again; turn.secret-file must be the same, and both clocks right (NTP).");
            chart.bad(What.PASSWORD, "is refused; asked for the reason, it " + failure.outcome, advice);
        }
    }

    private void refused(Credentials ours) throws Failure, InterruptedException {
        if (enters(new Credentials(ours.secret(), null, Trial.AGES)))
            chart.bad(What.PASSWORD, "is refused; one that is good for a year is taken", advice(Outcome.WRONG_CLOCK));
        else if (ours.previous() != null && enters(new Credentials(ours.previous(), null, ours.ttl())))
            chart.bad(
                    What.PASSWORD,
                    "is refused; one made with turn.previous-secret-file is taken",
                    advice(Outcome.WRONG_SECRET));
        else chart.bad(What.PASSWORD, "is refused, whatever its time", advice(Outcome.WRONG_SECRET));
    }

    private boolean enters(Credentials other) throws Failure, InterruptedException {
        try (Door.Place place = door.as(other).enter()) {
            return place.relayed().getPort() > 0;
        } catch (Failure failure) {
            if (failure.outcome != Outcome.WRONG_SECRET) throw failure; // silence is no answer
            return false;
        }
    }
}
