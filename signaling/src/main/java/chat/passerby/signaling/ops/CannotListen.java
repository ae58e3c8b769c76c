package chat.passerby.signaling.ops;

import java.io.IOException;

/// An address cannot be listened on. The message names the setting, and says what the operator can do.
public final class CannotListen extends IOException {
    private static final long serialVersionUID = 1L;

    CannotListen(String message, Throwable cause) {
        super(message, cause);
    }
}
