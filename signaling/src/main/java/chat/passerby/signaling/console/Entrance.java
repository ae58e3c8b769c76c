package chat.passerby.signaling.console;

import static chat.passerby.signaling.console.Reply.refused;

import chat.passerby.signaling.console.Reply.Refusal;
import chat.passerby.signaling.metrics.Counter;
import chat.passerby.signaling.moderation.Code;
import chat.passerby.signaling.moderation.Moderators;
import chat.passerby.signaling.moderation.Passkey;
import chat.passerby.signaling.moderation.Person;
import chat.passerby.signaling.store.StorageException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Lets moderators in: by an invitation, once, and by their passkey from then on. Whatever is wrong, the answer is the
/// same. Any thread; it waits for the disk.
final class Entrance {
    private final Moderators moderators;
    private final Ceremonies ceremonies;
    private final Shifts shifts;

    Entrance(Moderators moderators, Ceremonies ceremonies, Shifts shifts) {
        this.moderators = moderators;
        this.ceremonies = ceremonies;
        this.shifts = shifts;
    }

    /// @param name whose invitation it is
    record Ceremony(
            String ceremony, String options, @Nullable String name) {}

    record Welcome(String name) {}

    Reply answer(Ask.Outside ask, Instant now) throws StorageException {
        return switch (ask) {
            case Ask.Invited(String code) -> invited(code, now);
            case Ask.Register(String ceremony, String credential) -> register(ceremony, credential, now);
            case Ask.Challenge() -> {
                Ceremonies.Begun begun = ceremonies.enter();
                yield new Reply.Json(new Ceremony(begun.ceremony(), begun.options(), null));
            }
            case Ask.SignIn(String ceremony, String credential) -> signIn(ceremony, credential, now);
        };
    }

    private Reply invited(String typed, Instant now) throws StorageException {
        Optional<Code> code = Code.parse(typed);
        Optional<Person> person = code.isEmpty() ? Optional.empty() : moderators.invited(code.get(), now);
        if (person.isEmpty()) return unknown();
        Ceremonies.Begun begun = ceremonies.join(
                code.get(), person.get(), moderators.passkeys(person.get().id()));
        return new Reply.Json(
                new Ceremony(begun.ceremony(), begun.options(), person.get().name()));
    }

    private Reply register(String ceremony, String credential, Instant now) throws StorageException {
        Optional<Ceremonies.Joined> joined = ceremonies.joined(ceremony, credential, now);
        Optional<Person> person = joined.isEmpty()
                ? Optional.empty()
                : moderators.join(joined.get().invitation(), joined.get().passkey(), now);
        return person.map(this::begin).orElseGet(Entrance::unknown);
    }

    private Reply signIn(String ceremony, String credential, Instant now) throws StorageException {
        Optional<String> claimed = Ceremonies.claimed(credential);
        Optional<Passkey> passkey = claimed.isEmpty() ? Optional.empty() : moderators.passkey(claimed.get());
        Optional<Person> person = passkey.isEmpty()
                ? Optional.empty()
                : moderators.get(passkey.get().moderator());
        if (person.isEmpty()) return unknown();
        Optional<Long> counter = ceremonies.entered(ceremony, credential, passkey.get(), person.get());
        if (counter.isEmpty()) return unknown();
        moderators.signedIn(passkey.get(), counter.get(), now);
        return begin(person.get());
    }

    private Reply begin(Person person) {
        return new Reply.SignedIn(shifts.begin(person.id(), person.name()), new Welcome(person.name()));
    }

    private static Reply unknown() {
        Counter.TURNED_AWAY.increment();
        return refused(
                Refusal.UNKNOWN,
                "not known here, used already, or too late; ./passerby moderator invite makes a new one");
    }
}
