/// Named counters and gauges: how often something happened, how many there are, never of whom.
@NullMarked
package chat.passerby.signaling.metrics;

import org.jspecify.annotations.NullMarked;
