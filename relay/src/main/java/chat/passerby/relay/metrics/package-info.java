/// What the relay counts: numbers, and nothing about anybody.
@NullMarked
package chat.passerby.relay.metrics;

import org.jspecify.annotations.NullMarked;
