package chat.passerby.signaling.config;

import chat.passerby.net.IpAddress;
import java.net.IDN;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a page comes from, written as browsers write it in the `Origin` header (RFC 6454, section 6.2), so that the
/// two can be compared as text. Immutable.
public record Origin(String scheme, String host, int port) {
    private static final String RULE =
            "must look like https://chat.example.org: http or https, a host, perhaps a port, and nothing more";
    private static final Pattern URL = Pattern.compile(
            "(https?)://(\\[[0-9a-f:.]+]|[^\\s/:?#@\\[\\]\\\\]+)(?::(\\d{1,5}))?/?", Pattern.CASE_INSENSITIVE);
    private static final Pattern LOCAL = Pattern.compile("(.+\\.)?localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1]");

    static Origin parse(String text) {
        Matcher url = URL.matcher(text);
        if (!url.matches()) throw new Unfit(RULE);
        String scheme = url.group(1).toLowerCase(Locale.ROOT);
        int port = url.group(3) == null ? standardPort(scheme) : Integer.parseInt(url.group(3));
        if (port < 1 || port > 65_535) throw new Unfit("must have a port from 1 to 65535");
        return new Origin(scheme, host(url.group(2)), port);
    }

    private static String host(String text) {
        if (text.startsWith("[")) {
            if (IpAddress.parse(text.substring(1, text.length() - 1)) == null) throw new Unfit(RULE);
            return text.toLowerCase(Locale.ROOT);
        }
        try {
            return IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notAName) {
            throw new Unfit(RULE);
        }
    }

    private static int standardPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    public boolean encrypted() {
        return scheme.equals("https");
    }

    /// Whether browsers take a page from here for a visitor's own machine, certificate or not.
    public boolean local() {
        return LOCAL.matcher(host).matches();
    }

    /// Whether browsers give a page from here camera and microphone (W3C Secure Contexts).
    public boolean secureContext() {
        return encrypted() || local();
    }

    @Override
    public String toString() {
        return scheme + "://" + host + (port == standardPort(scheme) ? "" : ":" + port);
    }
}
