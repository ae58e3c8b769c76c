package chat.passerby.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.e2e.stage.Moderator;
import chat.passerby.e2e.stage.PackagedJar;
import chat.passerby.e2e.stage.Photograph;
import chat.passerby.e2e.stage.Stage;
import chat.passerby.e2e.stage.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Those who look after the place.
@ExtendWith(Stage.class)
class ModeratorTest {
    @Test
    void an_invitation_makes_a_passkey_that_signs_in_from_then_on(Visitor red, PackagedJar server) {
        Moderator ada = red.asModerator().follows(server.invites("Ada")).isAt("door");
        assertThat(ada.read("location.href")).endsWith("/moderate");
        Photograph.of(ada, "moderator-invited");
        ada.presses("register").isAt("queue");
        assertThat(ada.textOf("me")).isEqualTo("Ada");
        Photograph.of(ada, "moderator-empty-queue");

        ada.presses("sign-out").isAt("door").opens().isAt("door").presses("sign-in");
        ada.isAt("queue").opens().isAt("queue");
        assertThat(ada.read("document.cookie")).isEmpty();
    }
}
