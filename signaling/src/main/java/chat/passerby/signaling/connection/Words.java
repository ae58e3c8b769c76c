package chat.passerby.signaling.connection;

import chat.passerby.signaling.limits.Limit;
import chat.passerby.signaling.protocol.Bounds;
import chat.passerby.signaling.protocol.ClientMessage;
import chat.passerby.signaling.protocol.Refusal;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.Locale;

/// What a message is called, and which limits it spends.
final class Words {
    private static final List<Limit> SMALL = List.of(Limit.MESSAGE, Limit.SMALL);
    private static final List<Limit> FIND = List.of(Limit.MESSAGE, Limit.FIND, Limit.PAIRING);
    private static final List<Limit> NEXT = List.of(Limit.MESSAGE, Limit.NEXT, Limit.PAIRING);
    private static final List<Limit> DEPOSIT = List.of(Limit.MESSAGE, Limit.DEPOSIT);
    private static final List<Limit> DESCRIPTION = List.of(Limit.MESSAGE, Limit.DESCRIPTION);
    private static final List<Limit> CANDIDATE = List.of(Limit.MESSAGE, Limit.CANDIDATE);
    private static final List<Limit> CHAT = List.of(Limit.MESSAGE, Limit.CHAT);
    private static final List<Limit> REPORT = List.of(Limit.MESSAGE, Limit.REPORT, Limit.REPORTS);
    private static final List<Limit> BLOCK = List.of(Limit.MESSAGE, Limit.BLOCK);

    private Words() {}

    static String typeOf(ClientMessage message) {
        return message.getClass().getAnnotation(JsonTypeName.class).value();
    }

    static String of(Limit row) {
        return row.perMinute() + " a minute (" + row.name().toLowerCase(Locale.ROOT) + ")";
    }

    /// What a refusal says, where there is no field to name.
    static String why(Refusal refusal) {
        return switch (refusal) {
            case MALFORMED, UNKNOWN_TYPE, UNKNOWN_FIELD, INVALID -> "not a message of this version";
            case HELLO_FIRST -> "hello must come first";
            case HELLO_TWICE -> "hello was said on this connection";
            case VERSION -> "no version in common";
            case UNKNOWN_LANE -> "no such lane here";
            case AGE -> "this site asks for a proof of age";
            case UNKNOWN_TOKEN -> "token unknown, used or expired";
            case TOO_FAST -> "too many";
            case BUSY -> "too many wait from your network, try again soon";
            case DRAINING -> "the server is about to restart, try again soon";
            case NO_PATH -> "that path is not offered here, or no relay answers just now; you rest";
            case OTHER_ROOM -> "you do not sit in that room; nobody was told";
            case IN_ROOM -> "you are in a conversation: say next or stop first";
            case TEXT_ONLY -> "this is a text conversation";
            case TOO_MANY_CANDIDATES -> "at most " + Bounds.CANDIDATES + " candidates after a description";
            case LINE_GAP -> "lines must come in order, without a gap";
            case UNKNOWN_ROOM -> "you had no seat in that room, or it ended over 30 minutes ago";
            case BAD_SEAL -> "an attached line is not as it was relayed in that room";
            case REPORTED -> "you reported this conversation already";
            case STORAGE -> "the report could not be stored, try again later; you two will not meet again";
        };
    }

    static List<Limit> limitsOf(ClientMessage message) {
        return switch (message) {
            case ClientMessage.Find find -> FIND;
            case ClientMessage.Next next -> NEXT;
            case ClientMessage.Deposit deposit -> DEPOSIT;
            case ClientMessage.Offer offer -> DESCRIPTION;
            case ClientMessage.Answer answer -> DESCRIPTION;
            case ClientMessage.Candidate candidate -> CANDIDATE;
            case ClientMessage.Chat chat -> CHAT;
            case ClientMessage.Report report -> REPORT;
            case ClientMessage.Block block -> BLOCK;
            case ClientMessage.Hello hello -> SMALL;
            case ClientMessage.Stop stop -> SMALL;
            case ClientMessage.Here here -> SMALL;
            case ClientMessage.Received received -> SMALL;
            case ClientMessage.Typing typing -> SMALL;
            case ClientMessage.Media media -> SMALL;
            case ClientMessage.Noted noted -> SMALL;
            case ClientMessage.Ping ping -> SMALL;
        };
    }
}
