package chat.passerby.signaling.lobby;

import static chat.passerby.signaling.lobby.Scene.TEXT;
import static chat.passerby.signaling.lobby.Scene.pair;
import static chat.passerby.signaling.lobby.Scene.wish;
import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.protocol.Parting;
import chat.passerby.signaling.protocol.Refusal;
import chat.passerby.signaling.protocol.Role;
import chat.passerby.signaling.session.RoomId;
import chat.passerby.signaling.session.VisitorId;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Searching, going on, and stopping.
class LobbyTest {
    private final Scene scene = new Scene();
    private final VisitorId ann = scene.arrive();
    private final VisitorId bob = scene.arrive();
    private final VisitorId cem = scene.arrive();

    @Test
    void the_first_waits_and_the_second_comes_upon_them() {
        assertThat(scene.find(ann, TEXT)).hasExactlyElementsOfTypes(Effect.Wait.class);

        assertThat(scene.find(bob, TEXT))
                .containsExactly(new Effect.Pair(
                        new RoomId("room 1"),
                        "",
                        new Effect.One(ann, TEXT),
                        new Effect.One(bob, TEXT),
                        List.of(),
                        false));
    }

    @Test
    void find_in_a_conversation_is_refused_and_changes_nothing() {
        RoomId room = scene.meet(ann, bob);

        assertThat(scene.find(ann, TEXT)).containsExactly(new Effect.Refuse(ann, Refusal.IN_ROOM));
        assertThat(scene.stop(ann)).contains(new Effect.End(room, bob, Parting.LEFT));
    }

    @Test
    void find_while_waiting_replaces_the_wish() {
        scene.find(ann, wish(Role.TALK));
        scene.find(bob, wish(Role.TALK));

        assertThat(pair(scene.find(bob, wish(Role.LISTEN))).waiter()).isEqualTo(new Effect.One(ann, wish(Role.TALK)));
    }

    @Test
    void find_while_waiting_with_another_mode_moves_to_the_other_line() {
        scene.find(ann, TEXT);
        assertThat(Scene.wait(scene.find(ann, Scene.video())).entered()).isTrue();

        assertThat(scene.find(bob, TEXT)).hasOnlyElementsOfType(Effect.Wait.class);
        assertThat(pair(scene.find(cem, Scene.video())).waiter().visitor()).isEqualTo(ann);
    }

    @Test
    void next_tells_the_partner_once_and_requeues_the_skipper() {
        RoomId room = scene.meet(ann, bob);

        List<Effect> effects = scene.next(ann, room);

        assertThat(effects).hasExactlyElementsOfTypes(Effect.End.class, Effect.Wait.class);
        assertThat(effects).containsOnlyOnce(new Effect.End(room, bob, Parting.LEFT));
        assertThat(pair(scene.find(cem, TEXT)).waiter().visitor()).isEqualTo(ann);
    }

    @Test
    void next_goes_on_with_the_wish_of_before() {
        scene.find(ann, wish(Role.TALK));
        RoomId room = pair(scene.find(bob, wish(Role.LISTEN))).room();

        scene.next(ann, room);

        assertThat(pair(scene.find(cem, wish(Role.LISTEN))).waiter()).isEqualTo(new Effect.One(ann, wish(Role.TALK)));
    }

    @Test
    void both_press_next_at_once_and_both_go_on() {
        RoomId room = scene.meet(ann, bob);

        assertThat(scene.next(ann, room)).hasExactlyElementsOfTypes(Effect.End.class, Effect.Wait.class);
        assertThat(scene.next(bob, room)).hasExactlyElementsOfTypes(Effect.Wait.class);

        Effect.Pair pair = pair(scene.find(cem, TEXT));
        assertThat(pair.waiter().visitor()).isIn(ann, bob);
        assertThat(pair.again()).isFalse();
    }

    @Test
    void next_for_a_room_of_before_is_refused_and_ends_nothing() {
        RoomId before = scene.meet(ann, bob);
        scene.stop(ann);
        scene.meet(cem, ann);

        assertThat(scene.next(ann, before)).containsExactly(new Effect.Refuse(ann, Refusal.OTHER_ROOM));
        assertThat(scene.stateOf(cem)).isEqualTo("PAIRED");
    }

    @Test
    void next_by_somebody_who_was_in_no_room_is_refused() {
        RoomId theirs = scene.meet(bob, cem);

        assertThat(scene.next(ann, theirs)).containsExactly(new Effect.Refuse(ann, Refusal.OTHER_ROOM));
        assertThat(scene.stateOf(ann)).isEqualTo("IDLE");
    }

    @Test
    void next_twice_is_one_search() {
        RoomId room = scene.meet(ann, bob);
        scene.next(ann, room);

        assertThat(scene.next(ann, room)).isEmpty();
    }

    @Test
    void stop_tells_the_partner_and_both_rest() {
        RoomId room = scene.meet(ann, bob);

        assertThat(scene.stop(ann)).containsExactly(new Effect.End(room, bob, Parting.LEFT), new Effect.Rest(ann));
        assertThat(scene.find(cem, TEXT)).hasOnlyElementsOfType(Effect.Wait.class);
    }

    @Test
    void stop_while_waiting_leaves_the_line() {
        scene.find(ann, TEXT);

        assertThat(scene.stop(ann)).containsExactly(new Effect.Rest(ann));
        assertThat(scene.find(bob, TEXT)).hasOnlyElementsOfType(Effect.Wait.class);
    }

    @Test
    void nobody_meets_across_modes_lanes_or_with_their_own_other_tab() {
        scene.find(ann, TEXT);
        scene.find(bob, Scene.video());
        scene.find(scene.arriveIn("quality"), TEXT);
        scene.find(scene.arriveInSecondTabOf(ann), TEXT);

        assertThat(scene.pass(300_000)).doesNotHaveAnyElementsOfTypes(Effect.Pair.class);
    }

    @Test
    void people_of_one_lane_meet_each_other() {
        VisitorId one = scene.arriveIn("quality");
        VisitorId other = scene.arriveIn("quality");
        scene.find(one, TEXT);

        assertThat(pair(scene.find(other, TEXT)).lane()).isEqualTo("quality");
    }

    @Test
    void a_resting_visitor_whose_socket_is_lost_is_gone() {
        assertThat(scene.lose(ann)).containsExactly(new Effect.Gone(ann));
    }

    @Test
    void nothing_is_remembered_of_those_who_are_gone() {
        RoomId room = scene.meet(ann, bob);
        scene.sever(ann, room, bob);
        for (VisitorId visitor : List.of(ann, bob, cem)) scene.lose(visitor);
        scene.pass(60_000);

        assertThat(scene.size()).isZero();
    }
}
