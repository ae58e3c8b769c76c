package chat.passerby.signaling.connection;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.store.Store;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/// The database refuses while people chat.
class StorageFailsTest extends WithServer {
    /// Another program makes the server's writes fail in the middle, or lets them be.
    private void fail(boolean really) throws SQLException {
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("passerby.db"));
                var statement = other.createStatement()) {
            for (String table : new String[] {"audit", "block"})
                statement.execute(
                        really
                                ? "create trigger fail_%s before insert on %1$s begin select raise(abort, 'no'); end"
                                        .formatted(table)
                                : "drop trigger fail_" + table);
        }
    }

    private String readiness() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var ask = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/readyz"));
            return http.send(ask.build(), BodyHandlers.ofString()).body();
        }
    }

    @Test
    void chat_goes_on_the_reporter_is_told_and_nothing_is_torn() throws Exception {
        try (Client ann = Client.open(port()).hello();
                Client bob = Client.open(port()).hello()) {
            ann.find("text").await("waiting");
            bob.find("text");
            String room = ann.await("matched").path("room").stringValue();
            bob.await("matched");

            fail(true);
            ann.say("{'type':'report','room':'%s','reason':'hate','lines':[],'frame':false}", room);
            assertThat(ann.await("refused").path("code").stringValue()).isEqualTo("storage");
            assertThat(bob.await("partner-left").path("room").stringValue()).isEqualTo(room);
            assertThat(readiness()).contains("\"storage\":false");

            try (Client cat = Client.open(port()).hello()) {
                cat.find("text");
                cat.await("matched");
                String next = ann.await("matched").path("room").stringValue();
                ann.say("{'type':'chat','room':'%s','line':1,'text':'still here'}", next);
                assertThat(cat.await("chat").path("text").stringValue()).isEqualTo("still here");
            }

            fail(false);
            ann.say("{'type':'report','room':'%s','reason':'hate','lines':[],'frame':false}", room);
            ann.await("reported");
            assertThat(readiness()).contains("\"storage\":true");
        }
        restart();
        stop();
        try (Store store = Store.open(data)) {
            assertThat(TestHouse.cases(store, data).newest(10)).hasSize(1);
            String integrity = store.read(handle -> handle.createQuery("pragma integrity_check")
                    .mapTo(String.class)
                    .one());
            assertThat(integrity).isEqualTo("ok");
        }
    }
}
