package chat.passerby.signaling.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import chat.passerby.signaling.config.InvalidSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelplinesTest {
    private static final String GOOD = """
            {"countries": [{
              "country": "XA",
              "emergency": {"number": "112", "source": "https://example.org/a", "checked": "2026-01-31"},
              "lines": [{"name": "Somebody", "number": "116 123", "about": "Day and night",
                         "source": "https://example.org/b", "checked": "2025-06-01"}]
            }]}
            """;

    @TempDir
    private Path folder;

    @Test
    void each_shipped_number_says_where_it_was_read_and_when() {
        Helplines shipped = HelplinesFile.shipped();

        assertThat(shipped.countries()).hasSizeGreaterThan(10).allSatisfy(country -> {
            assertThat(Stream.concat(
                            Stream.ofNullable(country.emergency()).map(Helplines.Emergency::source),
                            country.lines().stream().map(Helplines.Line::source)))
                    .isNotEmpty()
                    .allMatch(source -> source.startsWith("http"));
        });
        assertThat(shipped.stale(LocalDate.of(2026, 12, 1))).isEmpty();
    }

    @Test
    void the_hosters_file_counts_first_then_the_one_in_the_data_folder_then_the_jars() throws Exception {
        assertThat(HelplinesFile.read(null, folder)).isEqualTo(HelplinesFile.shipped());

        Files.writeString(folder.resolve("helplines.json"), GOOD);
        assertThat(HelplinesFile.read(null, folder).countries())
                .singleElement()
                .extracting(Helplines.Country::country)
                .isEqualTo("XA");

        Path own = Files.writeString(folder.resolve("own.json"), GOOD.replace("XA", "XB"));
        assertThat(HelplinesFile.read(own, folder).countries())
                .singleElement()
                .extracting(Helplines.Country::country)
                .isEqualTo("XB");
    }

    @Test
    void what_is_served_is_what_was_read() throws Exception {
        Helplines read = parse(GOOD);

        assertThat(parse(new String(HelplinesFile.json(read), StandardCharsets.UTF_8)))
                .isEqualTo(read);
        assertThat(new String(HelplinesFile.json(read), StandardCharsets.UTF_8)).contains("\"checked\":\"2025-06-01\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"XA\"                        | \"xa\"                          | countries[0]: country must be two",
                "\"112\"                       | \"one one two\"                 | countries[0].emergency: number must be",
                "\"116 123\"                   | \"\"                            | countries[0].lines[0]: number must be",
                "\"https://example.org/b\"     | \"javascript:alert(1)\"         | countries[0].lines[0]: source must be",
                "\"Somebody\"                  | \" \"                           | countries[0].lines[0]: name must have",
                "\"Day and night\"             | null                            | countries[0].lines[0].about must not be null",
                "\"2025-06-01\"                | \"last year\"                   | countries[0].lines[0].checked: ",
                "\"name\": \"Somebody\",       | ''                              | countries[0].lines[0].name: ",
                "\"name\"                      | \"title\"                       | countries[0].lines[0].name: ",
                "{\"countries\"                | {\"lands\"                      | countries: ",
                "{\"countries\": [{            | {\"countries\": [{,             | is not JSON, line 1, column",
            })
    void a_bad_file_is_refused_with_the_name_of_the_field(String good, String bad, String problem) {
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> parse(GOOD.replace(good, bad)))
                .withMessageContaining("care.helplines-file: helplines.json")
                .withMessageContaining(problem);
    }

    @Test
    void a_country_is_there_once() {
        String country = GOOD.substring(GOOD.indexOf("[{") + 1, GOOD.lastIndexOf("]}"));

        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> parse("{\"countries\": [" + country + "," + country + "]}"))
                .withMessageContaining("country must be there once each, not twice XA");
    }

    @Test
    void what_was_read_longer_than_twelve_months_ago_is_named() throws Exception {
        assertThat(parse(GOOD).stale(LocalDate.of(2026, 6, 1))).isEmpty();
        assertThat(parse(GOOD).stale(LocalDate.of(2026, 6, 2))).containsExactly("XA 116 123");
        assertThat(parse(GOOD).stale(LocalDate.of(2028, 1, 1))).containsExactly("XA 112", "XA 116 123");
    }

    @Test
    void nothing_and_too_much_are_refused() {
        for (String text : new String[] {"", "null", "[]", "7"})
            assertThatExceptionOfType(InvalidSettings.class).as(text).isThrownBy(() -> parse(text));
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> parse(GOOD + " ".repeat(64 * 1024)))
                .withMessageContaining("must have 65536 bytes at most");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> HelplinesFile.read(folder.resolve("missing.json"), folder))
                .withMessageContaining("missing.json cannot be read");
    }

    private static Helplines parse(String text) throws InvalidSettings {
        return HelplinesFile.parse("helplines.json", text.getBytes(StandardCharsets.UTF_8));
    }
}
