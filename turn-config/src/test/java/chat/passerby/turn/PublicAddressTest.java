package chat.passerby.turn;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.turn.check.PublicAddress;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Asked of the coturn of this machine.
class PublicAddressTest {
    @TempDir
    private Path folder;

    @Test
    void it_is_what_a_stun_server_sees_and_one_that_is_silent_is_passed_over() throws Exception {
        Coturn.assumeInstalled();
        int port = Coturn.freePort();
        int relayed = 33_000 + new SecureRandom().nextInt(700);
        TurnSettings settings = new Given()
                .with("turn.secret-file", Given.secret(folder.resolve("secret")))
                .with("turn.ip", "127.0.0.1")
                .with("turn.port", port)
                .with("turn.relay-ports", relayed + "-" + (relayed + 9))
                .with("turn.total-quota", 10)
                .with("turn.user-quota", 1)
                .read();
        try (Coturn coturn = Coturn.start(folder, settings)) {
            assertThat(PublicAddress.seenBy(
                            List.of("stun:127.0.0.1:" + Coturn.freePort(), "stun:127.0.0.1:" + coturn.port)))
                    .isEqualTo(InetAddress.ofLiteral("127.0.0.1"));
        }
    }

    @Test
    void without_an_answer_there_is_none() throws Exception {
        assertThat(PublicAddress.seenBy(List.of())).isNull();
        assertThat(PublicAddress.seenBy(List.of("stun:127.0.0.1:" + Coturn.freePort())))
                .isNull();
    }
}
