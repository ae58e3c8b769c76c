/** Two homes behind NATs, an internet between them, a server and a relay in it: `natlab/natlab.sh`, from Java. */
@NullMarked
package chat.passerby.e2e.lab;

import org.jspecify.annotations.NullMarked;
