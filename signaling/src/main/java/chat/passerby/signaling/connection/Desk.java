package chat.passerby.signaling.connection;

import chat.passerby.signaling.lobby.Command;
import chat.passerby.signaling.lobby.LobbyLoop;
import chat.passerby.signaling.lobby.Preferences;
import chat.passerby.signaling.metrics.Counter;
import chat.passerby.signaling.protocol.ClientMessage;
import chat.passerby.signaling.protocol.MediaPath;
import chat.passerby.signaling.protocol.Mode;
import chat.passerby.signaling.protocol.Refusal;
import chat.passerby.signaling.protocol.ServerMessage;
import chat.passerby.signaling.session.RoomId;
import chat.passerby.signaling.session.Session;
import chat.passerby.signaling.session.VisitorId;
import org.jspecify.annotations.Nullable;

/// Where each word of a visitor goes: to the lobby, or past it to the room. Any thread.
final class Desk {
    private final House house;
    private final LobbyLoop lobby;
    private final Complaints complaints;
    private final Doorkeeper doorkeeper;

    Desk(House house, LobbyLoop lobby, Doorkeeper doorkeeper) {
        this.doorkeeper = doorkeeper;
        this.house = house;
        this.lobby = lobby;
        complaints = new Complaints(house, lobby);
    }

    void handle(Connection from, Session visitor, ClientMessage message) {
        VisitorId id = visitor.visitor();
        switch (message) {
            case ClientMessage.Hello hello ->
                from.refuse(Refusal.HELLO_TWICE, "hello", "hello was said on this connection", null);
            case ClientMessage.Find find -> find(from, id, find);
            case ClientMessage.Next next -> next(from, id, next);
            case ClientMessage.Stop stop -> lobby.submit(new Command.Stop(id));
            case ClientMessage.Here here -> lobby.submit(new Command.Here(id, new RoomId(here.room())));
            case ClientMessage.Deposit deposit -> keep(from, deposit);
            case ClientMessage.Offer offer ->
                pass(from, message, offer.room(), seat -> seat.room().pass(seat.side(), offer));
            case ClientMessage.Answer answer ->
                pass(from, message, answer.room(), seat -> seat.room().pass(seat.side(), answer));
            case ClientMessage.Candidate candidate ->
                pass(from, message, candidate.room(), seat -> seat.room().pass(seat.side(), candidate));
            case ClientMessage.Chat chat ->
                pass(from, message, chat.room(), seat -> seat.room().pass(seat.side(), chat, Clock.wall()));
            case ClientMessage.Received received ->
                pass(from, message, received.room(), seat -> seat.room().pass(seat.side(), received));
            case ClientMessage.Typing typing ->
                pass(from, message, typing.room(), seat -> seat.room().pass(seat.side(), typing));
            case ClientMessage.Media media ->
                pass(from, message, media.room(), seat -> seat.room().pass(seat.side(), media));
            case ClientMessage.Report report -> complaints.report(from, visitor, report);
            case ClientMessage.Block block -> complaints.block(from, visitor, block);
            case ClientMessage.Noted noted -> doorkeeper.noted(visitor, noted);
            case ClientMessage.Ping ping -> from.send(new ServerMessage.Pong());
        }
    }

    private void find(Connection from, VisitorId id, ClientMessage.Find find) {
        MediaPath path =
                find.mode() == Mode.TEXT ? MediaPath.DIRECT : house.paths().grant(find.path());
        if (path != null) lobby.submit(new Command.Find(id, Preferences.of(find, path)));
        else withoutPath(from, id, "find", !(from.place() instanceof Place.Seated));
    }

    private void next(Connection from, VisitorId id, ClientMessage.Next next) {
        RoomId room = new RoomId(next.room());
        Place.Seated seat = from.place() instanceof Place.Seated sits ? sits : null;
        MediaPath wish =
                next.path() == null && seat != null ? seat.preferences().path() : next.path();
        boolean text = seat != null && seat.room().mode() == Mode.TEXT;
        MediaPath path = text || wish == null ? null : house.paths().grant(wish);
        if (text || wish == null || path != null) lobby.submit(new Command.Next(id, room, path));
        else withoutPath(from, id, "next", seat != null && seat.room().id().equals(room));
    }

    /// Nobody is led over another path than the one that they chose. So whoever searches, or leaves a room to search,
    /// rests instead.
    private void withoutPath(Connection from, VisitorId id, String about, boolean rests) {
        from.refuse(Refusal.NO_PATH, about, Words.why(Refusal.NO_PATH), null);
        if (rests) lobby.submit(new Command.Stop(id));
    }

    /// A deposit that comes too late for the line is not an error: its sender learns at the match what became of it.
    private static void keep(Connection from, ClientMessage.Deposit deposit) {
        if (from.keep(deposit)) from.send(new ServerMessage.Deposited(deposit.n()));
        else Counter.STALE.increment();
    }

    /// Passes something to the partner.
    private interface Pass {
        @Nullable
        Refusal through(Place.Seated seat);
    }

    /// The room that a message names is compared with the sender's own, and never looked up.
    private static void pass(Connection from, ClientMessage message, String named, Pass pass) {
        Refusal refusal = from.place() instanceof Place.Seated seat
                        && seat.room().id().value().equals(named)
                ? pass.through(seat)
                : Refusal.OTHER_ROOM;
        if (refusal == null) return;
        if (refusal == Refusal.OTHER_ROOM) Counter.OTHER_ROOM.increment();
        from.refuse(refusal, Words.typeOf(message), Words.why(refusal), null);
    }
}
