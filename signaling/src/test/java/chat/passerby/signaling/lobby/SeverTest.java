package chat.passerby.signaling.lobby;

import static chat.passerby.signaling.lobby.Scene.TEXT;
import static chat.passerby.signaling.lobby.Scene.pair;
import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.protocol.Parting;
import chat.passerby.signaling.session.RoomId;
import chat.passerby.signaling.session.VisitorId;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A report or a block: these two never again.
class SeverTest {
    private final Scene scene = new Scene();
    private final VisitorId ann = scene.arrive();
    private final VisitorId bob = scene.arrive();

    private void neverMeet(VisitorId one, VisitorId other) {
        scene.stop(one);
        scene.stop(other);
        scene.find(one, TEXT);
        scene.find(other, TEXT);
        assertThat(scene.pass(300_000)).doesNotHaveAnyElementsOfTypes(Effect.Pair.class);
    }

    @Test
    void the_room_ends_as_by_next_and_the_partner_learns_no_more_than_that() {
        RoomId room = scene.meet(ann, bob);

        List<Effect> effects = scene.sever(ann, room, bob);

        assertThat(effects).hasExactlyElementsOfTypes(Effect.End.class, Effect.Wait.class);
        assertThat(effects).contains(new Effect.End(room, bob, Parting.LEFT));
    }

    @Test
    void the_two_never_meet_again() {
        RoomId room = scene.meet(ann, bob);
        scene.sever(ann, room, bob);

        neverMeet(ann, bob);
    }

    @Test
    void it_holds_for_every_tab_of_both() {
        RoomId room = scene.meet(ann, bob);
        VisitorId annsOther = scene.arriveInSecondTabOf(ann);
        VisitorId bobsOther = scene.arriveInSecondTabOf(bob);
        scene.sever(ann, room, bob);
        scene.stop(ann);

        neverMeet(annsOther, bobsOther);
    }

    @Test
    void a_room_of_before_can_be_severed_and_the_present_one_goes_on() {
        RoomId before = scene.meet(ann, bob);
        scene.stop(ann);
        VisitorId cem = scene.arrive();
        scene.meet(cem, ann);

        assertThat(scene.sever(ann, before, bob)).isEmpty();

        assertThat(scene.stateOf(ann)).isEqualTo("PAIRED");
        assertThat(scene.stateOf(cem)).isEqualTo("PAIRED");
        neverMeet(ann, bob);
    }

    @Test
    void it_holds_when_the_other_is_gone_already_and_comes_back() {
        RoomId room = scene.meet(ann, bob);
        scene.stop(ann);
        scene.lose(bob);
        scene.sever(ann, room, bob);

        neverMeet(ann, scene.arriveInSecondTabOf(bob));
    }

    @Test
    void it_holds_when_the_one_who_severed_went_and_the_other_stayed() {
        RoomId room = scene.meet(ann, bob);
        scene.sever(ann, room, bob);
        scene.stop(ann);
        scene.lose(ann);

        neverMeet(bob, scene.arriveInSecondTabOf(ann));
    }

    @Test
    void who_arrives_with_a_block_meets_all_but_those() {
        VisitorId cem = scene.arriveBlocking(ann, bob);
        scene.find(ann, TEXT);
        assertThat(scene.find(cem, TEXT)).hasOnlyElementsOfType(Effect.Wait.class);

        VisitorId dan = scene.arrive();
        scene.stop(ann);
        assertThat(pair(scene.find(dan, TEXT)).waiter().visitor()).isEqualTo(cem);
    }

    @Test
    void a_block_binds_the_blocked_who_searches_too() {
        VisitorId cem = scene.arriveBlocking(ann);
        scene.find(cem, TEXT);

        assertThat(scene.find(ann, TEXT)).hasOnlyElementsOfType(Effect.Wait.class);
        assertThat(scene.pass(300_000)).doesNotHaveAnyElementsOfTypes(Effect.Pair.class);
    }
}
