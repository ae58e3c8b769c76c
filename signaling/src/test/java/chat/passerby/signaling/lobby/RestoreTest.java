package chat.passerby.signaling.lobby;

import static chat.passerby.signaling.lobby.Scene.BACK;
import static chat.passerby.signaling.lobby.Scene.pair;
import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.protocol.MediaPath;
import chat.passerby.signaling.protocol.Mode;
import chat.passerby.signaling.protocol.NoRoom;
import chat.passerby.signaling.protocol.Parting;
import chat.passerby.signaling.protocol.Role;
import chat.passerby.signaling.session.BrowserId;
import chat.passerby.signaling.session.NetworkId;
import chat.passerby.signaling.session.RoomId;
import chat.passerby.signaling.session.RoomTicket;
import chat.passerby.signaling.session.VisitorId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// After a restart nobody is here; a conversation comes back with the tickets that its two tabs kept.
class RestoreTest {
    private static final RoomId ROOM = new RoomId("room of before");
    private static final Preferences WISH =
            new Preferences(Mode.TEXT, MediaPath.DIRECT, Role.TALK, List.of("tea"), List.of("en"));

    private final Scene scene = new Scene();
    private final Command.Arrive ann = who(101);
    private final Command.Arrive bob = who(102);

    private static Command.Arrive who(long number, BrowserId... blocked) {
        return new Command.Arrive(
                new VisitorId(number),
                new BrowserId("browser " + number),
                new NetworkId("network " + number),
                "",
                Set.of(blocked));
    }

    private static RoomTicket ticket(Command.Arrive me, Command.Arrive partner) {
        return Scene.ticket(ROOM, me, partner, WISH);
    }

    /// This visitor presents the ticket for the room with that partner.
    private List<Effect> restore(Command.Arrive me, Command.Arrive partner) {
        return scene.tell(new Command.Restore(ticket(me, partner), me, BACK));
    }

    @Test
    void the_first_to_come_makes_the_room_stand_again_and_waits_twenty_seconds_for_the_other() {
        assertThat(restore(ann, bob)).containsExactly(new Effect.Reopen(ticket(ann, bob), BACK, 20));

        assertThat(scene.stateOf(ann.visitor())).isEqualTo("PAIRED");
        assertThat(scene.stateOf(bob.visitor())).isEqualTo("AWAY");
    }

    @Test
    void the_second_comes_back_into_the_same_room() {
        restore(ann, bob);

        assertThat(restore(bob, ann)).containsExactly(new Effect.Rejoin(ROOM, bob.visitor(), WISH, BACK));
        assertThat(scene.pass(300_000)).isEmpty();
    }

    @Test
    void a_second_who_does_not_come_is_given_up() {
        restore(ann, bob);

        assertThat(scene.pass(19_999)).isEmpty();
        assertThat(scene.pass(1))
                .containsExactly(new Effect.End(ROOM, ann.visitor(), Parting.LOST), new Effect.Gone(bob.visitor()));
        assertThat(scene.stateOf(ann.visitor())).isEqualTo("IDLE");
    }

    @Test
    void a_second_who_comes_too_late_is_told_that_it_ended() {
        restore(ann, bob);
        scene.pass(20_000);

        assertThat(restore(bob, ann)).containsExactly(new Effect.Roomless(bob.visitor(), NoRoom.ENDED));
        assertThat(scene.stateOf(ann.visitor())).isEqualTo("IDLE");
    }

    @Test
    void a_second_whose_partner_went_on_meanwhile_is_told_so() {
        restore(ann, bob);

        assertThat(scene.next(ann.visitor(), ROOM)).contains(new Effect.End(ROOM, null, Parting.LEFT));
        assertThat(restore(bob, ann)).containsExactly(new Effect.Roomless(bob.visitor(), NoRoom.LEFT));
        assertThat(scene.stateOf(ann.visitor())).isEqualTo("WAITING");
    }

    @Test
    void a_partner_who_is_back_without_the_room_is_not_drawn_into_it() {
        scene.tell(bob);
        scene.find(bob.visitor(), Scene.video());

        assertThat(restore(ann, bob)).containsExactly(new Effect.Roomless(ann.visitor(), NoRoom.ENDED));
        assertThat(scene.stateOf(bob.visitor())).isEqualTo("WAITING");
    }

    @Test
    void who_holds_a_newer_ticket_is_not_drawn_back_into_a_room_that_they_left() {
        restore(ann, bob);
        Command.Arrive cem = who(103);
        RoomTicket newer = Scene.ticket(new RoomId("room of after"), bob, cem, WISH);

        assertThat(scene.tell(new Command.Restore(newer, bob, BACK)))
                .containsExactly(
                        new Effect.End(ROOM, ann.visitor(), Parting.ENDED),
                        new Effect.Roomless(bob.visitor(), NoRoom.ENDED));
        assertThat(scene.stateOf(ann.visitor())).isEqualTo("IDLE");
    }

    @Test
    void a_ticket_presented_again_seats_nobody_twice() {
        restore(ann, bob);
        restore(bob, ann);

        assertThat(restore(ann, bob)).containsExactly(new Effect.Rejoin(ROOM, ann.visitor(), WISH, BACK));
        assertThat(scene.stop(ann.visitor())).contains(new Effect.End(ROOM, bob.visitor(), Parting.LEFT));
        assertThat(restore(ann, bob)).isEmpty();
        assertThat(scene.stateOf(bob.visitor())).isEqualTo("IDLE");
    }

    @Test
    void a_ticket_presented_in_the_line_changes_no_wish() {
        restore(ann, bob);
        scene.stop(ann.visitor());
        scene.find(ann.visitor(), Scene.video());

        assertThat(restore(ann, bob)).hasExactlyElementsOfTypes(Effect.Wait.class);

        VisitorId cem = scene.arrive();
        assertThat(pair(scene.find(cem, Scene.video())).waiter())
                .isEqualTo(new Effect.One(ann.visitor(), Scene.video()));
    }

    @Test
    void two_of_whom_the_first_blocked_the_other_do_not_come_together() {
        Command.Arrive blocking = who(101, bob.browser());

        assertThat(restore(blocking, bob)).containsExactly(new Effect.Roomless(ann.visitor(), NoRoom.ENDED));
        assertThat(restore(bob, ann)).containsExactly(new Effect.Roomless(bob.visitor(), NoRoom.ENDED));
    }

    @Test
    void two_of_whom_the_second_blocked_the_other_do_not_come_together() {
        restore(ann, bob);
        Command.Arrive blocking = who(102, ann.browser());

        assertThat(restore(blocking, ann))
                .containsExactly(
                        new Effect.End(ROOM, ann.visitor(), Parting.ENDED),
                        new Effect.Roomless(bob.visitor(), NoRoom.ENDED));
        assertThat(scene.stateOf(ann.visitor())).isEqualTo("IDLE");
        assertThat(scene.stateOf(bob.visitor())).isEqualTo("IDLE");
    }

    @Test
    void two_who_severed_while_the_second_was_missing_do_not_come_together() {
        restore(ann, bob);
        scene.tell(new Command.Sever(ann.visitor(), ROOM, bob.browser()));

        assertThat(restore(bob, ann)).containsExactly(new Effect.Roomless(bob.visitor(), NoRoom.LEFT));
        scene.find(bob.visitor(), WISH);
        assertThat(scene.pass(300_000)).doesNotHaveAnyElementsOfTypes(Effect.Pair.class);
    }

    @Test
    void next_goes_on_with_the_wish_of_before_the_restart() {
        restore(ann, bob);
        scene.next(ann.visitor(), ROOM);

        Preferences suits = new Preferences(Mode.TEXT, MediaPath.DIRECT, Role.LISTEN, List.of("tea"), List.of("en"));
        assertThat(pair(scene.find(scene.arrive(), suits)).waiter()).isEqualTo(new Effect.One(ann.visitor(), WISH));
    }

    @Test
    void the_first_may_be_lost_again_and_come_back() {
        restore(ann, bob);
        assertThat(scene.lose(ann.visitor())).containsExactly(new Effect.Away(ROOM, ann.visitor(), 15));
        restore(bob, ann);

        assertThat(scene.tell(new Command.Resume(ann, BACK)))
                .containsExactly(new Effect.Rejoin(ROOM, ann.visitor(), WISH, BACK));
    }

    @Test
    void those_who_sat_together_are_recent_partners_after_it() {
        restore(ann, bob);
        restore(bob, ann);
        scene.next(ann.visitor(), ROOM);
        scene.find(bob.visitor(), new Preferences(Mode.TEXT, MediaPath.DIRECT, Role.LISTEN, List.of(), List.of()));

        assertThat(scene.pass(44_999)).doesNotHaveAnyElementsOfTypes(Effect.Pair.class);
        assertThat(pair(scene.pass(1)).again()).isTrue();
    }
}
