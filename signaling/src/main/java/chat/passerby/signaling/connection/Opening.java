package chat.passerby.signaling.connection;

import chat.passerby.signaling.protocol.ClientMessage;
import chat.passerby.signaling.protocol.Side;
import chat.passerby.signaling.protocol.Start;
import org.jspecify.annotations.Nullable;

/// From whose deposit a pair's media starts, if anybody's. Of two deposits the one who waited longer is heard: A.
/// Immutable.
record Opening(@Nullable Side offerer, ClientMessage.@Nullable Deposit deposit) {

    static Opening from(ClientMessage.@Nullable Deposit ofA, ClientMessage.@Nullable Deposit ofB) {
        if (ofA != null) return new Opening(Side.A, ofA);
        return ofB != null ? new Opening(Side.B, ofB) : new Opening(null, null);
    }

    Start start(Side side) {
        if (offerer == null) return Start.NONE;
        return offerer == side ? Start.MINE : Start.THEIRS;
    }

    @Nullable
    Integer n(Side side) {
        return deposit != null && offerer == side ? deposit.n() : null;
    }

    @Nullable
    String offer(Side side) {
        return deposit != null && offerer != side ? deposit.sdp() : null;
    }
}
