package chat.passerby.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import chat.passerby.turn.check.Patient;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who is examined.
class PatientTest {
    @TempDir
    private Path folder;

    private TurnSettings settings;

    @BeforeEach
    void settings() throws Exception {
        String others = """
                turn:a.example.net,turns:b.example.net:443 user name password
                """;
        settings = new Given()
                .with("turn.secret-file", Given.secret(folder.resolve("secret")))
                .with("turn.urls", "turn:turn.example.org:3478, turns:turn.example.org:443")
                .with("turn.port", "3480")
                .with("turn.servers-file", Given.file(folder.resolve("servers"), others, "rw-------"))
                .read();
    }

    private Patient at(String host) {
        List<Patient> patients = Patient.at(host, settings);
        assertThat(patients).hasSize(1);
        return patients.getFirst();
    }

    @Test
    void without_a_name_all_servers_of_the_settings() {
        assertThat(Patient.all(settings))
                .extracting(Patient::urls)
                .containsExactly(
                        List.of("turn:turn.example.org:3478", "turns:turn.example.org:443"),
                        List.of("turn:a.example.net", "turns:b.example.net:443"));
        assertThat(Patient.all(settings))
                .extracting(patient -> patient.ours() != null)
                .containsExactly(true, false);
    }

    @Test
    void a_name_of_the_settings_means_its_addresses() {
        assertThat(at("turn.example.org").urls())
                .containsExactly("turn:turn.example.org:3478", "turns:turn.example.org:443");
        assertThat(at("B.example.net").urls()).containsExactly("turns:b.example.net:443");
        assertThat(at("b.example.net").ours()).isNull();
        assertThat(at("b.example.net").login()).isInstanceOf(Login.Fixed.class);
    }

    @Test
    void another_name_is_taken_for_ours() {
        assertThat(at("198.51.100.7").urls())
                .containsExactly("turn:198.51.100.7:3480", "turn:198.51.100.7:3480?transport=tcp");
        assertThat(at("2001:db8::7").urls()).contains("turn:[2001:db8::7]:3480");
        assertThat(at("198.51.100.7").login()).isEqualTo(settings.credentials());
        assertThat(at("198.51.100.7").ours()).isEqualTo(settings);
    }

    @Test
    void so_is_an_address_that_is_not_in_the_settings() {
        assertThat(at("turns:turn.example.com").urls()).containsExactly("turns:turn.example.com");
        assertThat(at("turns:turn.example.com").ours()).isEqualTo(settings);
        assertThat(at("turns:b.example.net:443").ours()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "turn.example.org/",
                "http://turn.example.org",
                "a b",
                "turns:a?transport=udp",
                "turn:a:99999"
            })
    void nothing_else_is_a_name(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Patient.at(text, settings))
                .withMessageStartingWith("must be a name");
    }
}
