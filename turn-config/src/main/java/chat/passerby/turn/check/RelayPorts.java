package chat.passerby.turn.check;

import chat.passerby.turn.TurnSettings;
import chat.passerby.turn.TurnUrl.Transport;
import chat.passerby.turn.check.Line.What;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Whether the ports that it relays from are open to a peer on the internet: to this machine, as the server sees it.
///
/// @param ours null if it does not follow our settings
record RelayPorts(Door door, @Nullable TurnSettings ours) implements Probe {
    private static final String PACKET = "passerby";
    private static final int TRIES = 6;
    private static final Duration PATIENCE = Duration.ofMillis(250);
    private static final Advice FROM_ELSEWHERE = new Advice("", "Run 'passerby doctor HOST' on a machine elsewhere.");

    @Override
    public What what() {
        return What.PORTS;
    }

    @Override
    public void run(Chart chart) throws Failure, InterruptedException {
        try (var outsider = new Outsider();
                Door.Place place = door.enter()) {
            @Nullable InetSocketAddress us = seen(outsider);
            if (us == null) chart.unknown(what(), "UDP does not get there from here", FROM_ELSEWHERE);
            else if (!place.client().permit(us.getAddress().getAddress()).isSuccessResponse())
                chart.unknown(
                        what(),
                        "we come from %s, which is no place for a peer".formatted(Addresses.text(us.getAddress())),
                        FROM_ELSEWHERE);
            else told(chart, place, gets(outsider, place));
        }
    }

    private @Nullable InetSocketAddress seen(Outsider outsider) throws Failure {
        Site site = door.site();
        return site.url().transport() == Transport.UDP
                ? outsider.seenBy(
                        new InetSocketAddress(site.server(), site.url().port()))
                : null;
    }

    private enum Way {
        NONE,
        IN,
        BOTH
    }

    private static Way gets(Outsider outsider, Door.Place place) throws Failure, InterruptedException {
        Client.@Nullable Packet in = null;
        for (int i = 0; i < TRIES && in == null; i++) {
            outsider.send(place.relayed(), PACKET);
            in = place.client().hear(PATIENCE);
        }
        if (in == null) return Way.NONE;
        for (int i = 0; i < TRIES; i++) {
            place.client().send(in.peer(), PACKET);
            if (PACKET.equals(outsider.hear(PATIENCE))) return Way.BOTH;
        }
        return Way.IN;
    }

    private void told(Chart chart, Door.Place place, Way way) {
        int port = place.relayed().getPort();
        switch (way) {
            case NONE -> chart.bad(what(), "port %d lets nothing in".formatted(port), closed());
            case IN -> {
                // Our own relay sends nothing to its own machine, but to other visitors.
                if (Addresses.own(door.site().server()))
                    chart.unknown(what(), "port %d sends nothing to its own machine".formatted(port), FROM_ELSEWHERE);
                else
                    chart.bad(
                            what(),
                            "port %d lets packets in, and none out".formatted(port),
                            new Advice("", "Let UDP out, from turn.relay-ports to anywhere."));
            }
            case BOTH -> {
                if (Addresses.own(door.site().server()))
                    chart.unknown(
                            what(),
                            "port %d is open to this machine, which is its own".formatted(port),
                            new Advice("A firewall before it was not passed.", FROM_ELSEWHERE.change()));
                else chart.good(what(), "port %d is open, in and out".formatted(port));
            }
        }
    }

    private Advice closed() {
        String means = "A call between a relayed visitor and one who is not finds no way.";
        if (ours == null) return Advice.theirs(means);
        var range = ours.place().relayPorts();
        String change = "Let UDP ports %d-%d (turn.relay-ports) in; a router must forward them under the same numbers."
                .formatted(range.low(), range.high());
        return new Advice(means, change);
    }
}
