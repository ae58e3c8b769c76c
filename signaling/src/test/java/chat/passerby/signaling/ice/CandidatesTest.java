package chat.passerby.signaling.ice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// One candidate at a time.
class CandidatesTest {
    private static final String RELAY =
            "candidate:1 1 udp 33562623 198.51.100.7 50000 typ relay raddr 203.0.113.5 rport 61234 generation 0 ufrag Ab+/"
                    + " network-id 1 network-cost 10";

    private final Candidates direct = Candidates.direct(false);
    private final Candidates relayed = Candidates.relayed(false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Chromium
                "candidate:1467250027 1 udp 2122260223 192.168.0.196 46243 typ host generation 0 ufrag EsAw network-id 1",
                "candidate:2 1 udp 2113937151 1f9b2d5e-8b9c-4a5f-9d7e-0a1b2c3d4e5f.local 54400 typ host generation 0",
                "candidate:3 1 tcp 1518280447 10.0.0.5 9 typ host tcptype active generation 0 ufrag EsAw network-cost 999",
                "candidate:4 1 udp 1686052607 8.8.8.8 46243 typ srflx raddr 192.168.0.196 rport 46243 generation 0",
                "candidate:5 1 udp 2122262783 2606:4700::1111 5000 typ host",
                "candidate:6 1 udp 2122262783 fd00::5 5000 typ host",
                RELAY,
                // Firefox
                "candidate:0 1 udp 2122252543 10.0.0.5 57253 typ host",
                "candidate:1 2 udp 1685987326 8.8.8.8 57253 typ srflx raddr 0.0.0.0 rport 0",
                // the last one
                "",
            })
    void what_browsers_write_passes_in_a_direct_room_as_it_is(String candidate) {
        assertThat(direct.pass(candidate)).isEqualTo(candidate);
    }

    @Test
    void a_relayed_candidate_passes_without_the_address_behind_it() {
        assertThat(relayed.pass(RELAY))
                .isEqualTo("candidate:1 1 udp 33562623 198.51.100.7 50000 typ relay raddr 0.0.0.0 rport 9 generation 0"
                        + " ufrag Ab+/");
        assertThat(relayed.pass("candidate:1 1 udp 1 198.51.100.7 50000 typ relay"))
                .isEqualTo("candidate:1 1 udp 1 198.51.100.7 50000 typ relay raddr 0.0.0.0 rport 9");
        assertThat(relayed.pass("candidate:1 1 udp 1 2606:4700::1 50000 typ relay raddr 2606:4700::2 rport 1"))
                .isEqualTo("candidate:1 1 udp 1 2606:4700::1 50000 typ relay raddr 0.0.0.0 rport 9");
        assertThat(relayed.pass("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "candidate:1 1 udp 1 8.8.8.8 5000 typ host",
                "candidate:1 1 udp 1 8.8.8.8 5000 typ srflx raddr 0.0.0.0 rport 9",
                "candidate:1 1 udp 1 8.8.8.8 5000 typ prflx",
                "candidate:1 1 tcp 1 8.8.8.8 9 typ host tcptype active",
                "candidate:1 1 tcp 1 8.8.8.8 5000 typ relay raddr 0.0.0.0 rport 9",
                "candidate:1 1 udp 1 1f9b2d5e-8b9c-4a5f-9d7e-0a1b2c3d4e5f.local 5000 typ host",
                "candidate:1 1 udp 1 1f9b2d5e-8b9c-4a5f-9d7e-0a1b2c3d4e5f.local 5000 typ relay",
                "candidate:1 1 udp 1 turn.example.org 5000 typ relay",
                "candidate:1 1 udp 1 8.8.8.8 5000 typ host typ relay",
                "candidate:1 1 udp 1 8.8.8.8 5000 typ host x typ relay y",
                "candidate:1 1 udp 1 8.8.8.8 5000 TYP HOST",
                "CANDIDATE:1 1 UDP 1 8.8.8.8 5000 TYP SRFLX",
                "candidate:1  1\tudp 1 8.8.8.8  5000 typ\thost",
                "a=candidate:1 1 udp 1 8.8.8.8 5000 typ host",
            })
    void nothing_but_a_relay_passes_in_a_relayed_room(String candidate) {
        assertThat(relayed.pass(candidate)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CANDIDATE:aB 1 UDP 1 8.8.8.8 5000 TYP RELAY RADDR 9.9.9.9 RPORT 5",
                "'candidate:aB  1 \t udp 1 8.8.8.8\t5000 typ  relay raddr 9.9.9.9 rport 5'",
                "a=candidate:aB 1 udp 1 8.8.8.8 5000 typ relay raddr 9.9.9.9 rport 5",
                "candidate:aB 1 udp 1 8.8.8.8 5000 typ relay rport 5 raddr 9.9.9.9 raddr 7.7.7.7",
                "candidate:aB 1 udp 1 8.8.8.8 5000 typ relay x-home 9.9.9.9 raddr here.example.org rport 99999",
                "candidate:aB 1 udp 1 8.8.8.8 5000 typ relay tcptype active network-id 9 9.9.9.9 9.9.9.9 generation 9.9",
                "candidate:aB 1 udp 1 8.8.8.8 5000 typ relay ufrag 9.9.9.9",
            })
    void however_it_is_written_it_passes_in_one_way(String candidate) {
        assertThat(relayed.pass(candidate))
                .isEqualTo("candidate:aB 1 udp 1 8.8.8.8 5000 typ relay raddr 0.0.0.0 rport 9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "0.1.2.3",
                "169.254.169.254",
                "224.0.0.251",
                "239.255.255.250",
                "255.255.255.255",
                "::",
                "::1",
                "::7f00:1",
                "::127.0.0.1",
                "::ffff:127.0.0.1",
                "::ffff:8.8.8.8",
                "::FFFF:808:808",
                "64:ff9b::7f00:1",
                "2002:7f00:1::1",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                "fe80::1",
                "fe80::1%eth0",
                "ff02::1",
                "[::1]",
                "127.1",
                "2130706433",
                "0x7f000001",
                "017700000001",
                "localhost",
                "router.local",
                "printer.example.org",
                "1f9b2d5e-8b9c-4a5f-9d7e-0a1b2c3d4e5f.local.example.org",
                "8.8.8.8.",
                "08.8.8.8",
                "8.8.8",
            })
    void where_no_stranger_lives_nobody_is_sent(String address) {
        for (String type : new String[] {"host", "srflx", "relay"}) {
            String candidate = "candidate:1 1 udp 1 " + address + " 5000 typ " + type;
            assertThat(direct.pass(candidate)).isNull();
            assertThat(relayed.pass(candidate)).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.7.1", "::1"})
    void a_server_for_one_machine_lets_that_machine_through(String address) {
        String host = "candidate:1 1 udp 1 " + address + " 5000 typ host";
        String relay = "candidate:1 1 udp 1 " + address + " 5000 typ relay raddr 0.0.0.0 rport 9";

        assertThat(Candidates.direct(true).pass(host)).isEqualTo(host);
        assertThat(Candidates.relayed(true).pass(relay)).isEqualTo(relay);
        assertThat(Candidates.relayed(true).pass(host)).isNull();
        assertThat(Candidates.direct(true).pass("candidate:1 1 udp 1 169.254.1.1 5000 typ host"))
                .isNull();
    }

    @Test
    void a_hidden_name_is_a_hosts_and_no_other() {
        String name = "1F9b2d5e-8b9c-4a5f-9d7e-0a1b2c3d4e5f.LOCAL";

        assertThat(direct.pass("candidate:1 1 udp 1 " + name + " 5000 typ host"))
                .isNotNull();
        assertThat(direct.pass("candidate:1 1 udp 1 " + name + " 5000 typ srflx"))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "candidate",
                "candidate:",
                "candidate:1",
                "candidate:1 1 udp 1 8.8.8.8 5000",
                "candidate:1 1 udp 1 8.8.8.8 5000 typ",
                "candidate:1 1 udp 1 8.8.8.8 5000 typ unknown",
                "candidate:1 1 udp 1 8.8.8.8 5000 typ relay raddr",
                "candidate:1 1 udp 1 8.8.8.8 65536 typ relay",
                "candidate:1 1 udp 1 8.8.8.8 -1 typ relay",
                "candidate:1 0 udp 1 8.8.8.8 5000 typ relay",
                "candidate:1 1 sctp 1 8.8.8.8 5000 typ relay",
                "candidate:1 1 udp x 8.8.8.8 5000 typ relay",
                "candidate:é 1 udp 1 8.8.8.8 5000 typ relay",
                "candidate:1 1 udp 1 8.8.8.8 ٥٠٠٠ typ relay",
                "xcandidate:1 1 udp 1 8.8.8.8 5000 typ relay",
                "m=audio 9 candidate:1 1 udp 1 8.8.8.8 5000 typ relay",
                "candidate:1 1 udp 1\n8.8.8.8 5000 typ relay",
                "candidate:1 1 udp 1 8.8.8.8 5000 typ relay\r\na=candidate:1 1 udp 1 9.9.9.9 5000 typ host",
                "candidate:1 1 udp 1 8.8.8.8 5000 typ relay\ra=candidate:1 1 udp 1 9.9.9.9 5000 typ host\n",
            })
    void what_is_no_candidate_does_not_pass(String candidate) {
        assertThat(relayed.pass(candidate)).isNull();
        assertThat(direct.pass(candidate)).isNull();
    }
}
