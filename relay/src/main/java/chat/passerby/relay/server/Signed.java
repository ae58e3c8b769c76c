package chat.passerby.relay.server;

import chat.passerby.relay.credential.Gate.Known;
import chat.passerby.relay.metrics.Counter;
import chat.passerby.relay.metrics.Counters;
import chat.passerby.relay.server.Answer.Reply;
import chat.passerby.relay.stun.Attribute;
import chat.passerby.relay.stun.ErrorCode;
import chat.passerby.relay.stun.StunMessage;
import chat.passerby.relay.stun.StunWriter;

/// Answers to who signed the request, signed with the same key and in the same way (RFC 8489, section 9.2.4).
final class Signed {
    private Signed() {}

    static byte[] message(StunMessage request, Known known, StunWriter answer) {
        return answer.end(known.integrity(), known.key(), request.has(Attribute.FINGERPRINT));
    }

    static Reply reply(StunMessage request, Known known, StunWriter answer) {
        return new Reply(message(request, known, answer));
    }

    static Reply refusal(StunMessage request, Known known, ErrorCode code, Counters counters) {
        counters.count(Counter.REFUSED);
        switch (code) {
            case FORBIDDEN -> counters.count(Counter.FORBIDDEN);
            case ALLOCATION_QUOTA_REACHED -> counters.count(Counter.OVER_QUOTA);
            case INSUFFICIENT_CAPACITY -> counters.count(Counter.OUT_OF_CAPACITY);
            case BAD_REQUEST,
                    UNAUTHORIZED,
                    UNKNOWN_ATTRIBUTE,
                    ALLOCATION_MISMATCH,
                    STALE_NONCE,
                    ADDRESS_FAMILY_NOT_SUPPORTED,
                    WRONG_CREDENTIALS,
                    UNSUPPORTED_TRANSPORT,
                    PEER_ADDRESS_FAMILY_MISMATCH -> {}
        }
        return reply(request, known, StunWriter.refusal(request, code));
    }
}
