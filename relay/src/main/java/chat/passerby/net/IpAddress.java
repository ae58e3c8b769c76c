package chat.passerby.net;

import java.net.InetAddress;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// IP addresses as they are written. Never a name: nothing here asks a name server, whoever wrote the text.
public final class IpAddress {
    /// The JDK also takes `127.1` and `2130706433`, and a zone after a percent sign, which may ask the machine's
    /// interfaces. Nobody means those in a header or a setting.
    private static final Pattern V4 = Pattern.compile("(?:(?:0|[1-9]\\d{0,2})\\.){3}(?:0|[1-9]\\d{0,2})");

    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private IpAddress() {}

    /// The address, or null if the text is none. An IPv4 address inside an IPv6 one (`::ffff:192.0.2.1`) comes out as
    /// the IPv4 address that it is.
    public static @Nullable InetAddress parse(String text) {
        if (!V4.matcher(text).matches() && !V6.matcher(text).matches()) return null;
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }
}
