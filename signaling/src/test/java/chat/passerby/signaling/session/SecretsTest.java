package chat.passerby.signaling.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    @TempDir
    private Path data;

    private Path file() {
        return data.resolve("passerby.key");
    }

    private static NetworkId network(Secrets secrets, String address) throws IOException {
        return secrets.network(InetAddress.getByName(address));
    }

    @Test
    void the_first_start_makes_a_secret_that_its_owner_alone_may_read() throws Exception {
        assumeTrue(Files.getFileStore(data).supportsFileAttributeView("posix"));

        Secrets.load(data);

        assertThat(Files.size(file())).isEqualTo(32);
        assertThat(Files.getPosixFilePermissions(file()))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void the_next_start_gives_the_same_ids() throws Exception {
        Secrets before = Secrets.load(data);
        Secrets after = Secrets.load(data);

        assertThat(after.browser("key")).isEqualTo(before.browser("key"));
        assertThat(network(after, "192.0.2.1")).isEqualTo(network(before, "192.0.2.1"));
        assertThat(after.sealKey()).isEqualTo(before.sealKey());
        assertThat(after.ticketKey()).isEqualTo(before.ticketKey());
    }

    @Test
    void another_secret_gives_other_ids() {
        Secrets one = Secrets.ephemeral();
        Secrets other = Secrets.ephemeral();

        assertThat(one.browser("key")).isNotEqualTo(other.browser("key"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 33, 4_096})
    void a_file_of_another_length_is_refused_with_what_to_do_and_left_alone(int length) throws Exception {
        Files.write(file(), new byte[length]);

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Secrets.load(data))
                .withMessageContaining(file().toString())
                .withMessageContaining("32 bytes")
                .withMessageContaining("move it away")
                .withMessageContaining("blocks, bans and open conversations");
        assertThat(Files.size(file())).isEqualTo(length);
    }

    @Test
    void each_purpose_has_a_key_of_its_own() {
        Secrets secrets = Secrets.ephemeral();

        assertThat(secrets.sealKey().getEncoded())
                .hasSize(32)
                .isNotEqualTo(secrets.ticketKey().getEncoded());
    }

    @Test
    void a_browser_is_known_by_its_key_and_its_key_cannot_be_seen() {
        Secrets secrets = Secrets.ephemeral();
        String key = Secrets.random(128);

        assertThat(secrets.browser(key)).isEqualTo(secrets.browser(key)).isNotEqualTo(secrets.browser(key + "x"));
        assertThat(secrets.browser(key).value()).hasSize(22).isNotEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.254, true",
        "192.0.2.1, 192.0.3.1, false",
        "192.0.2.1, ::ffff:192.0.2.9, true",
        "2001:db8:1:ff00::1, 2001:db8:1:ffff:9::, true",
        "2001:db8:1:ff00::1, 2001:db8:1:fe00::1, false",
        "2001:db8:1:ff00::1, 2001:db8:2:ff00::1, false"
    })
    void a_network_is_a_24_or_a_56(String one, String other, boolean same) throws Exception {
        Secrets secrets = Secrets.ephemeral();

        assertThat(network(secrets, one).equals(network(secrets, other))).isEqualTo(same);
    }

    @Test
    void what_is_random_is_long_enough_and_never_twice_the_same() {
        assertThat(Secrets.random(128)).matches("[A-Za-z0-9_-]{22}");
        assertThat(Secrets.random(256)).matches("[A-Za-z0-9_-]{43}");
        assertThat(IntStream.range(0, 1_000).mapToObj(i -> Secrets.random(128))).doesNotHaveDuplicates();
    }
}
