package chat.passerby.signaling.moderation;

import chat.passerby.signaling.moderation.audit.Action;
import chat.passerby.signaling.moderation.audit.Actor;
import chat.passerby.signaling.moderation.audit.Entry;
import chat.passerby.signaling.store.StorageException;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes one case out, for an authority that may ask for it: a zip with `case.json` and the frames. Any thread.
public final class Bundles {
    private static final int MOST = 10_000;
    /// All in ASCII: whatever a visitor wrote, it does nothing to a terminal.
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .changeDefaultPropertyInclusion(it -> it.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private final Office office;
    private final Reports reports;
    private final Frames frames;

    public Bundles(Office office) {
        this.office = office;
        reports = new Reports(office.vault());
        frames = new Frames(office.vault());
    }

    /// What stands in `case.json`. Browsers and networks are keyed hashes.
    private record Written(
            long id,
            Instant exported,
            @Nullable Instant closed,
            @Nullable Hold hold,
            List<StoredReport> reports,
            List<Ruled> decisions) {}

    /// The bundle of a case; empty if there is none. This waits for the disk, and that it was written is audited.
    public Optional<byte[]> export(CaseId id, ModeratorId by, Instant now) throws StorageException {
        return office.store().write(handle -> {
            Optional<Docket> docket = Docket.find(handle, office.vault(), id);
            if (docket.isEmpty()) return Optional.empty();
            office.audit()
                    .append(handle, new Entry(now, Actor.moderator(by.value()), Action.EXPORTED, "", id.value(), null));
            return Optional.of(bundle(handle, docket.get(), now));
        });
    }

    private byte[] bundle(Handle handle, Docket docket, Instant now) {
        List<StoredReport> all = reports.of(handle, docket.id(), MOST);
        List<Ruled> decisions = office.ledger().about(handle, docket.browser()).stream()
                .filter(ruled -> ruled.docket().equals(docket.id()))
                .toList();
        var written = new Written(docket.id().value(), now, docket.closed(), docket.hold(), all, decisions);
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            put(zip, "case.json", JSON.writeValueAsBytes(written), now);
            for (StoredReport report : all) {
                Optional<byte[]> jpeg =
                        report.frame() ? frames.read(handle, docket.id(), report.id()) : Optional.empty();
                if (jpeg.isPresent()) put(zip, "frame-of-report-" + report.id() + ".jpg", jpeg.get(), now);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes, Instant now) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTime(now.toEpochMilli());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
