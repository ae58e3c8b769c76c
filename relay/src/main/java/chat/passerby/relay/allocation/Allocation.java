package chat.passerby.relay.allocation;

import chat.passerby.relay.credential.Gate.Known;
import chat.passerby.relay.stun.Address;
import chat.passerby.relay.stun.ErrorCode;
import io.netty.util.collection.IntObjectHashMap;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A relayed address that a client holds, and whom it may talk to through it (RFC 8656, section 3.2). Confined to the
/// event loop of its client, where its socket lives as well: what is relayed meets no lock and no other thread.
///
/// It is bounded: [#PEERS] permissions and as many channels, about 200 bytes each. With one channel, all that there is
/// of
/// it, its socket included, was measured at 2.5 kB of live heap; the kernel has its socket's buffers besides.
public final class Allocation {
    /// A browser permits the candidates of one partner, 64 at most, and those of an ICE restart.
    static final int PEERS = 128;

    private static final int REQUESTS_PER_SECOND = 20;
    private static final int REQUESTS_AT_ONCE = 400;

    private final Known owner;
    private final byte[] transaction;
    private final InetSocketAddress relayed;
    private final Allowance sent;
    private final Allowance received;
    private final Allowance requests;
    private final Map<InetAddress, Permission> permissions = new HashMap<>(4);
    private final IntObjectHashMap<PeerChannel> channels = new IntObjectHashMap<>(2);
    private final Map<InetSocketAddress, PeerChannel> channelsByPeer = new HashMap<>(4);
    private long until;

    /// @param transaction    of the request that made it
    /// @param relayed        as its client is told
    /// @param bytesPerSecond through it, each way
    public Allocation(Known owner, byte[] transaction, InetSocketAddress relayed, int bytesPerSecond, long nowMillis) {
        this.owner = owner;
        this.transaction = transaction.clone();
        this.relayed = relayed;
        sent = new Allowance(bytesPerSecond, bytesPerSecond, nowMillis);
        received = new Allowance(bytesPerSecond, bytesPerSecond, nowMillis);
        requests = new Allowance(REQUESTS_PER_SECOND, REQUESTS_AT_ONCE, nowMillis);
    }

    public Known owner() {
        return owner;
    }

    public byte[] transaction() {
        return transaction.clone();
    }

    public InetSocketAddress relayed() {
        return relayed;
    }

    public int family() {
        return Address.family(relayed.getAddress());
    }

    public void lasts(long seconds, long nowMillis) {
        until = nowMillis + seconds * 1_000;
    }

    public boolean over(long nowMillis) {
        return nowMillis >= until;
    }

    public long secondsLeft(long nowMillis) {
        return Math.max(0, (until - nowMillis) / 1_000);
    }

    /// Whether its client may send so much more.
    public boolean maySend(int bytes, long nowMillis) {
        return sent.take(bytes, nowMillis);
    }

    /// Whether so much more may be sent to its client.
    public boolean mayReceive(int bytes, long nowMillis) {
        return received.take(bytes, nowMillis);
    }

    /// Whether its client may ask one thing more.
    public boolean mayAsk(long nowMillis) {
        return requests.take(1, nowMillis);
    }

    /// Permits all, or none if there are too many.
    public @Nullable ErrorCode permit(List<InetAddress> peers, long nowMillis) {
        if (with(peers) > PEERS) permissions.values().removeIf(one -> !one.live(nowMillis));
        if (with(peers) > PEERS) return ErrorCode.INSUFFICIENT_CAPACITY;
        for (InetAddress peer : peers) permission(peer).refresh(nowMillis);
        return null;
    }

    private Permission permission(InetAddress peer) {
        return permissions.computeIfAbsent(peer, _ -> new Permission());
    }

    private long with(List<InetAddress> more) {
        return permissions.size()
                + more.stream()
                        .filter(peer -> !permissions.containsKey(peer))
                        .distinct()
                        .count();
    }

    public boolean permits(InetAddress peer, long nowMillis) {
        @Nullable Permission permission = permissions.get(peer);
        return permission != null && permission.live(nowMillis);
    }

    /// Binds a number to a peer, or says why not (RFC 8656, section 12.2); permits the peer.
    public @Nullable ErrorCode bind(int number, InetSocketAddress peer, long nowMillis) {
        forget(channels.get(number), nowMillis);
        forget(channelsByPeer.get(peer), nowMillis);
        @Nullable PeerChannel there = channels.get(number);
        if (there != channelsByPeer.get(peer)) return ErrorCode.BAD_REQUEST;
        if (there == null && channels.size() >= PEERS)
            List.copyOf(channels.values()).forEach(one -> forget(one, nowMillis));
        if (there == null && channels.size() >= PEERS) return ErrorCode.INSUFFICIENT_CAPACITY;
        @Nullable ErrorCode full = permit(List.of(peer.getAddress()), nowMillis);
        if (full != null) return full;
        // A channel whose permission ended and was forgotten gets the new one.
        PeerChannel channel = new PeerChannel(number, peer, permission(peer.getAddress()));
        channel.refresh(nowMillis);
        channels.put(number, channel);
        channelsByPeer.put(peer, channel);
        return null;
    }

    private void forget(@Nullable PeerChannel channel, long nowMillis) {
        if (channel == null || channel.bound(nowMillis)) return;
        channels.remove(channel.number());
        channelsByPeer.remove(channel.peer());
    }

    /// The open channel with a number, or null.
    public @Nullable PeerChannel channel(int number, long nowMillis) {
        @Nullable PeerChannel channel = channels.get(number);
        return channel != null && channel.open(nowMillis) ? channel : null;
    }

    /// The open channel to a peer, or null.
    public @Nullable PeerChannel channel(InetSocketAddress peer, long nowMillis) {
        @Nullable PeerChannel channel = channelsByPeer.get(peer);
        return channel != null && channel.open(nowMillis) ? channel : null;
    }
}
