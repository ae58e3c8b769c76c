package chat.passerby.signaling.connection;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Posts to a running server, as a page of its own does; or not quite.
final class Post implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;

    Post(int port) {
        this.port = port;
    }

    /// @param said nothing: an empty object
    record Answer(int status, JsonNode said, HttpResponse<String> whole) {
        String code() {
            return said.path("code").stringValue("");
        }
    }

    HttpRequest.Builder to(String what) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/" + what))
                .header("Origin", "http://localhost:" + port);
    }

    /// With single quotes.
    @SuppressWarnings("AnnotateFormatMethod") // its annotation is in no jar of ours
    Answer json(String what, String json, Object... arguments) throws Exception {
        return send(to(what).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.formatted(arguments).replace('\'', '"'))));
    }

    Answer frame(String upload, byte[] body) throws Exception {
        return send(to("frame")
                .header("Content-Type", "image/jpeg")
                .header("Passerby-Upload", upload)
                .POST(BodyPublishers.ofByteArray(body)));
    }

    Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        boolean json = answer.headers().firstValue("Content-Type").orElse("").equals("application/json");
        JsonNode said = json ? JSON.readTree(answer.body()) : JSON.createObjectNode();
        return new Answer(answer.statusCode(), said, answer);
    }

    @Override
    public void close() {
        client.close();
    }
}
