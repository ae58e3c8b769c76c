package chat.passerby.signaling.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.limits.Limit;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SigningInTest extends WithConsole {
    @Test
    void an_invitation_makes_a_passkey_and_the_passkey_signs_in() throws Exception {
        Desk ada = moderator("Ada");
        assertThat(ada.asks("me", Map.of()).get("name").asString()).isEqualTo("Ada");

        assertThat(ada.posts("sign-out", Map.of()).statusCode()).isEqualTo(200);
        assertThat(ada.status()).isEqualTo(401);

        assertThat(ada.signsIn().statusCode()).isEqualTo(200);
        assertThat(ada.status()).isEqualTo(200);
        JsonNode log = ada.asks("audit", Map.of()).get("entries");
        assertThat(log.findValuesAsString("action")).startsWith("signed-in (1)", "joined (1)", "added (1)");
        assertThat(log.findValuesAsString("actor")).startsWith("Ada", "Ada", "operator");
    }

    @Test
    void the_cookie_is_for_this_host_and_for_no_script() throws Exception {
        String code = moderators.add("Ada", now()).orElseThrow().code().text();
        passes(Duration.ofSeconds(1));
        HttpResponse<byte[]> in = new Desk().registers(code);
        assertThat(in.headers().firstValue("Set-Cookie").orElseThrow())
                .matches(
                        "__Host-moderator=[A-Za-z0-9_-]{43}; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=43200");
        assertThat(in.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void an_old_cookie_is_worth_nothing_after_signing_out() throws Exception {
        Desk ada = moderator("Ada");
        String old = ada.cookie;
        ada.posts("sign-out", Map.of());
        assertThat(ada.cookie).isEqualTo("__Host-moderator=");
        ada.cookie = old;
        assertThat(ada.status()).isEqualTo(401);
    }

    @Test
    void a_shift_ends_after_half_an_hour_without_a_question() throws Exception {
        Desk ada = moderator("Ada");
        passes(Shifts.IDLE.minusSeconds(1));
        assertThat(ada.status()).isEqualTo(200);
        passes(Shifts.IDLE.minusSeconds(1));
        assertThat(ada.status()).isEqualTo(200);
        passes(Shifts.IDLE);
        assertThat(ada.status()).isEqualTo(401);
    }

    @Test
    void a_page_that_looks_again_by_itself_keeps_no_shift_open() throws Exception {
        Desk ada = moderator("Ada");
        for (int i = 0; i < 29; i++) {
            passes(Duration.ofMinutes(1));
            assertThat(looksAgain(ada)).isEqualTo(200);
        }
        passes(Duration.ofMinutes(1));
        assertThat(looksAgain(ada)).isEqualTo(401);
    }

    private int looksAgain(Desk desk) throws Exception {
        return send(question("queue", "{}").header("Cookie", desk.cookie).setHeader("Passerby-Console", "page"))
                .statusCode();
    }

    @Test
    void a_shift_ends_after_twelve_hours_however_busy() throws Exception {
        Desk ada = moderator("Ada");
        for (int i = 1; i < 36; i++) {
            passes(Duration.ofMinutes(20));
            assertThat(ada.status()).as("after %s times 20 minutes", i).isEqualTo(200);
        }
        passes(Duration.ofMinutes(20));
        assertThat(ada.status()).isEqualTo(401);
    }

    @Test
    void who_is_removed_is_out_at_once() throws Exception {
        Desk ada = moderator("Ada");
        moderator("Ben");
        moderators.remove("Ada", now());
        assertThat(ada.status()).isEqualTo(401);
        assertThat(ada.signsIn().statusCode()).isEqualTo(403);
    }

    @Test
    void an_invitation_is_good_once_and_for_a_day() throws Exception {
        Desk ada = moderator("Ada");
        String code = moderators.invite("Ada", now()).orElseThrow().code().text();
        assertThat(new Desk().registers(code).statusCode()).isEqualTo(200);
        assertThat(ada.posts("invitation", Map.of("code", code)).statusCode()).isEqualTo(403);

        String late = moderators.invite("Ada", now()).orElseThrow().code().text();
        passes(Duration.ofHours(24));
        assertThat(ada.posts("invitation", Map.of("code", late)).statusCode()).isEqualTo(403);
    }

    @Test
    void a_challenge_is_good_once_and_for_five_minutes() throws Exception {
        Desk ada = moderator("Ada");
        JsonNode begun = ada.asks("challenge", Map.of());
        Map<String, String> signed = Map.of(
                "ceremony", begun.get("ceremony").asString(),
                "credential", ada.authenticator.get(begun.get("options").asString(), origin));
        assertThat(ada.posts("sign-in", signed).statusCode()).isEqualTo(200);
        assertThat(ada.posts("sign-in", signed).statusCode()).isEqualTo(403);

        JsonNode late = ada.asks("challenge", Map.of());
        passes(Duration.ofMinutes(5).plusSeconds(1));
        assertThat(ada.posts(
                                "sign-in",
                                Map.of(
                                        "ceremony", late.get("ceremony").asString(),
                                        "credential",
                                                ada.authenticator.get(
                                                        late.get("options").asString(), origin)))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_passkey_signed_for_another_page_opens_nothing() throws Exception {
        Desk ada = moderator("Ada");
        JsonNode begun = ada.asks("challenge", Map.of());
        HttpResponse<byte[]> answer = ada.posts(
                "sign-in",
                Map.of(
                        "ceremony", begun.get("ceremony").asString(),
                        "credential", ada.authenticator.get(begun.get("options").asString(), "https://evil.example")));
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void another_passkey_or_one_whose_owner_was_not_verified_opens_nothing() throws Exception {
        Desk ada = moderator("Ada");
        assertThat(new Desk().signsIn().statusCode()).isEqualTo(403);
        ada.authenticator.flags = 0x01; // present, that is all
        assertThat(ada.signsIn().statusCode()).isEqualTo(403);
    }

    @Test
    void a_copied_authenticator_is_noticed_by_its_counter() throws Exception {
        Desk ada = moderator("Ada");
        ada.signsIn();
        ada.authenticator.counter = 1;
        assertThat(ada.signsIn().statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"android-safetynet", "tpm", "apple", "fido-u2f", "android-key", "x"})
    void no_attestation_is_asked_for_and_none_is_parsed(String format) throws Exception {
        String code = moderators.add("Ada", now()).orElseThrow().code().text();
        passes(Duration.ofSeconds(1));
        var desk = new Desk();
        desk.authenticator.format = format;
        assertThat(desk.registers(code).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "{}", "null", "[]", "{\"id\":\"AAAA\",\"type\":\"public-key\"}"})
    void nonsense_for_a_credential_is_refused_like_any_other(String credential) throws Exception {
        Desk ada = moderator("Ada");
        JsonNode begun = ada.asks("challenge", Map.of());
        String ceremony = begun.get("ceremony").asString();
        assertThat(ada.posts("sign-in", Map.of("ceremony", ceremony, "credential", credential))
                        .statusCode())
                .isEqualTo(403);
        assertThat(ada.posts("registration", Map.of("ceremony", ceremony, "credential", credential))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void who_guesses_is_soon_made_to_wait_and_moderators_at_work_are_not() throws Exception {
        Desk ada = moderator("Ada");
        passes(Duration.ofMinutes(10));
        var guesser = new Desk();
        for (int i = 0; i < Limit.SIGN_IN.burst(); i++)
            assertThat(guesser.posts("invitation", Map.of("code", "ZZZZ-ZZZZ-ZZZZ-%04d".formatted(i)))
                            .statusCode())
                    .isEqualTo(403);
        assertThat(guesser.posts("invitation", Map.of("code", "ZZZZ-ZZZZ-ZZZZ-ZZZZ"))
                        .statusCode())
                .isEqualTo(429);
        assertThat(guesser.posts("challenge", Map.of()).statusCode()).isEqualTo(429);
        assertThat(guesser.posts("sign-in", Map.of("ceremony", "x", "credential", "x"))
                        .statusCode())
                .isEqualTo(429);
        assertThat(ada.status()).isEqualTo(200);

        passes(Duration.ofMinutes(1));
        assertThat(guesser.posts("challenge", Map.of()).statusCode()).isEqualTo(200);
    }
}
