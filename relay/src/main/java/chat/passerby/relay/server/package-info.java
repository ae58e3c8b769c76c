/// What is answered to each request: rules, which send nothing themselves.
@NullMarked
package chat.passerby.relay.server;

import org.jspecify.annotations.NullMarked;
