package chat.passerby.signaling.ice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever a client sends: in a relayed room no address gets through but a relay's, and nothing is thrown.
class CandidatesPropertyTest {
    /// As they pass, to the letter.
    private static final Pattern RELAYED = Pattern.compile("candidate:[A-Za-z0-9+/]{1,32} \\d{1,3} udp \\d{1,10}"
            + " [0-9A-Fa-f.:]+ \\d{1,5} typ relay raddr 0\\.0\\.0\\.0 rport 9(?: generation \\d{1,5})?"
            + "(?: ufrag [A-Za-z0-9+/]{1,256})?");
    /// Not written as in the rules, so that both must be right.
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("(?i)[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,}");

    private static final Pattern NOWHERE = Pattern.compile(
            "a=candidate:\\S+ \\d+ \\S+ \\d+ (?:127\\.0\\.0\\.1|::1|fe80::1|::ffff:9.9.9.9|home.local) .*");

    private final Candidates relayed = Candidates.relayed(false);
    private final Candidates direct = Candidates.direct(false);

    @Property(tries = 3_000)
    void one_by_one(@ForAll("lines") String line) {
        String passed = relayed.pass(line);

        if (passed != null && !passed.isEmpty()) {
            assertThat(passed).matches(RELAYED);
            assertThat(relayed.pass(passed)).isEqualTo(passed);
        }
    }

    @Property(tries = 1_000)
    void in_a_description(@ForAll("descriptions") String sdp) {
        String passed = relayed.passDescription(sdp);

        assertThat(relayed.passDescription(passed)).isEqualTo(passed);
        for (String line : passed.split("[\\r\\n]", -1)) {
            if (line.startsWith("a=candidate")) {
                assertThat(line.substring(2)).matches(RELAYED);
                continue;
            }
            assertThat(line).doesNotContainIgnoringCase(".local");
            if (line.startsWith("a=fingerprint:")) continue;
            assertThat(found(IPV4, line)).as(line).isSubsetOf("0.0.0.0");
            assertThat(found(IPV6, line)).as(line).isEmpty();
        }
    }

    @Property(tries = 1_000)
    void in_a_direct_room_what_passed_passes_again(@ForAll("lines") String line, @ForAll("descriptions") String sdp) {
        String passed = direct.pass(line);
        if (passed != null) assertThat(direct.pass(passed)).isEqualTo(passed);
        String description = direct.passDescription(sdp);
        assertThat(direct.passDescription(description)).isEqualTo(description);
        assertThat(description.lines())
                .noneMatch(candidate -> NOWHERE.matcher(candidate).matches());
    }

    private static List<String> found(Pattern pattern, String line) {
        return pattern.matcher(line).results().map(MatchResult::group).toList();
    }

    /// Words of the grammar, addresses, tricks and noise, in any order or nearly as they should be.
    @Provide
    Arbitrary<String> lines() {
        Arbitrary<String> words = Arbitraries.of(
                "candidate:",
                "a=",
                "a=candidate:1",
                "candidate:1",
                "CANDIDATE:2",
                "1",
                "2",
                "udp",
                "UDP",
                "tcp",
                "typ",
                "TYP",
                "host",
                "srflx",
                "relay",
                "RELAY",
                "raddr",
                "rport",
                "tcptype",
                "active",
                "generation",
                "ufrag",
                "0",
                "9",
                "5000",
                "198.51.100.7",
                "9.9.9.9",
                "127.0.0.1",
                "2606:4700::9",
                "::ffff:9.9.9.9",
                "fe80::1",
                "::1",
                "home.local",
                "1f9b2d5e-8b9c-4a5f-9d7e-0a1b2c3d4e5f.local",
                "example.org",
                "x-home",
                "c=IN",
                "IP4",
                "IP6",
                "a=rtcp:5",
                "o=-",
                "m=audio",
                "a=remote-candidates:1",
                "a=x:",
                "a=fingerprint:sha-256",
                "\u0000",
                "é",
                "");
        Arbitrary<String> gaps = Arbitraries.of(" ", " ", " ", " ", "  ", "\t", "", "\r", "\n", "\r\n", "\u2028");
        Arbitrary<String> chaos = words.list()
                .ofMaxSize(16)
                .flatMap(list -> gaps.list().ofSize(list.size()).map(between -> {
                    var line = new StringBuilder();
                    for (int i = 0; i < list.size(); i++)
                        line.append(list.get(i)).append(between.get(i));
                    return line.toString();
                }));
        Arbitrary<String> address = Arbitraries.of(
                "198.51.100.7",
                "9.9.9.9",
                "2606:4700::9",
                "::ffff:9.9.9.9",
                "1f9b2d5e-8b9c-4a5f-9d7e-0a1b2c3d4e5f.local");
        Arbitrary<String> type = Arbitraries.of("relay", "relay", "RELAY", "host", "srflx", "prflx");
        Arbitrary<String> nearly = address.flatMap(at -> type.flatMap(kind -> gaps.flatMap(gap -> words.list()
                .ofMaxSize(6)
                .map(more -> "candidate:1 1 udp 1 " + at + " 5000 typ" + gap + kind + gap + String.join(gap, more)))));
        return Arbitraries.oneOf(chaos, nearly, Arbitraries.strings().ofMaxLength(80));
    }

    @Provide
    Arbitrary<String> descriptions() {
        Arbitrary<String> starts = Arbitraries.of("", "a=", "c=", "o=", "m=", "A=", " a=", "a= ", "s=", "v=0\r\na=");
        Arbitrary<String> ends = Arbitraries.of("\r\n", "\n", "\r", "\n\r", "");
        Arbitrary<String> line = starts.flatMap(start -> lines().flatMap(text -> ends.map(end -> start + text + end)));
        return line.list().ofMaxSize(12).map(all -> String.join("", all));
    }
}
