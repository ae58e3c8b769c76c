package chat.passerby.signaling.ice;

import chat.passerby.net.IpAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One candidate (RFC 8839, section 5.1), as browsers write it. Extensions that are not listed here are left out: who
/// does not know them must ignore them, and they may say anything. Immutable.
///
/// @param head    foundation, component, transport and priority
/// @param address an IP address, or a name
/// @param type    `host`, `srflx`, `prflx` or `relay`
/// @param more    the extensions
record Candidate(String head, String address, int port, String type, Map<String, String> more) {
    private static final String BASE = "raddr";
    private static final String BASE_PORT = "rport";
    private static final String NOWHERE = "0.0.0.0";
    /// Discards; where there is no port to name (RFC 8840, section 4.1.1).
    private static final String DISCARD = "9";

    private static final int MOST_PORT = 65_535;
    private static final Pattern LINE = Pattern.compile(
            "(?:a=)?candidate:(?<head>[a-z0-9+/]{1,32} [1-9]\\d{0,2} (?:udp|tcp) \\d{1,10})"
                    + " (?<address>[a-z0-9.:-]{2,64}) (?<port>\\d{1,5}) typ (?<type>host|srflx|prflx|relay)"
                    + "(?: (?<more>.+))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BLANKS = Pattern.compile("[ \\t]+");
    /// In the order in which they are written.
    private static final List<String> KNOWN =
            List.of(BASE, BASE_PORT, "tcptype", "generation", "ufrag", "network-id", "network-cost");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");
    private static final Pattern TCP_TYPE = Pattern.compile("active|passive|so");
    private static final Pattern ICE_CHARACTERS = Pattern.compile("[A-Za-z0-9+/]{1,256}");

    Candidate {
        more = Map.copyOf(more);
    }

    /// Null if it is none.
    static @Nullable Candidate parse(String text) {
        Matcher line = LINE.matcher(BLANKS.matcher(text.strip()).replaceAll(" "));
        if (!line.matches()) return null;
        int port = Integer.parseInt(line.group("port"));
        if (port > MOST_PORT) return null;
        String type = line.group("type").toLowerCase(Locale.ROOT);
        @Nullable String more = line.group("more");
        List<String> words = more == null ? List.of() : List.of(more.split(" ", -1));
        if (words.size() % 2 == 1) return null;
        return new Candidate(head(line.group("head")), line.group("address"), port, type, pairs(words));
    }

    /// The foundation alone tells great letters from small ones.
    private static String head(String text) {
        int end = text.indexOf(' ');
        return text.substring(0, end) + text.substring(end).toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> pairs(List<String> words) {
        Map<String, String> pairs = new HashMap<>();
        for (int i = 0; i < words.size(); i += 2) {
            String name = words.get(i).toLowerCase(Locale.ROOT);
            if (fits(name, words.get(i + 1))) pairs.putIfAbsent(name, words.get(i + 1));
        }
        return pairs;
    }

    private static boolean fits(String name, String value) {
        return switch (name) {
            case BASE -> IpAddress.parse(value) != null;
            case BASE_PORT, "generation", "network-id", "network-cost" ->
                NUMBER.matcher(value).matches();
            case "tcptype" -> TCP_TYPE.matcher(value).matches();
            case "ufrag" -> ICE_CHARACTERS.matcher(value).matches();
            default -> false;
        };
    }

    boolean host() {
        return type.equals("host");
    }

    /// Whether it claims to be at a relay, and over UDP: browsers ask relays for nothing else.
    boolean relayed() {
        return type.equals("relay") && head.contains(" udp ") && IpAddress.parse(address) != null;
    }

    /// Without the address that the relay sees, and without what tells of the network behind it.
    Candidate withoutBase() {
        Map<String, String> less = new HashMap<>(more);
        less.keySet().retainAll(List.of("generation", "ufrag"));
        less.put(BASE, NOWHERE);
        less.put(BASE_PORT, DISCARD);
        return new Candidate(head, address, port, type, less);
    }

    @Override
    public String toString() {
        return "candidate:" + head + " " + address + " " + port + " typ " + type
                + KNOWN.stream()
                        .filter(more::containsKey)
                        .map(name -> " " + name + " " + more.get(name))
                        .collect(Collectors.joining());
    }
}
