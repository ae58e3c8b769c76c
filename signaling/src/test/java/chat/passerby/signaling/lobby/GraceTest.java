package chat.passerby.signaling.lobby;

import static chat.passerby.signaling.lobby.Scene.BACK;
import static chat.passerby.signaling.lobby.Scene.BACK_TO_A_ROOM;
import static chat.passerby.signaling.lobby.Scene.TEXT;
import static chat.passerby.signaling.lobby.Scene.liking;
import static chat.passerby.signaling.lobby.Scene.pair;
import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.protocol.Eviction;
import chat.passerby.signaling.protocol.NoRoom;
import chat.passerby.signaling.protocol.Parting;
import chat.passerby.signaling.protocol.Relaxed;
import chat.passerby.signaling.session.RoomId;
import chat.passerby.signaling.session.VisitorId;
import org.junit.jupiter.api.Test;

/// A lost socket, and the fifteen seconds in which it may come back.
class GraceTest {
    private final Scene scene = new Scene();
    private final VisitorId ann = scene.arrive();
    private final VisitorId bob = scene.arrive();

    @Test
    void who_waits_and_is_lost_is_out_of_the_line_at_once() {
        scene.find(ann, TEXT);
        assertThat(scene.lose(ann)).isEmpty();

        assertThat(scene.find(bob, TEXT)).hasOnlyElementsOfType(Effect.Wait.class);
    }

    @Test
    void who_waited_comes_back_with_the_wish_and_the_waiting_time_of_before() {
        scene.find(ann, liking("chess"));
        scene.pass(4_000);
        scene.lose(ann);
        scene.pass(2_000);

        Effect.Wait wait = Scene.wait(scene.resume(ann));

        assertThat(wait.entered()).isTrue();
        assertThat(wait.outlook().relaxed()).containsExactly(Relaxed.INTERESTS);
        assertThat(pair(scene.find(bob, TEXT)).waiter()).isEqualTo(new Effect.One(ann, liking("chess")));
    }

    @Test
    void who_waited_and_comes_back_meets_who_came_meanwhile() {
        scene.find(ann, TEXT);
        scene.lose(ann);
        scene.find(bob, TEXT);

        assertThat(pair(scene.resume(ann)).waiter().visitor()).isEqualTo(bob);
    }

    @Test
    void who_waited_is_gone_after_fifteen_seconds() {
        scene.find(ann, TEXT);
        scene.lose(ann);

        assertThat(scene.pass(14_999)).isEmpty();
        assertThat(scene.pass(1)).containsExactly(new Effect.Gone(ann));
    }

    @Test
    void the_partner_sees_an_empty_seat_and_then_a_taken_one() {
        RoomId room = scene.meet(ann, bob);

        assertThat(scene.lose(ann)).containsExactly(new Effect.Away(room, ann, 15));
        assertThat(scene.pass(14_999)).isEmpty();
        assertThat(scene.resume(ann)).containsExactly(new Effect.Rejoin(room, ann, TEXT, BACK));
        assertThat(scene.pass(60_000)).isEmpty();
    }

    @Test
    void who_is_lost_again_has_the_whole_grace_again() {
        RoomId room = scene.meet(ann, bob);
        scene.lose(ann);
        scene.pass(10_000);
        scene.resume(ann);
        scene.lose(ann);

        assertThat(scene.pass(14_999)).isEmpty();
        assertThat(scene.pass(1)).contains(new Effect.End(room, bob, Parting.LOST));
    }

    @Test
    void after_fifteen_seconds_the_partner_is_told_once_and_rests() {
        RoomId room = scene.meet(ann, bob);
        scene.lose(ann);

        assertThat(scene.pass(15_000)).containsExactly(new Effect.End(room, bob, Parting.LOST), new Effect.Gone(ann));
        assertThat(scene.stateOf(bob)).isEqualTo("IDLE");
        assertThat(scene.pass(60_000)).isEmpty();
    }

    @Test
    void who_comes_back_to_a_room_that_the_partner_left_is_told_so() {
        RoomId room = scene.meet(ann, bob);
        scene.lose(ann);

        assertThat(scene.next(bob, room)).contains(new Effect.End(room, null, Parting.LEFT));
        assertThat(scene.resume(ann)).containsExactly(new Effect.Roomless(ann, NoRoom.LEFT));
        assertThat(scene.next(ann, room)).hasExactlyElementsOfTypes(Effect.Wait.class);
    }

    @Test
    void who_comes_back_to_a_room_whose_partner_was_evicted_hears_that_it_was_ended() {
        scene.meet(ann, bob);
        scene.lose(ann);
        scene.tell(new Command.Evict(bob, Eviction.MODERATION));

        assertThat(scene.resume(ann)).containsExactly(new Effect.Roomless(ann, NoRoom.ENDED));
    }

    @Test
    void one_whose_partner_left_meanwhile_is_gone_when_their_own_grace_is_over() {
        scene.meet(ann, bob);
        scene.lose(ann);
        scene.pass(10_000);
        scene.stop(bob);

        assertThat(scene.pass(4_999)).isEmpty();
        assertThat(scene.pass(1)).containsExactly(new Effect.Gone(ann));
    }

    @Test
    void with_both_away_the_room_ends_at_the_earlier_deadline_and_nobody_is_told() {
        RoomId room = scene.meet(ann, bob);
        scene.lose(ann);
        scene.pass(5_000);
        assertThat(scene.lose(bob)).containsExactly(new Effect.Away(room, bob, 15));

        assertThat(scene.pass(10_000)).containsExactly(new Effect.End(room, null, Parting.LOST), new Effect.Gone(ann));
        assertThat(scene.resume(bob)).containsExactly(new Effect.Roomless(bob, NoRoom.LEFT));
    }

    @Test
    void both_away_come_back_one_by_one() {
        RoomId room = scene.meet(ann, bob);
        scene.lose(ann);
        scene.lose(bob);

        assertThat(scene.resume(bob)).containsExactly(new Effect.Rejoin(room, bob, TEXT, BACK));
        assertThat(scene.resume(ann)).containsExactly(new Effect.Rejoin(room, ann, TEXT, BACK));
        assertThat(scene.pass(60_000)).isEmpty();
    }

    @Test
    void one_long_tick_does_what_many_would_have_done() {
        RoomId room = scene.meet(ann, bob);
        scene.lose(ann);
        scene.pass(1_000);
        scene.lose(bob);
        scene.stall(60_000);

        assertThat(scene.pass(250))
                .containsExactly(new Effect.End(room, null, Parting.LOST), new Effect.Gone(ann), new Effect.Gone(bob));
    }

    @Test
    void a_new_socket_for_one_who_was_not_lost_is_told_all_anew() {
        RoomId room = scene.meet(ann, bob);
        VisitorId cem = scene.arrive();
        scene.find(cem, TEXT);

        assertThat(scene.resume(ann)).containsExactly(new Effect.Rejoin(room, ann, TEXT, BACK));
        assertThat(Scene.wait(scene.resume(cem)).entered()).isTrue();
    }

    @Test
    void who_comes_back_the_moment_after_their_grace_arrives_afresh() {
        scene.find(ann, TEXT);
        scene.lose(ann);
        scene.pass(15_000);

        assertThat(scene.resume(ann)).isEmpty();
        assertThat(scene.stateOf(ann)).isEqualTo("IDLE");
    }

    @Test
    void who_was_told_of_the_end_on_a_dead_socket_is_told_again() {
        RoomId room = scene.meet(ann, bob);
        scene.stop(bob);

        assertThat(scene.resume(ann, BACK_TO_A_ROOM)).containsExactly(new Effect.Roomless(ann, NoRoom.LEFT));
        assertThat(scene.resume(ann)).isEmpty();
        assertThat(scene.next(ann, room)).hasExactlyElementsOfTypes(Effect.Wait.class);
    }

    @Test
    void who_slept_on_a_dead_socket_is_told_again() {
        scene.find(ann, TEXT);
        RoomId room = pair(scene.find(bob, TEXT)).room();
        scene.here(bob, room);
        scene.pass(20_000);

        assertThat(scene.resume(ann, BACK_TO_A_ROOM)).containsExactly(new Effect.Roomless(ann, NoRoom.ASLEEP));
    }

    @Test
    void who_comes_back_to_a_room_the_moment_after_their_grace_is_told_that_it_ended() {
        scene.meet(ann, bob);
        scene.lose(ann);
        scene.pass(15_000);

        assertThat(scene.resume(ann, BACK_TO_A_ROOM)).containsExactly(new Effect.Roomless(ann, NoRoom.ENDED));
    }
}
