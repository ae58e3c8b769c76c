package chat.passerby.signaling.console;

import static chat.passerby.signaling.console.Reply.refused;

import chat.passerby.signaling.console.Reply.Refusal;
import chat.passerby.signaling.moderation.Moderators;
import chat.passerby.signaling.moderation.Person;
import chat.passerby.signaling.store.StorageException;
import java.time.Instant;
import java.util.Optional;

/// Answers questions that were let in. Any thread; it waits for the disk.
final class Staff {
    private final Premises premises;
    private final Moderators moderators;
    private final Shifts shifts;
    private final Entrance entrance;
    private final Casework casework;

    Staff(Premises premises, Moderators moderators, Shifts shifts) {
        this.premises = premises;
        this.moderators = moderators;
        this.shifts = shifts;
        entrance = new Entrance(moderators, new Ceremonies(premises.address(), premises.steady()), shifts);
        casework = new Casework(premises, moderators);
    }

    Reply outside(Ask.Outside ask) {
        return whileItWorks(() -> entrance.answer(ask, premises.now()));
    }

    /// Whoever was removed is out at once, whatever their browser holds.
    Reply inside(Ask.Inside ask, String secret, Shift shift) {
        return whileItWorks(() -> {
            Instant now = premises.now();
            Optional<Person> person = moderators.get(shift.moderator());
            if (ask instanceof Ask.SignOut || person.isEmpty()) shifts.end(secret);
            if (ask instanceof Ask.SignOut) return new Reply.SignedOut();
            if (person.isEmpty()) return refused(Refusal.SIGNED_OUT, "you are no moderator any more");
            return casework.answer(ask, person.get(), now);
        });
    }

    @FunctionalInterface
    private interface Work {
        Reply done() throws StorageException;
    }

    private static Reply whileItWorks(Work work) {
        try {
            return work.done();
        } catch (StorageException e) {
            return refused(Refusal.STORAGE, "the database does not work; the server's log says why");
        }
    }
}
