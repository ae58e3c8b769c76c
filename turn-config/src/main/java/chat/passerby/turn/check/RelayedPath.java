package chat.passerby.turn.check;

import chat.passerby.turn.check.Line.What;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ice4j.message.Response;

/// What two visitors would have of it who are both relayed: one sends to the other's relayed address, and back.
record RelayedPath(Door door, boolean ours) implements Probe {
    /// One after the other, for the time it takes.
    private static final int ROUNDS = 3;
    /// At once, for what is lost.
    private static final int MANY = 25;
    private static final int TOLERABLE = 1;
    private static final Duration PATIENCE = Duration.ofMillis(700);

    @Override
    public What what() {
        return What.RELAY;
    }

    @Override
    public void run(Chart chart) throws Failure, InterruptedException {
        try (Door.Place one = door.enter();
                Door.Place other = door.enter()) {
            int refusal = refusal(one.client(), other.relayed());
            if (refusal == 0) refusal = refusal(other.client(), one.relayed());
            if (refusal == 0) packets(chart, one, other);
            else
                chart.bad(
                        what(), "its own relayed addresses are refused as peers (error %d)".formatted(refusal), own());
        }
    }

    private Advice own() {
        String means = "Two visitors who are both relayed cannot meet.";
        return ours
                ? new Advice(means, "Mend turn.ip, turn.external-ip, or turn.denied-peers; then " + Advice.PRINT_ANEW)
                : Advice.theirs(means);
    }

    private static int refusal(Client client, InetSocketAddress peer) throws Failure, InterruptedException {
        Response answer = client.permit(peer.getAddress().getAddress());
        return Client.error(answer);
    }

    private void packets(Chart chart, Door.Place one, Door.Place other) throws Failure, InterruptedException {
        List<Long> micros = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            long begun = System.nanoTime();
            if (there(one, other, 1) == 1 && there(other, one, 1) == 1) micros.add((System.nanoTime() - begun) / 1_000);
        }
        int arrived = there(one, other, MANY);
        arrived = there(other, one, arrived);
        if (micros.isEmpty() || arrived == 0) chart.bad(what(), "nothing comes through", silent());
        else
            told(
                    chart,
                    micros.stream().sorted().skip(micros.size() / 2).findFirst().orElseThrow(),
                    arrived);
    }

    private Advice silent() {
        String means = "It gives addresses, but relays nothing between them.";
        return ours ? new Advice(means, "Its log may tell why.") : Advice.theirs(means);
    }

    private void told(Chart chart, long micros, int arrived) {
        String seen = "there and back in %.1f ms; of %d packets at once, %d came back"
                .formatted(micros / 1_000.0, MANY, arrived);
        if (MANY - arrived <= TOLERABLE) chart.good(what(), seen);
        else
            chart.bad(
                    what(),
                    seen,
                    new Advice("So much loss spoils a call.", "Look for a machine or a line that is overloaded."));
    }

    /// Sends packets to the other's relayed address. How many came there.
    private static int there(Door.Place from, Door.Place to, int packets) throws Failure, InterruptedException {
        for (int i = 0; i < packets; i++) from.client().send(to.relayed(), "packet " + i);
        int arrived = 0;
        while (arrived < packets && to.client().hear(PATIENCE) != null) arrived++;
        return arrived;
    }
}
