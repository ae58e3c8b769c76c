/// IP addresses and networks, as they are written. No name is ever looked up.
@NullMarked
package chat.passerby.net;

import org.jspecify.annotations.NullMarked;
