package chat.passerby.signaling.console;

import chat.passerby.signaling.moderation.ModeratorId;
import chat.passerby.signaling.moderation.Moderators;
import chat.passerby.signaling.moderation.Person;
import chat.passerby.signaling.store.StorageException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What moderators are called, and which of them asks. Immutable.
///
/// @param me      who asks
/// @param several whether more than one can sign in
record Names(ModeratorId me, boolean several, Map<ModeratorId, String> all) {
    Names {
        all = Map.copyOf(all);
    }

    static Names of(Moderators moderators, Person me) throws StorageException {
        List<Person> people = moderators.list();
        return new Names(
                me.id(),
                people.stream().filter(person -> person.passkeys() > 0).count() > 1,
                people.stream().collect(Collectors.toMap(Person::id, Person::name)));
    }

    /// Whoever was removed has no name any more.
    String of(ModeratorId id) {
        return all.getOrDefault(id, "moderator " + id.value());
    }
}
