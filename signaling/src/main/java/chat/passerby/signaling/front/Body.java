package chat.passerby.signaling.front;

import chat.passerby.signaling.connection.Clock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/// What was posted, read whole: bounded in bytes and in time. Immutable.
sealed interface Body {
    /// Milliseconds that one may take to post; a picture over a slow line included.
    long PATIENCE = 30_000;
    /// What is too large is still read this far: to a connection that closes with something unread, TCP answers with a
    /// reset, and the poster may lose the words that say why (RFC 9112 §9.6).
    int DRAINED = 1 << 20;

    /// It is here.
    ///
    /// @param bytes nobody else's
    @SuppressWarnings("ArrayRecordComponent") // handed on at once, and compared with nothing
    record Whole(byte[] bytes) implements Body {}

    record Not(Fault fault, String detail) implements Body {}

    /// Waits for it, on a virtual thread.
    static Body of(Request request, int most) {
        long end = Clock.steady() + PATIENCE;
        long size = 0;
        var bytes = new ByteArrayOutputStream();
        byte[] piece = new byte[8_192];
        try (InputStream in = Content.Source.asInputStream(request)) {
            for (int read = in.read(piece); read >= 0 && size <= DRAINED; read = in.read(piece)) {
                if (Clock.steady() > end) return new Not(Fault.TOO_SLOW, "took longer than 30 s");
                size += read;
                if (size <= most) bytes.write(piece, 0, read);
            }
        } catch (IOException gone) {
            return new Not(Fault.TOO_SLOW, "did not arrive whole");
        }
        return size > most ? tooLarge(most) : new Whole(bytes.toByteArray());
    }

    private static Not tooLarge(int most) {
        return new Not(Fault.TOO_LARGE, "must have at most " + most + " bytes");
    }
}
