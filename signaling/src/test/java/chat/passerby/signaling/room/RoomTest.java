package chat.passerby.signaling.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.ice.Candidates;
import chat.passerby.signaling.protocol.Bounds;
import chat.passerby.signaling.protocol.ClientMessage;
import chat.passerby.signaling.protocol.MediaPath;
import chat.passerby.signaling.protocol.Mode;
import chat.passerby.signaling.protocol.Parting;
import chat.passerby.signaling.protocol.Refusal;
import chat.passerby.signaling.protocol.Role;
import chat.passerby.signaling.protocol.ServerMessage;
import chat.passerby.signaling.protocol.Side;
import chat.passerby.signaling.session.BrowserId;
import chat.passerby.signaling.session.NetworkId;
import chat.passerby.signaling.session.RoomId;
import chat.passerby.signaling.session.RoomTicket.Holder;
import chat.passerby.signaling.session.Seals;
import chat.passerby.signaling.session.Secrets;
import chat.passerby.signaling.session.VisitorId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two seats: Ann's, whose messages are looked at, and Bob's, who comes back.
class RoomTest {
    private static final String ID = "2w1Tsi_RlK1h2URqDM1mdA";

    private final Room room = new Room(
            new RoomId(ID),
            Mode.VIDEO,
            "",
            holder("Ann"),
            holder("Bob"),
            0,
            new Seals(Secrets.ephemeral()),
            Candidates.direct(true));
    private final List<ServerMessage> ann = new ArrayList<>();
    private final List<ServerMessage> bob = new ArrayList<>();

    private static Holder holder(String name) {
        return new Holder(
                new VisitorId(name.hashCode()),
                name,
                MediaPath.DIRECT,
                Role.CHAT,
                new BrowserId(name),
                new NetworkId(name));
    }

    @BeforeEach
    void both_are_seated() {
        room.open(ann::add, new ServerMessage.Pong(), bob::add, new ServerMessage.Pong());
        ann.clear();
        bob.clear();
    }

    private void chat(int line) {
        assertThat(room.pass(Side.A, new ClientMessage.Chat(ID, line, "words"), 0))
                .isNull();
    }

    /// What Ann is told when Bob is back.
    private ServerMessage bobIsBack(int received, int held) {
        room.rejoin(Side.B, bob::add, received, held, back -> new ServerMessage.Pong());
        return ann.getLast();
    }

    @Test
    void lines_count_on_from_what_the_one_who_comes_back_has() {
        chat(1);
        chat(2);

        assertThat(bobIsBack(1, 1)).isEqualTo(new ServerMessage.PartnerBack(ID, 1, 1));
        chat(2);
        assertThat(bob.getLast()).isInstanceOf(ServerMessage.Chat.class);
    }

    @Test
    void lines_that_were_acknowledged_are_not_asked_for_again() {
        chat(1);
        chat(2);
        room.pass(Side.B, new ClientMessage.Received(ID, 2));

        assertThat(bobIsBack(1, 1)).isEqualTo(new ServerMessage.PartnerBack(ID, 1, 2));
        chat(3);
    }

    @Test
    void nobody_can_push_the_number_of_the_negotiation_beyond_its_bound() {
        bobIsBack(0, Bounds.NEGOTIATION);
        bobIsBack(0, Bounds.NEGOTIATION);
        bobIsBack(0, 0);

        assertThat(ann)
                .allSatisfy(message -> assertThat(((ServerMessage.PartnerBack) message).negotiation())
                        .isBetween(1, Bounds.NEGOTIATION));
    }

    @Test
    void nothing_is_passed_after_the_end() {
        room.close(Side.B, Parting.LEFT);
        ann.clear();
        room.pass(Side.B, new ClientMessage.Typing(ID));
        room.pass(Side.B, new ClientMessage.Received(ID, 1));

        assertThat(ann).isEmpty();
        assertThat(bob.getLast()).isEqualTo(new ServerMessage.PartnerLeft(ID, Parting.LEFT));
    }

    private @Nullable Refusal candidate() {
        return room.pass(Side.A, new ClientMessage.Candidate(ID, 1, "", null, null, null));
    }

    @Test
    void candidates_are_counted_anew_after_each_description() {
        for (int n = 0; n < Bounds.CANDIDATES; n++) assertThat(candidate()).isNull();
        assertThat(candidate()).isEqualTo(Refusal.TOO_MANY_CANDIDATES);

        room.pass(Side.A, new ClientMessage.Offer(ID, 1, "v=0"));
        assertThat(candidate()).isNull();
    }

    @Test
    void nothing_of_a_room_follows_partner_left() {
        room.close(Side.B, Parting.LEFT);
        room.tell(Side.B, new ServerMessage.Ticket(ID, "newer"));

        assertThat(bob).containsExactly(new ServerMessage.PartnerLeft(ID, Parting.LEFT));
    }
}
