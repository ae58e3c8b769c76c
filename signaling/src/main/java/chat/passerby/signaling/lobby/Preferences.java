package chat.passerby.signaling.lobby;

import chat.passerby.signaling.protocol.ClientMessage;
import chat.passerby.signaling.protocol.MediaPath;
import chat.passerby.signaling.protocol.Mode;
import chat.passerby.signaling.protocol.Role;
import chat.passerby.signaling.session.RoomTicket;
import java.util.Collections;
import java.util.List;

/// Whom someone wishes to meet. The mode always binds, the rest loosens with the wait.
///
/// @param path      how one's own media may travel: it binds nobody else's choice, and nobody waits for it
/// @param interests normalised; none means no wish
/// @param languages primary subtags; none means any
public record Preferences(Mode mode, MediaPath path, Role role, List<String> interests, List<String> languages) {
    /// Words alone show no address.
    public Preferences {
        if (mode == Mode.TEXT) path = MediaPath.DIRECT;
    }

    /// @param path as it was granted
    public static Preferences of(ClientMessage.Find find, MediaPath path) {
        return new Preferences(find.mode(), path, find.role(), find.interests(), find.languages());
    }

    public static Preferences of(RoomTicket ticket) {
        return new Preferences(
                ticket.mode(), ticket.me().path(), ticket.me().role(), ticket.interests(), ticket.languages());
    }

    Preferences on(MediaPath other) {
        return new Preferences(mode, other, role, interests, languages);
    }

    List<String> shared(Preferences other) {
        return interests.stream().filter(other.interests::contains).toList();
    }

    boolean sharesInterest(Preferences other) {
        return !Collections.disjoint(interests, other.interests);
    }

    boolean sharesLanguage(Preferences other) {
        return languages.isEmpty() || other.languages.isEmpty() || !Collections.disjoint(languages, other.languages);
    }
}
