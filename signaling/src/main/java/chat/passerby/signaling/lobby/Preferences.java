package chat.passerby.signaling.lobby;

import chat.passerby.signaling.protocol.ClientMessage;
import chat.passerby.signaling.protocol.Mode;
import chat.passerby.signaling.protocol.Role;
import chat.passerby.signaling.session.RoomTicket;
import java.util.Collections;
import java.util.List;

/// Whom someone wishes to meet. The mode always binds, the rest loosens with the wait.
///
/// @param interests normalised; none means no wish
/// @param languages primary subtags; none means any
public record Preferences(Mode mode, Role role, List<String> interests, List<String> languages) {

    public static Preferences of(ClientMessage.Find find) {
        return new Preferences(find.mode(), find.role(), find.interests(), find.languages());
    }

    public static Preferences of(RoomTicket ticket) {
        return new Preferences(ticket.mode(), ticket.me().role(), ticket.interests(), ticket.languages());
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
