package chat.passerby.signaling.room;

import chat.passerby.signaling.protocol.ServerMessage;

/// Where messages for one seat go. Any thread may send, also under a room's lock: sending only queues.
public interface Recipient {
    void send(ServerMessage message);
}
