package chat.passerby.signaling.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import chat.passerby.net.Cidr;
import chat.passerby.turn.TurnServer;
import chat.passerby.turn.TurnSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    @TempDir
    private Path folder;

    @Test
    void defaults_are_this_machine_alone() throws Exception {
        Settings settings = Settings.read(null, Map.of());

        assertThat(settings.http()).isEqualTo(new Settings.Http("localhost", 8080));
        assertThat(settings.site()).isEqualTo(new Settings.Site(null, List.of()));
        assertThat(settings.tls()).isNull();
        assertThat(settings.trustedProxies()).isEmpty();
        assertThat(settings.data()).isEqualTo(Path.of("data"));
        assertThat(settings.lanes().names()).isEmpty();
        assertThat(settings.iceServers()).isEmpty();
        assertThat(settings.address(8080)).hasToString("http://localhost:8080");
        assertThat(settings.origins(80)).containsExactly("http://localhost", "http://127.0.0.1", "http://[::1]");
    }

    @Test
    void who_runs_it_and_in_which_words_is_up_to_the_hoster() throws Exception {
        assertThat(Settings.read(null, Map.of()).about()).isEqualTo(new About(null, null, null, null, null, "en"));

        Settings settings = Settings.read(write("""
                site.operator = Verein Straße bei Nacht e. V.
                site.contact = post@example.org
                site.authority-contact = https://example.org/behörden?id=1
                site.rules-file = /etc/passerby/regeln.md
                site.privacy-file = /etc/passerby/datenschutz.md
                site.language = de-CH
                """), Map.of());

        assertThat(settings.about())
                .isEqualTo(new About(
                        "Verein Straße bei Nacht e. V.",
                        new Contact("post@example.org"),
                        new Contact("https://example.org/behörden?id=1"),
                        Path.of("/etc/passerby/regeln.md"),
                        Path.of("/etc/passerby/datenschutz.md"),
                        "de-CH"));
        assertThat(new Contact("post@example.org").link()).isEqualTo("mailto:post@example.org");
        assertThat(new Contact("https://example.org/?id=1").link()).isEqualTo("https://example.org/?id=1");
    }

    @ParameterizedTest
    @CsvSource({
        "site.contact, javascript:alert(1), must be an e-mail address or a page",
        "site.contact, post@localhost, must be an e-mail address or a page",
        "site.contact, 'a@example.org?bcc=x@example.org', must be an e-mail address or a page",
        "site.authority-contact, https://example.org/<script>, must be an e-mail address or a page",
        "site.operator, 'two\u2028lines', must be a name",
        "site.operator, 'turned\u202Eround', must be a name",
        "site.language, '\"><script>', must be a language",
        "site.language, english, must be a language",
    })
    void what_everybody_is_shown_is_checked(String key, String value, String rule) {
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> Settings.read(null, Map.of(Key.named(key).orElseThrow(), value)))
                .withMessageStartingWith(key + " " + rule);
    }

    @Test
    void moderation_is_as_the_law_of_common_places_asks_for() throws Exception {
        assertThat(Settings.read(null, Map.of()).moderation())
                .isEqualTo(new Settings.Moderation(
                        Duration.ofDays(180), Duration.ofDays(30), 3, Duration.ofMinutes(30), false));
    }

    @Test
    void rules_of_moderation_are_held() {
        var wrong = Map.of(
                Key.MODERATION_APPEAL_WINDOW, "0",
                Key.MODERATION_EVIDENCE_DAYS, "366",
                Key.MODERATION_AUTO_REPORTERS, "2",
                Key.MODERATION_AUTO_MINUTES, "61",
                Key.MODERATION_FRAMES_OF_MINORS, "yes");

        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> Settings.read(null, wrong))
                .satisfies(invalid -> assertThat(invalid.problems())
                        .containsExactly(
                                "moderation.appeal-window must be a number from 1 to 3650, not 0 (command line)",
                                "moderation.evidence-days must be a number from 1 to 365, not 366 (command line)",
                                "moderation.auto-reporters must be 3 to 999, or 0 for no automatic measure, not 2"
                                        + " (command line)",
                                "moderation.auto-minutes must be a number from 1 to 60, not 61 (command line)",
                                "moderation.frames-of-minors must be on or off, not yes (command line)"));
    }

    @Test
    void every_key_stands_in_the_defaults_under_a_comment() throws Exception {
        var defaults = new Properties();
        defaults.load(Files.newBufferedReader(write(Settings.defaults())));

        assertThat(defaults.stringPropertyNames())
                .isEqualTo(Stream.of(Key.values()).map(Key::toString).collect(Collectors.toSet()));
        assertThat(Settings.defaults().split("\n\n"))
                .allSatisfy(paragraph -> assertThat(paragraph).startsWith("#"));
    }

    @Test
    void the_printed_defaults_are_a_file_that_changes_nothing() throws Exception {
        assertThat(Settings.read(write(Settings.defaults()), Map.of())).isEqualTo(Settings.read(null, Map.of()));
    }

    @Test
    void a_file_goes_over_the_defaults_and_options_over_the_file() throws Exception {
        Path file = write("""
                site.url = https://Chat.Example.org/
                site.origins = https://münchen.example, http://10.0.0.7:8080
                http.host = ::
                http.port = 9000
                tls.cert = /etc/cert.pem
                tls.key = /etc/key.pem
                proxy.trusted = 10.0.0.0/8, ::1
                data.dir = /var/lib/passerby
                lanes = quality-1, quality_2,
                ice.servers = stun:stun.example.org:3478, stuns:[2001:db8::1]
                """);

        Settings settings = Settings.read(file, Map.of(Key.HTTP_PORT, "0"));

        assertThat(settings.http()).isEqualTo(new Settings.Http("::", 0));
        assertThat(settings.tls()).isEqualTo(new Settings.Tls(Path.of("/etc/cert.pem"), Path.of("/etc/key.pem")));
        assertThat(settings.trustedProxies()).extracting(Cidr::prefix).containsExactly(8, 128);
        assertThat(settings.data()).isEqualTo(Path.of("/var/lib/passerby"));
        assertThat(settings.lanes().has("quality_2")).isTrue();
        assertThat(settings.lanes().has("quality_3")).isFalse();
        assertThat(settings.iceServers()).containsExactly("stun:stun.example.org:3478", "stuns:[2001:db8::1]");
        assertThat(settings.address(443)).hasToString("https://chat.example.org");
        assertThat(settings.origins(443))
                .isEqualTo(
                        Set.of("https://chat.example.org", "https://xn--mnchen-3ya.example", "http://10.0.0.7:8080"));
    }

    @Test
    void who_may_hide_is_the_hosters_to_say() throws Exception {
        assertThat(Settings.read(null, Map.of()).mediaPath()).isEqualTo(PathRule.CHOICE);
        assertThat(Settings.read(null, Map.of(Key.MEDIA_PATH, "direct")).mediaPath())
                .isEqualTo(PathRule.DIRECT);
        assertThat(problems(Map.of(Key.MEDIA_PATH, "tor")))
                .containsExactly("media.path must be choice, direct or private, not tor (command line)");
        assertThat(problems(Map.of(Key.MEDIA_PATH, "private", Key.RELAY, "off")))
                .containsExactly("media.path can be private only with a relay: see relay and turn.urls");
    }

    @Test
    void it_relays_by_itself_unless_others_do() throws Exception {
        Path secret = write("0123456789abcdef0123456789abcdef");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        Map<Key, String> others = Map.of(Key.TURN_SECRET_FILE, secret.toString(), Key.TURN_URLS, "turn:example.org");

        assertThat(Settings.read(null, Map.of()).relays()).isTrue();
        assertThat(Settings.read(null, Map.of(Key.RELAY, "off")).relays()).isFalse();
        assertThat(Settings.read(null, others).relays()).isFalse();
        assertThat(Settings.read(null, with(others, Key.RELAY, "on")).relays()).isTrue();
        assertThat(problems(Map.of(Key.RELAY, "yes")))
                .containsExactly("relay must be auto, on or off, not yes (command line)");
    }

    private static Map<Key, String> with(Map<Key, String> options, Key key, String value) {
        Map<Key, String> more = new EnumMap<>(options);
        more.put(key, value);
        return more;
    }

    private static List<String> problems(Map<Key, String> options) {
        try {
            Settings.read(null, options);
            return List.of();
        } catch (InvalidSettings invalid) {
            return invalid.problems();
        }
    }

    @Test
    void all_are_on_this_machine_only_if_nobody_can_come_from_elsewhere() throws Exception {
        assertThat(Settings.read(null, Map.of()).loopback()).isTrue();
        assertThat(Settings.read(null, Map.of(Key.HTTP_HOST, "127.0.0.2")).loopback())
                .isTrue();
        assertThat(Settings.read(null, Map.of(Key.HTTP_HOST, "::1")).loopback()).isTrue();
        assertThat(Settings.read(null, Map.of(Key.SITE_URL, "http://localhost:9000"))
                        .loopback())
                .isTrue();
        assertThat(Settings.read(null, Map.of(Key.HTTP_HOST, "0.0.0.0")).loopback())
                .isFalse();
        // behind a reverse proxy
        assertThat(Settings.read(null, Map.of(Key.SITE_URL, "https://chat.example.org"))
                        .loopback())
                .isFalse();
    }

    @Test
    void figures_are_told_nowhere_unless_an_address_is_given() throws Exception {
        assertThat(Settings.read(null, Map.of()).metrics()).isNull();
        assertThat(Settings.read(null, Map.of(Key.METRICS_LISTEN, "localhost:9464"))
                        .metrics())
                .isEqualTo(new Settings.Http("localhost", 9464));
        assertThat(Settings.read(null, Map.of(Key.METRICS_LISTEN, "[::1]:9464")).metrics())
                .hasToString("[::1]:9464");
        for (String wrong :
                List.of("9464", "localhost", "localhost:", "localhost:99999", "example.org:9464", "::1:9464"))
            assertThatExceptionOfType(InvalidSettings.class)
                    .isThrownBy(() -> Settings.read(null, Map.of(Key.METRICS_LISTEN, wrong)))
                    .withMessageStartingWith("metrics.listen must ");
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> Settings.read(null, Map.of(Key.METRICS_LISTEN, "localhost:8080")))
                .withMessage("metrics.listen must have another port than http.port");
    }

    @Test
    void an_address_takes_its_port_from_all_that_it_covers() {
        var all = new Settings.Http("0.0.0.0", 443);
        var here = new Settings.Http("localhost", 443);
        var one = new Settings.Http("192.0.2.7", 443);
        InetAddress address = InetAddress.ofLiteral("192.0.2.7");
        InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");

        assertThat(all.takes(address, 443)).isTrue();
        assertThat(all.takes(address, 444)).isFalse();
        assertThat(one.takes(address, 443)).isTrue();
        assertThat(one.takes(loopback, 443)).isFalse();
        assertThat(here.takes(loopback, 443)).isTrue();
        assertThat(here.takes(address, 443)).isFalse();
        assertThat(new Settings.Http("0.0.0.0", 0).takes(address, 0)).isFalse();
    }

    @Test
    void a_key_without_value_keeps_the_default() throws Exception {
        assertThat(Settings.read(write("http.port =\n"), Map.of()).http().port())
                .isEqualTo(8080);
    }

    @Test
    void an_address_bound_to_is_an_origin_too() throws Exception {
        Settings settings = Settings.read(null, Map.of(Key.HTTP_HOST, "2001:db8::7"));

        assertThat(settings.origins(8080)).contains("http://[2001:db8::7]:8080");
    }

    @Test
    void everything_wrong_is_said_at_once_with_key_rule_and_place() throws Exception {
        Path file = write("""
                site.ulr = https://chat.example.org
                colour = blue
                site.url = https://chat.example.org/room
                site.origins = https://ok.example, ftp://files.example
                http.host = chat.example.org
                http.port = 65536
                proxy.trusted = 10.0.0.0/8, 10.1.0.0/8, 300.1.1.1, fd00::/129, localhost
                lanes = short
                ice.servers = turn:turn.example.org
                """);

        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> Settings.read(file, Map.of(Key.DATA_DIR, "a\0b")))
                .extracting(InvalidSettings::problems, LIST)
                .containsExactlyInAnyOrder(
                        "site.ulr is no setting; did you mean site.url? (" + file + ")",
                        "colour is no setting; `passerby settings` prints them all (" + file + ")",
                        "site.url must look like https://chat.example.org: http or https, a host, perhaps a port, and"
                                + " nothing more, not https://chat.example.org/room (" + file + ")",
                        "site.origins must look like https://chat.example.org: http or https, a host, perhaps a port,"
                                + " and nothing more, not ftp://files.example (" + file + ")",
                        "http.host must be localhost or an IP address of this machine, not chat.example.org (" + file
                                + ")",
                        "http.port must be a number from 0 to 65535, not 65536 (" + file + ")",
                        "proxy.trusted must have no bits set after the prefix, as in 10.0.0.0/8, not 10.1.0.0/8 ("
                                + file + ")",
                        "proxy.trusted must be networks like 10.0.0.0/8 or fd00::/8, or single addresses, not 300.1.1.1"
                                + " (" + file + ")",
                        "proxy.trusted must be networks like 10.0.0.0/8 or fd00::/8, or single addresses, not"
                                + " fd00::/129 (" + file + ")",
                        "proxy.trusted must be networks like 10.0.0.0/8 or fd00::/8, or single addresses, not localhost"
                                + " (" + file + ")",
                        "lanes must be secrets of 8 to 64 letters, digits, - or _ (" + file + ")",
                        "ice.servers must be STUN addresses like stun:stun.example.org:3478, not turn:turn.example.org"
                                + " (" + file + ")",
                        "data.dir must be a path, not a\0b (command line)");
    }

    @Test
    void certificate_and_key_come_together() throws Exception {
        assertRefused("tls.cert = a.pem\n", "tls.cert and tls.key must be given together");
        assertRefused("tls.key = a.pem\n", "tls.cert and tls.key must be given together");
    }

    @Test
    void a_certificate_makes_no_sense_for_a_plain_address() throws Exception {
        assertRefused(
                "tls.cert = a.pem\ntls.key = b.pem\nsite.url = http://chat.example.org\n",
                "site.url must begin with https:// when tls.cert is given");
    }

    @Test
    void a_key_given_twice_is_refused() throws Exception {
        Path file = folder.resolve("passerby.properties");
        assertRefused("http.port = 1\nhttp.port = 2\n", file + " cannot be read as settings: http.port is there twice");
    }

    @Test
    void a_file_that_is_missing_or_not_text_is_refused() throws Exception {
        Path missing = folder.resolve("missing");
        Path latin = folder.resolve("latin");
        Files.write(latin, "lanes = übermut-1".getBytes(StandardCharsets.ISO_8859_1));

        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> Settings.read(missing, Map.of()))
                .withMessage(missing + " does not exist: --config must name a file of settings");
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> Settings.read(latin, Map.of()))
                .withMessage(latin + " must be UTF-8");
        assertRefused(
                "site.url = \\u12\n",
                folder.resolve("passerby.properties") + " cannot be read as settings: Malformed \\uxxxx encoding.");
    }

    @Test
    void every_turn_setting_has_its_key() {
        assertThat(Stream.of(Key.values()).map(Key::toString).filter(name -> name.startsWith("turn.")))
                .containsExactlyInAnyOrderElementsOf(TurnSettings.keys());
    }

    @Test
    void turn_is_off_by_default_and_on_with_a_secret() throws Exception {
        assertThat(Settings.read(null, Map.of()).turn().servers()).isEmpty();

        Path secret = Files.writeString(folder.resolve("secret"), "0123456789abcdef0123456789abcdef");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        Settings settings = Settings.read(
                write("turn.secret-file = " + secret + "\nturn.urls = turn:turn.example.org\n"), Map.of());

        assertThat(settings.turn().servers())
                .extracting(TurnServer::urls)
                .containsExactly(List.of("turn:turn.example.org"));
        assertThat(settings.toString()).doesNotContain("0123456789abcdef");
    }

    @Test
    void wrong_turn_settings_are_said_with_all_others_and_where_they_stand() throws Exception {
        Path file = write("""
                http.port = many
                turn.ttl = 3600
                turn.denied-peers = 10.0.0.0/33
                turn.urls = turn:turn.example.org
                """);

        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> Settings.read(file, Map.of(Key.TURN_TLS_KEY, "/etc/key.pem")))
                .extracting(InvalidSettings::problems, LIST)
                .containsExactlyInAnyOrder(
                        "http.port must be a number from 0 to 65535, not many (" + file + ")",
                        "turn.ttl must be a number from 60 to 600, not 3600 (" + file + ")",
                        "turn.denied-peers must be networks like 10.0.0.0/8 or fd00::/8, or single addresses, not"
                                + " 10.0.0.0/33 (" + file + ")",
                        "turn.urls must come with turn.secret-file, which the server shares (" + file + ")",
                        "turn.tls-cert must come with turn.tls-key, and neither alone");
    }

    @Test
    void lanes_are_not_printed() throws Exception {
        assertThat(Settings.read(write("lanes = secret-lane-1\n"), Map.of()).toString())
                .contains("Lanes[1]")
                .doesNotContain("secret-lane");
    }

    private void assertRefused(String text, String problem) throws IOException {
        Path file = write(text);
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> Settings.read(file, Map.of()))
                .extracting(InvalidSettings::problems, LIST)
                .containsExactly(problem);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("passerby.properties"), text);
    }
}
