package chat.passerby.relay.metrics;

/// What is counted, from the start of the relay.
public enum Counter {
    /// Binding requests that were answered.
    BINDINGS,
    /// Allocations that were made.
    ALLOCATIONS,
    /// Of those, how many ended.
    ALLOCATIONS_ENDED,
    /// From clients to peers.
    PACKETS_OUT,
    BYTES_OUT,
    /// From peers to clients.
    PACKETS_IN,
    BYTES_IN,
    /// Neither STUN nor ChannelData, or broken.
    MALFORMED,
    /// Well-formed, and not to be acted upon: from nobody we know, or for nobody.
    UNEXPECTED,
    /// Not answered because the source asks too often, or the answer would be too much longer than the question.
    UNANSWERED,
    /// Refused, with whatever code; the next two as well.
    REFUSED,
    /// For a peer that may not be reached.
    FORBIDDEN,
    /// For a tag that has its quota.
    OVER_QUOTA,
    /// For want of a port, or of room for one more allocation.
    OUT_OF_CAPACITY,
    /// Packets beyond the bytes a second of an allocation.
    OVER_RATE,
    /// Packets for or from a peer without a permission, or for one of our ports where nobody waits.
    NOT_PERMITTED,
    /// Packets that found the way out full.
    CONGESTED,
    /// Connections that were not accepted, for there are too many.
    CONNECTIONS_REFUSED,
    /// Connections that were closed for saying nothing, or for not reading.
    CONNECTIONS_CUT
}
