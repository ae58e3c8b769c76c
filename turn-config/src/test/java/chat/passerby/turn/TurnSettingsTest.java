package chat.passerby.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import chat.passerby.net.Cidr;
import chat.passerby.relay.credential.SharedSecret;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TurnSettingsTest {
    @TempDir
    private Path folder;

    @Test
    void without_a_secret_there_is_no_server() throws Exception {
        TurnSettings settings = new Given().read();

        assertThat(settings.servers()).isEmpty();
        assertThat(settings.credentials()).isNull();
        assertThat(settings.place().ips()).isEmpty();
    }

    @Test
    void our_own_server_has_addresses_and_a_secret() throws Exception {
        TurnSettings settings = new Given()
                .with("turn.secret-file", Given.secret(folder.resolve("secret")))
                .with("turn.urls", "turn:turn.example.org, turns:[2001:db8::1]:443?transport=tcp")
                .with("turn.ttl", "300")
                .with("turn.ip", "10.0.0.5, 2001:db8::1")
                .with("turn.external-ip", "198.51.100.7")
                .with("turn.allowed-peers", "198.51.100.0/24")
                .with("turn.denied-peers", "192.0.2.1, fd00::/8")
                .read();

        var credentials = new Credentials(new SharedSecret(Given.SECRET), null, Duration.ofMinutes(5));
        assertThat(settings.credentials()).isEqualTo(credentials);
        assertThat(settings.servers())
                .containsExactly(new TurnServer(
                        List.of("turn:turn.example.org", "turns:[2001:db8::1]:443?transport=tcp"), credentials));
        assertThat(settings.place().externalIp()).isEqualTo(InetAddress.ofLiteral("198.51.100.7"));
        assertThat(settings.peers().denied()).containsExactly(Cidr.parse("192.0.2.1/32"), Cidr.parse("fd00::/8"));
    }

    @Test
    void servers_of_others_stand_in_a_private_file() throws Exception {
        Path file = Given.file(folder.resolve("servers"), """
                # near
                turn:a.example.net:3478,turns:a.example.net:443   secret  north

                turn:b.example.net?transport=tcp user passerby  pass:word
                """, "rw-r-----");

        List<TurnServer> servers =
                new Given().with("turn.servers-file", file).read().servers();

        assertThat(servers)
                .extracting(TurnServer::urls)
                .containsExactly(
                        List.of("turn:a.example.net:3478", "turns:a.example.net:443"),
                        List.of("turn:b.example.net?transport=tcp"));
        Instant now = Instant.ofEpochSecond(1_700_000_000);
        assertThat(servers.get(0).login().credential("tag", now).username()).isEqualTo("1700000600:tag");
        assertThat(servers.get(1).login().credential("tag", now)).isEqualTo(new Credential("passerby", "pass:word"));
        assertThat(servers.toString()).doesNotContain("north", "pass:word");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "turn.realm         | two words             | must be a name of letters, digits, dots and hyphens",
                "turn.ttl           | 601                   | must be a number from 60 to 600, not 601",
                "turn.ttl           | 10m                   | must be a number from 60 to 600, not 10m",
                "turn.ttl           | ''                    | must have a value",
                "turn.ip            | turn.example.org      | must be IP addresses of the TURN server's machine, not",
                "turn.ip            | 0.0.0.0               | must be IP addresses of the TURN server's machine, not",
                "turn.ip            | 10.0.0.1, 10.0.0.2    | must hold one IPv4 and one IPv6 address at most",
                "turn.external-ip   | 2001:db8::1           | must be the IPv4 address that the world sees, not",
                "turn.external-ip   | 198.51.100.7          | must come with the machine's own IPv4 address in turn.ip",
                "turn.port          | 0                     | must be a number from 1 to 65535, not 0",
                "turn.port          | 99                    | must be a port that browsers accept for TURN",
                "turn.tls-port      | 3478                  | must differ from turn.port",
                "turn.tls-cert      | /etc/cert.pem         | must come with turn.tls-key, and neither alone",
                "turn.tls-key       | /etc/key.pem          | must come with turn.tls-key, and neither alone",
                "turn.relay-ports   | 60000-50000           | must be two ports from 1024 to 65535, the lower one first",
                "turn.relay-ports   | 0-65535               | must be two ports from 1024 to 65535, the lower one first",
                "turn.relay-ports   | 3000-9000             | must not hold turn.port or turn.tls-port",
                "turn.total-quota   | 16385                 | must not be above the 16384 ports of turn.relay-ports",
                "turn.user-quota    | 1201                  | must not be above turn.total-quota",
                "turn.max-bps       | 0                     | must be a number from 10000 to 1000000000, not 0",
                "turn.max-bps       | 9999999999999         | must be a number from 10000 to 1000000000, not",
                "turn.allowed-peers | 10.0.0.0/33           | must be networks like 10.0.0.0/8 or fd00::/8",
                "turn.denied-peers  | 10.1.0.0/8            | must have no bits set after the prefix",
                "turn.denied-peers  | localhost             | must be networks like 10.0.0.0/8 or fd00::/8",
                "turn.urls          | turn:turn.example.org | must come with turn.secret-file, which the server shares",
                "turn.servers-file  | /nowhere/servers      | must name a file that exists, not /nowhere/servers",
                "turn.secret-file   | /nowhere/secret       | must name a file that exists, not /nowhere/secret",
                "turn.secret-file   | /tmp                  | must name a file, not a folder",
            })
    void what_is_wrong_is_said_with_the_key_and_its_rule(String key, String value, String rule) {
        assertThatExceptionOfType(InvalidTurnSettings.class)
                .isThrownBy(() -> new Given().with(key, value).read())
                .satisfies(e -> assertThat(e.problems()).hasSize(1))
                .withMessageContaining(rule)
                .withMessageStartingWith(key.equals("turn.tls-key") ? "turn.tls-cert" : key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stun:turn.example.org",
                "turn:",
                "turn:turn.example.org:3478?transport=sctp",
                "turn:turn.example.org?transport=tcp&x=1",
                "turn:user@turn.example.org",
                "turn://turn.example.org",
                "turn:[::g]",
                "turn:-turn",
                "turns:turn.example.org?transport=udp",
                "turn:turn.example.org:25",
                "turn:turn.example.org:0",
                "turn:turn.example.org:65536",
            })
    void an_address_that_browsers_would_refuse_is_refused(String url) throws Exception {
        Path secret = Given.secret(folder.resolve("secret"));

        assertThatExceptionOfType(InvalidTurnSettings.class)
                .isThrownBy(() -> new Given()
                        .with("turn.secret-file", secret)
                        .with("turn.urls", url)
                        .read())
                .withMessageStartingWith("turn.urls must ")
                .withMessageEndingWith("not " + url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw----r--", "rw-rw----", "rw-----w-"})
    void a_secret_that_others_can_read_or_write_is_none(String permissions) throws Exception {
        Path secret = Given.file(folder.resolve("secret"), Given.SECRET, permissions);

        for (String key : List.of("turn.secret-file", "turn.servers-file"))
            assertThatExceptionOfType(InvalidTurnSettings.class)
                    .isThrownBy(() -> new Given().with(key, secret).read())
                    .withMessage(key + " must not be open to other users: chmod 600 (or 640) " + secret);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "0123456789abcdef 0123456789abcdef", "=123456789abcdef0123456789abcdef"})
    void a_secret_must_be_one_that_coturn_can_read(String text) throws Exception {
        Path secret = Given.file(folder.resolve("secret"), text, "rw-------");

        assertThatExceptionOfType(InvalidTurnSettings.class)
                .isThrownBy(() -> new Given().with("turn.secret-file", secret).read())
                .withMessage("turn.secret-file must hold one line of 32 to 128 letters and digits, as"
                        + " `openssl rand -hex 32` makes them: " + secret);
    }

    @Test
    void a_secret_that_is_no_text_is_refused() throws Exception {
        Path secret = Given.secret(folder.resolve("secret"));
        Files.write(secret, new byte[] {(byte) 0xff, 0, 1});

        assertThatExceptionOfType(InvalidTurnSettings.class)
                .isThrownBy(() -> new Given().with("turn.secret-file", secret).read())
                .withMessage("turn.secret-file must be text (UTF-8): " + secret);
    }

    @Test
    void a_previous_secret_needs_a_present_one() throws Exception {
        Path secret = Given.secret(folder.resolve("secret"));

        assertThatExceptionOfType(InvalidTurnSettings.class)
                .isThrownBy(() ->
                        new Given().with("turn.previous-secret-file", secret).read())
                .withMessage("turn.previous-secret-file must come with turn.secret-file, which the server shares");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "turn:a.example.net",
                "turn:a.example.net secret",
                "turn:a.example.net secret north south",
                "turn:a.example.net user passerby",
                "turn:a.example.net password north",
                "secret north turn:a.example.net",
                "stun:a.example.net secret north",
            })
    void a_bad_line_among_the_servers_is_named_and_its_secret_is_not(String line) throws Exception {
        Path file = Given.file(folder.resolve("servers"), "# servers\n" + line + "\n", "rw-------");

        assertThatExceptionOfType(InvalidTurnSettings.class)
                .isThrownBy(() -> new Given().with("turn.servers-file", file).read())
                .withMessageStartingWith("turn.servers-file must be right in line 2 of " + file + ": it must be ")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("north"));
    }

    @Test
    void everything_wrong_is_said_at_once() {
        assertThatExceptionOfType(InvalidTurnSettings.class)
                .isThrownBy(() -> new Given()
                        .with("turn.ttl", "0")
                        .with("turn.relay-ports", "2-1")
                        .with("turn.denied-peers", "x, 10.0.0.0/8, y")
                        .read())
                .satisfies(e -> assertThat(e.problems())
                        .extracting(InvalidTurnSettings.Problem::key)
                        .containsExactlyInAnyOrder(
                                "turn.ttl", "turn.relay-ports", "turn.denied-peers", "turn.denied-peers"));
    }
}
