package chat.passerby.turn.check;

import chat.passerby.turn.Credential;
import chat.passerby.turn.check.Line.What;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/// How many relayed addresses one password is good for. They are taken all at once, and given back.
///
/// @param most what the settings say; of somebody else's server, what is worth trying
record Quota(Door door, boolean ours, int most) implements Probe {
    static final int OF_OTHERS = 16;

    /// More would be taken from visitors.
    private static final int WORTH_TRYING = 40;

    @Override
    public What what() {
        return What.QUOTA;
    }

    @Override
    public void run(Chart chart) throws InterruptedException {
        if (most > WORTH_TRYING) {
            chart.unknown(what(), "turn.user-quota is %d: too many to try".formatted(most), Advice.NONE);
            return;
        }
        Credential credential = door.credential();
        var all = new CountDownLatch(most + 1);
        Callable<Outcome> attempt = () -> attempt(credential, all);
        List<Optional<Outcome>> outcomes = AtOnce.run(
                Collections.nCopies(most + 1, attempt), door.site().deadline().left());
        told(chart, count(outcomes, Outcome.WORKS), count(outcomes, Outcome.FULL));
    }

    /// Keeps what it gets until all have tried.
    private Outcome attempt(Credential credential, CountDownLatch all) throws InterruptedException {
        try (Door.Place place = door.enter(credential)) {
            all.countDown();
            all.await();
            return place.relayed().getPort() > 0 ? Outcome.WORKS : Outcome.NOT_TURN;
        } catch (Failure failure) {
            all.countDown();
            return failure.outcome;
        }
    }

    private static int count(List<Optional<Outcome>> outcomes, Outcome outcome) {
        return (int) outcomes.stream().filter(Optional.of(outcome)::equals).count();
    }

    private void told(Chart chart, int granted, int refused) {
        String seen = "one password gets %d relayed addresses at a time, and no more".formatted(granted);
        if (granted + refused <= most)
            chart.bad(
                    what(),
                    "%d attempts at once: %d were not answered".formatted(most + 1, most + 1 - granted - refused),
                    new Advice("It, or a firewall before it, does not stand many at once.", "Its log may tell why."));
        else if (granted > most) unlimited(chart, granted);
        else if (ours && granted < most)
            chart.bad(
                    what(),
                    seen,
                    new Advice(
                            "turn.user-quota is %d: it has another, or turn.total-quota is used up.".formatted(most),
                            "If it is another: " + Advice.PRINT_ANEW));
        else chart.good(what(), seen);
    }

    private void unlimited(Chart chart, int granted) {
        if (ours)
            chart.bad(
                    what(),
                    "one password gets %d relayed addresses, or more".formatted(granted),
                    new Advice(
                            "A single visitor may use it up; turn.user-quota is %d.".formatted(most),
                            "Then " + Advice.PRINT_ANEW));
        else chart.unknown(what(), "none is met within %d relayed addresses".formatted(granted), Advice.NONE);
    }
}
