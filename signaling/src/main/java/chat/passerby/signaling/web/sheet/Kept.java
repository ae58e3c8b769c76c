package chat.passerby.signaling.web.sheet;

/// A row of what is kept, in words. Immutable.
///
/// @param until when it goes
public record Kept(String what, String where, String purpose, String until) {}
