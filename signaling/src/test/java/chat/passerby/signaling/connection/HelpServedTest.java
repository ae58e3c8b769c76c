package chat.passerby.signaling.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What the page fetches for its help panel.
class HelpServedTest extends WithServer {
    @Test
    void helplines_are_served_by_the_server_itself_and_without_an_age_service_there_is_no_way_to_one()
            throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> lines = http.send(at("/helplines.json"), HttpResponse.BodyHandlers.ofString());
            JsonNode countries = Client.JSON.readTree(lines.body()).path("countries");

            assertThat(lines.headers().firstValue("Content-Type")).contains("application/json");
            assertThat(lines.headers().firstValue("ETag")).isPresent();
            assertThat(countries.size()).isGreaterThan(10);
            assertThat(http.send(at("/age"), HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    private HttpRequest at(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
                .build();
    }
}
