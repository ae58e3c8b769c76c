package chat.passerby.signaling.session;

import chat.passerby.signaling.protocol.MediaPath;
import chat.passerby.signaling.protocol.Mode;
import chat.passerby.signaling.protocol.Role;
import chat.passerby.signaling.protocol.Side;
import java.util.List;

/// What lets a conversation outlive the process: one seat's view of its room. The tab holds it, encrypted, and presents
/// it with its token after a restart.
///
/// @param lane      empty for the public one
/// @param me        whose ticket this is
/// @param interests of mine, for the `next` after the restart
/// @param languages of mine, likewise
/// @param token     the hash of the session token that was current when it was issued
/// @param issued    milliseconds since 1970
public record RoomTicket(
        RoomId room,
        Mode mode,
        String lane,
        Side side,
        Holder me,
        List<String> interests,
        List<String> languages,
        Holder partner,
        TokenHash token,
        long issued) {

    /// One who sits in the room.
    public record Holder(
            VisitorId visitor, String alias, MediaPath path, Role role, BrowserId browser, NetworkId network) {}
}
