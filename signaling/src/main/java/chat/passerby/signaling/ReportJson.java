package chat.passerby.signaling;

import chat.passerby.signaling.moderation.Report;
import chat.passerby.signaling.moderation.StoredReport;
import chat.passerby.signaling.protocol.Mode;
import chat.passerby.signaling.protocol.Reason;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A report for other programs. All in ASCII: whatever a visitor wrote, it does nothing to a terminal. Immutable.
///
/// @param reporter a name for the reporting browser, the same in all its reports
/// @param reported likewise
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReportJson(
        long id,
        Instant created,
        Reason reason,
        @Nullable String note,
        String room,
        Mode mode,
        long seconds,
        String reporter,
        String reporterNetwork,
        String reported,
        String reportedNetwork,
        List<Line> lines) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /// A line of chat.
    ///
    /// @param by `reporter` or `reported`
    record Line(String by, int line, Instant at, String text) {}

    static String of(List<StoredReport> reports) {
        return JSON.writeValueAsString(reports.stream().map(ReportJson::of).toList());
    }

    private static ReportJson of(StoredReport stored) {
        Report report = stored.report();
        return new ReportJson(
                stored.id(),
                report.created(),
                report.reason(),
                report.note(),
                report.room().value(),
                report.mode(),
                report.lasted().toSeconds(),
                report.reporter().browser().value(),
                report.reporter().network().value(),
                report.reported().browser().value(),
                report.reported().network().value(),
                report.lines().stream()
                        .map(line -> new Line(report.by(line), line.line(), line.at(), line.text()))
                        .toList());
    }
}
