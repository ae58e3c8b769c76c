package chat.passerby.signaling.protocol;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a browser says. Each word is a record that cannot hold a wrong value; `docs/protocol.md` tells when it is said.
///
/// A component is required unless it is `@Nullable`; then it is left out, never `null`. The annotations name the bounds
/// for the generated schema, the constructors hold them.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface ClientMessage {

    /// The first message: which versions the client speaks, who it is, and what it comes back to.
    ///
    /// @param versions   the protocol versions spoken, one at least
    /// @param browserKey as an earlier `welcome` gave it to this browser
    /// @param lane       the hoster's secret for a lane of its own
    /// @param age        a proof of age, where the hoster asks for one
    /// @param resume     present when the tab had a session
    @JsonTypeName("hello")
    record Hello(
            @Size(min = 1, max = Bounds.VERSIONS) List<@Min(1) Integer> versions,
            @Nullable @Pattern(regexp = Check.KEY_128) String browserKey,
            @Nullable @Pattern(regexp = Check.LANE) String lane,
            @Nullable @Size(min = 1, max = Bounds.AGE) String age,
            @Nullable Resume resume)
            implements ClientMessage {
        public Hello {
            versions = Check.list("versions", versions, 1, Bounds.VERSIONS);
            for (int version : versions) Check.atLeast("versions", version, 1);
            Check.matches("browserKey", browserKey, Check.KEY_128);
            Check.matches("lane", lane, Check.LANE);
            if (age != null) Check.code("age", age, 1, Bounds.AGE);
        }
    }

    /// What a tab that had a session brings back.
    ///
    /// @param token       the session token of the last `welcome`
    /// @param ticket      the newest room ticket, if there was a conversation: it counts when the server restarted
    /// @param received    the last line id got from the partner, 0 if none
    /// @param negotiation of the peer connection still held, 0 if there is none
    record Resume(
            @Pattern(regexp = Check.KEY_256) String token,
            @Nullable @Size(min = 1, max = Bounds.TICKET) String ticket,
            @Min(0) int received,
            @Min(0) @Max(Bounds.NEGOTIATION) int negotiation) {
        public Resume {
            Check.matches("token", token, Check.KEY_256);
            if (ticket != null) Check.code("ticket", ticket, 1, Bounds.TICKET);
            Check.atLeast("received", received, 0);
            Check.between("negotiation", negotiation, 0, Bounds.NEGOTIATION);
        }
    }

    /// Find me somebody; while waiting: with these preferences instead.
    ///
    /// @param interests up to eight tags; compared lower-case, NFKC, with single spaces
    /// @param languages primary language subtags (BCP 47), none means any
    /// @param path      for video: of those that `welcome` offered; absent, the first of them
    @JsonTypeName("find")
    record Find(
            Mode mode,
            Role role,
            @Size(max = Bounds.INTERESTS) List<@Size(min = 1, max = Bounds.INTEREST) String> interests,
            @Size(max = Bounds.LANGUAGES) List<@Pattern(regexp = Check.LANGUAGE) String> languages,
            @Nullable MediaPath path)
            implements ClientMessage {
        public Find {
            interests = Check.interests(interests);
            languages = Check.list("languages", languages, 0, Bounds.LANGUAGES);
            for (String language : languages) Check.matches("languages", language, Check.LANGUAGE);
        }
    }

    /// Leave this room and find the next partner, with the preferences of the last `find`.
    ///
    /// @param path instead of the last one
    @JsonTypeName("next")
    record Next(
            @Pattern(regexp = Check.KEY_128) String room,
            @Nullable MediaPath path) implements ClientMessage {
        public Next {
            Check.room(room);
        }
    }

    /// Leave the line or the room, and rest.
    @JsonTypeName("stop")
    record Stop() implements ClientMessage {}

    /// Someone is here: the page is in sight. Said once for each room; without it the partner goes back to the line.
    @JsonTypeName("here")
    record Here(@Pattern(regexp = Check.KEY_128) String room) implements ClientMessage {
        public Here {
            Check.room(room);
        }
    }

    /// A complete offer, prepared while waiting for video.
    ///
    /// @param n counts the deposits of this connection from 1
    @JsonTypeName("deposit")
    record Deposit(
            @Min(1) int n,
            @Size(min = 1, max = Bounds.DEPOSIT) String sdp) implements ClientMessage {
        public Deposit {
            Check.atLeast("n", n, 1);
            Check.sdp("sdp", sdp, Bounds.DEPOSIT);
        }
    }

    /// A session description that starts or changes the media (RFC 9429).
    @JsonTypeName("offer")
    record Offer(
            @Pattern(regexp = Check.KEY_128) String room,
            @Min(1) int negotiation,
            @Size(min = 1, max = Bounds.SDP) String sdp)
            implements ClientMessage {
        public Offer {
            Check.room(room);
            Check.atLeast("negotiation", negotiation, 1);
            Check.sdp("sdp", sdp, Bounds.SDP);
        }
    }

    /// The answer to the partner's offer.
    @JsonTypeName("answer")
    record Answer(
            @Pattern(regexp = Check.KEY_128) String room,
            @Min(1) int negotiation,
            @Size(min = 1, max = Bounds.SDP) String sdp)
            implements ClientMessage {
        public Answer {
            Check.room(room);
            Check.atLeast("negotiation", negotiation, 1);
            Check.sdp("sdp", sdp, Bounds.SDP);
        }
    }

    /// One ICE candidate (RFC 8838, trickle), with the fields of the browser's `RTCIceCandidate`. An empty `candidate`
    /// ends the candidates.
    @JsonTypeName("candidate")
    record Candidate(
            @Pattern(regexp = Check.KEY_128) String room,
            @Min(1) int negotiation,
            @Size(max = Bounds.CANDIDATE) String candidate,
            @Nullable @Size(max = 16) String sdpMid,
            @Nullable @Min(0) @Max(2) Integer sdpMLineIndex,
            @Nullable @Size(max = 256) String usernameFragment)
            implements ClientMessage {
        public Candidate {
            Check.room(room);
            Check.atLeast("negotiation", negotiation, 1);
            Check.code("candidate", candidate, 0, Bounds.CANDIDATE);
            if (sdpMid != null) Check.code("sdpMid", sdpMid, 0, 16);
            if (sdpMLineIndex != null) Check.between("sdpMLineIndex", sdpMLineIndex, 0, 2);
            if (usernameFragment != null) Check.code("usernameFragment", usernameFragment, 0, 256);
        }
    }

    /// A line of chat.
    ///
    /// @param line this sender's number for it in this room: 1, 2, 3 …
    @JsonTypeName("chat")
    record Chat(
            @Pattern(regexp = Check.KEY_128) String room,
            @Min(1) int line,
            @Size(min = 1, max = Bounds.TEXT) String text)
            implements ClientMessage {
        public Chat {
            Check.room(room);
            Check.atLeast("line", line, 1);
            Check.text("text", text, Bounds.TEXT);
        }
    }

    /// I have the partner's lines up to this one.
    @JsonTypeName("received")
    record Received(
            @Pattern(regexp = Check.KEY_128) String room,
            @Min(1) int line) implements ClientMessage {
        public Received {
            Check.room(room);
            Check.atLeast("line", line, 1);
        }
    }

    /// I am writing: holds for five seconds, or until my next line.
    @JsonTypeName("typing")
    record Typing(@Pattern(regexp = Check.KEY_128) String room) implements ClientMessage {
        public Typing {
            Check.room(room);
        }
    }

    /// What I send just now, and whether I look at what comes.
    ///
    /// @param microphone whether I can be heard
    /// @param camera     whether my camera is on
    /// @param shown      whether the picture is clear, not a blurred or placeholder one
    /// @param looks      whether I see and hear the partner, not a blurred picture without sound
    @JsonTypeName("media")
    record Media(
            @Pattern(regexp = Check.KEY_128) String room,
            boolean microphone,
            boolean camera,
            boolean shown,
            boolean looks)
            implements ClientMessage {
        public Media {
            Check.room(room);
        }
    }

    /// Report the partner of this room, now or up to 30 minutes after its end. Ends the room; never these two again.
    ///
    /// @param note  words for the moderator
    /// @param lines the lines of chat to attach, as sealed by the server
    /// @param frame a picture of what I saw will follow, if `reported` lets it
    @JsonTypeName("report")
    record Report(
            @Pattern(regexp = Check.KEY_128) String room,
            Reason reason,
            @Nullable @Size(min = 1, max = Bounds.TEXT) String note,
            @Size(max = Bounds.LINES) List<SealedLine> lines,
            boolean frame)
            implements ClientMessage {
        public Report {
            Check.room(room);
            if (note != null) Check.text("note", note, Bounds.TEXT);
            lines = Check.list("lines", lines, 0, Bounds.LINES);
        }
    }

    /// As a report, without one: ends the room; never these two again.
    @JsonTypeName("block")
    record Block(@Pattern(regexp = Check.KEY_128) String room) implements ClientMessage {
        public Block {
            Check.room(room);
        }
    }

    /// I have read the warning with this code: it need not be told again.
    @JsonTypeName("noted")
    record Noted(@Size(min = 1, max = Bounds.CODE) String code) implements ClientMessage {
        public Noted {
            Check.code("code", code, 1, Bounds.CODE);
        }
    }

    /// Are you there? Browsers cannot send a WebSocket ping.
    @JsonTypeName("ping")
    record Ping() implements ClientMessage {}
}
