package chat.passerby.turn;

import chat.passerby.net.Cidr;
import chat.passerby.net.IpAddress;
import chat.passerby.turn.TurnSettings.Ports;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What one value must be. Each throws [IllegalArgumentException] with the rule, "must …", and the value where that is
/// no secret.
final class TurnRules {
    private static final Pattern REALM = Pattern.compile("[A-Za-z0-9._-]{1,127}");
    private static final Pattern RANGE = Pattern.compile("(\\d{1,5})\\s*-\\s*(\\d{1,5})");
    private static final int FIRST_FREE = 1024;
    private static final int LAST = 65_535;

    private TurnRules() {}

    static String realm(String text) {
        if (REALM.matcher(text).matches()) return text;
        throw not("must be a name of letters, digits, dots and hyphens, such as chat.example.org", text);
    }

    static String url(String text) {
        @Nullable TurnUrl url = TurnUrl.parse(text);
        if (url == null) throw not("must be TURN addresses like turn:turn.example.org:3478?transport=tcp", text);
        if (url.transport() == TurnUrl.Transport.DTLS)
            throw not("must go over TCP where they are encrypted (turns)", text);
        if (!reachable(url.port()))
            throw not("must have ports that browsers accept for TURN: 80, 443, or 1024 to 65535", text);
        return text;
    }

    static int port(String text) {
        int port = number(text, 1, LAST);
        if (reachable(port)) return port;
        throw not("must be a port that browsers accept for TURN: 80, 443, or 1024 to 65535", text);
    }

    /// libwebrtc talks to no other system port (`TurnPort::AllowedTurnPort`; it also takes 53).
    private static boolean reachable(int port) {
        return port == 80 || port == 443 || (port >= FIRST_FREE && port <= LAST);
    }

    static Ports ports(String text) {
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            int low = Integer.parseInt(range.group(1));
            int high = Integer.parseInt(range.group(2));
            if (low >= FIRST_FREE && low <= high && high <= LAST) return new Ports(low, high);
        }
        throw not("must be two ports from 1024 to 65535, the lower one first, such as 49152-65535", text);
    }

    static InetAddress ip(String text) {
        @Nullable InetAddress ip = IpAddress.parse(text);
        if (ip != null && !ip.isAnyLocalAddress() && !ip.isMulticastAddress()) return ip;
        throw not("must be IP addresses of the TURN server's machine", text);
    }

    static InetAddress externalIp(String text) {
        if (IpAddress.parse(text) instanceof Inet4Address ip && !ip.isAnyLocalAddress() && !ip.isMulticastAddress())
            return ip;
        throw not("must be the IPv4 address that the world sees", text);
    }

    static Cidr network(String text) {
        try {
            return Cidr.parse(text);
        } catch (IllegalArgumentException e) {
            throw not(String.valueOf(e.getMessage()), text);
        }
    }

    static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw not("must be a path", text);
        }
    }

    /// coturn looks for a relative path in folders of its own choice, and takes a line for no more than 1024 bytes.
    static Path absolutePath(String text) {
        Path path = path(text);
        if (path.isAbsolute() && text.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '"') && text.length() < 900)
            return path;
        throw not("must be an absolute path without blanks, on the TURN server's machine", text);
    }

    static Duration ttl(String text) {
        return Duration.ofSeconds(number(text, 60, 600));
    }

    static int quota(String text) {
        return number(text, 1, 1_000_000);
    }

    static int bytesPerSecond(String text) {
        return number(text, 10_000, 1_000_000_000);
    }

    private static int number(String text, int least, int most) {
        if (text.matches("\\d{1,10}") && Long.parseLong(text) >= least && Long.parseLong(text) <= most)
            return Integer.parseInt(text);
        throw not("must be a number from " + least + " to " + most, text);
    }

    private static IllegalArgumentException not(String rule, String text) {
        return new IllegalArgumentException(rule + ", not " + text);
    }
}
