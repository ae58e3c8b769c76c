package chat.passerby.turn;

import chat.passerby.net.IpAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The address of a TURN server as browsers take it (RFC 7065). Immutable.
///
/// @param host a name, or an IP address without brackets
public record TurnUrl(Transport transport, String host, int port) {
    /// RFC 7065, section 3.1.
    private static final Pattern FORM =
            Pattern.compile("(turns?):(?:([A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?)|\\[([0-9A-Fa-f:.]+)])"
                    + "(?::(\\d{1,5}))?(?:\\?transport=(udp|tcp))?");
    private static final int PLAIN_PORT = 3478;
    private static final int TLS_PORT = 5349;

    /// What TURN is spoken over.
    public enum Transport {
        UDP,
        TCP,
        TLS,
        /// Which no browser speaks to a TURN server.
        DTLS
    }

    /// The address, or null if the text is none. Its port may be any number of five digits.
    public static @Nullable TurnUrl parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) return null;
        @Nullable String name = parts.group(2);
        @Nullable String ipv6 = parts.group(3);
        if (ipv6 != null && IpAddress.parse(ipv6) == null) return null;
        boolean tls = parts.group(1).equals("turns");
        int port = parts.group(4) == null ? tls ? TLS_PORT : PLAIN_PORT : Integer.parseInt(parts.group(4));
        return new TurnUrl(transport(tls, parts.group(5)), name != null ? name : String.valueOf(ipv6), port);
    }

    private static Transport transport(boolean tls, @Nullable String asked) {
        if (tls) return "udp".equals(asked) ? Transport.DTLS : Transport.TLS;
        return "tcp".equals(asked) ? Transport.TCP : Transport.UDP;
    }
}
