package chat.passerby.signaling.lobby;

import static chat.passerby.signaling.lobby.Scene.TEXT;
import static chat.passerby.signaling.lobby.Scene.liking;
import static chat.passerby.signaling.lobby.Scene.pair;
import static chat.passerby.signaling.lobby.Scene.speaking;
import static chat.passerby.signaling.lobby.Scene.wish;
import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.protocol.MediaPath;
import chat.passerby.signaling.protocol.Mode;
import chat.passerby.signaling.protocol.Relaxed;
import chat.passerby.signaling.protocol.Role;
import chat.passerby.signaling.session.RoomId;
import chat.passerby.signaling.session.VisitorId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How long each preference binds.
class PatienceTest {
    private final Scene scene = new Scene();
    private final VisitorId ann = scene.arrive();
    private final VisitorId bob = scene.arrive();

    /// They meet after so many seconds, and not a moment earlier.
    private void meetAfter(int seconds, Preferences one, Preferences other) {
        scene.find(ann, one);
        List<Effect> found = scene.find(bob, other);
        if (seconds > 0) {
            assertThat(found).hasOnlyElementsOfType(Effect.Wait.class);
            assertThat(scene.pass(seconds * 1_000L - 1)).doesNotHaveAnyElementsOfTypes(Effect.Pair.class);
            found = scene.pass(1);
        }
        assertThat(pair(found).again()).isFalse();
    }

    @Test
    void a_shared_interest_is_met_at_once_and_named() {
        scene.find(ann, liking("chess", "tea", "rain"));

        assertThat(pair(scene.find(bob, liking("go", "rain", "chess"))).shared())
                .containsExactlyInAnyOrder("chess", "rain");
    }

    @Test
    void interests_bind_for_five_seconds() {
        meetAfter(5, liking("chess"), liking("go"));
    }

    @Test
    void an_interest_binds_also_towards_somebody_who_names_none() {
        meetAfter(5, liking("chess"), TEXT);
    }

    @Test
    void a_language_in_common_is_enough() {
        meetAfter(0, speaking("en", "de"), speaking("de", "fr"));
    }

    @Test
    void who_names_no_language_speaks_any() {
        meetAfter(0, speaking("en"), TEXT);
    }

    @Test
    void languages_bind_for_ten_seconds() {
        meetAfter(10, speaking("en"), speaking("de"));
    }

    @ParameterizedTest
    @CsvSource({"CHAT, CHAT, 0", "TALK, LISTEN, 0", "LISTEN, TALK, 0"})
    void roles_that_suit_meet_at_once(Role one, Role other, int seconds) {
        meetAfter(seconds, wish(one), wish(other));
    }

    @ParameterizedTest
    @CsvSource({"TALK, TALK, 20", "LISTEN, LISTEN, 20", "CHAT, TALK, 20", "LISTEN, CHAT, 20"})
    void roles_bind_for_twenty_seconds(Role one, Role other, int seconds) {
        meetAfter(seconds, wish(one), wish(other));
    }

    @Test
    void the_longest_of_several_wishes_counts() {
        meetAfter(
                20,
                new Preferences(Mode.TEXT, MediaPath.DIRECT, Role.TALK, List.of("tea"), List.of("en")),
                new Preferences(Mode.TEXT, MediaPath.DIRECT, Role.TALK, List.of("go"), List.of("de")));
    }

    @Test
    void each_sides_own_wait_counts() {
        scene.find(ann, speaking("en"));
        scene.pass(10_000);
        scene.find(bob, speaking("de"));

        assertThat(scene.pass(9_999)).doesNotHaveAnyElementsOfTypes(Effect.Pair.class);
        assertThat(pair(scene.pass(1)).again()).isFalse();
    }

    @Test
    void a_wish_that_has_loosened_no_longer_stands_between() {
        scene.find(ann, liking("chess"));
        scene.pass(5_000);

        assertThat(pair(scene.find(bob, TEXT)).waiter().visitor()).isEqualTo(ann);
    }

    @Test
    void a_recent_partner_is_met_again_after_45_seconds_and_both_are_told() {
        RoomId room = scene.meet(ann, bob);
        scene.next(ann, room);
        scene.next(bob, room);

        assertThat(scene.pass(44_999)).doesNotHaveAnyElementsOfTypes(Effect.Pair.class);
        assertThat(pair(scene.pass(1)).again()).isTrue();
    }

    @Test
    void the_last_four_partners_are_remembered_and_the_fifth_before_is_not() {
        List<VisitorId> others = List.of(scene.arrive(), scene.arrive(), scene.arrive(), scene.arrive());
        part(ann, scene.meet(bob, ann));
        for (VisitorId other : others.subList(0, 3)) part(ann, scene.meet(other, ann));

        // His second tab never met her: what stands between is her memory alone.
        scene.find(ann, TEXT);
        VisitorId secondTab = scene.arriveInSecondTabOf(bob);
        assertThat(scene.find(secondTab, TEXT)).hasOnlyElementsOfType(Effect.Wait.class);
        scene.stop(secondTab);
        scene.stop(ann);

        part(ann, scene.meet(others.get(3), ann));
        scene.find(ann, TEXT);
        assertThat(pair(scene.find(secondTab, TEXT)).again()).isFalse();
    }

    private void part(VisitorId visitor, RoomId room) {
        scene.next(visitor, room);
        scene.stop(visitor);
    }

    @Test
    void the_wait_starts_anew_with_each_search() {
        scene.find(ann, liking("chess"));
        scene.pass(4_000);
        scene.stop(ann);
        scene.find(ann, liking("chess"));
        scene.pass(4_000);

        assertThat(scene.find(bob, TEXT)).hasExactlyElementsOfTypes(Effect.Wait.class);
        assertThat(scene.pass(1_000)).hasAtLeastOneElementOfType(Effect.Pair.class);
    }

    @Test
    void each_loosening_is_announced_once_in_order() {
        scene.find(ann, new Preferences(Mode.TEXT, MediaPath.DIRECT, Role.TALK, List.of("tea"), List.of("en")));

        List<Effect> told = scene.pass(120_000);

        assertThat(told).hasOnlyElementsOfType(Effect.Wait.class);
        assertThat(told.stream().map(Effect.Wait.class::cast))
                .noneMatch(Effect.Wait::entered)
                .extracting(wait -> wait.outlook().relaxed())
                .containsExactly(
                        List.of(Relaxed.INTERESTS),
                        List.of(Relaxed.INTERESTS, Relaxed.LANGUAGE),
                        List.of(Relaxed.INTERESTS, Relaxed.LANGUAGE, Relaxed.ROLE),
                        List.of(Relaxed.INTERESTS, Relaxed.LANGUAGE, Relaxed.ROLE, Relaxed.PARTNER));
    }

    @Test
    void a_wish_that_nobody_made_is_not_announced_as_loosened() {
        scene.find(ann, TEXT);

        assertThat(scene.pass(60_000).stream().map(Effect.Wait.class::cast))
                .extracting(wait -> wait.outlook().relaxed())
                .containsExactly(List.of(Relaxed.ROLE), List.of(Relaxed.ROLE, Relaxed.PARTNER));
    }
}
