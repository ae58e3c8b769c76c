package chat.passerby.signaling.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What can be wrong with what a client asked for. Each is an expected answer, never an exception; those marked
/// *closes*
/// are followed by the close that [CloseCause] names.
public enum Refusal {
    /// Not one strict JSON object: syntax, a key twice, nested too deep, something after the end.
    @JsonProperty("malformed")
    MALFORMED,
    /// A `type` that this version does not know.
    @JsonProperty("unknown-type")
    UNKNOWN_TYPE,
    /// A field that the message does not have.
    @JsonProperty("unknown-field")
    UNKNOWN_FIELD,
    /// A field missing, of the wrong type, or out of its bounds.
    @JsonProperty("invalid")
    INVALID,
    /// Something came before `hello`. Closes.
    @JsonProperty("hello-first")
    HELLO_FIRST,
    /// A second `hello` on one connection.
    @JsonProperty("hello-twice")
    HELLO_TWICE,
    /// No version in common. Closes.
    @JsonProperty("version")
    VERSION,
    /// A lane that the hoster did not make. Closes.
    @JsonProperty("unknown-lane")
    UNKNOWN_LANE,
    /// No proof of age, where the hoster asks for one; or not one that counts here and now. Closes.
    @JsonProperty("age")
    AGE,
    /// A token never issued, used already, or expired. A fresh session follows.
    @JsonProperty("unknown-token")
    UNKNOWN_TOKEN,
    /// More of this than one visitor or network may do in a while; try again after `retryAfter` seconds.
    @JsonProperty("too-fast")
    TOO_FAST,
    /// Too many are waiting from your network, or the server is full.
    @JsonProperty("busy")
    BUSY,
    /// The server is about to stop: no new pairs.
    @JsonProperty("draining")
    DRAINING,
    /// The path asked for is not offered, or no relay answers just now.
    @JsonProperty("no-path")
    NO_PATH,
    /// Not the room you are in: dropped, nobody was told.
    @JsonProperty("other-room")
    OTHER_ROOM,
    /// `find` in the middle of a conversation: use `next` or `stop`.
    @JsonProperty("in-room")
    IN_ROOM,
    /// An offer, answer, candidate or media state in a text conversation.
    @JsonProperty("text-only")
    TEXT_ONLY,
    /// More than 64 candidates after one description.
    @JsonProperty("too-many-candidates")
    TOO_MANY_CANDIDATES,
    /// A line id that leaves a gap: send the lines from `received + 1` on, in order.
    @JsonProperty("line-gap")
    LINE_GAP,
    /// A report or block for a room you had no seat in, or that ended over 30 minutes ago.
    @JsonProperty("unknown-room")
    UNKNOWN_ROOM,
    /// An attached line whose seal is not ours for this room.
    @JsonProperty("bad-seal")
    BAD_SEAL,
    /// You reported this conversation already.
    @JsonProperty("reported")
    REPORTED,
    /// The report could not be stored; it is not lost for you, try again later.
    @JsonProperty("storage")
    STORAGE
}
