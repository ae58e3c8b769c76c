package chat.passerby.signaling.moderation;

import static chat.passerby.signaling.moderation.Samples.BEN;
import static chat.passerby.signaling.moderation.Samples.NOON;
import static chat.passerby.signaling.moderation.Samples.networkOf;
import static chat.passerby.signaling.moderation.Samples.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import chat.passerby.signaling.moderation.Answer.Refused;
import chat.passerby.signaling.moderation.Answer.Why;
import chat.passerby.signaling.protocol.AppealState;
import chat.passerby.signaling.protocol.Measure;
import chat.passerby.signaling.protocol.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AppealsTest extends WithOffice {
    private static final Instant LATER = NOON.plus(Duration.ofDays(3));
    private static final String TEXT = "canary appeal: it was not me";

    private Filed filed;
    private DecisionId ban;
    private Code code;

    @BeforeEach
    void ben_is_banned() throws Exception {
        filed = cases.file(report(), false, NOON);
        ban = decide(filed.id(), mia, new Ruling.Ban(Duration.ofDays(30), true), NOON);
        code = office.statements().code(ban);
    }

    private Statement statement(Instant now) throws Exception {
        return outcomes.ofStatement(code, now).orElseThrow();
    }

    @Test
    void an_appeal_is_made_once_and_waits_for_a_moderator() throws Exception {
        assertThat(appeals.make(code, TEXT, LATER)).isEqualTo(new Appealed.Made(statement(LATER)));
        assertThat(statement(LATER).appeal()).isEqualTo(AppealState.MADE);
        assertThat(appeals.make(code, "again", LATER)).isEqualTo(new Appealed.Refused(statement(LATER)));

        assertThat(appeals.queue(LATER)).singleElement().satisfies(appeal -> {
            assertThat(appeal.text()).isEqualTo(TEXT);
            assertThat(appeal.against().id()).isEqualTo(ban);
            assertThat(appeal.toString()).doesNotContain("canary");
        });
        assertThat(measures.inForce(BEN, networkOf(BEN), LATER).orElseThrow().appeal())
                .isEqualTo(AppealState.MADE);
        assertThat(onDisk()).doesNotContain("canary");
    }

    @Test
    void a_reversed_ban_lifts_at_once_everywhere() throws Exception {
        appeals.make(code, TEXT, LATER);

        done(appeals.decide(ban, max, true, "You are right.", LATER));

        assertThat(measures.inForce(BEN, networkOf(BEN), LATER)).isEmpty();
        assertThat(statement(LATER).appeal()).isEqualTo(AppealState.REVERSED);
        assertThat(statement(LATER).answer()).isEqualTo("You are right.");
        assertThat(outcomes.ofReceipt(filed.receipt()).orElseThrow())
                .extracting(Outcome::measure, Outcome::reversed)
                .containsExactly(Measure.BAN, true);
        reopen(RULES);
        assertThat(measures.inForce(BEN, networkOf(BEN), LATER)).isEmpty();
    }

    @Test
    void an_upheld_one_stands_and_says_why() throws Exception {
        appeals.make(code, TEXT, LATER);

        done(appeals.decide(ban, max, false, "It was said.", LATER));

        assertThat(measures.inForce(BEN, networkOf(BEN), LATER)).contains(statement(LATER));
        assertThat(statement(LATER).appeal()).isEqualTo(AppealState.UPHELD);
        assertThat(statement(LATER).answer()).isEqualTo("It was said.");
        assertThat(appeals.queue(LATER)).isEmpty();
        assertThat(appeals.decide(ban, max, true, "on second thoughts", LATER)).isEqualTo(new Refused(Why.DECIDED));
    }

    @Test
    void where_there_are_two_another_than_the_first_decides() throws Exception {
        bothCanSignIn();
        appeals.make(code, TEXT, LATER);

        assertThat(appeals.decide(ban, mia, false, "no", LATER)).isEqualTo(new Refused(Why.OWN));
        done(appeals.decide(ban, max, false, "no", LATER));
    }

    @Test
    void a_moderator_who_never_made_a_passkey_is_not_waited_for() throws Exception {
        appeals.make(code, TEXT, LATER);

        done(appeals.decide(ban, mia, false, "no", LATER));
    }

    @Test
    void too_late_is_too_late() throws Exception {
        Instant late = NOON.plus(Duration.ofDays(180));

        assertThat(statement(late.minusMillis(1)).appeal()).isEqualTo(AppealState.OPEN);
        assertThat(appeals.make(code, TEXT, late)).isEqualTo(new Appealed.Refused(statement(late)));
        assertThat(statement(late).appeal()).isEqualTo(AppealState.OVER);
    }

    @Test
    void without_its_code_nobody_appeals() throws Exception {
        assertThat(appeals.make(new Code("0000-0000-0000-0000"), TEXT, LATER)).isEqualTo(new Appealed.Unknown());
        assertThat(appeals.make(filed.receipt(), TEXT, LATER)).isEqualTo(new Appealed.Unknown());
        assertThat(appeals.decide(ban, max, true, "nobody asked", LATER)).isEqualTo(new Refused(Why.GONE));
    }

    @Test
    void an_appeal_has_words_and_not_too_many() {
        assertThatIllegalArgumentException().isThrownBy(() -> appeals.make(code, " \n", LATER));
        assertThatIllegalArgumentException().isThrownBy(() -> appeals.make(code, "x".repeat(2_001), LATER));
        assertThatIllegalArgumentException().isThrownBy(() -> appeals.decide(ban, max, true, "", LATER));
    }

    @Test
    void who_undoes_the_decision_answers_the_appeal() throws Exception {
        appeals.make(code, TEXT, LATER);
        done(decisions.undo(ban, mia, "a mistake", LATER));

        assertThat(appeals.queue(LATER)).isEmpty();
        assertThat(statement(LATER).answer()).isEqualTo("a mistake");
    }
}
