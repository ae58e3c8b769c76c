package chat.passerby.turn.check;

import java.time.Duration;
import org.ice4j.message.Indication;
import org.ice4j.message.Request;
import org.ice4j.message.Response;
import org.ice4j.security.CredentialsManager;
import org.jspecify.annotations.Nullable;

/// A way to one address of a TURN server. Confined to a thread.
sealed interface Link extends AutoCloseable permits UdpLink, StreamLink {
    /// The keys that sign what is sent.
    CredentialsManager keys();

    /// Sends a request, and waits for its answer.
    ///
    /// @param request with a transaction id
    Response ask(Request request) throws Failure, InterruptedException;

    /// Sends what is not answered.
    ///
    /// @param indication with a transaction id
    void tell(Indication indication) throws Failure;

    /// What the server tells unasked; null if it tells nothing for a while.
    @Nullable
    Indication hear(Duration patience) throws Failure, InterruptedException;

    @Override
    void close();
}
