package chat.passerby.relay.server;

import chat.passerby.relay.allocation.Allocation;
import chat.passerby.relay.credential.Gate.Known;
import chat.passerby.relay.credential.Now;
import chat.passerby.relay.metrics.Counter;
import chat.passerby.relay.peer.RelayAddress;
import chat.passerby.relay.server.Answer.Open;
import chat.passerby.relay.server.Answer.Reply;
import chat.passerby.relay.server.Answer.Silence;
import chat.passerby.relay.stun.Address;
import chat.passerby.relay.stun.Attribute;
import chat.passerby.relay.stun.ErrorCode;
import chat.passerby.relay.stun.Kind;
import chat.passerby.relay.stun.StunMessage;
import chat.passerby.relay.stun.StunWriter;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Allocate (RFC 8656, section 7): checked and counted at first, answered when the relayed address is open or could not
/// be opened. Immutable; each call is about one client, on its event loop.
public final class Allocating {
    private static final byte UDP = 17;

    private final Shared shared;

    Allocating(Shared shared) {
        this.shared = shared;
    }

    Answer answer(Client client, StunMessage request, Known known, Now now) {
        if (client.opening()) return new Silence(); // sent again; the first is answered soon
        @Nullable Allocation there = client.allocation();
        if (there != null)
            return there.owner().same(known) && request.repeats(there.transaction())
                    ? Signed.reply(request, known, success(client, request, there, now))
                    : refusal(request, known, ErrorCode.ALLOCATION_MISMATCH);
        @Nullable ErrorCode wrong = wrong(request);
        if (wrong != null) return refusal(request, known, wrong);
        Optional<RelayAddress> at = shared.relays().stream()
                .filter(relay -> relay.family() == family(request))
                .findFirst();
        if (at.isEmpty()) return refusal(request, known, ErrorCode.ADDRESS_FAMILY_NOT_SUPPORTED);
        @Nullable ErrorCode full = shared.quotas().take(known.user(), now);
        if (full == ErrorCode.UNAUTHORIZED) return over(client, request, now);
        if (full != null) return refusal(request, known, full);
        client.opens();
        return new Open(new Opening(client, request, known, at.get(), request.has(Attribute.EVEN_PORT)));
    }

    /// The first thing that is wrong, or null.
    private static @Nullable ErrorCode wrong(StunMessage request) {
        if (!request.has(Attribute.REQUESTED_TRANSPORT)
                || request.value(Attribute.REQUESTED_TRANSPORT).length != 4
                || !Lifetime.wellFormed(request)
                || !familyWellFormed(request)) return ErrorCode.BAD_REQUEST;
        if (request.value(Attribute.REQUESTED_TRANSPORT)[0] != UDP) return ErrorCode.UNSUPPORTED_TRANSPORT;
        boolean even = request.has(Attribute.EVEN_PORT);
        boolean reserved = request.has(Attribute.RESERVATION_TOKEN);
        if (reserved && (even || request.has(Attribute.REQUESTED_ADDRESS_FAMILY))) return ErrorCode.BAD_REQUEST;
        if (even && request.value(Attribute.EVEN_PORT).length != 1) return ErrorCode.BAD_REQUEST;
        // Two ports in a row, as RTP once took them: browsers never ask, so none is kept for anybody.
        boolean next = even && request.value(Attribute.EVEN_PORT)[0] < 0;
        return next || reserved ? ErrorCode.INSUFFICIENT_CAPACITY : null;
    }

    private static boolean familyWellFormed(StunMessage request) {
        boolean requested = request.has(Attribute.REQUESTED_ADDRESS_FAMILY);
        boolean additional = request.has(Attribute.ADDITIONAL_ADDRESS_FAMILY);
        if (requested && request.value(Attribute.REQUESTED_ADDRESS_FAMILY).length != 4) return false;
        return !additional
                || (!requested
                        && request.value(Attribute.ADDITIONAL_ADDRESS_FAMILY).length == 4
                        && request.value(Attribute.ADDITIONAL_ADDRESS_FAMILY)[0] == Address.IPV6);
    }

    /// IPv4 where nothing is asked for (RFC 8656, section 7.2).
    private static int family(StunMessage request) {
        if (!request.has(Attribute.REQUESTED_ADDRESS_FAMILY)) return Address.IPV4;
        return request.value(Attribute.REQUESTED_ADDRESS_FAMILY)[0];
    }

    /// A credential whose time is over, or that was taken back, is as good as none.
    private Answer over(Client client, StunMessage request, Now now) {
        shared.counters().count(Counter.REFUSED);
        StunWriter refusal = StunWriter.refusal(request, ErrorCode.UNAUTHORIZED);
        shared.gate().challenge(refusal, client.address(), now);
        return new Reply(refusal.end(null, new byte[0], request.has(Attribute.FINGERPRINT)));
    }

    /// A socket is bound to this port: the allocation, and what to say. The answer is a refusal, and there is no
    /// allocation, if the credential was taken back meanwhile.
    public byte[] opened(Opening opening, int port, Now now) {
        Client client = opening.client();
        Known owner = opening.owner();
        if (shared.quotas().isRevoked(owner.user())) return failed(opening, ErrorCode.UNAUTHORIZED);
        var relayed = new InetSocketAddress(opening.at().announced(), port);
        var allocation =
                new Allocation(owner, opening.request().transaction(), relayed, shared.bytesPerSecond(), now.millis());
        allocation.lasts(Lifetime.given(opening.request(), owner.user(), now), now.millis());
        client.opened(allocation);
        shared.counters().count(Counter.ALLOCATIONS);
        return Signed.message(opening.request(), owner, success(client, opening.request(), allocation, now));
    }

    /// None could be bound: what to say.
    public byte[] failed(Opening opening, ErrorCode why) {
        opening.client().failed();
        shared.quotas().give(opening.owner().user());
        return refusal(opening.request(), opening.owner(), why).message();
    }

    private static StunWriter success(Client client, StunMessage request, Allocation allocation, Now now) {
        StunWriter answer = StunWriter.answer(request, Kind.SUCCESS)
                .with(Attribute.XOR_RELAYED_ADDRESS, allocation.relayed())
                .with(Attribute.LIFETIME, (int) allocation.secondsLeft(now.millis()))
                .with(Attribute.XOR_MAPPED_ADDRESS, client.address());
        // One address an allocation: who wants the other family as well makes another.
        if (request.has(Attribute.ADDITIONAL_ADDRESS_FAMILY))
            answer.withAddressError(Address.IPV6, ErrorCode.ADDRESS_FAMILY_NOT_SUPPORTED);
        return answer;
    }

    private Reply refusal(StunMessage request, Known known, ErrorCode code) {
        return Signed.refusal(request, known, code, shared.counters());
    }
}
