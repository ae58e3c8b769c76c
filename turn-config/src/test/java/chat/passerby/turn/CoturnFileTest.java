package chat.passerby.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoturnFileTest {
    @TempDir
    private Path folder;

    private Given given() throws Exception {
        return new Given().with("turn.secret-file", Given.secret(folder.resolve("secret")));
    }

    private static List<String> options(String file) {
        return file.lines()
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    @Test
    void it_is_closed_but_for_what_browsers_need() throws Exception {
        String file = CoturnFile.render(given().read());

        assertThat(options(file))
                .contains(
                        "listening-port=3478",
                        "no-tls",
                        "no-dtls",
                        "min-port=49152",
                        "max-port=65535",
                        "realm=chat.example.org",
                        "use-auth-secret",
                        "static-auth-secret=" + Given.SECRET,
                        "stale-nonce=600",
                        "user-quota=12",
                        "total-quota=1200",
                        "max-bps=500000",
                        "no-cli",
                        "no-tcp-relay",
                        "no-multicast-peers",
                        "no-rfc5780",
                        "no-software-attribute",
                        "fingerprint",
                        "denied-peer-ip=169.254.0.0-169.254.255.255",
                        "denied-peer-ip=64:ff9b::-64:ff9b::ffff:ffff",
                        "denied-peer-ip=2002::-2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff")
                .noneMatch(line ->
                        line.matches("(allow|external|listening-ip|relay-ip|cert|pkey|verbose|denied-peer-ip=::-).*"));
    }

    @Test
    void every_option_has_its_reason_above_it() throws Exception {
        String before = "";
        for (String line : CoturnFile.render(given().read()).lines().toList()) {
            assertThat(line).hasSizeLessThan(120);
            boolean option = !line.isEmpty() && !line.startsWith("#");
            if (option) assertThat(before).as(line).isNotEmpty();
            before = line;
        }
    }

    @Test
    void behind_a_one_to_one_nat_both_addresses_are_told() throws Exception {
        assertThat(options(CoturnFile.render(given().with("turn.ip", "2001:db8::5, 10.0.0.5")
                        .with("turn.external-ip", "198.51.100.7")
                        .read())))
                .contains(
                        "listening-ip=2001:db8::5",
                        "relay-ip=2001:db8::5",
                        "listening-ip=10.0.0.5",
                        "relay-ip=10.0.0.5",
                        "external-ip=198.51.100.7/10.0.0.5");
    }

    @Test
    void with_a_certificate_it_speaks_modern_tls() throws Exception {
        assertThat(options(CoturnFile.render(given().with("turn.tls-cert", "/etc/turn/cert.pem")
                        .with("turn.tls-key", "/etc/turn/key.pem")
                        .with("turn.tls-port", "443")
                        .read())))
                .contains(
                        "tls-listening-port=443",
                        "cert=/etc/turn/cert.pem",
                        "pkey=/etc/turn/key.pem",
                        "no-tlsv1",
                        "no-tlsv1_1")
                .doesNotContain("no-tls");
    }

    @Test
    void while_the_secret_changes_both_are_known() throws Exception {
        Path previous = Given.file(folder.resolve("previous"), "f".repeat(64), "rw-------");

        assertThat(options(CoturnFile.render(
                        given().with("turn.previous-secret-file", previous).read())))
                .containsSubsequence("static-auth-secret=" + Given.SECRET, "static-auth-secret=" + "f".repeat(64));
    }

    @Test
    void peers_are_allowed_and_denied_as_told() throws Exception {
        assertThat(options(CoturnFile.render(given().with("turn.allowed-peers", "198.51.100.0/24")
                        .with("turn.denied-peers", "8.8.8.8, 2600::/16")
                        .read())))
                .contains(
                        "allowed-peer-ip=198.51.100.0-198.51.100.255",
                        "denied-peer-ip=8.8.8.8-8.8.8.8",
                        "denied-peer-ip=2600::-2600:ffff:ffff:ffff:ffff:ffff:ffff:ffff")
                .doesNotContain("allow-loopback-peers");
        assertThat(options(CoturnFile.render(
                        given().with("turn.allowed-peers", "127.0.0.0/8").read())))
                .contains("allow-loopback-peers", "allowed-peer-ip=127.0.0.0-127.255.255.255");
    }

    @Test
    void without_a_secret_there_is_no_file() {
        assertThatExceptionOfType(InvalidTurnSettings.class)
                .isThrownBy(() -> CoturnFile.render(new Given().read()))
                .withMessageStartingWith("turn.secret-file must name a file with the secret");
    }
}
