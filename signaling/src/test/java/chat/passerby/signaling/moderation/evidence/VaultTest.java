package chat.passerby.signaling.moderation.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.moderation.evidence.Vault.Place;
import chat.passerby.signaling.session.Secrets;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class VaultTest {
    private static final Place HERE = new Place("report.evidence", 7);
    private static final String WORDS = "canary words 🐤";

    private final Vault vault = new Vault(Secrets.ephemeral().evidenceKey());

    @Test
    void what_is_locked_opens_again_and_nobody_else_reads_it() {
        byte[] locked = vault.lock(HERE, WORDS);

        assertThat(vault.text(HERE, locked)).isEqualTo(WORDS);
        assertThat(new String(locked, StandardCharsets.UTF_8)).doesNotContain("canary");
        assertThat(vault.lock(HERE, WORDS)).isNotEqualTo(locked);
        assertThat(vault.text(HERE, null)).isNull();
        assertThat(vault.text(HERE, vault.lock(HERE, ""))).isEmpty();
    }

    @Test
    void it_opens_nowhere_else_and_with_no_other_key() {
        byte[] locked = vault.lock(HERE, WORDS);

        assertThat(vault.open(new Place("report.evidence", 8), locked)).isEmpty();
        assertThat(vault.open(new Place("appeal.text", 7), locked)).isEmpty();
        assertThat(new Vault(Secrets.ephemeral().evidenceKey()).open(HERE, locked))
                .isEmpty();
    }

    @Test
    void a_changed_byte_is_noticed_wherever_it_is() {
        for (int i = 0; i < vault.lock(HERE, WORDS).length; i++) {
            byte[] locked = vault.lock(HERE, WORDS);
            locked[i] ^= 1;
            assertThat(vault.open(HERE, locked)).isEmpty();
        }
        assertThat(vault.open(HERE, new byte[0])).isEmpty();
        assertThat(vault.open(HERE, new byte[] {1, 2, 3})).isEmpty();
    }
}
