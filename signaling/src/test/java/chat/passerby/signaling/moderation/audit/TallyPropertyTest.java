package chat.passerby.signaling.moderation.audit;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.session.Secrets;
import chat.passerby.signaling.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/// Whatever is done, the counts are those of the audit; and whichever row is touched, the audit tells.
class TallyPropertyTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Provide
    Arbitrary<List<Entry>> histories() {
        Arbitrary<String> details = Arbitraries.of("", "hate", "ban", "reversed");
        Arbitrary<Integer> hours = Arbitraries.integers().between(0, 24 * 200);
        return Combinators.combine(Arbitraries.of(Action.class), details, hours)
                .as((action, detail, hour) ->
                        new Entry(START.plus(Duration.ofHours(hour)), Actor.SERVER, action, detail, (long) hour, null))
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    @Property(tries = 15, shrinking = ShrinkingMode.OFF)
    void counts_are_those_of_the_audit_and_no_row_goes_unseen(
            @ForAll("histories") List<Entry> history, @ForAll long chance) throws Exception {
        Path folder = Files.createTempDirectory("audit");
        var audit = new AuditLog(Secrets.ephemeral()::signature);
        try (Store store = Store.open(folder)) {
            store.write(handle -> {
                history.forEach(entry -> audit.append(handle, entry));
                return history.size();
            });
            Map<String, Long> counted = new HashMap<>();
            store.read(handle -> handle.createQuery("select month || ' ' || name as name, count from tally")
                    .map((row, _) -> counted.put(row.getString("name"), row.getLong("count")))
                    .list());
            Map<String, Long> audited = new HashMap<>();
            store.read(handle -> audit.tail(handle, 100))
                    .forEach(row -> audited.merge(
                            Tally.month(row.entry().at()) + " " + row.entry().counted(), 1L, Long::sum));
            assertThat(counted).isEqualTo(audited);

            long seq = 1L + Math.floorMod(chance, history.size());
            store.write(handle -> handle.execute("delete from audit where seq = ?", seq));
            Optional<Long> broken = store.read(audit::verify);
            assertThat(broken).contains(seq);
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) Files.delete(file);
            }
            Files.delete(folder);
        }
    }
}
