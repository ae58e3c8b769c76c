package chat.passerby.e2e.lab;

import java.time.Duration;

/// What befell a call.
///
/// @param what   in words
/// @param freeze the longest that one of both saw no new picture
public record Fault(String what, Duration freeze) {}
