package chat.passerby.turn.check;

import java.util.concurrent.Callable;

/// A probe with what it finds. If it gets no further, though one gets in, that is a finding too, unless there was no
/// room.
record ProbeRun(Probe probe, Chart chart, boolean ours) implements Callable<Boolean> {
    private static final Advice FELL_SILENT = new Advice(
            "It fell silent in the middle: overloaded, or behind a firewall that limits how often one asks.",
            "Its log may tell why, or the firewall's.");

    @Override
    public Boolean call() throws InterruptedException {
        try {
            probe.run(chart);
            return true;
        } catch (Failure failure) {
            Advice advice = Advice.about(failure.outcome, probe.door().site().url(), ours);
            boolean noRoom = failure.outcome == Outcome.FULL || failure.outcome == Outcome.REFUSED;
            if (noRoom) chart.unknown(probe.what(), "could not be tried: it " + failure.outcome, advice);
            else chart.bad(probe.what(), "could not be tried: it does not answer any more", FELL_SILENT);
            return false;
        }
    }
}
