package chat.passerby.signaling.web;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.config.Key;
import chat.passerby.signaling.config.Settings;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecurityHeadersTest {
    @Test
    void nothing_is_unsafe() throws Exception {
        assertThat(headers("https://chat.example.org").get("Content-Security-Policy"))
                .doesNotContain("unsafe", "*", "data:", "http:");
    }

    @Test
    void the_sites_own_socket_is_named_for_old_browsers() throws Exception {
        assertThat(headers("https://chat.example.org").get("Content-Security-Policy"))
                .contains("connect-src 'self' wss://chat.example.org;");
        assertThat(headers("http://10.0.0.7:8080").get("Content-Security-Policy"))
                .contains("connect-src 'self' ws://10.0.0.7:8080;");
    }

    @Test
    void only_a_page_that_has_a_form_may_send_one() throws Exception {
        var fields = HttpFields.build();
        var headers = new SecurityHeaders(null);
        headers.put(fields);
        assertThat(fields.get("Content-Security-Policy")).contains("form-action 'none';");

        headers.allowForms(fields);

        assertThat(fields.getValuesList("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("form-action 'self';")
                .doesNotContain("unsafe", "form-action 'none'");
        assertThat(fields.getValuesList("Referrer-Policy")).containsExactly("same-origin");
    }

    @ParameterizedTest
    @CsvSource({
        "https://chat.example.org, true",
        "http://chat.example.org, false",
        "https://localhost:8443, false",
        "'', false",
    })
    void only_a_public_encrypted_site_is_held_to_encryption(String site, boolean held) throws Exception {
        assertThat(headers(site).contains("Strict-Transport-Security")).isEqualTo(held);
    }

    private static HttpFields headers(String site) throws Exception {
        Map<Key, String> options = site.isEmpty() ? Map.of() : Map.of(Key.SITE_URL, site);
        var fields = HttpFields.build();
        new SecurityHeaders(Settings.read(null, options).site().url()).put(fields);
        return fields;
    }
}
