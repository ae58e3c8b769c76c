package chat.passerby.signaling.ice;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Cleans a session description (RFC 8866), line by line. Immutable.
///
/// @param candidates judges the candidates in it
/// @param relayed    whether all other addresses are taken out
record Description(Candidates candidates, boolean relayed) {
    private static final String NOWHERE = "IN IP4 0.0.0.0";
    /// A lone CR ends a line too: whoever reads it so finds nothing new.
    private static final Pattern LINE_END = Pattern.compile("[\\r\\n]+");
    private static final Pattern KIND = Pattern.compile("\\s*([a-z])\\s*=\\s*([a-z0-9-]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ORIGIN = Pattern.compile("o=([A-Za-z0-9._-]{1,64} \\d{1,20} \\d{1,20}) .*");
    private static final Pattern MEDIA = Pattern.compile("m=([a-z]+) \\d+(?<!\\s0) (.*)");
    private static final Pattern FINGERPRINT =
            Pattern.compile("a=fingerprint:[A-Za-z0-9-]+ (?:[0-9A-Fa-f]{2}:){15,63}[0-9A-Fa-f]{2}");
    /// Four numbers between dots, two colons with no more than hexadecimal digits between, a name of the local network.
    private static final Pattern ADDRESS =
            Pattern.compile("\\d\\.\\d+\\.\\d+\\.\\d|:[0-9a-f.]*:|\\.local", Pattern.CASE_INSENSITIVE);

    String clean(String sdp) {
        return LINE_END.splitAsStream(sdp)
                .map(this::line)
                .filter(line -> line != null && !line.isBlank())
                .map(line -> line + "\r\n")
                .collect(Collectors.joining());
    }

    /// What may stand in this line's place, or null for nothing.
    private @Nullable String line(String line) {
        Matcher kind = KIND.matcher(line);
        if (!kind.lookingAt()) return withoutAddress(line);
        String attribute = kind.group(2).toLowerCase(Locale.ROOT);
        return switch (kind.group(1).toLowerCase(Locale.ROOT)) {
            case "a" -> attribute(attribute, line);
            case "c" -> relayed ? "c=" + NOWHERE : line;
            case "m" -> withoutAddress(media(line));
            case "o" -> origin(line);
            default -> withoutAddress(line);
        };
    }

    private @Nullable String attribute(String name, String line) {
        return switch (name) {
            case "candidate" -> candidate(line);
            case "remote-candidates" -> null; // browsers write none (RFC 8839, section 5.2)
            case "rtcp" -> relayed ? "a=rtcp:9 " + NOWHERE : line;
            case "fingerprint" -> FINGERPRINT.matcher(line).matches() ? line : withoutAddress(line);
            default -> withoutAddress(line);
        };
    }

    private @Nullable String candidate(String line) {
        @Nullable String passed = candidates.pass(line);
        return passed == null ? null : "a=" + passed;
    }

    /// The port goes with the address; 0 is a section that was refused, and stays (RFC 9429, section 5.3.1).
    private String media(String line) {
        return relayed ? MEDIA.matcher(line).replaceFirst("m=$1 9 $2") : line;
    }

    private String origin(String line) {
        if (!relayed) return line;
        Matcher origin = ORIGIN.matcher(line);
        boolean harmless = origin.matches() && !ADDRESS.matcher(origin.group(1)).find();
        return "o=" + (harmless ? origin.group(1) : "- 0 0") + " " + NOWHERE;
    }

    /// What is no known place for an address has none.
    private @Nullable String withoutAddress(String line) {
        return relayed && ADDRESS.matcher(line).find() ? null : line;
    }
}
