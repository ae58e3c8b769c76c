package chat.passerby.relay.io;

import chat.passerby.relay.credential.Now;
import chat.passerby.relay.peer.Ports;
import chat.passerby.relay.server.Opening;
import chat.passerby.relay.stun.ErrorCode;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/// Opens relayed addresses. Confined to an event loop.
final class RelayPorts {
    /// What may wait for a relayed address whose way out is full; more is dropped.
    static final WriteBufferWaterMark WAITING = new WriteBufferWaterMark(16 << 10, 32 << 10);

    /// A port of the range may be another program's.
    private static final int TRIES = 16;

    private final Loop loop;
    private final Transport transport;
    private final Headroom headroom;

    RelayPorts(Loop loop, Transport transport, Headroom headroom) {
        this.loop = loop;
        this.transport = transport;
        this.headroom = headroom;
    }

    /// Opens one, and tells the client.
    void open(Caller caller, Opening opening) {
        attempt(caller, opening, TRIES);
    }

    private void attempt(Caller caller, Opening opening, int tries) {
        int family = opening.at().family();
        Ports ports = loop.shared().ports();
        int number = tries == 0 ? -1 : ports.take(family, opening.even());
        if (number < 0) {
            loop.say(caller, loop.requests().allocating().failed(opening, ErrorCode.INSUFFICIENT_CAPACITY));
            return;
        }
        RelayPort port = new RelayPort(loop, caller);
        bind(port, new InetSocketAddress(opening.at().bound(), number)).addListener((ChannelFuture bound) -> {
            if (bound.isSuccess()) {
                bound.channel().closeFuture().addListener(_ -> ports.give(family, number));
                opened(caller, opening, port, bound.channel(), number);
            } else {
                ports.give(family, number);
                attempt(caller, opening, tries - 1);
            }
        });
    }

    private ChannelFuture bind(RelayPort port, InetSocketAddress at) {
        InetAddress bound = at.getAddress();
        Bootstrap bootstrap = new Bootstrap()
                .group(loop.events())
                .channelFactory(transport.datagrams(bound))
                .option(ChannelOption.WRITE_BUFFER_WATER_MARK, WAITING)
                .handler(port);
        return transport.receive(bootstrap, headroom).bind(at);
    }

    private void opened(Caller caller, Opening opening, RelayPort port, Channel channel, int number) {
        byte[] answer = caller.gone()
                ? loop.requests().allocating().failed(opening, ErrorCode.ALLOCATION_MISMATCH)
                : loop.requests().allocating().opened(opening, number, Now.read());
        port.opened(channel);
        if (caller.client().allocation() == null) {
            port.close();
        } else {
            caller.has(port);
            loop.holds(caller);
            loop.shared().ports().open(opening.at().family(), number);
        }
        loop.say(caller, answer);
    }
}
