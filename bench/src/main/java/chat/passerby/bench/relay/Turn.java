package chat.passerby.bench.relay;

import chat.passerby.turn.Credentials;
import java.net.InetSocketAddress;

/// A TURN server that one can call. It prints as its name.
interface Turn {
    InetSocketAddress address();

    Credentials credentials();
}
