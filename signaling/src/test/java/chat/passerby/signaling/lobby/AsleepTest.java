package chat.passerby.signaling.lobby;

import static chat.passerby.signaling.lobby.Scene.TEXT;
import static chat.passerby.signaling.lobby.Scene.liking;
import static chat.passerby.signaling.lobby.Scene.pair;
import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.protocol.MediaPath;
import chat.passerby.signaling.protocol.NoRoom;
import chat.passerby.signaling.protocol.Parting;
import chat.passerby.signaling.session.RoomId;
import chat.passerby.signaling.session.VisitorId;
import org.junit.jupiter.api.Test;

/// Within twenty seconds of a match each side gives a sign of life.
class AsleepTest {
    private final Scene scene = new Scene();
    private final VisitorId ann = scene.arrive();
    private final VisitorId bob = scene.arrive();

    private RoomId match() {
        scene.find(ann, liking("chess"));
        return pair(scene.find(bob, liking("chess"))).room();
    }

    @Test
    void who_gives_none_rests_and_the_partner_is_back_in_the_line() {
        RoomId room = match();
        scene.here(ann, room);

        assertThat(scene.pass(19_999)).isEmpty();
        var effects = scene.pass(1);

        assertThat(effects)
                .startsWith(new Effect.End(room, ann, Parting.ASLEEP), new Effect.Roomless(bob, NoRoom.ASLEEP))
                .hasSize(3);
        assertThat(Scene.wait(effects).visitor()).isEqualTo(ann);
        VisitorId cem = scene.arrive();
        assertThat(pair(scene.find(cem, liking("chess"))).waiter()).isEqualTo(new Effect.One(ann, liking("chess")));
    }

    @Test
    void where_nobody_gives_one_both_rest() {
        RoomId room = match();

        assertThat(scene.pass(20_000))
                .containsExactly(new Effect.End(room, bob, Parting.LEFT), new Effect.Roomless(ann, NoRoom.ASLEEP));
        assertThat(scene.stateOf(bob)).isEqualTo("IDLE");
    }

    @Test
    void where_both_do_the_conversation_goes_on() {
        RoomId room = match();
        scene.here(bob, room);
        scene.pass(19_000);
        scene.here(ann, room);

        assertThat(scene.pass(300_000)).isEmpty();
    }

    @Test
    void a_sign_of_life_for_another_room_is_none() {
        RoomId room = match();
        scene.here(bob, room);
        scene.here(ann, new RoomId("another"));

        assertThat(scene.pass(20_000)).contains(new Effect.Roomless(ann, NoRoom.ASLEEP));
    }

    @Test
    void a_partner_who_is_away_is_not_put_into_the_line() {
        RoomId room = match();
        scene.here(ann, room);
        scene.pass(10_000);
        scene.lose(ann);

        assertThat(scene.pass(10_000))
                .containsExactly(new Effect.End(room, null, Parting.LEFT), new Effect.Roomless(bob, NoRoom.ASLEEP));
        assertThat(scene.resume(ann)).containsExactly(new Effect.Roomless(ann, NoRoom.LEFT));
    }

    @Test
    void who_is_away_is_no_sleeper_until_they_are_back_and_give_no_sign_still() {
        RoomId room = match();
        scene.here(bob, room);
        scene.pass(15_000);
        scene.lose(ann);
        scene.pass(10_000);
        assertThat(scene.resume(ann)).containsExactly(new Effect.Rejoin(room, ann, liking("chess"), Scene.BACK));

        assertThat(scene.pass(20_000))
                .contains(new Effect.End(room, bob, Parting.ASLEEP), new Effect.Roomless(ann, NoRoom.ASLEEP));
    }

    @Test
    void a_room_that_ended_meanwhile_wakes_nobody() {
        RoomId room = match();
        scene.stop(ann);
        scene.stop(bob);

        assertThat(scene.pass(20_000)).isEmpty();
        assertThat(scene.next(bob, room)).hasExactlyElementsOfTypes(Effect.Wait.class);
    }

    @Test
    void the_next_match_has_its_own_twenty_seconds() {
        match();
        scene.pass(15_000);
        VisitorId cem = scene.arrive();
        scene.find(cem, TEXT);
        scene.stop(bob);
        scene.find(bob, TEXT);

        assertThat(scene.pass(19_999)).isEmpty();
        assertThat(scene.pass(1)).contains(new Effect.Roomless(cem, NoRoom.ASLEEP));
    }

    @Test
    void who_went_on_just_then_with_another_path_waits_on_that_one() {
        scene.find(ann, Scene.video());
        RoomId room = pair(scene.find(bob, Scene.video())).room();
        scene.here(ann, room);
        scene.pass(20_000);

        assertThat(scene.tell(new Command.Next(ann, room, MediaPath.PRIVATE))).isEmpty();
        VisitorId cem = scene.arrive();
        assertThat(pair(scene.find(cem, Scene.video())).waiter().preferences().path())
                .isEqualTo(MediaPath.PRIVATE);
    }
}
