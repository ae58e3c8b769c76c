package chat.passerby.turn.check;

import chat.passerby.turn.Credentials;
import chat.passerby.turn.check.Line.What;
import java.time.Duration;

/// Whether a password ends when it should.
record OldPassword(Door door, Credentials ours) implements Probe {
    private static final Duration OVER = Duration.ofMinutes(-5);

    @Override
    public What what() {
        return What.OLD_PASSWORD;
    }

    @Override
    public void run(Chart chart) throws Failure, InterruptedException {
        try (Door.Place place =
                door.as(new Credentials(ours.secret(), null, OVER)).enter()) {
            chart.bad(
                    what(),
                    "is taken five minutes after its end, for " + Addresses.text(place.relayed()),
                    new Advice(
                            "Its clock is behind ours, so passwords are good for longer; or it does not look.",
                            "Set the clocks of both machines by NTP."));
        } catch (Failure refusal) {
            if (refusal.outcome != Outcome.WRONG_SECRET) throw refusal;
            chart.good(what(), "is refused, five minutes after its end");
        }
    }
}
