package chat.passerby.relay.io;

import chat.passerby.relay.server.Doors;

/// With connections that are of no use.
///
/// @param doors   how many there may be without an allocation
/// @param seconds for how long, and how long one may not be read from
public record Patience(Doors doors, int seconds) {}
