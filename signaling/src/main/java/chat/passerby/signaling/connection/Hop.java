package chat.passerby.signaling.connection;

import chat.passerby.net.IpAddress;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What one proxy says of whoever asked it. Immutable.
///
/// @param address   null where the proxy does not say, or says what nobody understands
/// @param encrypted null where it does not say
record Hop(@Nullable InetAddress address, @Nullable Boolean encrypted) {
    private static final Hop SILENT = new Hop(null, null);
    /// RFC 7239, section 4; and, as some proxies write them, addresses without the quotes they should have. No
    /// backslashes: an address needs none.
    private static final Pattern PAIR = Pattern.compile(
            "\\s*([A-Za-z0-9_-]++)=(?:\"([^\"\\\\]*+)\"|([A-Za-z0-9!#$%&'*+.^_`|~:\\[\\]-]++))\\s*([,;]|$)");

    /// RFC 7239, section 6: an address, in brackets if it is IPv6, and perhaps a port.
    private static final Pattern NODE = Pattern.compile("\\[([^\\]]*)](?::\\w+)?|([^:]*):\\w+");

    /// The elements of `Forwarded` headers, nearest to the visitor first. One element is malformed, and none is
    /// believed: a stray quote from the visitor swallows what honest proxies wrote after it.
    static List<Hop> forwarded(List<String> headers) {
        var hops = new ArrayList<Hop>();
        for (String header : headers) {
            Hop hop = SILENT;
            Matcher pair = PAIR.matcher(header);
            for (int at = 0; at < header.length(); at = pair.end()) {
                if (!pair.region(at, header.length()).lookingAt()) return List.of(SILENT);
                String value = pair.group(2) != null ? pair.group(2) : pair.group(3);
                hop = hop.with(pair.group(1).toLowerCase(Locale.ROOT), value);
                if (pair.group(4).equals(";")) continue;
                hops.add(hop);
                hop = SILENT;
            }
        }
        return hops;
    }

    private Hop with(String name, String value) {
        return switch (name) {
            case "for" -> new Hop(node(value), encrypted);
            case "proto" -> new Hop(address, value.equalsIgnoreCase("https"));
            default -> this;
        };
    }

    /// The older headers `X-Forwarded-For` and `X-Forwarded-Proto`; of the latter the last word counts.
    static List<Hop> older(List<String> addresses, List<String> protocols) {
        List<String> said = split(protocols);
        @Nullable Boolean encrypted = said.isEmpty() ? null : said.getLast().equalsIgnoreCase("https");
        return split(addresses).stream()
                .map(text -> new Hop(node(text), encrypted))
                .toList();
    }

    private static List<String> split(List<String> headers) {
        return headers.stream()
                .flatMap(header -> Pattern.compile(",").splitAsStream(header))
                .map(String::strip)
                .toList();
    }

    private static @Nullable InetAddress node(String text) {
        @Nullable InetAddress bare = IpAddress.parse(text);
        if (bare != null) return bare;
        Matcher node = NODE.matcher(text);
        if (!node.matches()) return null;
        if (node.group(1) != null) return IpAddress.parse(node.group(1));
        return node.group(2) != null ? IpAddress.parse(node.group(2)) : null;
    }
}
