package chat.passerby.signaling.moderation;

import chat.passerby.signaling.moderation.audit.AuditLog.Row;
import chat.passerby.signaling.moderation.audit.Figures;
import chat.passerby.signaling.moderation.audit.Month;
import chat.passerby.signaling.store.StorageException;
import java.util.List;
import java.util.Optional;

/// What there is to tell of what was done: the figures for everybody, the audit for those who decide. Any thread; every
/// method waits for the disk.
public final class Transparency {
    private final Office office;

    public Transparency(Office office) {
        this.office = office;
    }

    /// Every month of which something is counted, the newest first. Plain numbers: those below five are not for the
    /// public.
    public List<Month> months() throws StorageException {
        return office.store().read(Figures::months);
    }

    /// The newest rows of the audit, the newest first.
    public List<Row> audit(int most) throws StorageException {
        return office.store().read(handle -> office.audit().tail(handle, most));
    }

    /// Looks whether anybody changed the audit.
    ///
    /// @return the number of the first row that does not follow from those before; empty, if it is whole
    public Optional<Long> verify() throws StorageException {
        return office.store().read(handle -> office.audit().verify(handle));
    }
}
