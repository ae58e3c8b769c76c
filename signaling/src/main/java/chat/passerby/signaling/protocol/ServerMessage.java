package chat.passerby.signaling.protocol;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the server says. `docs/protocol.md` tells when. A `@Nullable` component is left out when there is nothing to
/// say;
/// clients ignore fields and types that they do not know.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface ServerMessage {

    /// The answer to `hello`.
    ///
    /// @param version    the protocol version that both now speak
    /// @param build      the server's build; a page of another build reloads when it is next idle
    /// @param alias      the name that partners see
    /// @param token      the session token, to resume with; it replaces the one presented
    /// @param browserKey to keep for this browser; new if `hello` had none
    /// @param resumed    whether this is the session that `hello` asked for
    /// @param online     visitors online, sampled every few seconds
    /// @param paths      that video visitors can choose from just now; none: there is no video
    @JsonTypeName("welcome")
    record Welcome(
            int version,
            String build,
            String alias,
            String token,
            String browserKey,
            boolean resumed,
            int online,
            List<MediaPath> paths)
            implements ServerMessage {}

    /// What video visitors can choose from has changed: a relay failed, or works again.
    @JsonTypeName("paths")
    record Paths(List<MediaPath> paths) implements ServerMessage {}

    /// You are in the line. Said on entering it, and again when the outlook changes.
    ///
    /// @param online     visitors online in this lane, sampled
    /// @param estimate   seconds that a wait took lately (median); absent where too few were seen
    /// @param relaxed    your preferences that no longer bind
    /// @param iceServers for the deposit, on entering for video; absent later
    @JsonTypeName("waiting")
    record Waiting(
            Mode mode,
            int online,
            @Nullable Integer estimate,
            List<Relaxed> relaxed,
            @Nullable List<IceServer> iceServers)
            implements ServerMessage {}

    /// You rest, neither in the line nor in a room: the answer to `stop`. What came before it was of the time before.
    @JsonTypeName("stopped")
    record Stopped() implements ServerMessage {}

    /// The deposit arrived; peer connection n − 1 may go.
    @JsonTypeName("deposited")
    record Deposited(int n) implements ServerMessage {}

    /// You are paired.
    ///
    /// @param side        your seat
    /// @param partner     the partner's alias
    /// @param partnerRole what the partner wished for
    /// @param polite      your part in perfect negotiation
    /// @param negotiation of the first peer connection: 1
    /// @param shared      interests that both named
    /// @param again       you met lately; nobody else was to be had
    /// @param start       from whose deposit the media starts
    /// @param n           with `start = mine`: which deposit
    /// @param offer       with `start = theirs`: the partner's
    /// @param relayed     only relays pass: one of you chose the private path
    /// @param iceServers  for video
    /// @param ticket      the room ticket
    @JsonTypeName("matched")
    record Matched(
            String room,
            Side side,
            Mode mode,
            String partner,
            Role partnerRole,
            boolean polite,
            int negotiation,
            List<String> shared,
            boolean again,
            Start start,
            @Nullable Integer n,
            @Nullable String offer,
            boolean relayed,
            @Nullable List<IceServer> iceServers,
            String ticket)
            implements ServerMessage {}

    /// You are back in your room, after a lost connection, a reload, or a restart of the server.
    ///
    /// @param here        whether the partner is
    /// @param negotiation if it is not the one you hold, start a new peer connection
    /// @param line        your last line that was passed on, maybe from another tab; absent where that is not known
    /// @param relayed     as in `matched`
    @JsonTypeName("rejoined")
    record Rejoined(
            String room,
            Side side,
            Mode mode,
            String partner,
            Role partnerRole,
            boolean polite,
            int negotiation,
            boolean here,
            @Nullable Integer line,
            boolean relayed,
            @Nullable List<IceServer> iceServers,
            String ticket)
            implements ServerMessage {}

    /// There is no room to come back to.
    @JsonTypeName("no-room")
    record NoRoomLeft(NoRoom reason) implements ServerMessage {}

    /// Newer ICE servers, while you wait or sit in a room for video: before their credentials are over.
    @JsonTypeName("ice-servers")
    record IceServers(List<IceServer> iceServers) implements ServerMessage {}

    /// A newer room ticket.
    @JsonTypeName("ticket")
    record Ticket(String room, String ticket) implements ServerMessage {}

    /// The partner's offer.
    @JsonTypeName("offer")
    record Offer(String room, int negotiation, String sdp) implements ServerMessage {}

    /// The partner's answer.
    @JsonTypeName("answer")
    record Answer(String room, int negotiation, String sdp) implements ServerMessage {}

    /// The partner's candidate.
    @JsonTypeName("candidate")
    record Candidate(
            String room,
            int negotiation,
            String candidate,
            @Nullable String sdpMid,
            @Nullable Integer sdpMLineIndex,
            @Nullable String usernameFragment)
            implements ServerMessage {}

    /// The partner's line, with the server's seal.
    @JsonTypeName("chat")
    record Chat(String room, int line, long at, String text, String seal) implements ServerMessage {}

    /// Your line was passed on; here is its seal. It has arrived when `received` says so.
    @JsonTypeName("sealed")
    record Sealed(String room, int line, long at, String seal) implements ServerMessage {}

    /// The partner has your lines up to this one.
    @JsonTypeName("received")
    record Received(String room, int line) implements ServerMessage {}

    /// The partner is writing: holds for five seconds, or until the next line.
    @JsonTypeName("typing")
    record Typing(String room) implements ServerMessage {}

    /// What the partner sends just now, and whether they look at what I send.
    @JsonTypeName("media")
    record Media(String room, boolean microphone, boolean camera, boolean shown, boolean looks)
            implements ServerMessage {}

    /// The partner's connection to the server is lost; a direct call goes on.
    ///
    /// @param seconds how long the seat is kept
    @JsonTypeName("partner-away")
    record PartnerAway(String room, int seconds) implements ServerMessage {}

    /// The partner is back.
    ///
    /// @param negotiation if it is not the one you hold, start a new peer connection
    /// @param received    your last line that the partner has: send those after it again
    @JsonTypeName("partner-back")
    record PartnerBack(String room, int negotiation, int received) implements ServerMessage {}

    /// The conversation is over; nothing of it follows.
    @JsonTypeName("partner-left")
    record PartnerLeft(String room, Parting reason) implements ServerMessage {}

    /// The report is stored.
    ///
    /// @param receipt with which to ask for the outcome
    /// @param upload  good once, for two minutes, to post the picture with; absent where none is taken
    @JsonTypeName("reported")
    record Reported(String room, String receipt, @Nullable String upload) implements ServerMessage {}

    /// You two will not meet again.
    @JsonTypeName("blocked")
    record Blocked(String room) implements ServerMessage {}

    /// Another tab has your session now; the close follows.
    ///
    /// @param token to resume with, should the visitor want it back here
    @JsonTypeName("replaced")
    record Replaced(String token) implements ServerMessage {}

    /// Something was decided about you: after `welcome`, a warning that you have not noted yet; before `evicted`, what
    /// you
    /// are sent away for.
    @JsonTypeName("judged")
    record Judged(Statement statement) implements ServerMessage {}

    /// The server sends you away; the close follows.
    @JsonTypeName("evicted")
    record Evicted(Eviction reason) implements ServerMessage {}

    /// What you asked for was refused, and why.
    ///
    /// @param about      the message type it answers, where it could be read
    /// @param detail     names the field and the rule, never the content
    /// @param retryAfter seconds, with `too-fast`
    @JsonTypeName("refused")
    record Refused(
            Refusal code,
            @Nullable String about,
            String detail,
            @Nullable Integer retryAfter) implements ServerMessage {}

    /// Yes.
    @JsonTypeName("pong")
    record Pong() implements ServerMessage {}
}
