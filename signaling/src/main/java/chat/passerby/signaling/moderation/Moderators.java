package chat.passerby.signaling.moderation;

import chat.passerby.signaling.moderation.audit.Action;
import chat.passerby.signaling.moderation.audit.Actor;
import chat.passerby.signaling.moderation.audit.Entry;
import chat.passerby.signaling.session.Secrets;
import chat.passerby.signaling.store.StorageException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/// Who may decide: made by whoever runs the machine, invited once, recognised by passkeys. Any thread; every method
/// waits for the disk.
public final class Moderators {
    /// How long an invitation is good.
    public static final Duration INVITED = Duration.ofHours(24);

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,39}");
    private static final int HANDLE_BITS = 512;

    private static final String SELECT = """
            select m.*, (select count(*) from passkey p where p.moderator = m.id) as passkeys from moderator m
            where m.removed is null and
            """;

    private final Office office;
    private final SecureRandom random = new SecureRandom();

    public Moderators(Office office) {
        this.office = office;
    }

    /// What a name must be.
    public static boolean canBeNamed(String name) {
        return NAME.matcher(name).matches();
    }

    /// Makes a moderator, and their invitation; empty if the name is taken.
    public Optional<Invitation> add(String name, Instant now) throws StorageException {
        if (!canBeNamed(name)) throw new IllegalArgumentException("a name must match " + NAME);
        return office.store().write(handle -> {
            if (named(handle, name).isPresent()) return Optional.empty();
            var id = new ModeratorId(
                    handle.createUpdate("insert into moderator (name, handle, created) values (?, ?, ?)")
                            .bind(0, name)
                            .bind(1, Secrets.random(HANDLE_BITS))
                            .bind(2, now.toEpochMilli())
                            .executeAndReturnGeneratedKeys("id")
                            .mapTo(Long.class)
                            .one());
            audit(handle, Actor.OPERATOR, Action.ADDED, id, now);
            return Optional.of(invite(handle, id, now));
        });
    }

    /// Invites again: for a new device, or a lost passkey. Earlier invitations end; passkeys stay.
    public Optional<Invitation> invite(String name, Instant now) throws StorageException {
        return office.store()
                .write(handle -> named(handle, name).map(person -> {
                    audit(handle, Actor.OPERATOR, Action.INVITED, person.id(), now);
                    return invite(handle, person.id(), now);
                }));
    }

    private Invitation invite(Handle handle, ModeratorId id, Instant now) {
        var invitation = new Invitation(id, Code.draw(random), now.plus(INVITED));
        handle.execute("delete from invitation where moderator = ?", id.value());
        handle.execute(
                "insert into invitation (code, moderator, expires) values (?, ?, ?)",
                invitation.code().hash(),
                id.value(),
                invitation.expires().toEpochMilli());
        return invitation;
    }

    /// Removes a moderator, with passkeys and invitations. Their decisions stand.
    ///
    /// @return whether there was one of this name
    public boolean remove(String name, Instant now) throws StorageException {
        return office.store().write(handle -> {
            Optional<Person> person = named(handle, name);
            person.ifPresent(it -> {
                long id = it.id().value();
                handle.execute("delete from passkey where moderator = ?", id);
                handle.execute("delete from invitation where moderator = ?", id);
                handle.execute("update docket set taker = null, taken_until = null where taker = ?", id);
                handle.execute("update moderator set name = null, removed = ? where id = ?", now.toEpochMilli(), id);
                audit(handle, Actor.OPERATOR, Action.REMOVED, it.id(), now);
            });
            return person.isPresent();
        });
    }

    /// All of them, in the order in which they were made.
    public List<Person> list() throws StorageException {
        return office.store()
                .read(handle -> handle.createQuery(SELECT + "1 order by m.id")
                        .map((row, _) -> person(row))
                        .list());
    }

    /// Whether there is one: without, there is no page for them.
    public boolean any() throws StorageException {
        return office.store()
                .read(handle -> handle.createQuery("select exists (select 1 from moderator where removed is null)")
                        .mapTo(Boolean.class)
                        .one());
    }

    public Optional<Person> get(ModeratorId id) throws StorageException {
        return office.store().read(handle -> get(handle, id));
    }

    /// Whose WebAuthn user handle this is.
    public Optional<Person> of(UserHandle userHandle) throws StorageException {
        return office.store()
                .read(handle -> handle.createQuery(SELECT + "m.handle = ?")
                        .bind(0, userHandle.value())
                        .map((row, _) -> person(row))
                        .findOne());
    }

    public Optional<Person> named(String name) throws StorageException {
        return office.store().read(handle -> named(handle, name));
    }

    /// Whom this invitation is for, if it is good. It stays good.
    public Optional<Person> invited(Code invitation, Instant now) throws StorageException {
        return office.store().read(handle -> invited(handle, invitation, now));
    }

    /// Takes an invitation, once, and keeps the passkey that was made with it.
    ///
    /// @return the moderator; empty if the invitation is not good, not for them, or the passkey is there already
    public Optional<Person> join(Code invitation, Passkey passkey, Instant now) throws StorageException {
        return office.store().write(handle -> {
            Optional<Person> person = invited(handle, invitation, now)
                    .filter(it -> it.id().equals(passkey.moderator()))
                    .filter(_ -> Passkeys.insert(handle, passkey));
            person.ifPresent(it -> {
                handle.execute("delete from invitation where code = ?", (Object) invitation.hash());
                audit(handle, Actor.moderator(it.id().value()), Action.JOINED, it.id(), now);
            });
            return person.flatMap(it -> get(handle, it.id()));
        });
    }

    public List<Passkey> passkeys(ModeratorId moderator) throws StorageException {
        return office.store().read(handle -> Passkeys.of(handle, moderator));
    }

    /// @param credential base64url
    public Optional<Passkey> passkey(String credential) throws StorageException {
        return office.store().read(handle -> Passkeys.find(handle, credential));
    }

    /// Somebody signed in with this passkey. That is audited.
    ///
    /// @param counter as the authenticator counts now
    public void signedIn(Passkey passkey, long counter, Instant now) throws StorageException {
        office.store().write(handle -> {
            Passkeys.used(handle, passkey.credential(), counter, now);
            audit(handle, Actor.moderator(passkey.moderator().value()), Action.SIGNED_IN, passkey.moderator(), now);
            return passkey;
        });
    }

    /// How many can sign in.
    static int working(Handle handle) {
        return handle.createQuery("""
                        select count(*) from moderator m
                        where m.removed is null and exists (select 1 from passkey p where p.moderator = m.id)
                        """).mapTo(Integer.class).one();
    }

    private static Optional<Person> get(Handle handle, ModeratorId id) {
        return handle.createQuery(SELECT + "m.id = ?")
                .bind(0, id.value())
                .map((row, _) -> person(row))
                .findOne();
    }

    private static Optional<Person> named(Handle handle, String name) {
        return handle.createQuery(SELECT + "m.name = ?")
                .bind(0, name)
                .map((row, _) -> person(row))
                .findOne();
    }

    private static Optional<Person> invited(Handle handle, Code invitation, Instant now) {
        return handle.createQuery(SELECT + "m.id = (select moderator from invitation where code = ? and expires > ?)")
                .bind(0, invitation.hash())
                .bind(1, now.toEpochMilli())
                .map((row, _) -> person(row))
                .findOne();
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                new ModeratorId(row.getLong("id")),
                row.getString("name"),
                new UserHandle(row.getString("handle")),
                Instant.ofEpochMilli(row.getLong("created")),
                row.getInt("passkeys"));
    }

    /// The detail is the moderator's number.
    private void audit(Handle handle, Actor actor, Action action, ModeratorId id, Instant now) {
        office.audit().append(handle, new Entry(now, actor, action, Long.toString(id.value()), null, null));
    }
}
