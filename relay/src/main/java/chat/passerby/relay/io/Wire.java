package chat.passerby.relay.io;

import chat.passerby.relay.metrics.Counter;
import io.netty.channel.Channel;
import io.netty.util.ReferenceCountUtil;

/// A channel to write to, which is flushed at the end of its loop's turn, or when it is full: many packets, one system
/// call. What finds it full all the same is dropped, as on any road of the internet. Confined to its event loop.
final class Wire {
    private final Loop loop;
    private final Channel channel;
    private boolean written;

    Wire(Loop loop, Channel channel) {
        this.loop = loop;
        this.channel = channel;
    }

    Channel channel() {
        return channel;
    }

    void close() {
        var _ = channel.close();
    }

    /// How much more may wait in it.
    long room() {
        return channel.bytesBeforeUnwritable();
    }

    /// Writes, or drops; takes over the reference.
    boolean write(Object message) {
        if (!channel.isWritable()) channel.flush();
        if (!channel.isWritable()) {
            ReferenceCountUtil.release(message);
            loop.shared().counters().count(Counter.CONGESTED);
            return false;
        }
        var _ = channel.write(message, channel.voidPromise());
        if (!written) {
            written = true;
            loop.flushesLater(this);
        }
        return true;
    }

    void flush() {
        written = false;
        channel.flush();
    }
}
