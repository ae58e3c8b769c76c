package chat.passerby.signaling.console;

import org.eclipse.jetty.http.HttpStatus;

/// What the console answers. Nothing of it is ever HTML, and nothing may be kept by whoever passes it on. Immutable.
sealed interface Reply {

    /// A record, as JSON.
    record Json(Object body) implements Reply {}

    /// Done, and nothing to say.
    record Done() implements Reply {}

    /// Done, and from now on the browser holds this secret.
    record SignedIn(String secret, Object body) implements Reply {}

    /// Done, and the browser is to forget its secret.
    record SignedOut() implements Reply {}

    /// A JPEG, as somebody uploaded it.
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way, compared by nobody
    record Picture(byte[] jpeg) implements Reply {}

    /// A file to keep.
    @SuppressWarnings("ArrayRecordComponent") // as above
    record Download(String name, String type, byte[] content) implements Reply {}

    /// No.
    ///
    /// @param detail what was wrong, and what to do next
    record Refused(Refusal code, String detail) implements Reply {}

    /// Why not.
    enum Refusal {
        /// There is nothing here.
        NOTHING("nothing", HttpStatus.NOT_FOUND_404),
        METHOD("method", HttpStatus.METHOD_NOT_ALLOWED_405),
        /// Not from our own page.
        FOREIGN("foreign", HttpStatus.FORBIDDEN_403),
        TOO_FAST("too-fast", HttpStatus.TOO_MANY_REQUESTS_429),
        TOO_BIG("too-big", HttpStatus.PAYLOAD_TOO_LARGE_413),
        TYPE("type", HttpStatus.UNSUPPORTED_MEDIA_TYPE_415),
        INVALID("invalid", HttpStatus.BAD_REQUEST_400),
        /// Nobody is signed in.
        SIGNED_OUT("signed-out", HttpStatus.UNAUTHORIZED_401),
        /// The invitation or the passkey is none of ours, or no more.
        UNKNOWN("unknown", HttpStatus.FORBIDDEN_403),
        /// Somebody else did something meanwhile: look again.
        CHANGED("changed", HttpStatus.CONFLICT_409),
        /// This one may not do that.
        NOT_YOURS("not-yours", HttpStatus.FORBIDDEN_403),
        /// The database does not do its work.
        STORAGE("storage", HttpStatus.SERVICE_UNAVAILABLE_503);

        private final String code;
        private final int status;

        Refusal(String code, int status) {
            this.code = code;
            this.status = status;
        }

        String code() {
            return code;
        }

        int status() {
            return status;
        }
    }

    static Reply refused(Refusal code, String detail) {
        return new Refused(code, detail);
    }
}
