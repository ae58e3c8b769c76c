package chat.passerby.relay.io;

import chat.passerby.relay.allocation.Allocation;
import chat.passerby.relay.credential.Now;
import chat.passerby.relay.metrics.Counter;
import chat.passerby.relay.server.Answer;
import chat.passerby.relay.server.Answer.Farewell;
import chat.passerby.relay.server.Answer.Open;
import chat.passerby.relay.server.Answer.Reply;
import chat.passerby.relay.server.Answer.Silence;
import chat.passerby.relay.server.Requests;
import chat.passerby.relay.server.Shared;
import chat.passerby.relay.stun.Frame;
import chat.passerby.relay.stun.Kind;
import chat.passerby.relay.stun.Method;
import chat.passerby.relay.stun.StunMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One event loop, and all clients that are its own. A client belongs to the loop whose socket it came to (the kernel
/// gives the packets of one 5-tuple to one socket), and its relayed address lives there, too. So what is relayed stays
/// on one thread; loops share only [Shared], which is asked when something is made or ended. Every method but
/// [#start], [#revoke] and [#close] is confined to the loop.
public final class Loop {
    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);

    private final EventLoop events;
    private final Shared shared;
    private final Requests requests;
    private final DataPlane dataPlane;
    private final RelayPorts ports;
    private final Set<Caller> holders = new LinkedHashSet<>();
    private final Set<LongConsumer> swept = new LinkedHashSet<>();
    /// All that are open; once closed, it closes whatever is added.
    private final ChannelGroup channels;

    private final List<Wire> written = new ArrayList<>();

    public Loop(EventLoop events, Shared shared, Transport transport) {
        this.events = events;
        this.shared = shared;
        requests = new Requests(shared);
        channels = new DefaultChannelGroup(events, true);
        Headroom headroom = new Headroom(transport);
        dataPlane = new DataPlane(headroom, shared.counters(), shared.hairpin());
        ports = new RelayPorts(this, transport, headroom);
    }

    /// From now on, it looks once a second at what is over.
    public void start() {
        var _ = events.scheduleWithFixedDelay(this::sweep, 1, 1, TimeUnit.SECONDS);
    }

    /// Ends everything here. For any thread but the loop's own.
    public void close() {
        channels.close().awaitUninterruptibly();
    }

    /// A channel that is to be closed with the loop.
    void opened(Channel channel) {
        channels.add(channel);
    }

    EventLoop events() {
        return events;
    }

    Shared shared() {
        return shared;
    }

    Requests requests() {
        return requests;
    }

    DataPlane dataPlane() {
        return dataPlane;
    }

    /// Something that is to be looked at once a second, too; it is told the time.
    void sweeps(LongConsumer what) {
        swept.add(what);
    }

    void sweepsNoMore(LongConsumer what) {
        swept.remove(what);
    }

    /// A whole message from a client, STUN or ChannelData; takes over the reference.
    void receive(Caller caller, ByteBuf message) {
        int first = message.isReadable() ? message.getUnsignedByte(message.readerIndex()) : -1;
        if (Frame.isChannelData(first)) {
            dataPlane.fromClient(caller, message);
            return;
        }
        @Nullable StunMessage stun = Frame.isStun(first) ? StunMessage.parse(ByteBufUtil.getBytes(message)) : null;
        message.release();
        if (stun == null) shared.counters().count(Counter.MALFORMED);
        else if (stun.kind() == Kind.INDICATION && stun.method() == Method.SEND) dataPlane.fromClient(caller, stun);
        else carryOut(caller, requests.answer(caller.client(), stun, Now.read()));
    }

    private void carryOut(Caller caller, Answer answer) {
        switch (answer) {
            case Silence _ -> {}
            case Reply(byte[] message) -> say(caller, message);
            case Farewell(byte[] message) -> {
                say(caller, message);
                end(caller);
            }
            case Open(var opening) -> ports.open(caller, opening);
        }
    }

    void say(Caller caller, byte[] message) {
        caller.line().send(Unpooled.wrappedBuffer(message));
    }

    /// It has a relayed address now.
    void holds(Caller caller) {
        holders.add(caller);
    }

    /// Its relayed address is over.
    void end(Caller caller) {
        @Nullable Allocation allocation = caller.client().allocation();
        @Nullable RelayPort port = caller.port();
        if (port != null) port.close();
        caller.has(null);
        caller.client().leaves();
        if (!holders.remove(caller) || allocation == null) return;
        shared.quotas().give(allocation.owner().user());
        shared.counters().count(Counter.ALLOCATIONS_ENDED);
    }

    /// Ends whatever a tag holds here. For any thread.
    public void revoke(String tag) {
        events.execute(() -> List.copyOf(holders).stream()
                .filter(caller -> holds(caller, tag))
                .forEach(this::end));
    }

    private static boolean holds(Caller caller, String tag) {
        @Nullable Allocation allocation = caller.client().allocation();
        return allocation != null && allocation.owner().user().tag().equals(tag);
    }

    private void sweep() {
        long now = Now.readMillis();
        try {
            List.copyOf(holders).stream().filter(caller -> over(caller, now)).forEach(this::end);
            List.copyOf(swept).forEach(what -> what.accept(now));
        } catch (RuntimeException bug) {
            trouble(bug); // and the next round comes all the same
        }
    }

    private static boolean over(Caller caller, long now) {
        @Nullable Allocation allocation = caller.client().allocation();
        return allocation == null || allocation.over(now);
    }

    void flushesLater(Wire wire) {
        if (written.isEmpty()) events.execute(this::flush);
        written.add(wire);
    }

    private void flush() {
        for (Wire wire : written) wire.flush();
        written.clear();
    }

    /// A socket's trouble with one packet or one connection: weather, but a bug if it is one of ours.
    void trouble(Throwable cause) {
        if (cause instanceof RuntimeException || cause instanceof Error)
            LOG.error("The relay failed at something", cause);
    }
}
