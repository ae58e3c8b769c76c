package chat.passerby.relay.metrics;

/// What is counted, from the start of the relay.
public enum Counter {
    BINDINGS("Binding requests that were answered."),
    ALLOCATIONS("Relayed addresses that were given."),
    ALLOCATIONS_ENDED("Relayed addresses that ended."),
    PACKETS_OUT("Packets from clients to peers."),
    BYTES_OUT("Bytes from clients to peers."),
    PACKETS_IN("Packets from peers to clients."),
    BYTES_IN("Bytes from peers to clients."),
    MALFORMED("Packets that are neither STUN nor ChannelData, or broken."),
    UNEXPECTED("Well-formed packets that are not acted upon: from nobody we know, or for nobody."),
    UNANSWERED(
            "Requests not answered: the source asks too often, or the answer would be much longer than the question."),
    REFUSED("Requests refused, with whatever code; the next three are of these."),
    FORBIDDEN("Requests for a peer that may not be reached (403)."),
    OVER_QUOTA("Allocations refused because one password has its quota (486)."),
    OUT_OF_CAPACITY("Allocations refused for want of a port, or of room for one more (508)."),
    OVER_RATE("Packets beyond the bytes a second of an allocation."),
    NOT_PERMITTED("Packets for or from a peer without a permission, or for one of our ports where nobody waits."),
    CONGESTED("Packets that found the way out full."),
    CONNECTIONS_REFUSED("Connections that were not accepted, for there are too many."),
    CONNECTIONS_CUT("Connections closed for saying nothing, or for not reading.");

    private final String help;

    Counter(String help) {
        this.help = help;
    }

    /// One sentence for the operator.
    public String help() {
        return help;
    }
}
