package chat.passerby.signaling.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import chat.passerby.signaling.config.Settings;
import chat.passerby.signaling.metrics.Metric;
import chat.passerby.signaling.metrics.Metric.Kind;
import chat.passerby.signaling.metrics.Metric.Sample;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetricsPageTest {
    private List<Metric> figures = List.of();
    private final MetricsPage page = new MetricsPage(new Settings.Http("127.0.0.1", 0), () -> figures);

    @AfterEach
    void stop() throws Exception {
        page.stop();
    }

    private HttpResponse<String> get(String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + page.port() + path))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    @Test
    void figures_are_told_as_prometheus_reads_them() throws Exception {
        figures = List.of(
                Metric.counter("passerby_lines_total", "Lines of chat.", 7),
                new Metric(
                        "passerby_waiting",
                        Kind.GAUGE,
                        "A \\ and\na line.",
                        List.of(
                                new Sample(Map.of("mode", "text"), 3),
                                new Sample(Map.of("mode", "a \"quoted\" \\ word"), -1))),
                new Metric("passerby_nothing", Kind.GAUGE, "None of these.", List.of()));
        page.start();

        HttpResponse<String> answer = get("/metrics");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain; version=0.0.4; charset=utf-8");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
        assertThat(answer.body()).isEqualTo("""
                # HELP passerby_lines_total Lines of chat.
                # TYPE passerby_lines_total counter
                passerby_lines_total 7
                # HELP passerby_waiting A \\\\ and\\na line.
                # TYPE passerby_waiting gauge
                passerby_waiting{mode="text"} 3
                passerby_waiting{mode="a \\"quoted\\" \\\\ word"} -1
                # HELP passerby_nothing None of these.
                # TYPE passerby_nothing gauge
                """);
    }

    @Test
    void there_is_nothing_else() throws Exception {
        page.start();

        assertThat(get("/").statusCode()).isEqualTo(404);
        assertThat(get("/metrics/more").statusCode()).isEqualTo(404);
    }

    @Test
    void an_address_that_cannot_be_had_is_said_with_its_setting() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            var second = new MetricsPage(new Settings.Http("127.0.0.1", taken.getLocalPort()), List::of);

            assertThatExceptionOfType(CannotListen.class)
                    .isThrownBy(second::start)
                    .withMessageStartingWith("metrics.listen: 127.0.0.1:" + taken.getLocalPort() + " cannot be had: ")
                    .withMessageContaining("in use");
        }
    }

    @Test
    void a_counter_is_named_as_one_and_nothing_else_is() {
        assertThatIllegalArgumentException().isThrownBy(() -> Metric.counter("passerby_lines", "", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Metric.gauge("passerby_lines_total", "", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Metric.gauge("Passerby-lines", "", 1));
    }
}
