package chat.passerby.signaling.connection;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.net.Cidr;
import chat.passerby.signaling.config.Key;
import chat.passerby.signaling.config.Settings;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {
    private static final String PROXY = "10.0.0.1";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Forwarded: for=203.0.113.9                                        | 203.0.113.9",
                "Forwarded: For=\"203.0.113.9:4711\";proto=https;by=10.0.0.1        | 203.0.113.9",
                "Forwarded: for=203.0.113.9:4711                                   | 203.0.113.9",
                "Forwarded: for=\"[2001:db8::17]\"                                  | 2001:db8::17",
                "Forwarded: for=\"[2001:db8::17]:4711\"                             | 2001:db8::17",
                "Forwarded: proto=https;for=203.0.113.9, for=10.9.9.9              | 203.0.113.9",
                "Forwarded: for=203.0.113.9 \\n Forwarded: for=10.9.9.9              | 203.0.113.9",
                "X-Forwarded-For: 203.0.113.9                                      | 203.0.113.9",
                "X-Forwarded-For: 203.0.113.9:4711                                 | 203.0.113.9",
                "X-Forwarded-For: 2001:db8::17                                     | 2001:db8::17",
                "X-Forwarded-For: [2001:db8::17]:4711                              | 2001:db8::17",
                "X-Forwarded-For: ::ffff:203.0.113.9                               | 203.0.113.9",
                "X-Forwarded-For: 203.0.113.9, 10.9.9.9                            | 203.0.113.9",
                "X-Forwarded-For: 203.0.113.9 \\n X-Forwarded-For: 10.9.9.9          | 203.0.113.9",
                "X-Forwarded-For: 10.7.7.7, 10.9.9.9                               | 10.7.7.7",
                "Forwarded: for=203.0.113.9 \\n X-Forwarded-For: 203.0.113.9        | 203.0.113.9",
            })
    void is_told_by_a_trusted_proxy(String headers, String ip) {
        assertThat(from(PROXY, headers)).isEqualTo(ip(ip));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-For: 1.1.1.1, 203.0.113.9",
                "X-Forwarded-For: 10.0.0.1, 203.0.113.9",
                "X-Forwarded-For: 1.1.1.1 \n X-Forwarded-For: 203.0.113.9, 10.9.9.9",
                "X-Forwarded-For: rubbish, 203.0.113.9",
                "Forwarded: for=1.1.1.1, for=203.0.113.9",
                "Forwarded: for=1.1.1.1;by=10.0.0.1;proto=https,for=203.0.113.9, for=10.9.9.9",
            })
    void what_a_visitor_wrote_before_the_proxy_is_not_believed(String headers) {
        assertThat(from(PROXY, headers)).isEqualTo(ip("203.0.113.9"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Nobody says.
                "Accept: text/html",
                "Forwarded: for=unknown",
                "Forwarded: for=_hidden",
                "Forwarded: for=\"_hidden:_port\"",
                "Forwarded: by=203.0.113.9",
                "X-Forwarded-For: unknown",
                "X-Forwarded-For: proxy.example.org",
                "X-Forwarded-For: 203.0.113.9, unknown",
                "X-Forwarded-For: 300.1.1.1",
                "X-Forwarded-For: [2001:db8::17",
                "X-Forwarded-For: fe80::1%lo",
                "Forwarded:",
                "X-Forwarded-For:",
                // A quote that swallows what the proxy wrote after it.
                "Forwarded: for=1.1.1.1;x=\", for=203.0.113.9",
                "Forwarded: for=1.1.1.1;x=\", for=\"[2001:db8::17]\"",
                "Forwarded: for=1.1.1.1;x=\"\\\", for=\"[2001:db8::17]\"",
                "Forwarded: for=1.1.1.1 for=203.0.113.9",
                // One of the two must be invented.
                "Forwarded: for=1.1.1.1 \n X-Forwarded-For: 203.0.113.9",
            })
    void is_the_proxy_where_no_more_is_certain(String headers) {
        assertThat(from(PROXY, headers)).isEqualTo(ip(PROXY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Forwarded: for=1.1.1.1;proto=https",
                "X-Forwarded-For: 1.1.1.1",
                "X-Forwarded-For: 10.0.0.1, 10.0.0.1",
            })
    void headers_of_a_stranger_count_for_nothing(String headers) {
        assertThat(address("203.0.113.9", false, headers, trusted()))
                .isEqualTo(new ClientAddress(ip("203.0.113.9"), false));
        assertThat(address(PROXY, false, headers, List.of())).isEqualTo(new ClientAddress(ip(PROXY), false));
    }

    @Test
    void the_proxy_says_whether_the_visitor_came_encrypted() {
        assertThat(address(PROXY, false, "Forwarded: for=203.0.113.9;proto=https", trusted())
                        .encrypted())
                .isTrue();
        assertThat(address(PROXY, true, "Forwarded: for=203.0.113.9;proto=http", trusted())
                        .encrypted())
                .isFalse();
        assertThat(address(PROXY, false, "X-Forwarded-For: 203.0.113.9 \n X-Forwarded-Proto: https", trusted())
                        .encrypted())
                .isTrue();
        assertThat(address(PROXY, false, "X-Forwarded-For: 203.0.113.9 \n X-Forwarded-Proto: https, http", trusted())
                        .encrypted())
                .isFalse();
        assertThat(address(PROXY, true, "X-Forwarded-For: 203.0.113.9", trusted())
                        .encrypted())
                .isTrue();
    }

    @Test
    void a_long_header_is_read_in_a_straight_line() {
        String hops = "for=1.1.1.1, ".repeat(5_000) + "for=\"" + "x".repeat(60_000) + "\"";

        assertThat(from(PROXY, "Forwarded: " + hops)).isEqualTo(ip(PROXY));
    }

    private static InetAddress from(String peer, String headers) {
        return address(peer, false, headers, trusted()).ip();
    }

    private static ClientAddress address(String peer, boolean encrypted, String headers, List<Cidr> trusted) {
        var fields = HttpFields.build();
        Pattern.compile("\\s*(?:\n|\\\\n)\\s*").splitAsStream(headers).forEach(line -> {
            String[] parts = line.split(":", 2);
            fields.add(parts[0], parts[1].strip());
        });
        return ClientAddress.of(ip(peer), encrypted, fields, trusted);
    }

    private static List<Cidr> trusted() {
        try {
            return Settings.read(null, Map.of(Key.PROXY_TRUSTED, "10.0.0.0/8")).trustedProxies();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static InetAddress ip(String text) {
        return InetAddress.ofLiteral(text);
    }
}
