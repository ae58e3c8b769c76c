package chat.passerby.signaling.moderation;

import static chat.passerby.signaling.moderation.Samples.NOON;
import static chat.passerby.signaling.moderation.Samples.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModeratorsTest extends WithOffice {
    private static Passkey passkey(ModeratorId moderator) {
        return new Passkey("credential-" + moderator.value(), moderator, "cose", 7, NOON, null);
    }

    @Test
    void an_invitation_is_good_once_and_for_a_day() throws Exception {
        Code code = moderators.invite("Mia", NOON).orElseThrow().code();

        assertThat(moderators.invited(code, NOON.plus(Duration.ofDays(1)).minusMillis(1)))
                .map(Person::name)
                .contains("Mia");
        assertThat(moderators.invited(code, NOON.plus(Duration.ofDays(1)))).isEmpty();
        assertThat(moderators.join(code, passkey(max), NOON)).isEmpty();
        assertThat(moderators.join(code, passkey(mia), NOON))
                .map(Person::passkeys)
                .contains(1);
        assertThat(moderators.join(code, passkey(mia), NOON)).isEmpty();
        assertThat(onDisk()).doesNotContain(code.text());
    }

    @Test
    void a_new_invitation_ends_the_one_before() throws Exception {
        Code first = moderators.invite("Mia", NOON).orElseThrow().code();
        Code second = moderators.invite("Mia", NOON).orElseThrow().code();

        assertThat(moderators.invited(first, NOON)).isEmpty();
        assertThat(moderators.invited(second, NOON)).isPresent();
        assertThat(moderators.invite("Moe", NOON)).isEmpty();
    }

    @Test
    void a_name_is_there_once_and_harmless() throws Exception {
        assertThat(moderators.add("Mia", NOON)).isEmpty();
        assertThat(moderators.list()).extracting(Person::name).containsExactly("Mia", "Max");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " Mia",
                "-x",
                "=1+1",
                "a\nb",
                "\u001b[31m",
                "<b>",
                "x\u202e",
                "12345678901234567890123456789012345678901"
            })
    void what_could_be_mistaken_for_something_else_is_no_name(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> moderators.add(name, NOON));
    }

    @Test
    void a_passkey_is_found_by_its_name_and_remembers_its_counter() throws Exception {
        bothCanSignIn();
        Passkey passkey = moderators.passkey("credential-Mia").orElseThrow();
        moderators.signedIn(passkey, 8, NOON.plusSeconds(5));

        assertThat(moderators.passkeys(mia))
                .containsExactly(new Passkey("credential-Mia", mia, "key", 8, NOON, NOON.plusSeconds(5)));
        Person person = moderators.get(mia).orElseThrow();
        assertThat(moderators.of(person.handle())).contains(person);
        assertThat(person.handle().value()).hasSize(86);
    }

    @Test
    void who_is_removed_is_gone_at_once_and_the_name_is_free() throws Exception {
        bothCanSignIn();
        CaseId id = cases.file(report(), false, NOON).id();
        cases.open(id, mia, NOON);
        Code code = moderators.invite("Mia", NOON).orElseThrow().code();

        assertThat(moderators.remove("Mia", NOON)).isTrue();

        assertThat(moderators.remove("Mia", NOON)).isFalse();
        assertThat(moderators.get(mia)).isEmpty();
        assertThat(moderators.passkey("credential-Mia")).isEmpty();
        assertThat(moderators.invited(code, NOON)).isEmpty();
        assertThat(cases.queue(NOON).getFirst().taken()).isNull();
        assertThat(moderators.add("Mia", NOON).orElseThrow().moderator()).isNotEqualTo(mia);
    }

    @Test
    void without_moderators_there_are_none() throws Exception {
        assertThat(moderators.any()).isTrue();
        moderators.remove("Mia", NOON);
        moderators.remove("Max", NOON);
        assertThat(moderators.any()).isFalse();
    }
}
