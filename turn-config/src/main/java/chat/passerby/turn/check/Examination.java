package chat.passerby.turn.check;

import chat.passerby.net.Cidr;
import chat.passerby.turn.Credentials;
import chat.passerby.turn.Login;
import chat.passerby.turn.TurnSettings;
import chat.passerby.turn.TurnUrl;
import chat.passerby.turn.check.Line.What;
import chat.passerby.turn.check.NameLook.Named;
import java.net.Inet6Address;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// One TURN server, looked at in four steps, each bounded: its names, its addresses, what it does for those who get in,
/// and how much of it. Confined to a thread.
final class Examination {
    private static final Duration STEP = Duration.ofSeconds(4);
    private static final Duration ALL = Duration.ofSeconds(11);
    private static final Duration SLACK = Duration.ofMillis(200);

    private final Patient patient;
    private final X509ExtendedTrustManager browser;
    private final SecureRandom chance;
    private final Instant now;
    private final List<Line> lines = new ArrayList<>();
    private final Deadline end = Deadline.in(ALL);

    Examination(Patient patient, X509ExtendedTrustManager browser, SecureRandom chance, Instant now) {
        this.patient = patient;
        this.browser = browser;
        this.chance = chance;
        this.now = now;
    }

    List<Line> run() throws InterruptedException {
        List<TurnUrl> urls = patient.urls().stream()
                .map(TurnUrl::parse)
                .map(Objects::requireNonNull)
                .toList();
        // What lies behind is seen best over UDP, by IPv4.
        Optional<Door> best = visit(urls, lookUp(urls)).stream()
                .min(Comparator.comparing((Door door) -> door.site().url().transport())
                        .thenComparing(door -> door.site().server() instanceof Inet6Address));
        if (best.isPresent()) probe(best.get());
        return lines;
    }

    private List<Named> lookUp(List<TurnUrl> urls) throws InterruptedException {
        Deadline deadline = step();
        var looks = new ArrayList<NameLook>();
        var hosts = new HashSet<String>();
        for (TurnUrl url : urls)
            if (hosts.add(url.host()))
                looks.add(new NameLook(url, patient.ours() != null, new Chart(url.host()), deadline));
        List<Named> found = done(looks, deadline);
        looks.forEach(look -> lines.addAll(look.chart().lines()));
        return found;
    }

    /// Where one gets in.
    private List<Door> visit(List<TurnUrl> urls, List<Named> names) throws InterruptedException {
        Deadline deadline = step();
        var visits = new ArrayList<Visit>();
        for (int i = 0; i < urls.size(); i++)
            for (Named name : names)
                if (name.host().equals(urls.get(i).host()))
                    for (var server : name.addresses()) {
                        var witness = new Witness(browser);
                        var site = new Site(urls.get(i), server, witness.tls(), deadline);
                        String at = name.addresses().size() == 1 ? "" : " at " + Addresses.text(server);
                        visits.add(new Visit(
                                patient,
                                door(site),
                                witness,
                                new Chart(patient.urls().get(i) + at)));
                    }
        List<Optional<Door>> doors = done(visits, deadline);
        visits.forEach(visit -> collect(visit.chart, What.ADDRESS));
        return doors.stream().flatMap(Optional::stream).toList();
    }

    private Door door(Site site) {
        @Nullable Login login = patient.login();
        return new Door(site, login == null ? Visit.NOBODY : login, chance, now);
    }

    private void probe(Door open) throws InterruptedException {
        boolean ours = patient.ours() != null;
        var probes = new ArrayList<Probe>();
        Door door = open.until(step());
        if (door.login() instanceof Credentials credentials) probes.add(new OldPassword(door, credentials));
        probes.add(new RelayedPath(door, ours));
        probes.add(new RelayPorts(door, patient.ours()));
        probes.add(new ForbiddenPeers(door, ours, allowed()));
        run(probes, open);
        // By itself: it may take all there is.
        if (door.login() instanceof Credentials) run(List.of(quota(open.until(step()))), open);
    }

    private List<Cidr> allowed() {
        return patient.ours() == null ? List.of() : patient.ours().peers().allowed();
    }

    private Quota quota(Door door) {
        @Nullable TurnSettings ours = patient.ours();
        return ours == null
                ? new Quota(door, false, Quota.OF_OTHERS)
                : new Quota(door, true, ours.quotas().user());
    }

    private void run(List<Probe> probes, Door open) throws InterruptedException {
        String about = "behind " + text(open);
        List<ProbeRun> runs = probes.stream()
                .map(probe -> new ProbeRun(probe, new Chart(about), patient.ours() != null))
                .toList();
        done(runs, probes.getFirst().door().site().deadline());
        runs.forEach(run -> collect(run.chart(), run.probe().what()));
    }

    private String text(Door door) {
        return patient.urls().stream()
                .filter(url -> door.site().url().equals(TurnUrl.parse(url)))
                .findFirst()
                .orElseThrow();
    }

    private Deadline step() {
        return end.left().compareTo(STEP) < 0 ? end : Deadline.in(STEP);
    }

    private static <T> List<T> done(List<? extends Callable<T>> tasks, Deadline deadline) throws InterruptedException {
        return AtOnce.run(tasks, deadline.left().plus(SLACK)).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private void collect(Chart chart, What what) {
        if (chart.lines().isEmpty()) chart.unknown(what, "was not looked at in time", Advice.NONE);
        lines.addAll(chart.lines());
    }
}
