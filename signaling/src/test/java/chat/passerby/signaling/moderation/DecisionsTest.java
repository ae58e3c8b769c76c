package chat.passerby.signaling.moderation;

import static chat.passerby.signaling.moderation.Samples.ANN;
import static chat.passerby.signaling.moderation.Samples.BEN;
import static chat.passerby.signaling.moderation.Samples.CAT;
import static chat.passerby.signaling.moderation.Samples.DAN;
import static chat.passerby.signaling.moderation.Samples.NOON;
import static chat.passerby.signaling.moderation.Samples.networkOf;
import static chat.passerby.signaling.moderation.Samples.report;
import static chat.passerby.signaling.moderation.Samples.verdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import chat.passerby.signaling.config.Settings.Moderation;
import chat.passerby.signaling.moderation.Answer.Refused;
import chat.passerby.signaling.moderation.Answer.Why;
import chat.passerby.signaling.moderation.Outcome.State;
import chat.passerby.signaling.protocol.AppealState;
import chat.passerby.signaling.protocol.Measure;
import chat.passerby.signaling.protocol.Reason;
import chat.passerby.signaling.protocol.Rule;
import chat.passerby.signaling.protocol.Statement;
import chat.passerby.signaling.session.BrowserId;
import chat.passerby.signaling.session.NetworkId;
import chat.passerby.signaling.store.StorageException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DecisionsTest extends WithOffice {
    private static final Ruling WARN = new Ruling.Warn();
    private static final Ruling DAY = new Ruling.Ban(Duration.ofDays(1), false);
    private static final Ruling NETWORK = new Ruling.Ban(Duration.ofDays(1), true);
    private static final Instant LATER = NOON.plus(Duration.ofHours(2));
    private static final NetworkId ELSEWHERE = new NetworkId("elsewhere");

    private CaseId reported(BrowserId by, Reason reason, Instant at) throws StorageException {
        return cases.file(report(by, BEN, reason, at), false, at).id();
    }

    private CaseFile open(CaseId id, ModeratorId by) throws StorageException {
        return cases.open(id, by, NOON).orElseThrow();
    }

    @Test
    void a_ban_is_in_force_at_once_for_the_browser_alone_and_ends_by_itself() throws Exception {
        decide(reported(ANN, Reason.HATE, NOON), mia, DAY, LATER);

        Instant end = LATER.plus(Duration.ofDays(1));
        assertThat(measures.inForce(BEN, ELSEWHERE, LATER)).isPresent();
        assertThat(measures.inForce(CAT, networkOf(BEN), LATER)).isEmpty();
        assertThat(measures.inForce(BEN, ELSEWHERE, end.minusMillis(1))).isPresent();
        assertThat(measures.inForce(BEN, ELSEWHERE, end)).isEmpty();
    }

    @Test
    void a_ban_of_the_network_holds_for_everybody_in_it() throws Exception {
        decide(reported(ANN, Reason.HATE, NOON), mia, NETWORK, LATER);

        assertThat(measures.inForce(CAT, networkOf(BEN), LATER)).isPresent();
        assertThat(measures.inForce(BEN, ELSEWHERE, LATER)).isPresent();
        assertThat(measures.inForce(CAT, ELSEWHERE, LATER)).isEmpty();
    }

    @Test
    void a_network_is_not_banned_while_it_may_be_everybody() throws Exception {
        CaseId id = reported(ANN, Reason.HATE, NOON);
        int version = open(id, mia).version();
        peers = new Peers(100, 90, false);

        assertThat(decisions.decide(id, version, mia, verdict(NETWORK), NOON)).isEqualTo(new Refused(Why.EVERYBODY));
        assertThat(decisions.decide(id, version, mia, verdict(DAY), NOON)).isInstanceOf(Answer.Done.class);
    }

    @Test
    void what_is_in_force_outlasts_a_restart() throws Exception {
        decide(reported(ANN, Reason.HATE, NOON), mia, NETWORK, NOON);
        Statement before = measures.inForce(BEN, ELSEWHERE, LATER).orElseThrow();
        reopen(RULES);

        assertThat(measures.inForce(BEN, ELSEWHERE, LATER)).contains(before);
        assertThat(measures.inForce(CAT, networkOf(BEN), LATER)).contains(before);
    }

    @Test
    void the_one_concerned_is_told_everything_they_need() throws Exception {
        DecisionId id = decide(reported(ANN, Reason.HATE, NOON), mia, DAY, LATER);

        Statement statement = measures.inForce(BEN, ELSEWHERE, LATER).orElseThrow();
        assertThat(statement)
                .isEqualTo(new Statement(
                        office.statements().code(id).text(),
                        Measure.BAN,
                        Rule.HARASSMENT,
                        Samples.FACTS,
                        false,
                        LATER.toEpochMilli(),
                        LATER.plus(Duration.ofDays(1)).toEpochMilli(),
                        AppealState.OPEN,
                        null,
                        LATER.plus(Duration.ofDays(180)).toEpochMilli()));
        assertThat(outcomes.ofStatement(new Code(statement.code()), LATER)).contains(statement);
        assertThat(judged).containsExactly(new Judged(BEN, null, statement));
        assertThat(statement.toString()).doesNotContain("canary", statement.code());
    }

    @Test
    void of_several_measures_the_longest_is_told() throws Exception {
        decide(reported(ANN, Reason.HATE, NOON), mia, new Ruling.Ban(Duration.ofDays(9), false), NOON);
        decide(reported(CAT, Reason.HATE, NOON), max, new Ruling.CoolDown(Duration.ofHours(3)), NOON);

        assertThat(measures.inForce(BEN, ELSEWHERE, NOON).orElseThrow().measure())
                .isEqualTo(Measure.BAN);
    }

    @Test
    void a_warning_keeps_nobody_out_and_is_said_until_it_is_read() throws Exception {
        decide(reported(ANN, Reason.HATE, NOON), mia, WARN, NOON);
        Statement warning = measures.warning(BEN, LATER).orElseThrow();
        assertThat(measures.inForce(BEN, networkOf(BEN), LATER)).isEmpty();

        measures.noted(new Code(warning.code()), CAT, LATER);
        assertThat(measures.warning(BEN, LATER)).isPresent();
        measures.noted(new Code(warning.code()), BEN, LATER);
        assertThat(measures.warning(BEN, LATER)).isEmpty();
        reopen(RULES);
        assertThat(measures.warning(BEN, LATER)).isEmpty();
    }

    @Test
    void dismissing_does_nothing_to_anybody() throws Exception {
        Filed filed = cases.file(report(), false, NOON);
        decide(filed.id(), mia, new Ruling.Dismiss(), LATER);

        assertThat(judged).isEmpty();
        assertThat(measures.inForce(BEN, networkOf(BEN), LATER)).isEmpty();
        assertThat(outcomes.ofReceipt(filed.receipt())).contains(new Outcome(State.DECIDED, NOON, LATER, null, false));
    }

    @Test
    void the_reporter_sees_what_was_decided() throws Exception {
        Filed filed = cases.file(report(), false, NOON);
        assertThat(outcomes.ofReceipt(filed.receipt())).contains(new Outcome(State.OPEN, NOON, null, null, false));

        decide(filed.id(), mia, DAY, LATER);
        assertThat(outcomes.ofReceipt(filed.receipt()))
                .contains(new Outcome(State.DECIDED, NOON, LATER, Measure.BAN, false));
        assertThat(outcomes.ofReceipt(new Code("0000-0000-0000-0000"))).isEmpty();
    }

    @Test
    void who_has_not_opened_a_case_does_not_decide_it() throws Exception {
        CaseId id = reported(ANN, Reason.HATE, NOON);
        assertThat(decisions.decide(id, 1, mia, verdict(DAY), NOON)).isEqualTo(new Refused(Why.TAKEN));

        int version = open(id, mia).version();
        open(id, max);
        assertThat(decisions.decide(id, version, max, verdict(DAY), NOON)).isEqualTo(new Refused(Why.TAKEN));
    }

    @Test
    void two_moderators_do_not_decide_one_case() throws Exception {
        CaseId id = reported(ANN, Reason.HATE, NOON);
        int version = open(id, mia).version();
        cases.open(id, max, LATER);

        assertThat(decisions.decide(id, version, mia, verdict(DAY), LATER)).isEqualTo(new Refused(Why.TAKEN));
        done(decisions.decide(id, version, max, verdict(DAY), LATER));
        assertThat(decisions.decide(id, version, max, verdict(WARN), LATER)).isEqualTo(new Refused(Why.DECIDED));
        assertThat(decisions.decide(new CaseId(99), 1, max, verdict(WARN), LATER))
                .isEqualTo(new Refused(Why.GONE));
    }

    @Test
    void what_came_in_meanwhile_must_be_seen_first() throws Exception {
        CaseId id = reported(ANN, Reason.HATE, NOON);
        int version = open(id, mia).version();
        cases.file(report(CAT, BEN, Reason.THREAT, NOON), true, NOON);

        assertThat(decisions.decide(id, version, mia, verdict(DAY), NOON)).isEqualTo(new Refused(Why.CHANGED));
        done(decisions.decide(id, open(id, mia).version(), mia, verdict(DAY), NOON));
    }

    @Test
    void an_undone_decision_ends_at_once_and_its_reports_wait_again() throws Exception {
        Filed filed = cases.file(report(), false, NOON);
        DecisionId id = decide(filed.id(), mia, NETWORK, NOON);

        assertThat(decisions.undo(id, max, "it was somebody else", LATER)).isEqualTo(new Answer.Done(id));

        assertThat(measures.inForce(BEN, networkOf(BEN), LATER)).isEmpty();
        assertThat(outcomes.ofReceipt(filed.receipt())).contains(new Outcome(State.OPEN, NOON, null, null, false));
        assertThat(cases.queue(LATER)).extracting(CaseSummary::id).containsExactly(filed.id());
        Statement statement =
                outcomes.ofStatement(office.statements().code(id), LATER).orElseThrow();
        assertThat(statement.appeal()).isEqualTo(AppealState.REVERSED);
        assertThat(statement.answer()).isEqualTo("it was somebody else");
        assertThat(decisions.undo(id, max, "again", LATER)).isEqualTo(new Refused(Why.DECIDED));
        assertThat(decisions.undo(new DecisionId(99), max, "?", LATER)).isEqualTo(new Refused(Why.GONE));
        decide(filed.id(), mia, WARN, LATER);
    }

    @Test
    void an_undone_decision_joins_the_case_that_has_begun_since() throws Exception {
        Filed filed = cases.file(report(), false, NOON);
        DecisionId id = decide(filed.id(), mia, DAY, NOON);
        CaseId since = reported(CAT, Reason.HATE, LATER);
        decisions.undo(id, mia, "wrong button", LATER);

        assertThat(cases.queue(LATER))
                .extracting(CaseSummary::id, CaseSummary::reports)
                .containsExactly(tuple(since, 2));
        assertThat(outcomes.ofReceipt(filed.receipt()).orElseThrow().state()).isEqualTo(State.OPEN);
    }

    @Test
    void earlier_decisions_are_shown_and_earlier_chats_are_not() throws Exception {
        DecisionId first = decide(reported(ANN, Reason.HATE, NOON), mia, DAY, NOON);
        CaseFile file = open(reported(CAT, Reason.SPAM, NOON.plusSeconds(1)), max);

        assertThat(file.reports()).hasSize(1);
        assertThat(file.earlier())
                .extracting(EarlierDecision::id, EarlierDecision::measure, EarlierDecision::by)
                .containsExactly(tuple(first, Measure.BAN, mia));
    }

    @Test
    void three_people_on_different_networks_within_an_hour_are_a_cool_down() throws Exception {
        reported(ANN, Reason.HATE, NOON);
        reported(CAT, Reason.HATE, NOON);
        assertThat(judged).isEmpty();
        CaseId id = reported(DAN, Reason.HATE, LATER.minusSeconds(3_601));

        Statement statement = judged.getFirst().statement();
        assertThat(statement.automatic()).isTrue();
        assertThat(statement.measure()).isEqualTo(Measure.COOL_DOWN);
        assertThat(statement.rule()).isEqualTo(Rule.HATE);
        assertThat(measures.inForce(BEN, ELSEWHERE, LATER.minusSeconds(3_601))).contains(statement);
        assertThat(measures.inForce(BEN, ELSEWHERE, LATER)).isEmpty();
        assertThat(cases.queue(LATER)).singleElement().satisfies(it -> {
            assertThat(it.id()).isEqualTo(id);
            assertThat(it.automatic()).isTrue();
        });
    }

    @Test
    void a_fourth_report_does_not_begin_it_anew() throws Exception {
        for (BrowserId by : List.of(ANN, CAT, DAN)) reported(by, Reason.HATE, NOON);
        reported(new BrowserId("eve"), Reason.HATE, NOON.plus(Duration.ofMinutes(40)));

        assertThat(judged).hasSize(1);
    }

    @Test
    void over_more_than_an_hour_or_by_one_person_it_is_none() throws Exception {
        reported(ANN, Reason.HATE, NOON);
        reported(CAT, Reason.HATE, NOON.plusSeconds(3_600));
        reported(DAN, Reason.HATE, NOON.plusSeconds(3_601));
        reported(DAN, Reason.HATE, NOON.plusSeconds(3_602));

        assertThat(judged).isEmpty();
    }

    @Test
    void reporters_whose_reports_were_dismissed_again_and_again_bring_nobody_down() throws Exception {
        for (int i = 0; i < 3; i++) {
            Instant at = NOON.plusSeconds(i);
            CaseId id = cases.file(report(ANN, new BrowserId("victim-" + i), Reason.HATE, at), false, at)
                    .id();
            decide(id, mia, new Ruling.Dismiss(), at);
        }
        for (BrowserId by : List.of(ANN, CAT, DAN)) reported(by, Reason.HATE, LATER);

        assertThat(judged).isEmpty();
        assertThat(cases.queue(LATER)).extracting(CaseSummary::weight).containsExactly(2);
    }

    @Test
    void a_moderator_who_finds_nothing_ends_the_automatic_one() throws Exception {
        for (BrowserId by : List.of(ANN, CAT)) reported(by, Reason.HATE, NOON);
        CaseId id = reported(DAN, Reason.HATE, NOON);
        assertThat(measures.inForce(BEN, ELSEWHERE, NOON)).isPresent();
        decide(id, mia, new Ruling.Dismiss(), NOON);

        assertThat(measures.inForce(BEN, ELSEWHERE, NOON)).isEmpty();
    }

    @Test
    void a_hoster_can_switch_them_off() throws Exception {
        reopen(new Moderation(Duration.ofDays(180), Duration.ofDays(30), 0, Duration.ofMinutes(30), false));
        for (BrowserId by : List.of(ANN, CAT, DAN)) reported(by, Reason.HATE, NOON);

        assertThat(judged).isEmpty();
    }

    @Test
    void a_measure_without_rule_or_facts_or_end_is_none() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Verdict(WARN, null, "facts"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Verdict(WARN, Rule.HATE, " "));
        assertThatIllegalArgumentException().isThrownBy(() -> new Verdict(WARN, Rule.HATE, "x".repeat(2_001)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ruling.Ban(Duration.ofDays(366), false));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ruling.Ban(Duration.ZERO, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ruling.CoolDown(Duration.ofHours(73)));
        assertThat(new Verdict(new Ruling.Dismiss(), null, "").facts()).isEmpty();
    }

    @Test
    void a_case_is_written_out_whole_for_an_authority() throws Exception {
        Filed filed = cases.file(report(), true, NOON);
        cases.frame(upload(filed), "picture".getBytes(StandardCharsets.UTF_8), NOON);
        decide(filed.id(), mia, DAY, NOON);

        byte[] bundle = new Bundles(office).export(filed.id(), mia, LATER).orElseThrow();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            ZipEntry first = zip.getNextEntry();
            assertThat(first.getName()).isEqualTo("case.json");
            String json = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(json).matches("[\\x20-\\x7e\\r\\n]+");
            JsonNode report =
                    JsonMapper.shared().readTree(json).path("reports").get(0).path("report");
            assertThat(report.path("lines").get(0).path("text").stringValue()).isEqualTo(Samples.WORDS);
            assertThat(zip.getNextEntry().getName()).isEqualTo("frame-of-report-1.jpg");
            assertThat(zip.readAllBytes()).asString().isEqualTo("picture");
            assertThat(zip.getNextEntry()).isNull();
        }
        assertThat(new Bundles(office).export(new CaseId(99), mia, LATER)).isEmpty();
    }

    @Test
    void a_decision_that_cannot_be_stored_is_not_in_force() throws Exception {
        CaseId id = reported(ANN, Reason.HATE, NOON);
        int version = open(id, mia).version();
        store.read(handle -> handle.execute("pragma query_only = on"));

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> decisions.decide(id, version, mia, verdict(DAY), NOON));
        assertThat(measures.inForce(BEN, ELSEWHERE, NOON)).isEmpty();
        assertThat(judged).isEmpty();
        store.read(handle -> handle.execute("pragma query_only = off"));
        done(decisions.decide(id, version, mia, verdict(DAY), NOON));
    }
}
