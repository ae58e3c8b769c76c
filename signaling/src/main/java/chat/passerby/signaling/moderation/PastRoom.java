package chat.passerby.signaling.moderation;

import chat.passerby.signaling.moderation.Report.Party;
import chat.passerby.signaling.protocol.Mode;
import chat.passerby.signaling.session.RoomId;
import java.time.Instant;

/// A conversation that is over: who sat there and when, no words. Immutable.
public record PastRoom(RoomId room, Mode mode, Party a, Party b, Instant started, Instant ended) {}
