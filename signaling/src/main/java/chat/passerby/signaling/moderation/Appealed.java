package chat.passerby.signaling.moderation;

import chat.passerby.signaling.protocol.Statement;

/// What somebody hears who appeals.
public sealed interface Appealed {
    record Made(Statement statement) implements Appealed {}

    /// One was made already, or its time is over, or nothing is left to appeal against: the statement tells.
    record Refused(Statement statement) implements Appealed {}

    /// Nothing was decided under this code, or it is forgotten.
    record Unknown() implements Appealed {}
}
