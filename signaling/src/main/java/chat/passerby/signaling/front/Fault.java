package chat.passerby.signaling.front;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.jetty.http.HttpStatus;

/// Why something that was posted is not answered. `docs/protocol.md` lists them.
enum Fault {
    /// A page of another origin, or none.
    @JsonProperty("foreign-origin")
    FOREIGN_ORIGIN(HttpStatus.FORBIDDEN_403),
    @JsonProperty("post-only")
    POST_ONLY(HttpStatus.METHOD_NOT_ALLOWED_405),
    @JsonProperty("content-type")
    CONTENT_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE_415),
    @JsonProperty("too-large")
    TOO_LARGE(HttpStatus.PAYLOAD_TOO_LARGE_413),
    /// It did not arrive in time, or not whole.
    @JsonProperty("too-slow")
    TOO_SLOW(HttpStatus.REQUEST_TIMEOUT_408),
    @JsonProperty("malformed")
    MALFORMED(HttpStatus.BAD_REQUEST_400),
    @JsonProperty("unknown-field")
    UNKNOWN_FIELD(HttpStatus.BAD_REQUEST_400),
    @JsonProperty("invalid")
    INVALID(HttpStatus.BAD_REQUEST_400),
    @JsonProperty("not-jpeg")
    NOT_JPEG(HttpStatus.BAD_REQUEST_400),
    @JsonProperty("too-fast")
    TOO_FAST(HttpStatus.TOO_MANY_REQUESTS_429),
    /// Never given out, or forgotten by now, or not of this kind: these look alike.
    @JsonProperty("unknown-code")
    UNKNOWN_CODE(HttpStatus.NOT_FOUND_404),
    /// There is an appeal already, or it is too late for one.
    @JsonProperty("no-appeal")
    NO_APPEAL(HttpStatus.CONFLICT_409),
    @JsonProperty("storage")
    STORAGE(HttpStatus.SERVICE_UNAVAILABLE_503);

    private final int status;

    Fault(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }
}
