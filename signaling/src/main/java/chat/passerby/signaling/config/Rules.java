package chat.passerby.signaling.config;

import chat.passerby.net.Cidr;
import chat.passerby.net.IpAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a value must be, for the keys that have no type of their own. Each throws [Unfit] with the rule.
final class Rules {
    private static final Pattern LANE = Pattern.compile("[A-Za-z0-9_-]{8,64}");
    /// RFC 7064, section 3.1.
    private static final Pattern STUN = Pattern.compile("stuns?:(?:[A-Za-z0-9.-]+|\\[[0-9a-fA-F:.]+])(?::\\d{1,5})?");

    private static final Pattern LISTEN = Pattern.compile("(?:\\[([^\\]]+)]|([^:\\[\\]]+)):(\\d+)");
    /// BCP 47, as far as anybody writes it.
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}");
    private static final int NAME = 200;

    private Rules() {}

    static int port(String text) {
        if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65_535) return Integer.parseInt(text);
        throw new Unfit("must be a number from 0 to 65535");
    }

    static int number(String text, int least, int most) {
        if (text.matches("\\d{1,6}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most)
            return Integer.parseInt(text);
        throw new Unfit("must be a number from " + least + " to " + most);
    }

    /// Fewer than three may be one person and a friend.
    static int reporters(String text) {
        if (text.equals("0") || (text.matches("\\d{1,3}") && Integer.parseInt(text) >= 3))
            return Integer.parseInt(text);
        throw new Unfit("must be 3 to 999, or 0 for no automatic measure");
    }

    static boolean onOrOff(String text) {
        return switch (text) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new Unfit("must be on or off");
        };
    }

    static String host(String text) {
        if (text.equals("localhost") || IpAddress.parse(text) != null) return text;
        throw new Unfit("must be localhost or an IP address of this machine");
    }

    /// An address and a port of it.
    static Settings.Http listen(String text) {
        Matcher parts = LISTEN.matcher(text);
        if (!parts.matches()) throw new Unfit("must be an address of this machine and a port, like localhost:9464");
        return new Settings.Http(host(parts.group(1) == null ? parts.group(2) : parts.group(1)), port(parts.group(3)));
    }

    static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new Unfit("must be a path");
        }
    }

    static String name(String text) {
        if (text.length() <= NAME && text.codePoints().noneMatch(Rules::unseen)) return text;
        throw new Unfit("must be a name of at most " + NAME + " letters in one line");
    }

    /// Control characters, marks that turn the direction of writing, halves of letters.
    private static boolean unseen(int letter) {
        int type = Character.getType(letter);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.UNASSIGNED;
    }

    static String language(String text) {
        if (LANGUAGE.matcher(text).matches()) return text;
        throw new Unfit("must be a language like en, de or pt-BR");
    }

    static Cidr network(String text) {
        try {
            return Cidr.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Unfit(String.valueOf(e.getMessage()));
        }
    }

    static String lane(String text) {
        if (LANE.matcher(text).matches()) return text;
        throw new Unfit("must be secrets of 8 to 64 letters, digits, - or _");
    }

    static PathRule mediaPath(String text) {
        return switch (text) {
            case "choice" -> PathRule.CHOICE;
            case "direct" -> PathRule.DIRECT;
            case "private" -> PathRule.PRIVATE;
            default -> throw new Unfit("must be choice, direct or private");
        };
    }

    static RelayRule relay(String text) {
        return switch (text) {
            case "auto" -> RelayRule.AUTO;
            case "on" -> RelayRule.ON;
            case "off" -> RelayRule.OFF;
            default -> throw new Unfit("must be auto, on or off");
        };
    }

    /// Where a browser can be sent: with plain http only to this machine, for trying out.
    static URI page(String text) {
        try {
            URI uri = new URI(text);
            boolean local = "http".equals(uri.getScheme()) && "localhost".equals(uri.getHost());
            if (uri.getHost() != null && uri.getUserInfo() == null && ("https".equals(uri.getScheme()) || local))
                return uri;
        } catch (URISyntaxException e) {
            // said below
        }
        throw new Unfit("must be the address of a page, such as https://age.example.org/passerby");
    }

    /// A browser refuses the whole call when a TURN server comes without a credential, so none is taken here.
    static String stun(String text) {
        if (STUN.matcher(text).matches()) return text;
        throw new Unfit("must be STUN addresses like stun:stun.example.org:3478");
    }
}
