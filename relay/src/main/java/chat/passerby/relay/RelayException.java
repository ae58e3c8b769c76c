package chat.passerby.relay;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The relay cannot start. The message says why, and what the operator can do.
public final class RelayException extends IOException {
    private static final long serialVersionUID = 1L;

    RelayException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
