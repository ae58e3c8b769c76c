package chat.passerby.turn;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.relay.Relay;
import chat.passerby.turn.check.Diagnosis;
import chat.passerby.turn.check.Doctor;
import chat.passerby.turn.check.Line.What;
import chat.passerby.turn.check.Mark;
import chat.passerby.turn.check.Patient;
import chat.passerby.turn.check.RelayCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Our own relay, from the settings that its visitors' passwords come from.
class OwnRelayTest {
    @TempDir
    private Path folder;

    private final int port = Coturn.freePort();
    private Given given;

    @BeforeEach
    void settings() throws Exception {
        given = given(folder, port);
    }

    private static Given given(Path folder, int port) throws IOException {
        return new Given()
                .with("turn.secret-file", Given.secret(folder.resolve("secret")))
                .with("turn.ip", "127.0.0.1")
                .with("turn.port", port)
                .with("turn.allowed-peers", "127.0.0.0/8")
                .with("turn.urls", "turn:127.0.0.1:" + port);
    }

    private Diagnosis examine() throws Exception {
        return new Doctor(new SecureRandom()).examine(Patient.all(given.read()), Instant.now());
    }

    @Test
    void the_doctor_finds_nothing_wrong_with_it_on_its_own_machine() throws Exception {
        try (Relay relay = Relay.start(OwnRelay.settings(given.read(), folder.resolve("unused")))) {
            Diagnosis diagnosis = examine();

            assertThat(relay.addresses()).isNotEmpty();
            assertThat(diagnosis.toString()).contains("– relay ports").doesNotContain("✗");
            assertThat(diagnosis.healthy()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"+20, PASSWORD, Its clock is ahead of ours", "-20, OLD_PASSWORD, Its clock is behind ours"})
    void on_a_machine_whose_clock_is_wrong_it_is_told_from_a_wrong_secret(String minutes, What what, String words)
            throws Exception {
        WrongClock.assumeInstalled();
        Process relay = onAMachineAt(minutes);
        try {
            Diagnosis diagnosis = examine();

            // A clock that is faked makes a slow machine: it may be silent later on.
            assertThat(diagnosis.lines()).as(diagnosis::toString).anySatisfy(line -> {
                assertThat(line.what()).isEqualTo(what);
                assertThat(line.mark()).isEqualTo(Mark.BAD);
                assertThat(line.toString()).contains(words, "NTP");
            });
        } finally {
            relay.descendants().forEach(ProcessHandle::destroyForcibly);
            relay.destroyForcibly().waitFor();
        }
    }

    /// Returns when it answers: the first time takes a cold JVM long.
    private Process onAMachineAt(String minutes) throws Exception {
        var command = new ArrayList<>(WrongClock.command(minutes));
        command.addAll(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Elsewhere.class.getName(),
                folder.toString(),
                Integer.toString(port)));
        Process relay = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(relay.inputReader().readLine()).isEqualTo("ready");
        try (var client = new StunClient(port)) {
            client.bind();
        }
        new RelayCheck(new SecureRandom()).check(given.read().servers(), Instant.now());
        return relay;
    }

    /// The relay as a program of its own.
    static final class Elsewhere {
        private Elsewhere() {}

        public static void main(String... args) throws Exception {
            Path folder = Path.of(args[0]);
            TurnSettings settings = given(folder, Integer.parseInt(args[1])).read();
            try (Relay relay = Relay.start(OwnRelay.settings(settings, folder.resolve("unused")))) {
                System.out.println(relay.listens() ? "ready" : "deaf");
                Thread.currentThread().join(); // until it is killed
            }
        }
    }
}
