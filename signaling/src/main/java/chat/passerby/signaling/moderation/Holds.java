package chat.passerby.signaling.moderation;

import chat.passerby.signaling.moderation.audit.Action;
import chat.passerby.signaling.moderation.audit.Actor;
import chat.passerby.signaling.moderation.audit.Entry;
import chat.passerby.signaling.moderation.evidence.Vault.Place;
import chat.passerby.signaling.store.StorageException;
import java.time.Duration;
import java.time.Instant;

/// Legal holds: a case that an authority or a court will ask for is kept a year, all of it. Any thread; every method
/// waits for the disk.
public final class Holds {
    /// How long one lasts.
    public static final Duration LASTS = Duration.ofDays(365);

    private final Office office;

    public Holds(Office office) {
        this.office = office;
    }

    /// Holds a case for a year from now, whether it was held before or not.
    ///
    /// @param reason for whom and why; it must not be blank
    /// @return whether there is such a case
    public boolean hold(CaseId id, ModeratorId by, String reason, Instant now) throws StorageException {
        if (reason.isBlank()) throw new IllegalArgumentException("a hold must have a reason");
        return office.store().write(handle -> {
            boolean held = handle.createUpdate("""
                            update docket set held_until = :until, held_by = :by, sealed_hold = :reason where id = :id
                            """)
                            .bind("until", now.plus(LASTS).toEpochMilli())
                            .bind("by", by.value())
                            .bind("reason", office.vault().lock(new Place(Docket.HOLD, id.value()), reason.strip()))
                            .bind("id", id.value())
                            .execute()
                    > 0;
            if (held) office.audit().append(handle, entry(Action.HELD, id, by, now));
            return held;
        });
    }

    /// Ends a hold: from now on the usual times count.
    ///
    /// @return whether the case was held
    public boolean release(CaseId id, ModeratorId by, Instant now) throws StorageException {
        return office.store().write(handle -> {
            boolean released = handle.createUpdate("""
                            update docket set held_until = null, held_by = null, sealed_hold = null
                            where id = ? and held_until is not null
                            """).bind(0, id.value()).execute() > 0;
            if (released) office.audit().append(handle, entry(Action.RELEASED, id, by, now));
            return released;
        });
    }

    private static Entry entry(Action action, CaseId id, ModeratorId by, Instant now) {
        return new Entry(now, Actor.moderator(by.value()), action, "", id.value(), null);
    }
}
