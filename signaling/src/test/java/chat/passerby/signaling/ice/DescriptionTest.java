package chat.passerby.signaling.ice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whole session descriptions.
class DescriptionTest {
    /// As Chromium writes it, and shortened.
    private static final String OFFER = """
            v=0
            o=- 4611731400430051336 2 IN IP4 127.0.0.1
            s=-
            t=0 0
            a=group:BUNDLE 0 1
            a=extmap-allow-mixed
            a=msid-semantic: WMS 7a7b1b2c-0d1e-4f3a-9b8c-1d2e3f4a5b6c
            m=audio 46243 UDP/TLS/RTP/SAVPF 111 63
            c=IN IP4 8.8.8.8
            a=rtcp:46244 IN IP4 8.8.8.8
            a=candidate:1467250027 1 udp 2122260223 192.168.0.196 46243 typ host generation 0 network-id 1
            a=candidate:2 1 udp 2113937151 1f9b2d5e-8b9c-4a5f-9d7e-0a1b2c3d4e5f.local 54400 typ host generation 0
            a=candidate:3 1 udp 2122260223 127.0.0.1 46243 typ host generation 0 network-id 1
            a=candidate:4 1 udp 1686052607 8.8.8.8 46243 typ srflx raddr 192.168.0.196 rport 46243 generation 0
            a=candidate:5 1 udp 41885439 198.51.100.7 50000 typ relay raddr 8.8.8.8 rport 46243 generation 0
            a=ice-ufrag:EsAw
            a=ice-pwd:bP+XJMM09aR8AiX1jdukzR6Y
            a=ice-options:trickle
            a=fingerprint:sha-256 DA:39:BE:EF:00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF:00:11:22:33:44:55:66:77:88:99:AA:BB
            a=setup:actpass
            a=mid:0
            a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level
            a=extmap:2 http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time
            a=extmap:13 urn:3gpp:video-orientation
            a=sendrecv
            a=msid:7a7b1b2c-0d1e-4f3a-9b8c-1d2e3f4a5b6c 8f1e
            a=rtcp-mux
            a=rtcp-rsize
            a=rtpmap:111 opus/48000/2
            a=rtcp-fb:111 transport-cc
            a=fmtp:111 minptime=10;useinbandfec=1
            a=ssrc:3570614608 cname:4TOk42mSjXCkVIa6
            a=ssrc:3570614608 msid:7a7b1b2c-0d1e-4f3a-9b8c-1d2e3f4a5b6c 8f1e
            m=video 0 UDP/TLS/RTP/SAVPF 96
            c=IN IP6 2606:4700::1
            a=inactive
            a=end-of-candidates
            """.replace("\n", "\r\n");

    private final Candidates direct = Candidates.direct(false);
    private final Candidates relayed = Candidates.relayed(false);

    @Test
    void in_a_direct_room_only_what_leads_to_no_stranger_goes() {
        assertThat(direct.passDescription(OFFER)).isEqualTo(OFFER.replaceFirst("a=candidate:3 [^\r]+\r\n", ""));
    }

    @Test
    void in_a_relayed_room_only_the_relay_stays() {
        assertThat(relayed.passDescription(OFFER))
                .isEqualTo(OFFER.replaceAll("a=candidate:(?!5 )[^\r]+\r\n", "")
                        .replace("raddr 8.8.8.8 rport 46243", "raddr 0.0.0.0 rport 9")
                        .replace("c=IN IP4 8.8.8.8", "c=IN IP4 0.0.0.0")
                        .replace("c=IN IP6 2606:4700::1", "c=IN IP4 0.0.0.0")
                        .replace("a=rtcp:46244 IN IP4 8.8.8.8", "a=rtcp:9 IN IP4 0.0.0.0")
                        .replace("2 IN IP4 127.0.0.1", "2 IN IP4 0.0.0.0")
                        .replace("m=audio 46243", "m=audio 9"))
                .contains("typ relay", "m=video 0 ");
    }

    @Test
    void firefox_keeps_its_name_and_loses_its_address() {
        assertThat(relayed.passDescription("o=mozilla...THIS_IS_SDPARTA-128.0 123 0 IN IP4 192.168.1.2\r\n"))
                .isEqualTo("o=mozilla...THIS_IS_SDPARTA-128.0 123 0 IN IP4 0.0.0.0\r\n");
    }

    @Test
    void however_lines_end_they_end_in_one_way() {
        assertThat(direct.passDescription("v=0\ns=-\r\n\r\nt=0 0\ra=mid:0"))
                .isEqualTo("v=0\r\ns=-\r\nt=0 0\r\na=mid:0\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {" a b", " raddr 9.9.9.9", "0", "1.", ":a", "AA:", "\r\n\n", "a=candidate:1 ", " "})
    void a_long_line_is_no_trouble(String again) {
        String much = again.repeat(20_000);
        for (String start :
                new String[] {"", "a=candidate:1 1 udp 1 8.8.8.8 1 typ relay", "a=fingerprint:x ", "m=audio "})
            assertThat(relayed.passDescription(start + much)).doesNotContain("9.9.9.9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=candidate:1 1 udp 1 9.9.9.9 5000 typ host",
                "A=CANDIDATE:1 1 UDP 1 9.9.9.9 5000 TYP HOST",
                " a=candidate:1 1 udp 1 9.9.9.9 5000 typ host",
                "\ta = candidate:1 1 udp 1 9.9.9.9 5000 typ srflx",
                "a=candidate :1 1 udp 1 9.9.9.9 5000 typ host",
                "a=Candidate:1  1 udp\t1 2606:4700::9 5000 typ prflx",
                "a=candidate:1 1 udp 1 ::ffff:9.9.9.9 5000 typ host",
                "a=candidate:1 1 tcp 1 9.9.9.9 9 typ host tcptype active",
                "a=candidate:1 1 udp 1 9.9.9.9 5000 typ host typ relay",
                "a=candidate:1 1 udp 1 1f9b2d5e-8b9c-4a5f-9d7e-0a1b2c3d4e5f.local 5000 typ host",
                "a=mid:0\ra=candidate:1 1 udp 1 9.9.9.9 5000 typ host",
                "a=mid:0\n\ra=candidate:1 1 udp 1 9.9.9.9 5000 typ host",
                "a=mid:candidate:1 1 udp 1 9.9.9.9 5000 typ host",
                "candidate:1 1 udp 1 9.9.9.9 5000 typ host",
                "b=candidate:1 1 udp 1 9.9.9.9 5000 typ host",
                "a=remote-candidates:1 9.9.9.9 5000",
                "a=REMOTE-CANDIDATES:1 2606:4700::9 5000",
                "a=rtcp:5000 IN IP4 9.9.9.9",
                "a=RTCP:5000 IN IP6 2606:4700::9",
                "c=IN IP4 9.9.9.9/127",
                "C=IN IP6 2606:4700::9",
                " c = IN IP4 9.9.9.9",
                "c=IN IP4 home.local",
                "o=9.9.9.9 1 1 IN IP4 9.9.9.9",
                "o=- 1 1 IN IP6 2606:4700::9",
                "o=2606:4700::9",
                "s=9.9.9.9",
                "i=call me at 2606:4700::9",
                "u=http://9.9.9.9/",
                "a=x-home:9.9.9.9",
                "a=alt:1 1 : abc def 9.9.9.9 5000",
                "a=altc:1 IP6 2606:4700::9 5000",
                "a=source-filter: incl IN IP4 * 9.9.9.9",
                "a=fingerprint:sha-256 2606:4700::9",
                "m=audio 5000 UDP/TLS/RTP/SAVPF 9.9.9.9",
                "x9.9.9.9",
                "::",
            })
    void in_a_relayed_room_no_line_tells_an_address(String line) {
        assertThat(relayed.passDescription("v=0\r\n" + line + "\r\n"))
                .startsWith("v=0\r\n")
                .doesNotContain("9.9.9.9", "4700", ".local", "5000")
                .doesNotContainIgnoringCase("typ host");
    }
}
