package chat.passerby.signaling.connection;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.relay.credential.SharedSecret;
import chat.passerby.signaling.limits.Limit;
import chat.passerby.signaling.protocol.Mode;
import chat.passerby.signaling.session.Session;
import chat.passerby.signaling.store.Store;
import chat.passerby.turn.Credentials;
import chat.passerby.turn.TurnServer;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InvitationsTest {
    @TempDir
    private Path folder;

    @Test
    void who_takes_too_many_credentials_gets_no_more_of_them() throws Exception {
        var credentials = new Credentials(new SharedSecret("north"), null, Duration.ofMinutes(10));
        try (Store store = Store.open(folder)) {
            House house = TestHouse.of(store, List.of(new TurnServer(List.of("turn:turn.example.org"), credentials)));
            Invitations invitations = new Invitations(house);
            Session greedy = session(house, "greedy");

            for (int i = 0; i < Limit.CREDENTIALS.burst(); i++)
                assertThat(invitations.iceServers(Mode.VIDEO, greedy)).hasSize(2);
            assertThat(invitations.iceServers(Mode.VIDEO, greedy))
                    .isEqualTo(house.ice().stun());
            assertThat(invitations.iceServers(Mode.VIDEO, session(house, "modest")))
                    .hasSize(2);
            assertThat(invitations.iceServers(Mode.TEXT, session(house, "writer")))
                    .isNull();
        }
    }

    private static Session session(House house, String key) throws Exception {
        return house.sessions()
                .open(house.secrets().browser(key), house.secrets().network(InetAddress.ofLiteral("127.0.0.1")), "")
                .session();
    }
}
