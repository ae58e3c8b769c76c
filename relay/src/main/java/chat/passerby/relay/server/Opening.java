package chat.passerby.relay.server;

import chat.passerby.relay.credential.Gate.Known;
import chat.passerby.relay.peer.RelayAddress;
import chat.passerby.relay.stun.StunMessage;

/// An allocation in the making: counted in its owner's quota. Immutable.
///
/// @param even whether its port must be even: coturn's own client asks for that now and then
public record Opening(Client client, StunMessage request, Known owner, RelayAddress at, boolean even) {}
