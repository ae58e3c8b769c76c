package chat.passerby.turn;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.relay.Relay;
import chat.passerby.turn.check.Diagnosis;
import chat.passerby.turn.check.Doctor;
import chat.passerby.turn.check.Patient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Our own relay, from the settings that its visitors' passwords come from.
class OwnRelayTest {
    @TempDir
    private Path folder;

    @Test
    void the_doctor_finds_nothing_wrong_with_it_on_its_own_machine() throws Exception {
        int port = Coturn.freePort();
        TurnSettings settings = new Given()
                .with("turn.secret-file", Given.secret(folder.resolve("secret")))
                .with("turn.ip", "127.0.0.1")
                .with("turn.port", port)
                .with("turn.allowed-peers", "127.0.0.0/8")
                .with("turn.urls", "turn:127.0.0.1:" + port)
                .read();
        try (Relay relay = Relay.start(OwnRelay.settings(settings, folder.resolve("unused")))) {
            Diagnosis diagnosis = new Doctor(new SecureRandom()).examine(Patient.all(settings), Instant.now());

            assertThat(relay.addresses()).isNotEmpty();
            assertThat(diagnosis.toString()).contains("– relay ports").doesNotContain("✗");
            assertThat(diagnosis.healthy()).isTrue();
        }
    }
}
