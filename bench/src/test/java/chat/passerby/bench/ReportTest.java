package chat.passerby.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {
    private static final Report REPORT = new Report(
            "coturn",
            "20 clients",
            List.of(
                    new Figure("CPU", "µs", List.of(12.0, 15.0, 13.0), List.of(10.0, 10.0, 11.0), "It takes %s times."),
                    new Figure("rate", "packets/s", List.of(100_000.0), List.of(80_000.0), "It does %s times.")));

    @Test
    void a_person_gets_a_table_a_sentence_a_figure_and_the_conditions() {
        assertThat(REPORT.text().lines())
                .anyMatch(line -> line.matches(" +ours +coturn +ratio"))
                .anyMatch(line -> line.matches("CPU, µs +13\\.0 +10\\.0 +1\\.30"))
                .anyMatch(line -> line.matches("rate, packets/s +100,000 +80,000 +1\\.25"))
                .contains("It takes 1.30 times.", "It does 1.25 times.")
                .anyMatch(line -> line.contains("3, 1 measurements") && line.contains("20 clients"));
    }

    @Test
    void a_program_gets_every_measurement() {
        JsonNode json = JsonMapper.shared().readTree(REPORT.json());

        assertThat(json.get("theirs").asString()).isEqualTo("coturn");
        JsonNode cpu = json.get("figures").get(0);
        assertThat(cpu.get("ratio").asDouble()).isEqualTo(1.3);
        assertThat(cpu.get("allOurs")).hasSize(3);
    }
}
