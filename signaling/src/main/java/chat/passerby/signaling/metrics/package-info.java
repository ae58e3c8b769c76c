/// Named counters: how often something happened, never to whom.
@NullMarked
package chat.passerby.signaling.metrics;

import org.jspecify.annotations.NullMarked;
