package chat.passerby.relay.server;

/// What is to be done about a request.
public sealed interface Answer {
    /// Nothing at all.
    record Silence() implements Answer {}

    /// To say this.
    @SuppressWarnings("ArrayRecordComponent") // neither changed nor compared
    record Reply(byte[] message) implements Answer {}

    /// To say this, and to close the client's relayed address.
    @SuppressWarnings("ArrayRecordComponent") // as above
    record Farewell(byte[] message) implements Answer {}

    /// To open a relayed address, and then to ask [Allocating] for what to say.
    record Open(Opening opening) implements Answer {}
}
