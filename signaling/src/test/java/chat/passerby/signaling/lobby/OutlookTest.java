package chat.passerby.signaling.lobby;

import static chat.passerby.signaling.lobby.Scene.TEXT;
import static chat.passerby.signaling.lobby.Scene.liking;
import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.protocol.Mode;
import chat.passerby.signaling.session.VisitorId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What those in the line are told: how many are here, and how long it takes.
class OutlookTest {
    private final Scene scene = new Scene();

    /// Somebody waits so long until somebody else comes, and both are gone again.
    private void waitFor(long millis) {
        VisitorId one = scene.arrive();
        VisitorId other = scene.arrive();
        scene.find(one, TEXT);
        scene.pass(millis);
        assertThat(scene.find(other, TEXT)).hasExactlyElementsOfTypes(Effect.Pair.class);
        for (VisitorId visitor : List.of(one, other)) {
            scene.stop(visitor);
            scene.lose(visitor);
        }
    }

    private @Nullable Integer estimate() {
        VisitorId visitor = scene.arrive();
        Integer estimate = Scene.wait(scene.find(visitor, TEXT)).outlook().estimate();
        scene.stop(visitor);
        return estimate;
    }

    @Test
    void no_estimate_is_made_of_fewer_than_five_waits() {
        for (int i = 0; i < 4; i++) waitFor(3_000);
        assertThat(estimate()).isNull();

        waitFor(3_000);
        assertThat(estimate()).isEqualTo(3);
    }

    @Test
    void the_estimate_is_the_median_in_whole_seconds() {
        for (long millis : new long[] {1_000, 40_000, 2_100, 30_000, 1_500}) waitFor(millis);

        assertThat(estimate()).isEqualTo(3);
    }

    @Test
    void those_who_did_not_have_to_wait_are_not_counted() {
        for (int i = 0; i < 50; i++) waitFor(0);

        assertThat(estimate()).isNull();
    }

    @Test
    void waits_of_ten_minutes_ago_say_nothing_any_more() {
        for (int i = 0; i < 5; i++) waitFor(3_000);
        scene.stall(10 * 60_000);
        for (int i = 0; i < 4; i++) waitFor(1_000);

        assertThat(estimate()).isNull();
    }

    @Test
    void each_mode_has_its_own_estimate() {
        for (int i = 0; i < 5; i++) waitFor(3_000);

        VisitorId visitor = scene.arrive();
        assertThat(Scene.wait(scene.find(visitor, Scene.video())).outlook().estimate())
                .isNull();
    }

    @Test
    void who_is_online_is_counted_every_five_seconds_and_told_alike_in_between() {
        VisitorId ann = scene.arrive();
        scene.arrive();
        assertThat(scene.tell(new Command.Tick())).containsExactly(new Effect.Sample(Map.of("", 2), Map.of()));
        scene.arrive();

        assertThat(Scene.wait(scene.find(ann, TEXT)).outlook().online()).isEqualTo(2);
        scene.stall(4_999);
        assertThat(scene.tell(new Command.Tick())).isEmpty();
        scene.stall(1);
        List<Effect> effects = scene.tell(new Command.Tick());
        assertThat(effects).contains(new Effect.Sample(Map.of("", 3), Map.of(Mode.TEXT, 1)));
        assertThat(Scene.wait(effects).outlook().online()).isEqualTo(3);
    }

    @Test
    void lanes_are_counted_apart() {
        scene.arrive();
        scene.arriveIn("quality");
        VisitorId ann = scene.arriveIn("quality");

        assertThat(scene.tell(new Command.Tick()))
                .containsExactly(new Effect.Sample(Map.of("", 1, "quality", 2), Map.of()));
        assertThat(Scene.wait(scene.find(ann, TEXT)).outlook().online()).isEqualTo(2);
    }

    @Test
    void those_who_wait_are_counted_by_what_they_wait_for_in_all_lanes_together() {
        scene.find(scene.arrive(), TEXT);
        scene.find(scene.arriveIn("quality"), TEXT);
        scene.find(scene.arrive(), Scene.video());

        assertThat(scene.tell(new Command.Tick()))
                .contains(new Effect.Sample(Map.of("", 2, "quality", 1), Map.of(Mode.TEXT, 2, Mode.VIDEO, 1)));
    }

    @Test
    void those_who_wait_are_told_only_what_changed() {
        scene.pass(250);
        VisitorId ann = scene.arrive();
        scene.find(ann, TEXT);
        scene.pass(5_000);

        assertThat(scene.pass(10_000)).isEmpty();
        scene.arrive();
        assertThat(Scene.wait(scene.pass(10_000)).outlook().online()).isEqualTo(2);
    }

    @Test
    void a_wish_changed_in_the_line_keeps_the_waiting_time() {
        VisitorId ann = scene.arrive();
        scene.find(ann, TEXT);
        scene.pass(6_000);

        Effect.Wait wait = Scene.wait(scene.find(ann, liking("chess")));
        assertThat(wait.entered()).isFalse();
        assertThat(wait.outlook().relaxed()).isNotEmpty();
    }
}
