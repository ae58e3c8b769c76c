package chat.passerby.signaling.moderation;

import chat.passerby.signaling.moderation.evidence.Vault;
import chat.passerby.signaling.moderation.evidence.Vault.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Pictures of reporters' own screens, never decoded here. Immutable; on the store's thread.
record Frames(Vault vault) {
    /// One picture, in bytes.
    static final int LARGEST = 200_000;
    /// Pictures of one case.
    static final int MOST = 20;
    /// How long a code to send one is good.
    static final Duration UPLOAD = Duration.ofMinutes(2);

    private static final String JPEG = "frame.jpeg";

    /// Whether this case can have another.
    static boolean room(Handle handle, CaseId docket) {
        return handle.createQuery("""
                        select count(*) from report r where r.docket = ?
                            and (r.upload is not null or exists (select 1 from frame f where f.report = r.id))
                        """)
                        .bind(0, docket.value())
                        .mapTo(Integer.class)
                        .one()
                < MOST;
    }

    static void expect(Handle handle, Code receipt, Code upload, Instant now) {
        handle.execute(
                "update report set upload = ?, upload_until = ? where receipt = ?",
                upload.hash(),
                now.plus(UPLOAD).toEpochMilli(),
                receipt.hash());
    }

    /// Takes the one that this code was given for, once and in time.
    ///
    /// @return the case it belongs to
    Optional<CaseId> take(Handle handle, Code upload, byte[] jpeg, Instant now) {
        record Expected(long report, CaseId docket) {}
        Optional<Expected> expected = handle.createQuery("""
                        update report set upload = null, upload_until = null
                        where upload = ? and upload_until > ? returning id, docket
                        """)
                .bind(0, upload.hash())
                .bind(1, now.toEpochMilli())
                .map((row, _) -> new Expected(row.getLong("id"), new CaseId(row.getLong("docket"))))
                .findOne();
        expected.ifPresent(it -> handle.execute(
                "insert or replace into frame (report, sealed_jpeg) values (?, ?)",
                it.report,
                vault.lock(new Place(JPEG, it.report), jpeg)));
        return expected.map(Expected::docket);
    }

    Optional<byte[]> read(Handle handle, CaseId docket, long report) {
        return handle.createQuery("""
                        select f.sealed_jpeg from frame f join report r on r.id = f.report
                        where f.report = ? and r.docket = ?
                        """)
                .bind(0, report)
                .bind(1, docket.value())
                .mapTo(byte[].class)
                .findOne()
                .flatMap(locked -> vault.open(new Place(JPEG, report), locked));
    }
}
