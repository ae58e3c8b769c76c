package chat.passerby.turn.check;

import chat.passerby.turn.check.Line.What;

/// Something to try at a server that one gets into. Immutable.
interface Probe {
    What what();

    Door door();

    /// Tries it.
    ///
    /// @throws Failure if something else kept it from being tried
    void run(Chart chart) throws Failure, InterruptedException;
}
