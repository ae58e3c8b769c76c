package chat.passerby.signaling.lobby;

import static chat.passerby.signaling.lobby.Scene.TEXT;
import static chat.passerby.signaling.lobby.Scene.pair;
import static chat.passerby.signaling.lobby.Scene.wish;
import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.protocol.Eviction;
import chat.passerby.signaling.protocol.Parting;
import chat.passerby.signaling.protocol.Refusal;
import chat.passerby.signaling.protocol.Role;
import chat.passerby.signaling.session.RoomId;
import chat.passerby.signaling.session.VisitorId;
import java.util.List;
import org.junit.jupiter.api.Test;

/// No place in the line, and being sent away.
class TurnedAwayTest {
    private final Scene scene = new Scene();
    private final VisitorId ann = scene.arrive();
    private final VisitorId bob = scene.arrive();
    private final VisitorId cem = scene.arrive();

    @Test
    void draining_makes_no_new_pairs_and_leaves_the_others_be() {
        RoomId room = scene.meet(ann, bob);
        scene.find(cem, TEXT);
        assertThat(scene.tell(new Command.Drain())).isEmpty();
        VisitorId dan = scene.arrive();

        assertThat(scene.find(dan, TEXT))
                .containsExactly(new Effect.Rest(dan), new Effect.Refuse(dan, Refusal.DRAINING));
        assertThat(scene.pass(60_000)).hasOnlyElementsOfType(Effect.Wait.class);
        assertThat(scene.stateOf(cem)).isEqualTo("WAITING");
        assertThat(scene.next(ann, room))
                .containsExactly(
                        new Effect.End(room, bob, Parting.LEFT),
                        new Effect.Rest(ann),
                        new Effect.Refuse(ann, Refusal.DRAINING));
    }

    @Test
    void so_many_of_one_network_wait_and_the_next_is_told() {
        Scene narrow = new Scene(2);
        List<VisitorId> campus =
                List.of(narrow.arriveFrom("campus"), narrow.arriveFrom("campus"), narrow.arriveFrom("campus"));
        for (VisitorId visitor : campus.subList(0, 2)) narrow.find(visitor, wish(Role.TALK));
        VisitorId third = campus.getLast();

        assertThat(narrow.find(third, wish(Role.TALK)))
                .containsExactly(new Effect.Rest(third), new Effect.Refuse(third, Refusal.BUSY));
        assertThat(narrow.find(narrow.arriveFrom("home"), wish(Role.TALK)))
                .hasExactlyElementsOfTypes(Effect.Wait.class);

        narrow.stop(campus.getFirst());
        assertThat(narrow.find(third, wish(Role.TALK))).hasExactlyElementsOfTypes(Effect.Wait.class);
    }

    @Test
    void who_need_not_wait_takes_no_place_in_the_line() {
        Scene narrow = new Scene(1);
        narrow.find(narrow.arriveFrom("campus"), wish(Role.TALK));
        narrow.find(narrow.arriveFrom("home"), wish(Role.TALK));

        VisitorId listener = narrow.arriveFrom("campus");
        assertThat(narrow.find(listener, wish(Role.LISTEN))).hasExactlyElementsOfTypes(Effect.Pair.class);
    }

    @Test
    void who_is_evicted_from_a_room_is_gone_and_the_partner_is_told() {
        RoomId room = scene.meet(ann, bob);

        assertThat(scene.tell(new Command.Evict(ann, Eviction.MODERATION)))
                .containsExactly(
                        new Effect.End(room, bob, Parting.ENDED),
                        new Effect.Evict(ann, Eviction.MODERATION),
                        new Effect.Gone(ann));
        assertThat(scene.find(cem, TEXT)).hasOnlyElementsOfType(Effect.Wait.class);
        assertThat(pair(scene.find(bob, TEXT)).waiter().visitor()).isEqualTo(cem);
    }

    @Test
    void who_is_evicted_from_the_line_is_met_by_nobody() {
        scene.find(ann, TEXT);

        assertThat(scene.tell(new Command.Evict(ann, Eviction.CLOSING)))
                .containsExactly(new Effect.Evict(ann, Eviction.CLOSING), new Effect.Gone(ann));
        assertThat(scene.find(bob, TEXT)).hasOnlyElementsOfType(Effect.Wait.class);
    }
}
