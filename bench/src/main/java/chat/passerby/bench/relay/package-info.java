/// Our relay and Debian's coturn, under the same load.
@NullMarked
package chat.passerby.bench.relay;

import org.jspecify.annotations.NullMarked;
