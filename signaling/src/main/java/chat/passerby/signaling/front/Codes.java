package chat.passerby.signaling.front;

import chat.passerby.signaling.moderation.Appealed;
import chat.passerby.signaling.moderation.Appeals;
import chat.passerby.signaling.moderation.Cases;
import chat.passerby.signaling.moderation.Code;
import chat.passerby.signaling.moderation.Outcome;
import chat.passerby.signaling.moderation.Outcomes;
import chat.passerby.signaling.protocol.Inquiry;
import chat.passerby.signaling.protocol.ReportOutcome;
import chat.passerby.signaling.protocol.ReportState;
import chat.passerby.signaling.protocol.Statement;
import chat.passerby.signaling.store.StorageException;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;

/// What each code opens. One that is mistyped, of another kind, forgotten or never given out is answered alike. Any
/// thread; everything waits for the disk.
final class Codes {
    /// Names the code of a picture's upload; a header, since the picture is the body.
    static final String UPLOAD = "Passerby-Upload";

    private final Outcomes outcomes;
    private final Appeals appeals;
    private final Cases cases;

    Codes(Outcomes outcomes, Appeals appeals, Cases cases) {
        this.outcomes = outcomes;
        this.appeals = appeals;
        this.cases = cases;
    }

    Answer outcome(Inquiry.Outcome asked, Instant now) throws StorageException {
        Optional<Code> receipt = Code.parse(asked.receipt());
        if (receipt.isEmpty()) return unknown();
        return outcomes.ofReceipt(receipt.get())
                .map(outcome -> Answer.of(told(outcome)))
                .orElseGet(Codes::unknown);
    }

    private static ReportOutcome told(Outcome outcome) {
        Instant decided = outcome.decided();
        return new ReportOutcome(
                switch (outcome.state()) {
                    case OPEN -> ReportState.OPEN;
                    case DECIDED -> ReportState.DECIDED;
                    case LAPSED -> ReportState.LAPSED;
                },
                outcome.reported().toEpochMilli(),
                decided == null ? null : decided.toEpochMilli(),
                outcome.measure(),
                outcome.reversed());
    }

    Answer reasons(Inquiry.Reasons asked, Instant now) throws StorageException {
        Optional<Code> code = Code.parse(asked.code());
        if (code.isEmpty()) return unknown();
        Optional<Statement> statement = outcomes.ofStatement(code.get(), now);
        return statement.map(Answer::of).orElseGet(Codes::unknown);
    }

    Answer appeal(Inquiry.Appeal asked, Instant now) throws StorageException {
        Optional<Code> code = Code.parse(asked.code());
        if (code.isEmpty()) return unknown();
        return switch (appeals.make(code.get(), asked.text(), now)) {
            case Appealed.Made(Statement statement) -> Answer.of(statement);
            case Appealed.Refused _ -> Answer.refused(Fault.NO_APPEAL, "there is one already, or it is too late");
            case Appealed.Unknown() -> unknown();
        };
    }

    /// The picture is looked at first: a code is not spent on what is none.
    Answer frame(HttpFields headers, byte[] body, Instant now) throws StorageException {
        Optional<byte[]> jpeg = Jpeg.clean(body);
        if (jpeg.isEmpty())
            return Answer.refused(
                    Fault.NOT_JPEG, "must be one whole JPEG, with sides of at most " + Jpeg.SIDE + " pixels");
        String upload = headers.get(UPLOAD);
        Optional<Code> code = upload == null ? Optional.empty() : Code.parse(upload);
        if (code.isEmpty()) return unknown();
        return cases.frame(code.get(), jpeg.get(), now) ? Answer.done() : unknown();
    }

    private static Answer unknown() {
        return Answer.refused(Fault.UNKNOWN_CODE, "nothing is known under this code, or no longer");
    }
}
