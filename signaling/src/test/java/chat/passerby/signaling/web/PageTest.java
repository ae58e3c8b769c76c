package chat.passerby.signaling.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import chat.passerby.signaling.config.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
    private static final String INDEX = "<!doctype html><meta name=\"passerby-build\" content=\"b-17\"><p>hello";
    private static final String SCRIPT = "export const hello = 'hello hello hello hello hello';";

    private final Server server = new Server();
    private final HttpClient browser = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private Path files;
    private int port;

    @BeforeEach
    void serve() throws Exception {
        Files.writeString(folder.resolve("secret.txt"), "not for visitors");
        files = Files.createDirectories(folder.resolve("web"));
        Path assets = Files.createDirectories(files.resolve("assets"));
        Files.writeString(files.resolve("index.html"), INDEX);
        Files.writeString(files.resolve("sheet.html"), "<p>{{main}}");
        Files.writeString(files.resolve("sheet.html.br"), "as if brotli");
        Files.writeString(files.resolve("favicon.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        Files.writeString(assets.resolve("main-abc123.js"), SCRIPT);
        Files.write(assets.resolve("main-abc123.js.gz"), gzipped(SCRIPT));
        Files.writeString(assets.resolve("main-abc123.js.br"), "as if brotli");

        var headers = new SecurityHeaders(null);
        ServerConnector connector = Listener.on(server, new Settings.Http("localhost", 0), headers, null);
        server.addConnector(connector);
        server.setErrorHandler(new ErrorPage(headers));
        server.setHandler(Page.of(ResourceFactory.of(server).newResource(files)));
        server.start();
        port = connector.getLocalPort();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void the_page_is_asked_for_anew_each_time_and_not_sent_twice() throws Exception {
        HttpResponse<String> first = get("/");
        HttpResponse<String> again = send(request("/")
                .header("If-None-Match", first.headers().firstValue("ETag").orElseThrow()));

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).isEqualTo(INDEX);
        assertThat(header(first, "Cache-Control")).isEqualTo("no-cache");
        assertThat(header(first, "Content-Type")).startsWith("text/html");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void a_page_of_the_same_length_and_date_is_another_page() throws Exception {
        String before = header(get("/"), "ETag");
        var date = Files.getLastModifiedTime(files.resolve("index.html"));
        Files.writeString(files.resolve("index.html"), INDEX.replace("b-17", "b-18"));
        Files.setLastModifiedTime(files.resolve("index.html"), date);

        server.stop();
        server.setHandler(Page.of(ResourceFactory.of(server).newResource(files)));
        server.start();
        port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();

        assertThat(header(get("/"), "ETag")).isNotEqualTo(before);
    }

    @Test
    void an_asset_is_kept_for_ever() throws Exception {
        HttpResponse<String> asset = get("/assets/main-abc123.js");

        assertThat(asset.body()).isEqualTo(SCRIPT);
        assertThat(header(asset, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(header(asset, "Content-Type")).startsWith("text/javascript");
        assertThat(header(asset, "Vary")).isEqualTo("Accept-Encoding");
    }

    @Test
    void an_asset_goes_out_as_it_was_compressed_beforehand() throws Exception {
        HttpResponse<byte[]> gzip = bytes("/assets/main-abc123.js", "gzip");
        HttpResponse<byte[]> brotli = bytes("/assets/main-abc123.js", "gzip, deflate, br, zstd");

        assertThat(header(gzip, "Content-Encoding")).isEqualTo("gzip");
        assertThat(gzip.body()).isEqualTo(gzipped(SCRIPT));
        assertThat(header(brotli, "Content-Encoding")).isEqualTo("br");
        assertThat(header(brotli, "Content-Type")).startsWith("text/javascript");
        assertThat(brotli.body()).asString().isEqualTo("as if brotli");
    }

    @Test
    void head_tells_the_length_and_sends_nothing() throws Exception {
        HttpResponse<String> head = send(request("/favicon.svg").method("HEAD", HttpRequest.BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(header(head, "Content-Length")).isEqualTo("41");
        assertThat(header(head, "Content-Type")).isEqualTo("image/svg+xml");
        assertThat(head.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/assets",
                "/assets/",
                "/assets/nothing.js",
                "/index.html/",
                "/sheet.html",
                "/sheet.html.br"
            })
    void what_is_not_there_is_said_kindly_and_forgotten(String path) throws Exception {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .contains("There is nothing here", "href=\"/\"")
                .doesNotContainIgnoringCase("jetty")
                .doesNotContain(path);
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "BREW"})
    void the_page_is_only_read(String method) throws Exception {
        String answer =
                raw(method + " / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 405 ")
                .containsIgnoringCase("\r\nAllow: GET, HEAD\r\n")
                .contains("This page can only be read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../secret.txt",
                "/assets/../../secret.txt",
                "/%2e%2e/secret.txt",
                "/..%2fsecret.txt",
                "/..%5csecret.txt",
                "/..;/secret.txt",
                "/.%00./secret.txt",
                "/assets//../../secret.txt",
                "/%252e%252e/secret.txt",
                "//../secret.txt",
                "/..\\secret.txt",
                "/%c0%ae%c0%ae/secret.txt",
                "/file:///etc/passwd"
            })
    void no_path_leads_out_of_the_page(String path) throws Exception {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).containsPattern("^HTTP/1.1 40[04] ").doesNotContain("not for visitors", "root:");
        assertGuarded(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /nothing HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /assets/main-abc123.js HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: local host\r\n\r\n",
                "not http at all\r\n\r\n"
            })
    void every_answer_carries_the_rules_and_no_name_of_the_server(String request) throws Exception {
        assertGuarded(raw(request));
    }

    private static void assertGuarded(String answer) {
        assertThat(answer)
                .containsIgnoringCase("\r\nContent-Security-Policy: default-src 'self'; connect-src 'self'; ")
                .containsIgnoringCase("\r\nPermissions-Policy: camera=(self), microphone=(self), ")
                .containsIgnoringCase("\r\nReferrer-Policy: no-referrer\r\n")
                .containsIgnoringCase("\r\nX-Content-Type-Options: nosniff\r\n")
                .containsIgnoringCase("\r\nCross-Origin-Opener-Policy: same-origin\r\n")
                .doesNotContainIgnoringCase("\r\nServer:")
                .doesNotContainIgnoringCase("jetty")
                .doesNotContainIgnoringCase("Exception");
    }

    @Test
    void the_build_is_what_the_page_says() throws Exception {
        assertThat(Page.of(ResourceFactory.of(server).newResource(files)).build())
                .isEqualTo("b-17");

        Files.writeString(files.resolve("index.html"), "<p>hello");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Page.of(ResourceFactory.of(server).newResource(files)))
                .withMessageContaining("passerby-build");
    }

    @Test
    void a_page_without_its_parts_was_not_built() throws Exception {
        Files.delete(files.resolve("sheet.html"));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Page.of(ResourceFactory.of(server).newResource(files)))
                .withMessageContaining("sheet.html");
    }

    @Test
    void the_page_in_the_jar_is_whole() throws Exception {
        assertThat(Page.inJar().build()).isNotBlank();
        assertThat(Page.inJar().sheet()).contains("{{title}}", "{{nav}}", "{{main}}", "{{foot}}");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<byte[]> bytes(String path, String encodings) throws Exception {
        return browser.send(request(path).header("Accept-Encoding", encodings).build(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElseThrow();
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] gzipped(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
