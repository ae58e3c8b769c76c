package chat.passerby.signaling.session;

/// One session, inside the server; never told to anybody. Lives in room tickets, so that it outlasts a restart.
///
/// @param value 64 random bits
public record VisitorId(long value) {}
