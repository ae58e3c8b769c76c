/// What a client holds at the relay, and how much of it: allocations, permissions, channels, quotas. Rules without I/O.
@NullMarked
package chat.passerby.relay.allocation;

import org.jspecify.annotations.NullMarked;
