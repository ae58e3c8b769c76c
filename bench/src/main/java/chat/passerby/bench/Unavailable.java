package chat.passerby.bench;

import java.io.IOException;

/// Something that a benchmark needs is not here, or does not do what it must. The message says what to do about it.
public final class Unavailable extends IOException {
    private static final long serialVersionUID = 1L;

    public Unavailable(String message) {
        super(message);
    }
}
