package chat.passerby.signaling.connection;

import chat.passerby.signaling.care.AgeCheck;
import chat.passerby.signaling.config.Lanes;
import chat.passerby.signaling.ice.IceServers;
import chat.passerby.signaling.ice.Paths;
import chat.passerby.signaling.limits.NetworkLimits;
import chat.passerby.signaling.moderation.Arrivals;
import chat.passerby.signaling.moderation.Blocks;
import chat.passerby.signaling.moderation.Cases;
import chat.passerby.signaling.moderation.Conversations;
import chat.passerby.signaling.moderation.Measures;
import chat.passerby.signaling.room.Rooms;
import chat.passerby.signaling.session.NetworkId;
import chat.passerby.signaling.session.Seals;
import chat.passerby.signaling.session.Secrets;
import chat.passerby.signaling.session.Sessions;
import chat.passerby.signaling.session.Tickets;

/// What the house is built of, below the connections. Immutable; its parts may be used by any thread.
///
/// @param build what `welcome` names, so that a page of another build knows
public record House(
        Secrets secrets,
        Sessions sessions,
        Tickets tickets,
        Seals seals,
        Rooms rooms,
        NetworkLimits<NetworkId> networks,
        Lanes lanes,
        AgeCheck ages,
        IceServers ice,
        Paths paths,
        Cases cases,
        Measures measures,
        Conversations conversations,
        Arrivals arrivals,
        Blocks blocks,
        String build) {}
