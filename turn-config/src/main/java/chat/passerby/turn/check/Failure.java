package chat.passerby.turn.check;

/// Why a server could not be asked any further. It stands for an answer, not for a bug, so it has no stack trace.
final class Failure extends Exception {
    private static final long serialVersionUID = 1L;

    final Outcome outcome;

    Failure(Outcome outcome) {
        super(outcome.toString(), null, false, false);
        this.outcome = outcome;
    }
}
