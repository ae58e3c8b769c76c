package chat.passerby.relay.io;

import chat.passerby.relay.allocation.Allocation;
import chat.passerby.relay.allocation.PeerChannel;
import chat.passerby.relay.credential.Now;
import chat.passerby.relay.metrics.Counter;
import chat.passerby.relay.metrics.Counters;
import chat.passerby.relay.peer.Hairpin;
import chat.passerby.relay.stun.Attribute;
import chat.passerby.relay.stun.Frame;
import chat.passerby.relay.stun.StunMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/// What is relayed: from a client to a peer without its header, and back with one (RFC 8656, sections 11 and 12).
/// What may not pass is dropped without a word, and counted. Confined to an event loop.
final class DataPlane {
    private final Headroom headroom;
    private final Counters counters;
    private final Hairpin hairpin;

    DataPlane(Headroom headroom, Counters counters, Hairpin hairpin) {
        this.headroom = headroom;
        this.counters = counters;
        this.hairpin = hairpin;
    }

    /// ChannelData from a client; takes over the reference. A datagram may be longer than it says, for it may be filled
    /// up (section 12.5).
    void fromClient(Caller caller, ByteBuf frame) {
        @Nullable Allocation allocation = caller.client().allocation();
        int start = frame.readerIndex();
        int length = frame.readableBytes() < Frame.CHANNEL_HEADER ? -1 : frame.getUnsignedShort(start + 2);
        if (allocation == null || length < 0 || length > frame.readableBytes() - Frame.CHANNEL_HEADER) {
            drop(frame, allocation == null ? Counter.UNEXPECTED : Counter.MALFORMED);
            return;
        }
        long now = Now.readMillis();
        @Nullable PeerChannel channel = allocation.channel(frame.getUnsignedShort(start), now);
        if (channel == null) {
            drop(frame, Counter.NOT_PERMITTED);
            return;
        }
        frame.setIndex(start + Frame.CHANNEL_HEADER, start + Frame.CHANNEL_HEADER + length);
        toPeer(caller, allocation, frame, channel.peer(), now);
    }

    /// A Send indication from a client (section 11.3).
    void fromClient(Caller caller, StunMessage indication) {
        @Nullable Allocation allocation = caller.client().allocation();
        @Nullable InetSocketAddress peer = indication.address(Attribute.XOR_PEER_ADDRESS);
        long now = Now.readMillis();
        if (allocation == null || peer == null || !indication.has(Attribute.DATA) || indication.unknown().length > 0)
            counters.count(Counter.UNEXPECTED);
        else if (!allocation.permits(peer.getAddress(), now)) counters.count(Counter.NOT_PERMITTED);
        else toPeer(caller, allocation, Unpooled.wrappedBuffer(indication.value(Attribute.DATA)), peer, now);
    }

    private void toPeer(Caller caller, Allocation allocation, ByteBuf payload, InetSocketAddress peer, long now) {
        @Nullable InetSocketAddress destination = hairpin.outward(peer);
        @Nullable RelayPort port = caller.port();
        int length = payload.readableBytes();
        if (destination == null || port == null || peer.getPort() == 0) drop(payload, Counter.NOT_PERMITTED);
        else if (!allocation.maySend(length, now)) drop(payload, Counter.OVER_RATE);
        else if (port.send(new DatagramPacket(payload, destination))) {
            counters.count(Counter.PACKETS_OUT);
            counters.add(Counter.BYTES_OUT, length);
        }
    }

    /// A datagram from a peer; takes over the reference.
    void fromPeer(Caller caller, DatagramPacket packet) {
        @Nullable Allocation allocation = caller.client().allocation();
        ByteBuf payload = headroom.around(packet.content());
        int length = payload.readableBytes();
        long now = Now.readMillis();
        if (allocation == null || length > Headroom.LONGEST) {
            drop(payload, Counter.UNEXPECTED);
            return;
        }
        InetSocketAddress peer = hairpin.inward(packet.sender());
        @Nullable PeerChannel channel = allocation.channel(peer, now);
        if (channel == null && !allocation.permits(peer.getAddress(), now)) drop(payload, Counter.NOT_PERMITTED);
        else if (!allocation.mayReceive(length, now)) drop(payload, Counter.OVER_RATE);
        else {
            if (channel == null) Wrapping.asIndication(payload, peer);
            else Wrapping.asChannel(payload, channel.number(), caller.line().stream());
            if (caller.line().send(payload)) {
                counters.count(Counter.PACKETS_IN);
                counters.add(Counter.BYTES_IN, length);
            }
        }
    }

    private void drop(ByteBuf payload, Counter why) {
        payload.release();
        counters.count(why);
    }
}
