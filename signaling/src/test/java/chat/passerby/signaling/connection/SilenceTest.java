package chat.passerby.signaling.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The log says nothing of anybody: no address, no words, no session description, no candidate, no name, no secret.
/// Everything that our own code could say is listened to, down to the finest level.
class SilenceTest extends WithServer {
    private static final String ADDRESS = "127.0.77.7";
    private static final Logger OURS = Logger.getLogger("chat.passerby");

    private final Queue<String> said = new ConcurrentLinkedQueue<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            said.add(new SimpleFormatter().format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        listener.setLevel(Level.ALL);
        OURS.setLevel(Level.ALL);
        Logger.getLogger("").addHandler(listener);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(listener);
        OURS.setLevel(null);
    }

    @Test
    void a_whole_conversation_leaves_no_trace_in_the_log() throws Exception {
        OURS.finest("the listener listens");
        Client ann = Client.open(port(), ADDRESS).hello();
        Client bob = Client.open(port(), ADDRESS).hello();
        String annsToken = ann.token;
        ann.say("{'type':'find','mode':'video','role':'chat','interests':['canary-interest'],'languages':[]}")
                .await("waiting");
        bob.find("video");
        String room = ann.await("matched").path("room").stringValue();
        String annsName = bob.await("matched").path("partner").stringValue();
        ann.say("{'type':'offer','room':'%s','negotiation':1,'sdp':'v=0 canary-sdp'}", room);
        ann.say("{'type':'candidate','room':'%s','negotiation':1,'candidate':'canary-candidate'}", room);
        ann.say("{'type':'chat','room':'%s','line':1,'text':'canary-words'}", room);
        bob.await("chat");
        ann.send("{\"type\":\"chat\",\"canary-field\":1}").await("refused");
        ann.send("canary-nonsense").await("refused");
        ann.frame(Client.BINARY, true, "canary-bytes".getBytes(StandardCharsets.UTF_8));
        ann.closeCode();
        bob.await("partner-away");
        Client back = Client.open(port(), ADDRESS).hello(ann.resume(0, 0));
        back.await("rejoined");
        bob.say("{'type':'report','room':'%s','reason':'other','note':'canary-note','lines':[],'frame':false}", room);
        String receipt = bob.await("reported").path("receipt").stringValue();
        restart();
        back.close();
        bob.close();

        assertThat(said).anyMatch(line -> line.contains("the listener listens"));
        for (String secret :
                List.of("canary", ADDRESS, "127.0.77", annsName, annsToken, ann.browserKey, bob.token, room, receipt))
            assertThat(said).noneMatch(line -> line.contains(secret));
    }
}
