package chat.passerby.bench.relay;

import chat.passerby.bench.Unavailable;
import chat.passerby.turn.Credentials;
import chat.passerby.turn.InvalidTurnSettings;
import chat.passerby.turn.TurnSettings;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/// A TURN server on loopback, in a process of its own, which is stopped with it. Confined to a thread.
final class TurnProcess implements Turn, AutoCloseable {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final SecureRandom CHANCE = new SecureRandom();
    private static final long BETWEEN_NANOS = 50_000_000;
    private static final int LOWEST = 15_000;
    private static final int TRIES = 20;
    /// To relay from.
    private static final int PORTS = 3_000;

    private final Brand brand;
    private final Process process;
    private final Path log;
    private final InetSocketAddress address;
    private final Credentials credentials;

    private TurnProcess(Brand brand, Process process, Path log, TurnSettings settings) {
        this.brand = brand;
        this.process = process;
        this.log = log;
        address = new InetSocketAddress(LOOPBACK, settings.place().port());
        credentials = Objects.requireNonNull(settings.credentials());
    }

    /// Starts one, and waits until it answers.
    static TurnProcess start(Brand brand, Path folder) throws IOException, InvalidTurnSettings {
        Map<String, String> texts = texts(brand, secret(folder.resolve("secret")));
        Path log = folder.resolve(brand + ".log");
        Process process = new ProcessBuilder(brand.command(folder, texts))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var server = new TurnProcess(brand, process, log, TurnSettings.read(texts));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close)); // whoever stops the benchmark stops it
        try {
            server.awaitAnswer();
            return server;
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    private void awaitAnswer() throws IOException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < until) {
            if (Dialler.answers(this)) return;
            LockSupport.parkNanos(BETWEEN_NANOS);
        }
        throw new Unavailable(brand + " does not answer; it said:\n" + Files.readString(log));
    }

    private static Map<String, String> texts(Brand brand, Path secret) throws IOException {
        int low = brand.firstPort();
        return new TreeMap<>(Map.ofEntries(
                Map.entry("turn.secret-file", secret.toString()),
                Map.entry("turn.realm", "bench.example.org"),
                Map.entry("turn.ip", LOOPBACK.getHostAddress()),
                Map.entry("turn.port", String.valueOf(freePort())),
                Map.entry("turn.tls-port", "5349"),
                Map.entry("turn.relay-ports", low + "-" + (low + PORTS - 1)),
                Map.entry("turn.ttl", "600"),
                Map.entry("turn.user-quota", "12"),
                Map.entry("turn.total-quota", String.valueOf(PORTS)),
                Map.entry("turn.max-bps", "100000000"),
                Map.entry("turn.allowed-peers", "127.0.0.0/8")));
    }

    /// One that the kernel does not hand out meanwhile, least of all to who asks whether anybody answers there.
    private static int freePort() throws IOException {
        for (int port : CHANCE.ints(TRIES, LOWEST, Brand.LOWEST).toArray())
            try (var socket = new DatagramSocket(port, LOOPBACK)) {
                return socket.getLocalPort();
            } catch (SocketException taken) {
                // the next
            }
        throw new Unavailable("No free port from %d to %d for a TURN server".formatted(LOWEST, Brand.LOWEST - 1));
    }

    private static Path secret(Path file) throws IOException {
        byte[] secret = new byte[32];
        CHANCE.nextBytes(secret);
        Files.writeString(file, HexFormat.of().formatHex(secret) + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    Brand brand() {
        return brand;
    }

    @Override
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public Credentials credentials() {
        return credentials;
    }

    long pid() {
        return process.pid();
    }

    /// What it has used until now: its own, and the kernel's for it.
    Duration cpu() throws IOException {
        return process.info().totalCpuDuration().orElseThrow(() -> new Unavailable(brand + " ended; see " + log));
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public String toString() {
        return brand.toString();
    }
}
