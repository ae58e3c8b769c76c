package chat.passerby.signaling.moderation;

import chat.passerby.signaling.protocol.Statement;
import chat.passerby.signaling.session.BrowserId;
import chat.passerby.signaling.session.NetworkId;
import chat.passerby.signaling.store.StorageException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is in force: whoever comes in is asked about here, and nobody waits for the disk for that. Any thread reads;
/// the
/// store's thread writes.
public final class Measures {
    private final Office office;
    private final Map<BrowserId, List<Ruled>> browsers = new ConcurrentHashMap<>();
    private final Map<NetworkId, List<Ruled>> networks = new ConcurrentHashMap<>();
    private volatile Judgements judgements = (_, _, _) -> {};

    private Measures(Office office) {
        this.office = office;
    }

    /// Reads what is in force.
    public static Measures load(Office office, Instant now) throws StorageException {
        var measures = new Measures(office);
        measures.reload(now);
        return measures;
    }

    /// From now on these hear of every measure. Said once, before anybody comes in.
    public void announceTo(Judgements judgements) {
        this.judgements = judgements;
    }

    /// What keeps this visitor out: the measure that lasts longest. It does not wait. It may be about a neighbour,
    /// whose
    /// reasons are not this visitor's to read.
    public Optional<Statement> inForce(BrowserId browser, NetworkId network, Instant now) {
        return longest(
                Stream.concat(
                        browsers.getOrDefault(browser, List.of()).stream(),
                        networks.getOrDefault(network, List.of()).stream()),
                now);
    }

    /// What keeps this visitor out and is about them. It does not wait.
    public Optional<Statement> against(BrowserId browser, Instant now) {
        return longest(browsers.getOrDefault(browser, List.of()).stream(), now);
    }

    private Optional<Statement> longest(Stream<Ruled> rulings, Instant now) {
        return rulings.filter(ruled -> ruled.shutsOut(now))
                .max(Comparator.comparing(ruled -> ruled.until() == null ? Instant.MIN : ruled.until()))
                .map(ruled -> office.statements().of(ruled, now));
    }

    /// The oldest warning that this visitor has not read. It does not wait.
    public Optional<Statement> warning(BrowserId browser, Instant now) {
        return browsers.getOrDefault(browser, List.of()).stream()
                .filter(Ruled::warns)
                .min(Comparator.comparing(Ruled::made))
                .map(ruled -> office.statements().of(ruled, now));
    }

    /// The visitor has read a warning: it is not said again. This waits for the disk. A code that is not of a warning
    /// of theirs is ignored.
    public void noted(Code code, BrowserId browser, Instant now) throws StorageException {
        office.store().write(handle -> {
            Optional<Ruled> warning = office.ledger()
                    .find(handle, code)
                    .filter(ruled -> ruled.browser().equals(browser) && ruled.warns());
            warning.ifPresent(ruled -> {
                handle.execute(
                        "update decision set noted = ? where id = ?",
                        now.toEpochMilli(),
                        ruled.id().value());
                forget(ruled);
            });
            return warning.isPresent();
        });
    }

    /// Reads everything anew: what is over goes, and what went wrong in between is right again. This waits for the
    /// disk.
    public void reload(Instant now) throws StorageException {
        office.store().read(handle -> {
            List<Ruled> inForce = office.ledger().inForce(handle, now);
            Predicate<Ruled> over =
                    ruled -> inForce.stream().noneMatch(kept -> kept.id().equals(ruled.id()));
            List<Ruled> gone = browsers.values().stream()
                    .flatMap(List::stream)
                    .filter(over)
                    .toList();
            gone.forEach(this::forget);
            inForce.forEach(this::remember);
            return inForce.size();
        });
    }

    /// Something became of this decision. This waits for the disk.
    void refresh(DecisionId id, Instant now) throws StorageException {
        office.store().read(handle -> {
            Optional<Ruled> found = office.ledger().find(handle, id);
            found.ifPresent(this::forget);
            found.filter(ruled -> ruled.shutsOut(now) || ruled.warns()).ifPresent(this::remember);
            return found.isPresent();
        });
    }

    /// This decision was made just now: it takes effect, and whoever it is about is told. This waits for the disk.
    void impose(DecisionId id, Instant now) throws StorageException {
        refresh(id, now);
        Optional<Ruled> made = office.store().read(handle -> office.ledger().find(handle, id));
        if (made.isEmpty() || made.get().measure() == null) return;
        Ruled ruled = made.get();
        judgements.judged(ruled.browser(), ruled.network(), office.statements().of(ruled, now));
    }

    private void remember(Ruled ruled) {
        browsers.merge(ruled.browser(), List.of(ruled), Measures::replaced);
        if (ruled.network() != null) networks.merge(ruled.network(), List.of(ruled), Measures::replaced);
    }

    private static List<Ruled> replaced(List<Ruled> before, List<Ruled> one) {
        return Stream.concat(without(before, one.getFirst()), one.stream()).toList();
    }

    private void forget(Ruled ruled) {
        browsers.computeIfPresent(ruled.browser(), (_, before) -> nullIfEmpty(without(before, ruled)));
        if (ruled.network() != null)
            networks.computeIfPresent(ruled.network(), (_, before) -> nullIfEmpty(without(before, ruled)));
    }

    private static Stream<Ruled> without(List<Ruled> before, Ruled ruled) {
        return before.stream().filter(other -> !other.id().equals(ruled.id()));
    }

    private static @Nullable List<Ruled> nullIfEmpty(Stream<Ruled> left) {
        List<Ruled> list = left.toList();
        return list.isEmpty() ? null : list;
    }
}
