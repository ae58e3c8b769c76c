package chat.passerby.signaling.moderation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Reads and writes passkeys. On the store's thread.
final class Passkeys {
    private Passkeys() {}

    /// @return whether it is new
    static boolean insert(Handle handle, Passkey passkey) {
        return handle.createUpdate("""
                        insert into passkey (credential, moderator, public_key, counter, created)
                        values (:credential, :moderator, :key, :counter, :created) on conflict do nothing
                        """)
                        .bind("credential", passkey.credential())
                        .bind("moderator", passkey.moderator().value())
                        .bind("key", passkey.publicKey())
                        .bind("counter", passkey.counter())
                        .bind("created", passkey.created().toEpochMilli())
                        .execute()
                > 0;
    }

    static void used(Handle handle, String credential, long counter, Instant now) {
        handle.execute(
                "update passkey set counter = ?, used = ? where credential = ?",
                counter,
                now.toEpochMilli(),
                credential);
    }

    static List<Passkey> of(Handle handle, ModeratorId moderator) {
        return handle.createQuery("select * from passkey where moderator = ? order by created")
                .bind(0, moderator.value())
                .map((row, _) -> passkey(row))
                .list();
    }

    static Optional<Passkey> find(Handle handle, String credential) {
        return handle.createQuery("select * from passkey where credential = ?")
                .bind(0, credential)
                .map((row, _) -> passkey(row))
                .findOne();
    }

    private static Passkey passkey(ResultSet row) throws SQLException {
        return new Passkey(
                row.getString("credential"),
                new ModeratorId(row.getLong("moderator")),
                row.getString("public_key"),
                row.getLong("counter"),
                Instant.ofEpochMilli(row.getLong("created")),
                Columns.instant(row, "used"));
    }
}
