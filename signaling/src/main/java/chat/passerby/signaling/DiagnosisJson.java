package chat.passerby.signaling;

import chat.passerby.turn.check.Diagnosis;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A diagnosis for other programs. Immutable.
record DiagnosisJson(boolean healthy, List<Line> lines) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /// One line.
    ///
    /// @param mark `good`, `bad` or `unknown`
    record Line(String about, String what, String mark, String seen, String means, String change) {}

    static String of(Diagnosis diagnosis) {
        return JSON.writeValueAsString(new DiagnosisJson(
                diagnosis.healthy(),
                diagnosis.lines().stream().map(DiagnosisJson::line).toList()));
    }

    private static Line line(chat.passerby.turn.check.Line line) {
        return new Line(
                line.about(),
                line.what().toString(),
                line.mark().name().toLowerCase(Locale.ROOT),
                line.seen(),
                line.means(),
                line.change());
    }
}
