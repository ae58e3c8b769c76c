package chat.passerby.e2e.lab;

import chat.passerby.e2e.stage.Chromium;
import chat.passerby.e2e.stage.Deployment;
import chat.passerby.e2e.stage.JarProcess;
import chat.passerby.e2e.stage.Surroundings;
import chat.passerby.e2e.stage.TemporaryFolder;
import chat.passerby.e2e.stage.Visitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/// The network with Passerby and a relay on its server, and a browser in each home. Confined to one thread.
public final class Lab implements AutoCloseable {
    /// Logs and reports.
    public static final Path FOLDER = Path.of("target", "natlab");

    private static final String IP = "203.0.113.10";
    private static final URI ADDRESS = URI.create("http://" + IP);
    /// The lab's internet, in which a real relay would let nobody be reached: RFC 5737 keeps it for documentation.
    private static final String INTERNET = "198.51.100.0/24, 203.0.113.0/24";

    private final Network network = new Network();
    private final TemporaryFolder folder = TemporaryFolder.make();
    private final Path settings = folder.path().resolve("settings");
    private final Certificate certificate;
    private final Relay relay;
    private final Report report;
    private final JarProcess server;
    private final Map<Home, Chromium> browsers = new EnumMap<>(Home.class);
    private final List<Visitor> visitors = new ArrayList<>();

    static Lab open() {
        try {
            return new Lab();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Lab() throws IOException, GeneralSecurityException {
        Files.createDirectories(FOLDER);
        for (String log : List.of("passerby.log", "relay.log")) Files.deleteIfExists(FOLDER.resolve(log));
        certificate = Certificate.make(folder.path(), IP);
        var starting = Stream.of(Home.values())
                .map(home -> Map.entry(home, CompletableFuture.supplyAsync(() -> browser(home, certificate))))
                .toList();
        Path relayLog = FOLDER.resolve("relay.log");
        relay = Boolean.getBoolean("coturn")
                ? new Coturn(folder.path(), certificate, relayLog)
                : new OwnRelay(certificate, relayLog);
        report = new Report(relay.name());
        writeSettings();
        relay.start(settings);
        server = JarProcess.serve(
                Network.at(Network.SERVER), FOLDER.resolve("passerby.log"), "--config", settings.toString());
        starting.forEach(one -> browsers.put(one.getKey(), one.getValue().join()));
    }

    /// Somebody who comes to that home's machine for the first time.
    public Visitor visitorAt(Home home) {
        Visitor visitor = browser(home).visitor(home.machine(), deployment());
        visitors.add(visitor);
        return visitor;
    }

    /// Somebody whose page has been tampered with: a script of the lab's runs before the page's own.
    public Visitor modifiedVisitorAt(Home home, String script) {
        browser(home).modify(Lab.class, script);
        return visitorAt(home);
    }

    /// From now on, what a home's machine and another home exchange.
    public Capture between(Home home, Home other) {
        return Capture.at(home, other.addresses(), folder.path());
    }

    /// Puts a home behind another kind of NAT. What ran through it breaks.
    public void put(Home home, Nat nat) {
        network.put(home, nat);
    }

    /// Of every hundred packets, so many are lost on the way out of a home and on the way in.
    public void lose(int percent) {
        network.lose(percent);
    }

    public Report report() {
        return report;
    }

    /// Kills the relay, and starts it again.
    public void restartRelay() {
        relay.kill();
        relay.start(settings);
    }

    /// The network interfaces that a home's machine has.
    public List<String> waysOutOf(Home home) {
        return Network.ask(home.node(), "ip", "-o", "link", "show", "up")
                .lines()
                .map(line -> line.split("[:@] ?", 3)[1])
                .toList();
    }

    /// What the doctor says of the relay, asked at a home.
    public Checkup doctorAt(Home home) {
        return Checkup.at(home, settings, certificate);
    }

    /// Stops the relay until its next start.
    public void stopRelay() {
        relay.kill();
    }

    /// A firewall before the server that forgets the ports to relay from. Its own packets to itself do not pass it.
    public void closeRelayPorts() {
        firewall(
                "add table inet forgetful",
                "add chain inet forgetful in { type filter hook input priority filter; }",
                "add rule inet forgetful in iif != lo udp dport 49152-65535 drop");
    }

    private static void firewall(String... rules) {
        Network.ask(Network.SERVER, "nft", String.join("; ", rules));
    }

    private Chromium browser(Home home) {
        return Objects.requireNonNull(browsers.get(home));
    }

    List<Visitor> visitors() {
        return visitors;
    }

    /// Everybody leaves, and all faults are mended. Says what the browsers complained about.
    List<String> clear() {
        visitors.clear();
        lose(0);
        firewall("add table inet forgetful", "delete table inet forgetful");
        browsers.values().forEach(Chromium::clear);
        return browsers.values().stream()
                .flatMap(browser -> browser.complaints().stream())
                .toList();
    }

    @Override
    public void close() {
        photographReport();
        browsers.values().forEach(Chromium::close);
        server.close();
        relay.kill();
        network.close();
        folder.close();
    }

    private void photographReport() {
        try {
            Path page = report.write(FOLDER);
            for (String light : List.of("light", "dark"))
                Files.write(
                        FOLDER.resolve("report-" + light + ".png"),
                        browser(Home.A).picture(page.toUri(), light));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeSettings() throws IOException {
        Path secret = folder.path().resolve("turn.secret");
        var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.writeString(Files.createFile(secret, mine), HexFormat.of().formatHex(new byte[32]) + "\n");
        var all = new Properties();
        all.setProperty("site.url", ADDRESS.toString());
        all.setProperty("http.host", IP);
        all.setProperty("http.port", "80");
        all.setProperty("data.dir", folder.path().resolve("data").toString());
        all.setProperty("turn.secret-file", secret.toString());
        all.setProperty("turn.ip", IP);
        all.setProperty("turn.tls-port", "443");
        all.setProperty(
                "turn.urls",
                "turn:%1$s:3478, turn:%1$s:3478?transport=tcp, turns:%1$s:443?transport=tcp".formatted(IP));
        all.setProperty("turn.allowed-peers", INTERNET);
        all.putAll(relay.settings());
        try (Writer out = Files.newBufferedWriter(settings)) {
            all.store(out, null);
        }
    }

    private static Chromium browser(Home home, Certificate certificate) {
        List<String> options = List.of(
                "--unsafely-treat-insecure-origin-as-secure=" + ADDRESS,
                "--ignore-certificate-errors-spki-list=" + certificate.print());
        return Chromium.start(
                home.machine(), new Surroundings(Optional.of(Network.driver()), Network.environment(home), options));
    }

    private static Deployment deployment() {
        return new Deployment.Given(ADDRESS, Optional.empty());
    }
}
