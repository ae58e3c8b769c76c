package chat.passerby.relay.server;

import chat.passerby.relay.allocation.Allocation;
import chat.passerby.relay.credential.Gate.Known;
import chat.passerby.relay.credential.Now;
import chat.passerby.relay.server.Answer.Farewell;
import chat.passerby.relay.server.Answer.Reply;
import chat.passerby.relay.stun.Address;
import chat.passerby.relay.stun.Attribute;
import chat.passerby.relay.stun.ErrorCode;
import chat.passerby.relay.stun.Frame;
import chat.passerby.relay.stun.Kind;
import chat.passerby.relay.stun.Method;
import chat.passerby.relay.stun.StunMessage;
import chat.passerby.relay.stun.StunWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is asked of an allocation that is there: Refresh, CreatePermission, ChannelBind (RFC 8656, sections 8, 10, 12).
/// Immutable; each call is about one client, on its event loop.
final class Holding {
    private final Shared shared;

    Holding(Shared shared) {
        this.shared = shared;
    }

    Answer answer(Client client, StunMessage request, Known known, Now now) {
        @Nullable Allocation allocation = client.allocation();
        if (allocation == null)
            return request.method() == Method.REFRESH && client.repeatsFarewell(request)
                    ? Signed.reply(request, known, goodbye(request))
                    : refusal(request, known, ErrorCode.ALLOCATION_MISMATCH);
        if (!allocation.owner().same(known)) return refusal(request, known, ErrorCode.WRONG_CREDENTIALS);
        if (request.method() == Method.REFRESH) return refresh(client, allocation, request, known, now);
        @Nullable
        ErrorCode wrong = request.method() == Method.CREATE_PERMISSION
                ? permit(allocation, request, now)
                : bind(allocation, request, now);
        return wrong == null
                ? Signed.reply(request, known, StunWriter.answer(request, Kind.SUCCESS))
                : refusal(request, known, wrong);
    }

    private Answer refresh(Client client, Allocation allocation, StunMessage request, Known known, Now now) {
        if (!Lifetime.wellFormed(request)) return refusal(request, known, ErrorCode.BAD_REQUEST);
        if (request.has(Attribute.REQUESTED_ADDRESS_FAMILY)) {
            byte[] family = request.value(Attribute.REQUESTED_ADDRESS_FAMILY);
            if (family.length != 4) return refusal(request, known, ErrorCode.BAD_REQUEST);
            if (family[0] != allocation.family())
                return refusal(request, known, ErrorCode.PEER_ADDRESS_FAMILY_MISMATCH);
        }
        if (Lifetime.asked(request) == 0) {
            client.saidFarewell(request, now.millis());
            return new Farewell(Signed.message(request, known, goodbye(request)));
        }
        // What was given ends with the user's time; nothing is added to it.
        if (Lifetime.left(known.user(), now) <= 0) return refusal(request, known, ErrorCode.FORBIDDEN);
        allocation.lasts(Lifetime.given(request, known.user(), now), now.millis());
        int seconds = (int) allocation.secondsLeft(now.millis());
        return Signed.reply(
                request, known, StunWriter.answer(request, Kind.SUCCESS).with(Attribute.LIFETIME, seconds));
    }

    private static StunWriter goodbye(StunMessage request) {
        return StunWriter.answer(request, Kind.SUCCESS).with(Attribute.LIFETIME, 0);
    }

    /// All peers, or none (RFC 8656, section 10.2).
    private @Nullable ErrorCode permit(Allocation allocation, StunMessage request, Now now) {
        List<InetAddress> peers = request.addresses(Attribute.XOR_PEER_ADDRESS).stream()
                .map(InetSocketAddress::getAddress)
                .toList();
        if (peers.isEmpty()) return ErrorCode.BAD_REQUEST;
        for (InetAddress peer : peers) {
            @Nullable ErrorCode wrong = wrong(allocation, peer);
            if (wrong != null) return wrong;
        }
        return allocation.permit(peers, now.millis());
    }

    private @Nullable ErrorCode bind(Allocation allocation, StunMessage request, Now now) {
        @Nullable InetSocketAddress peer = request.address(Attribute.XOR_PEER_ADDRESS);
        if (peer == null || !request.has(Attribute.CHANNEL_NUMBER)) return ErrorCode.BAD_REQUEST;
        byte[] value = request.value(Attribute.CHANNEL_NUMBER);
        int number = value.length == 4 ? ByteBuffer.wrap(value).getShort() & 0xffff : 0;
        if (number < Frame.FIRST_CHANNEL || number > Frame.LAST_CHANNEL) return ErrorCode.BAD_REQUEST;
        @Nullable ErrorCode wrong = wrong(allocation, peer.getAddress());
        if (wrong != null) return wrong;
        if (shared.hairpin().outward(peer) == null) return ErrorCode.FORBIDDEN;
        return allocation.bind(number, peer, now.millis());
    }

    private @Nullable ErrorCode wrong(Allocation allocation, InetAddress peer) {
        if (Address.family(peer) != allocation.family()) return ErrorCode.PEER_ADDRESS_FAMILY_MISMATCH;
        return shared.peers().get().allow(peer) ? null : ErrorCode.FORBIDDEN;
    }

    private Reply refusal(StunMessage request, Known known, ErrorCode code) {
        return Signed.refusal(request, known, code, shared.counters());
    }
}
