package chat.passerby.relay.stun;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// The test vectors of RFC 5769 (with its erratum for the padding, and RFC 8489 for the stronger hash).
class Rfc5769Test {
    private static final byte[] SHORT_TERM = "VOkJxbRl1RmTxUk/WvJxBt".getBytes(StandardCharsets.US_ASCII);

    private static final String REQUEST = """
            000100582112a442b7e7a701bc34d686fa87dfae802200105354554e20746573
            7420636c69656e74002400046e0001ff80290008932ff9b151263b3600060009
            6576746a3a68367659202020000800149aeaa70cbfd8cb56781ef2b5b2d3f249
            c1b571a280280004e57a3bcf""";

    private static final String RESPONSE_V4 = """
            0101003c2112a442b7e7a701bc34d686fa87dfae8022000b7465737420766563
            746f7220002000080001a147e112a643000800142b91f599fd9e90c38c7489f9
            2af9ba53f06be7d780280004c07d4c96""";

    private static final String RESPONSE_V6 = """
            010100482112a442b7e7a701bc34d686fa87dfae8022000b7465737420766563
            746f7220002000140002a1470113a9faa5d3f179bc25f4b5bed2b9d900080014
            a382954e4be67bf11784c97c8292c275bfe3ed4180280004c8fb0b4c""";

    private static final String LONG_TERM = """
            000100602112a44278ad3433c6ad72c029da412e00060012e3839ee38388e383
            aae38383e382afe382b900000015001c662f2f3439396b39353464364f4c3334
            6f4c394653547679363473410014000b6578616d706c652e6f72670000080014
            f67024656dd64a3e02b8e0712e85c9a28ca89666""";

    private static StunMessage parse(String hex) {
        return Objects.requireNonNull(StunMessage.parse(bytes(hex)), "well-formed");
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
    }

    @Test
    void a_request_with_a_short_term_credential() {
        StunMessage request = parse(REQUEST);

        assertThat(request.kind()).isEqualTo(Kind.REQUEST);
        assertThat(request.method()).isEqualTo(Method.BINDING);
        assertThat(request.value(Attribute.USERNAME)).asString().isEqualTo("evtj:h6vY");
        assertThat(request.unknown()).isEmpty();
        assertThat(Integrity.SHA1.verify(request, SHORT_TERM)).isTrue();
        assertThat(Integrity.SHA1.verify(request, "VOkJxbRl1RmTxUk/WvJxBu".getBytes(StandardCharsets.US_ASCII)))
                .isFalse();
    }

    @Test
    void a_response_with_an_ipv4_address() {
        StunMessage response = parse(RESPONSE_V4);

        assertThat(response.kind()).isEqualTo(Kind.SUCCESS);
        assertThat(response.address(Attribute.XOR_MAPPED_ADDRESS))
                .isEqualTo(new InetSocketAddress(InetAddress.ofLiteral("192.0.2.1"), 32853));
        assertThat(Integrity.SHA1.verify(response, SHORT_TERM)).isTrue();
    }

    @Test
    void a_response_with_an_ipv6_address() {
        StunMessage response = parse(RESPONSE_V6);

        assertThat(response.address(Attribute.XOR_MAPPED_ADDRESS))
                .isEqualTo(new InetSocketAddress(InetAddress.ofLiteral("2001:db8:1234:5678:11:2233:4455:6677"), 32853));
        assertThat(Integrity.SHA1.verify(response, SHORT_TERM)).isTrue();
    }

    @Test
    void a_request_with_a_long_term_credential() throws Exception {
        StunMessage request = parse(LONG_TERM);
        String user = "\u30de\u30c8\u30ea\u30c3\u30af\u30b9";
        byte[] key = MessageDigest.getInstance("MD5")
                .digest((user + ":example.org:TheMatrIX").getBytes(StandardCharsets.UTF_8));

        assertThat(new String(request.value(Attribute.USERNAME), StandardCharsets.UTF_8))
                .isEqualTo(user);
        assertThat(request.value(Attribute.NONCE)).asString().isEqualTo("f//499k954d6OL34oL9FSTvy64sA");
        assertThat(Integrity.SHA1.verify(request, key)).isTrue();
    }

    /// What is written here is read by others just so: the same bytes.
    @Test
    void written_as_it_was_read() {
        byte[] v4 = new StunWriter(
                        Kind.SUCCESS, Method.BINDING, parse(RESPONSE_V4).transaction())
                .with(0x8022, "test vector")
                .with(Attribute.XOR_MAPPED_ADDRESS, new InetSocketAddress(InetAddress.ofLiteral("192.0.2.1"), 32853))
                .end(Integrity.SHA1, SHORT_TERM, true);

        StunMessage message = Objects.requireNonNull(StunMessage.parse(v4));
        assertThat(message.address(Attribute.XOR_MAPPED_ADDRESS))
                .isEqualTo(parse(RESPONSE_V4).address(Attribute.XOR_MAPPED_ADDRESS));
        // The vector fills attributes up with blanks, and we with zeros: the only difference before the signature.
        byte[] theirs = bytes(RESPONSE_V4);
        theirs[35] = 0;
        assertThat(java.util.Arrays.copyOf(v4, 52)).isEqualTo(java.util.Arrays.copyOf(theirs, 52));
        assertThat(Integrity.SHA1.verify(message, SHORT_TERM)).isTrue();
    }

    @Test
    void a_wrong_fingerprint_makes_it_no_message() {
        byte[] damaged = bytes(REQUEST);
        damaged[damaged.length - 1] ^= 1;

        assertThat(StunMessage.parse(damaged)).isNull();
    }
}
