package chat.passerby.signaling.room;

import chat.passerby.signaling.ice.Candidates;
import chat.passerby.signaling.metrics.Counter;
import chat.passerby.signaling.protocol.Bounds;
import chat.passerby.signaling.protocol.ClientMessage;
import chat.passerby.signaling.protocol.Mode;
import chat.passerby.signaling.protocol.Parting;
import chat.passerby.signaling.protocol.Refusal;
import chat.passerby.signaling.protocol.ServerMessage;
import chat.passerby.signaling.protocol.Side;
import chat.passerby.signaling.session.RoomId;
import chat.passerby.signaling.session.RoomTicket.Holder;
import chat.passerby.signaling.session.Seals;
import chat.passerby.signaling.session.VisitorId;
import org.jspecify.annotations.Nullable;

/// A conversation: two seats and what passes between them. Any thread; one lock, under which everything is queued to
/// the
/// seats, so that `matched` comes before and `partner-left` after all that is relayed. Nothing is sent on the caller's
/// thread, and no words are kept.
///
/// What passes returns why it did not, or `null`. A message for an empty seat is dropped: lines come again after the
/// resume, signals are negotiated afresh.
public final class Room {
    private final RoomId id;
    private final Mode mode;
    private final String lane;
    private final long started;
    private final Seals seals;
    private final Candidates candidates;
    private final Seat a;
    private final Seat b;
    private boolean open = true;
    private int negotiation = 1;
    /// Stands again after a restart, and nobody is back yet.
    private boolean reopened;
    /// After a restart: the first to come back holds no peer connection of this number, nor can the second.
    private boolean unheld;

    /// A room with both seats empty.
    ///
    /// @param started    milliseconds since 1970
    /// @param candidates judges what the two tell each other of their addresses
    public Room(
            RoomId id, Mode mode, String lane, Holder a, Holder b, long started, Seals seals, Candidates candidates) {
        this.id = id;
        this.mode = mode;
        this.lane = lane;
        this.started = started;
        this.seals = seals;
        this.candidates = candidates;
        this.a = new Seat(a);
        this.b = new Seat(b);
    }

    public RoomId id() {
        return id;
    }

    public Mode mode() {
        return mode;
    }

    public String lane() {
        return lane;
    }

    /// What may stand in candidates and descriptions here.
    public Candidates candidates() {
        return candidates;
    }

    public Holder holder(Side side) {
        return seat(side).holder;
    }

    public Side sideOf(VisitorId visitor) {
        return a.holder.visitor().equals(visitor) ? Side.A : Side.B;
    }

    public long started() {
        return started;
    }

    /// The room as it was before a restart, as far as a ticket tells; what its seats had passed is learnt from the
    /// tabs.
    public static Room reopened(
            RoomId id, Mode mode, String lane, Holder a, Holder b, long started, Seals seals, Candidates candidates) {
        Room room = new Room(id, mode, lane, a, b, started, seals, candidates);
        room.reopened = true;
        room.a.passed = Seat.UNKNOWN;
        room.b.passed = Seat.UNKNOWN;
        return room;
    }

    /// Seats both, as far as their sockets still are, and tells them.
    public synchronized void open(
            @Nullable Recipient one, ServerMessage toOne, @Nullable Recipient other, ServerMessage toOther) {
        a.recipient = one;
        b.recipient = other;
        a.send(toOne);
        b.send(toOther);
    }

    /// Ends the room.
    ///
    /// @param told who is to hear of it, if anybody
    public synchronized void close(@Nullable Side told, Parting reason) {
        if (!open) return;
        open = false;
        if (told != null) seat(told).send(new ServerMessage.PartnerLeft(id.value(), reason));
    }

    /// Keeps the seat of one whose socket is lost.
    public synchronized void away(Side side, int seconds) {
        seat(side).recipient = null;
        seat(side.other()).send(new ServerMessage.PartnerAway(id.value(), seconds));
    }

    /// What a tab needs to know to sit down again.
    ///
    /// @param line its last line that was passed on, if that is known
    public record Back(
            int negotiation, boolean partnerHere, @Nullable Integer line) {}

    /// Says what the one who comes back is told.
    public interface Welcome {
        ServerMessage of(Back back);
    }

    /// Takes the seat again, and tells both.
    ///
    /// @param received the last of the partner's lines that this tab has
    /// @param held     the negotiation of the peer connection that it still holds, 0 if none
    public synchronized void rejoin(Side side, Recipient recipient, int received, int held, Welcome welcome) {
        if (!open) return;
        Seat seat = seat(side);
        Seat partner = seat(side.other());
        seat.recipient = recipient;
        // Never from before what this tab acknowledged: the partner's has forgotten those lines.
        partner.countFrom(Math.max(partner.acknowledged, Math.min(received, partner.passed)));
        if (mode == Mode.VIDEO) negotiateAfresh(held);
        seat.send(welcome.of(new Back(negotiation, partner.taken(), seat.line())));
        if (seat.acknowledged > 0) seat.send(new ServerMessage.Received(id.value(), seat.acknowledged));
        partner.send(new ServerMessage.PartnerBack(id.value(), negotiation, partner.acknowledged));
    }

    /// Raises the number unless both still hold the peer connection that it names.
    private void negotiateAfresh(int held) {
        if (reopened) {
            reopened = false;
            unheld = held == 0;
            negotiation = Math.max(1, held);
            return;
        }
        if (held == negotiation && !unheld) return;
        unheld = false;
        // It starts over at its bound: whoever claims to hold the last number must not push the partner's beyond it.
        negotiation = Math.max(negotiation, held) % Bounds.NEGOTIATION + 1;
        a.candidates = 0;
        b.candidates = 0;
    }

    public @Nullable Refusal pass(Side from, ClientMessage.Offer offer) {
        String sdp = candidates.passDescription(offer.sdp());
        return describe(from, new ServerMessage.Offer(id.value(), offer.negotiation(), sdp), offer.negotiation());
    }

    public @Nullable Refusal pass(Side from, ClientMessage.Answer answer) {
        String sdp = candidates.passDescription(answer.sdp());
        return describe(from, new ServerMessage.Answer(id.value(), answer.negotiation(), sdp), answer.negotiation());
    }

    /// One that may not pass is dropped, and its sender not told: browsers send such, and nothing is wrong with that.
    public synchronized @Nullable Refusal pass(Side from, ClientMessage.Candidate candidate) {
        if (mode == Mode.TEXT) return Refusal.TEXT_ONLY;
        boolean current = candidate.negotiation() == negotiation;
        if (current && ++seat(from).candidates > Bounds.CANDIDATES) return Refusal.TOO_MANY_CANDIDATES;
        String passed = candidates.pass(candidate.candidate());
        if (passed == null) {
            Counter.CANDIDATES_DROPPED.increment();
            return null;
        }
        return signal(
                from,
                candidate.negotiation(),
                new ServerMessage.Candidate(
                        id.value(),
                        negotiation,
                        passed,
                        candidate.sdpMid(),
                        candidate.sdpMLineIndex(),
                        candidate.usernameFragment()));
    }

    /// A description starts gathering anew (an ICE restart), so its candidates count anew.
    private synchronized @Nullable Refusal describe(Side from, ServerMessage description, int of) {
        seat(from).candidates = 0;
        return signal(from, of, description);
    }

    private @Nullable Refusal signal(Side from, int of, ServerMessage message) {
        if (mode == Mode.TEXT) return Refusal.TEXT_ONLY;
        if (of == negotiation) return relay(from, message);
        Counter.STALE.increment();
        return null;
    }

    public synchronized @Nullable Refusal pass(Side from, ClientMessage.Media media) {
        if (mode == Mode.TEXT) return Refusal.TEXT_ONLY;
        return relay(
                from,
                new ServerMessage.Media(id.value(), media.microphone(), media.camera(), media.shown(), media.looks()));
    }

    public synchronized @Nullable Refusal pass(Side from, ClientMessage.Typing typing) {
        return relay(from, new ServerMessage.Typing(id.value()));
    }

    /// Passes a line on, sealed, once: the next after the last, or not at all.
    ///
    /// @param at milliseconds since 1970
    public synchronized @Nullable Refusal pass(Side from, ClientMessage.Chat chat, long at) {
        if (!open) return Refusal.OTHER_ROOM;
        Seat seat = seat(from);
        Seat partner = seat(from.other());
        if (!partner.taken()) return null;
        if (chat.line() <= seat.passed) {
            Counter.REPEATED.increment();
            return null;
        }
        if (chat.line() - seat.passed > 1) return Refusal.LINE_GAP;
        seat.passed = chat.line();
        String seal = seals.seal(id, from, chat.line(), at, chat.text());
        partner.send(new ServerMessage.Chat(id.value(), chat.line(), at, chat.text(), seal));
        seat.send(new ServerMessage.Sealed(id.value(), chat.line(), at, seal));
        Counter.LINES.increment();
        return null;
    }

    public synchronized @Nullable Refusal pass(Side from, ClientMessage.Received received) {
        Seat partner = seat(from.other());
        if (received.line() > partner.passed || received.line() <= partner.acknowledged) return null;
        partner.acknowledged = received.line();
        return relay(from, new ServerMessage.Received(id.value(), received.line()));
    }

    /// Tells one side something, as long as the room stands: nothing of it follows `partner-left`.
    public synchronized void tell(Side side, ServerMessage message) {
        if (open) seat(side).send(message);
    }

    private @Nullable Refusal relay(Side from, ServerMessage message) {
        if (!open) return Refusal.OTHER_ROOM;
        Seat partner = seat(from.other());
        if (partner.taken()) partner.send(message);
        else Counter.STALE.increment();
        return null;
    }

    private Seat seat(Side side) {
        return side == Side.A ? a : b;
    }
}
