package chat.passerby.signaling.protocol;

import org.jspecify.annotations.Nullable;

/// What became of a report, as its reporter may know it: not who, nor why. Times are milliseconds since 1970.
///
/// @param measure  what was decided; absent: nothing was done
/// @param reversed whether that was taken back
public record ReportOutcome(
        ReportState state,
        long reported,
        @Nullable Long decided,
        @Nullable Measure measure,
        boolean reversed) {}
