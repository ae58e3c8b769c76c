/// Benchmarks: what is run beside what, and how it is told.
@NullMarked
package chat.passerby.bench;

import org.jspecify.annotations.NullMarked;
