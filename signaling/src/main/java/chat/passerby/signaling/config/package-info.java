/// Read settings once, check them whole, hand out immutable records.
@NullMarked
package chat.passerby.signaling.config;

import org.jspecify.annotations.NullMarked;
