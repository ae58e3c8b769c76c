package chat.passerby.turn;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.relay.credential.SharedSecret;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
    private static final SharedSecret SECRET = new SharedSecret("north");

    private final Credentials credentials = new Credentials(SECRET, null, Duration.ofMinutes(10));

    @Test
    void the_password_is_the_hmac_of_expiry_and_tag() {
        Credential credential = credentials.credential("tag", NOW);

        assertThat(credential.username()).isEqualTo("1700000600:tag");
        // printf 1700000600:tag | openssl dgst -sha1 -hmac north -binary | base64
        assertThat(credential.password()).isEqualTo("n5JhGlMy7vdaN2GsbuzAQVUnJbk=");
    }

    @Test
    void it_is_good_until_its_end() {
        Credential credential = credentials.credential("tag", NOW);

        assertThat(accepts(credentials, credential, NOW)).isTrue();
        assertThat(accepts(credentials, credential, NOW.plusSeconds(600))).isTrue();
        assertThat(accepts(credentials, credential, NOW.plusSeconds(601))).isFalse();
    }

    @Test
    void the_secret_before_is_still_accepted_and_none_before_that() {
        Credential old = credentials.credential("tag", NOW);
        SharedSecret next = new SharedSecret("south");

        assertThat(accepts(new Credentials(next, SECRET, Duration.ofMinutes(10)), old, NOW))
                .isTrue();
        assertThat(accepts(new Credentials(next, null, Duration.ofMinutes(10)), old, NOW))
                .isFalse();
        assertThat(new Credentials(next, SECRET, Duration.ofMinutes(10)).credential("tag", NOW))
                .isNotEqualTo(old);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1700000601:tag",
                "1700000600:other",
                "1700000600:tag ",
                "1700000600",
                "tag:1700000600",
                ":tag",
                "",
                "99999999999999999999:tag",
                "-1:tag"
            })
    void another_name_needs_another_password(String username) {
        String password = credentials.credential("tag", NOW).password();

        assertThat(credentials.accepts(username, password, NOW)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "guess", "AAAAAAAAAAAAAAAAAAAAAAAAAAA="})
    void a_wrong_password_is_refused(String password) {
        assertThat(credentials.accepts("1700000600:tag", password, NOW)).isFalse();
    }

    @Test
    void tags_are_chance() {
        var seen = new HashSet<String>();
        var chance = new SecureRandom();
        for (int i = 0; i < 1_000; i++) seen.add(Credentials.tag(chance));

        assertThat(seen).hasSize(1_000).allMatch(tag -> tag.matches("[A-Za-z0-9_-]{16}"));
    }

    @Test
    void nothing_secret_is_printed() {
        Credential credential = credentials.credential("tag", NOW);

        assertThat(credentials.toString()).doesNotContain("north");
        assertThat(credential.toString()).doesNotContain(credential.password());
        assertThat(new Login.Fixed(credential).toString()).doesNotContain(credential.password());
    }

    private static boolean accepts(Credentials credentials, Credential credential, Instant now) {
        return credentials.accepts(credential.username(), credential.password(), now);
    }
}
