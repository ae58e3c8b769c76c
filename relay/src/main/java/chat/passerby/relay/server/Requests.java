package chat.passerby.relay.server;

import chat.passerby.relay.allocation.Allocation;
import chat.passerby.relay.credential.Gate.Known;
import chat.passerby.relay.credential.Gate.Refused;
import chat.passerby.relay.credential.Gate.Verdict;
import chat.passerby.relay.credential.Now;
import chat.passerby.relay.metrics.Counter;
import chat.passerby.relay.server.Answer.Reply;
import chat.passerby.relay.server.Answer.Silence;
import chat.passerby.relay.stun.Attribute;
import chat.passerby.relay.stun.ErrorCode;
import chat.passerby.relay.stun.Kind;
import chat.passerby.relay.stun.Method;
import chat.passerby.relay.stun.StunMessage;
import chat.passerby.relay.stun.StunWriter;
import org.jspecify.annotations.Nullable;

/// What is answered to a request (RFC 8489, section 6.3; RFC 8656, section 5). Who did not sign it is a stranger:
/// answered so many times a second, and never with more than three times what came, so that nobody can aim us at a
/// third party. Immutable; each call is about one client, on its event loop.
public final class Requests {
    /// How much longer than the question an answer to a stranger may be.
    static final int AMPLIFICATION = 3;

    private static final Silence SILENCE = new Silence();

    private final Shared shared;
    private final Allocating allocating;
    private final Holding holding;

    public Requests(Shared shared) {
        this.shared = shared;
        allocating = new Allocating(shared);
        holding = new Holding(shared);
    }

    public Allocating allocating() {
        return allocating;
    }

    public Answer answer(Client client, StunMessage request, Now now) {
        if (request.kind() != Kind.REQUEST || request.method() == Method.SEND || request.method() == Method.DATA) {
            shared.counters().count(Counter.UNEXPECTED);
            return SILENCE;
        }
        @Nullable Allocation allocation = client.allocation();
        boolean paid = allocation == null;
        if (allocation == null ? !mayAnswer(client, now) : !allocation.mayAsk(now.millis())) return unanswered();
        if (request.method() == Method.BINDING) return binding(client, request);
        @Nullable Known before = allocation == null ? null : allocation.owner();
        Verdict verdict = shared.gate().judge(request, client.address(), before, now);
        return switch (verdict) {
            case Refused(ErrorCode code) when paid || mayAnswer(client, now) -> refused(client, request, code, now);
            case Refused _ -> unanswered();
            case Known known -> known(client, request, known, now);
        };
    }

    private boolean mayAnswer(Client client, Now now) {
        return shared.strangers().take(client.address().getAddress(), now.millis());
    }

    private Silence unanswered() {
        shared.counters().count(Counter.UNANSWERED);
        return SILENCE;
    }

    private Answer binding(Client client, StunMessage request) {
        int[] unknown = request.unknown();
        if (unknown.length > 0) return toStranger(request, unknown(request, unknown));
        shared.counters().count(Counter.BINDINGS);
        StunWriter answer = StunWriter.answer(request, Kind.SUCCESS);
        return toStranger(request, answer.with(Attribute.XOR_MAPPED_ADDRESS, client.address()));
    }

    private Answer refused(Client client, StunMessage request, ErrorCode code, Now now) {
        StunWriter refusal = StunWriter.refusal(request, code);
        shared.counters().count(Counter.REFUSED);
        if (code != ErrorCode.BAD_REQUEST) shared.gate().challenge(refusal, client.address(), now);
        return toStranger(request, refusal);
    }

    private Answer toStranger(StunMessage request, StunWriter writer) {
        byte[] answer = writer.end(null, new byte[0], request.has(Attribute.FINGERPRINT));
        return answer.length <= AMPLIFICATION * request.length() ? new Reply(answer) : unanswered();
    }

    private Answer known(Client client, StunMessage request, Known known, Now now) {
        int[] unknown = request.unknown();
        if (unknown.length > 0) return Signed.reply(request, known, unknown(request, unknown));
        return switch (request.method()) {
            case ALLOCATE -> allocating.answer(client, request, known, now);
            case REFRESH, CREATE_PERMISSION, CHANNEL_BIND -> holding.answer(client, request, known, now);
            case BINDING, SEND, DATA -> SILENCE; // seen to above
        };
    }

    private StunWriter unknown(StunMessage request, int[] attributes) {
        shared.counters().count(Counter.REFUSED);
        return StunWriter.refusal(request, ErrorCode.UNKNOWN_ATTRIBUTE).withUnknown(attributes);
    }
}
