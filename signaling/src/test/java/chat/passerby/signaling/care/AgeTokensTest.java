package chat.passerby.signaling.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import chat.passerby.signaling.config.InvalidSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What counts as a proof of age.
class AgeTokensTest {
    private static final String HERE = "https://chat.example.org";
    private static final long NOW = 1_800_000_000_000L;
    private static final long LATER = 1_800_000_060L;
    private static final String CLAIMS = "{\"over\":18,\"exp\":" + LATER + ",\"aud\":\"" + HERE + "\"}";

    @TempDir
    private Path folder;

    private static @Nullable String fault(String key, @Nullable String token) throws Exception {
        return new AgeTokens(AgeKey.parse(key)).fault(token, HERE, NOW);
    }

    @Test
    void an_adult_comes_in_with_either_kind_of_key_in_either_form() throws Exception {
        for (AgeIssuer issuer : new AgeIssuer[] {AgeIssuer.ed25519(), AgeIssuer.p256()}) {
            assertThat(fault(issuer.pem(), issuer.adult(HERE, LATER))).isNull();
            assertThat(fault(issuer.jwk(), issuer.adult(HERE, LATER))).isNull();
            assertThat(fault(issuer.jwk(), issuer.token(CLAIMS.replace(":18,", ":21,"))))
                    .isNull();
        }
    }

    @Test
    void who_brings_nothing_or_something_else_does_not() throws Exception {
        AgeIssuer issuer = AgeIssuer.ed25519();

        assertThat(fault(issuer.pem(), null)).isEqualTo("age is missing");
        for (String token : new String[] {"", "a", "a.b", "a.b.c.d", "a.b.c ", "ä.b.c", "..", "a.b."})
            assertThat(fault(issuer.pem(), token)).as(token).isNotNull();
    }

    @Test
    void a_token_counts_until_its_time_and_for_its_site() throws Exception {
        AgeIssuer issuer = AgeIssuer.p256();

        assertThat(fault(issuer.pem(), issuer.adult(HERE, NOW / 1_000))).isEqualTo("age is over its time");
        assertThat(fault(issuer.pem(), issuer.adult("https://other.example.org", LATER)))
                .isEqualTo("age is for another site");
        assertThat(fault(issuer.pem(), issuer.token(CLAIMS.replace(":18,", ":17,"))))
                .isEqualTo("age says less than 18");
    }

    @Test
    void only_this_services_signature_over_these_very_words_counts() throws Exception {
        AgeIssuer issuer = AgeIssuer.ed25519();
        String[] good = issuer.adult(HERE, LATER).split("\\.", -1);
        String[] young = issuer.token(CLAIMS.replace(":18,", ":17,")).split("\\.", -1);

        assertThat(fault(AgeIssuer.ed25519().pem(), String.join(".", good)))
                .isEqualTo("age is not signed by this site's age service");
        assertThat(fault(issuer.pem(), good[0] + "." + good[1] + "." + young[2]))
                .isEqualTo("age is not signed by this site's age service");
        assertThat(fault(issuer.pem(), good[0] + "." + good[1] + ".AAAA"))
                .isEqualTo("age is not signed by this site's age service");
    }

    @Test
    void a_signature_of_nothing_does_not_count() throws Exception {
        AgeIssuer issuer = AgeIssuer.p256();
        String[] good = issuer.adult(HERE, LATER).split("\\.", -1);

        // CVE-2022-21449: zeros were once a signature of everything.
        assertThat(fault(issuer.pem(), good[0] + "." + good[1] + "." + "A".repeat(86)))
                .isEqualTo("age is not signed by this site's age service");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"none\"}",
                "{\"alg\":\"HS256\"}",
                "{\"alg\":\"ES256\"}",
                "{\"alg\":\"EdDSA\",\"crit\":[\"exp\"]}",
                "{\"alg\":\"EdDSA\",\"jwk\":{}}",
                "{\"alg\":null}",
                "{}",
                "[]",
                "null",
            })
    void the_token_does_not_choose_how_it_is_checked(String header) throws Exception {
        AgeIssuer issuer = AgeIssuer.ed25519();

        assertThat(fault(issuer.pem(), issuer.token(header, CLAIMS))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"over\":18,\"exp\":1800000060}",
                "{\"over\":18,\"aud\":\"https://chat.example.org\"}",
                "{\"exp\":1800000060,\"aud\":\"https://chat.example.org\"}",
                "{\"over\":\"18\",\"exp\":1800000060,\"aud\":\"https://chat.example.org\"}",
                "{\"over\":18,\"exp\":1800000060,\"aud\":\"https://chat.example.org\",\"sub\":\"Jo Smith\"}",
                "{\"over\":17,\"over\":18,\"exp\":1800000060,\"aud\":\"https://chat.example.org\"}",
                "{\"over\":18,\"exp\":1800000060,\"aud\":null}",
                "null",
                "not json",
            })
    void a_token_says_what_it_must_and_no_more(String claims) throws Exception {
        AgeIssuer issuer = AgeIssuer.ed25519();

        assertThat(fault(issuer.pem(), issuer.token(claims)))
                .isEqualTo("age must hold over, exp and aud, and nothing else");
    }

    @Test
    void a_file_without_such_a_key_is_refused_by_the_settings_name() throws Exception {
        String other = AgeIssuer.onCurve("secp384r1").pem();
        String secret = AgeIssuer.ed25519().jwk().replace("}", ",\"d\":\"AAAA\"}");
        for (String text : new String[] {"", "{}", "-----BEGIN PUBLIC KEY-----", other, secret, "{\"kty\":\"RSA\"}"}) {
            Path file = Files.writeString(folder.resolve("key"), text);
            assertThatExceptionOfType(InvalidSettings.class)
                    .as(text)
                    .isThrownBy(() -> AgeKey.read(file))
                    .withMessage("age.issuer-key-file: " + file
                            + " must hold a public key, Ed25519 or P-256, as PEM or JWK");
        }
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> AgeKey.read(folder.resolve("missing")))
                .withMessageContaining("cannot be read");
    }
}
