package chat.passerby.signaling.moderation;

import chat.passerby.signaling.moderation.CoolDowns.Cry;
import chat.passerby.signaling.moderation.Ledger.Draft;
import chat.passerby.signaling.moderation.Report.Party;
import chat.passerby.signaling.moderation.audit.Action;
import chat.passerby.signaling.moderation.audit.Actor;
import chat.passerby.signaling.moderation.audit.Entry;
import chat.passerby.signaling.protocol.Measure;
import chat.passerby.signaling.protocol.Reason;
import chat.passerby.signaling.protocol.Rule;
import chat.passerby.signaling.session.BrowserId;
import chat.passerby.signaling.session.NetworkId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Looks at a case after each report, and imposes a short cool-down if [CoolDowns] says so. The case stays open: a
/// moderator decides. Immutable; on the store's thread.
record Automatic(Office office) {
    /// The page knows that it was automatic, and says it in the reader's language; these words are for everybody else.
    private static final String FACTS = "Several people on different networks reported you within an hour.";

    Optional<DecisionId> judge(Handle handle, CaseId id, Party reported, Instant now) {
        List<Ruled> before = office.ledger().about(handle, reported.browser());
        if (before.stream().anyMatch(ruled -> ruled.shutsOut(now))) return Optional.empty();
        Instant since = before.stream()
                .filter(ruled -> ruled.moderator() == null)
                .map(Ruled::made)
                .filter(made -> made.isAfter(now.minus(CoolDowns.WITHIN)))
                .findFirst()
                .orElse(now.minus(CoolDowns.WITHIN));
        return new CoolDowns(office.rules().autoReporters())
                .due(cries(handle, id, since))
                .map(rule -> impose(handle, id, reported, rule, now));
    }

    /// What was reported since then.
    private static List<Cry> cries(Handle handle, CaseId id, Instant since) {
        Map<BrowserId, Boolean> credible = new HashMap<>();
        return handle.createQuery("""
                        select reporter, reporter_network, reason from report
                        where docket = ? and created > ? order by id desc limit ?
                        """)
                .bind(0, id.value())
                .bind(1, since.toEpochMilli())
                .bind(2, Cases.SHOWN)
                .map((row, _) -> {
                    var reporter = new BrowserId(row.getString("reporter"));
                    boolean counts = credible.computeIfAbsent(
                            reporter, it -> Reports.credibility(handle, it).counts());
                    return new Cry(
                            new Voice(reporter, new NetworkId(row.getString("reporter_network")), counts),
                            Reason.valueOf(row.getString("reason")));
                })
                .list();
    }

    private DecisionId impose(Handle handle, CaseId id, Party reported, Rule rule, Instant now) {
        int version = Docket.change(handle, id);
        DecisionId decision = office.ledger()
                .insert(
                        handle,
                        new Draft(
                                id,
                                version,
                                reported.browser(),
                                null,
                                null,
                                Measure.COOL_DOWN,
                                rule,
                                now.plus(office.rules().autoLasts()),
                                FACTS),
                        now);
        office.audit().append(handle, new Entry(now, Actor.SERVER, Action.COOLED, "", id.value(), decision.value()));
        return decision;
    }
}
