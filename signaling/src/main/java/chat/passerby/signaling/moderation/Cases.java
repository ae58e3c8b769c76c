package chat.passerby.signaling.moderation;

import chat.passerby.signaling.moderation.audit.Action;
import chat.passerby.signaling.moderation.audit.Actor;
import chat.passerby.signaling.moderation.audit.Entry;
import chat.passerby.signaling.protocol.Reason;
import chat.passerby.signaling.store.StorageException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// From a report to the moderators' queue. A case gathers the undecided reports about one browser. Any thread; every
/// method waits for the disk.
public final class Cases {
    /// Reports of one case that are shown and weighed: the newest.
    static final int SHOWN = 200;

    private final Office office;
    private final Measures measures;
    private final Reports reports;
    private final Frames frames;
    private final Reading reading;
    private final SecureRandom random = new SecureRandom();

    public Cases(Office office, Measures measures) {
        this.office = office;
        this.measures = measures;
        reports = new Reports(office.vault());
        frames = new Frames(office.vault());
        reading = new Reading(office, reports);
    }

    private record Stored(CaseId id, boolean upload, Optional<DecisionId> automatic) {}

    /// Stores a report. If enough people say the same within an hour, it imposes a short cool-down by itself.
    ///
    /// @param frame whether the reporter wishes to send a picture of their screen
    public Filed file(Report report, boolean frame, Instant now) throws StorageException {
        Code receipt = Code.draw(random);
        Code upload = frame && takesFrames(report.reason()) ? Code.draw(random) : null;
        Stored stored = office.store().write(handle -> file(handle, report, receipt, upload, now));
        if (stored.automatic.isPresent()) measures.impose(stored.automatic.get(), now);
        return new Filed(receipt, stored.id, stored.upload ? upload : null);
    }

    /// Whether a picture may be sent with a report for this reason.
    public boolean takesFrames(Reason reason) {
        return reason != Reason.MINOR || office.rules().framesOfMinors();
    }

    private Stored file(Handle handle, Report report, Code receipt, @Nullable Code upload, Instant now) {
        Optional<CaseId> before = reports.again(handle, report, receipt);
        CaseId id = before.orElseGet(
                () -> Docket.gathering(handle, report.reported().browser(), now));
        if (before.isEmpty()) {
            reports.insert(handle, id, report, receipt);
            Docket.change(handle, id);
            audit(handle, Actor.VISITOR, Action.REPORTED, Columns.word(report.reason()), id, now);
        }
        boolean expected = upload != null && Frames.room(handle, id);
        if (upload != null && expected) Frames.expect(handle, receipt, upload, now);
        Optional<DecisionId> automatic =
                before.isEmpty() ? new Automatic(office).judge(handle, id, report.reported(), now) : Optional.empty();
        return new Stored(id, expected, automatic);
    }

    /// Takes the picture that was announced with a report.
    ///
    /// @param jpeg at most 200 kB, checked before
    /// @return whether this code was good: once, and for two minutes
    public boolean frame(Code upload, byte[] jpeg, Instant now) throws StorageException {
        if (jpeg.length > Frames.LARGEST)
            throw new IllegalArgumentException("a frame must have at most " + Frames.LARGEST + " bytes");
        return office.store().write(handle -> {
            Optional<CaseId> docket = frames.take(handle, upload, jpeg, now);
            docket.ifPresent(id -> Docket.change(handle, id));
            return docket.isPresent();
        });
    }

    /// The open cases: urgent ones first, then the oldest; 200 at most.
    public List<CaseSummary> queue(Instant now) throws StorageException {
        return office.store().read(handle -> reading.queue(handle, now));
    }

    /// Opens a case. Who opens one that nobody has gets it for ten minutes, and again at each opening; one that another
    /// has, or that is decided, can be read. That it was read is audited.
    public Optional<CaseFile> open(CaseId id, ModeratorId by, Instant now) throws StorageException {
        return office.store().write(handle -> {
            Optional<Docket> docket = Docket.find(handle, office.vault(), id);
            if (docket.isEmpty()) return Optional.empty();
            boolean renewed = docket.get().takenAt(now) != null && docket.get().openFor(by, now);
            if (docket.get().openFor(by, now)) Docket.take(handle, id, by, now);
            if (!renewed) audit(handle, Actor.moderator(by.value()), Action.OPENED, "", id, now);
            return Optional.of(reading.file(handle, id, now));
        });
    }

    /// The picture of a report, as it was sent. That it was looked at is audited.
    public Optional<byte[]> frameOf(CaseId id, long report, ModeratorId by, Instant now) throws StorageException {
        return office.store().write(handle -> {
            Optional<byte[]> jpeg = frames.read(handle, id, report);
            if (jpeg.isPresent()) audit(handle, Actor.moderator(by.value()), Action.LOOKED, "", id, now);
            return jpeg;
        });
    }

    /// The newest reports, newest first, whoever they are about: for whoever runs the machine.
    ///
    /// @param most no more than these
    public List<StoredReport> newest(int most) throws StorageException {
        return office.store().read(handle -> reports.newest(handle, most));
    }

    private void audit(Handle handle, Actor actor, Action action, String detail, CaseId id, Instant now) {
        office.audit().append(handle, new Entry(now, actor, action, detail, id.value(), null));
    }
}
