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

    /// It is here.
    ///
    /// @param bytes nobody else's
    @SuppressWarnings("ArrayRecordComponent") // handed on at once, and compared with nothing
    record Whole(byte[] bytes) implements Body {}

    record Not(Fault fault, String detail) implements Body {}

    /// Waits for it, on a virtual thread.
    static Body of(Request request, int most) {
        if (request.getLength() > most) return tooLarge(most);
        long end = Clock.steady() + PATIENCE;
        var bytes = new ByteArrayOutputStream();
        byte[] piece = new byte[8_192];
        try (InputStream in = Content.Source.asInputStream(request)) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                if (Clock.steady() > end) return new Not(Fault.TOO_SLOW, "took longer than 30 s");
                bytes.write(piece, 0, read);
                if (bytes.size() > most) return tooLarge(most);
            }
        } catch (IOException gone) {
            return new Not(Fault.TOO_SLOW, "did not arrive whole");
        }
        return new Whole(bytes.toByteArray());
    }

    private static Not tooLarge(int most) {
        return new Not(Fault.TOO_LARGE, "must have at most " + most + " bytes");
    }
}
