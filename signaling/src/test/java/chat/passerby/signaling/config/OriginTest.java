package chat.passerby.signaling.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {
    @ParameterizedTest
    @CsvSource({
        "HTTPS://Chat.Example.ORG, https://chat.example.org",
        "https://chat.example.org:443/, https://chat.example.org",
        "http://chat.example.org:443, http://chat.example.org:443",
        "http://localhost:80, http://localhost",
        "http://[2001:DB8::1]:8080, http://[2001:db8::1]:8080",
        "https://bücher.example, https://xn--bcher-kva.example",
    })
    void is_written_as_browsers_write_it(String given, String written) {
        assertThat(Origin.parse(given)).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chat.example.org",
                "ws://chat.example.org",
                "https://",
                "https://a@b.example",
                "https://a.example/x",
                "https://a.example?x",
                "https://a.example#x",
                "https://a.example:0",
                "https://a.example:65536",
                "https://a b.example",
                "https://a_b.example",
                "https://[::x]",
                "null",
                "*",
                "https://*.example.org"
            })
    void anything_more_or_less_is_refused(String given) {
        assertThatExceptionOfType(Unfit.class).isThrownBy(() -> Origin.parse(given));
    }

    @ParameterizedTest
    @CsvSource({
        "https://chat.example.org, true",
        "http://localhost:8080, true",
        "http://a.localhost, true",
        "http://127.9.9.9, true",
        "http://[::1]:1, true",
        "http://chat.example.org, false",
        "http://localhost.example.org, false",
        "http://192.168.0.7, false",
    })
    void browsers_give_a_camera_to_encrypted_and_local_pages(String origin, boolean given) {
        assertThat(Origin.parse(origin).secureContext()).isEqualTo(given);
    }
}
