package chat.passerby.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.e2e.lab.Capture;
import chat.passerby.e2e.lab.Home;
import chat.passerby.e2e.lab.Lab;
import chat.passerby.e2e.lab.Laboratory;
import chat.passerby.e2e.lab.Nat;
import chat.passerby.e2e.stage.Visitor;
import chat.passerby.e2e.stage.Way;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/// Whoever hides exchanges no packet with the stranger, where nothing stands in the way of one.
@Tag("nat")
@ExtendWith(Laboratory.class)
class HidingTest {
    /// The server looks at its relays every minute, and tries a second time before it believes that none works.
    private static final Duration RELAY_MISSED = Duration.ofSeconds(90);

    private Capture redsPackets;
    private Capture bluesPackets;

    @BeforeEach
    void nothing_stands_in_the_way(Lab lab) {
        lab.put(Home.A, Nat.FULLCONE);
        lab.put(Home.B, Nat.FULLCONE);
        redsPackets = lab.between(Home.A, Home.B);
        bluesPackets = lab.between(Home.B, Home.A);
    }

    @Test
    void two_who_do_not_hide_do(Lab lab) {
        Visitor red = lab.visitorAt(Home.A);
        Visitor blue = lab.visitorAt(Home.B);
        red.comesForVideo().isWaiting();
        blue.comesForVideo();
        seeEachOther(red, blue);

        red.isDirect();
        assertThat(redsPackets.packets()).isNotEmpty();
        assertThat(bluesPackets.packets()).isNotEmpty();
    }

    @Test
    void one_who_comes_hidden(Lab lab) {
        Visitor red = lab.visitorAt(Home.A);
        Visitor blue = lab.visitorAt(Home.B);
        blue.comesForVideo().isWaiting();
        red.opens().acceptsRules().choosesVideo().showsAndLooksAtOnce().goes("private");
        seeEachOther(red, blue);
        isHidden(red, blue);
    }

    /// Blue looks for every way, whatever the page wants, and tells all it has, in every shape.
    @Test
    void even_from_one_whose_page_tells_everything(Lab lab) {
        Visitor red = lab.visitorAt(Home.A);
        Visitor blue = lab.modifiedVisitorAt(Home.B, "tells-everything.js");
        red.opens()
                .acceptsRules()
                .choosesVideo()
                .showsAndLooksAtOnce()
                .goes("private")
                .isWaiting();
        blue.comesForVideo();
        seeEachOther(red, blue);

        assertThat(blue.read("tellsEverything.told('host') * tellsEverything.told('srflx')"))
                .isNotEqualTo("0");
        isHidden(red, blue);
    }

    @EnabledIfSystemProperty(named = "full", matches = "true")
    @Test
    void while_no_relay_works_hiding_is_not_offered_and_the_page_says_so(Lab lab) {
        Visitor red = lab.visitorAt(Home.A).opens().acceptsRules().choosesVideo();
        red.isShown("go-private", RELAY_MISSED);
        lab.stopRelay();
        red.isShown("only-path", RELAY_MISSED);
        assertThat(red.textOf("only-path")).contains("no working relay", "could learn your IP address");
        lab.restartRelay();
        red.isShown("go-private", RELAY_MISSED);
    }

    private void isHidden(Visitor red, Visitor blue) {
        red.isRelayed();
        blue.isRelayed();
        assertThat(red.senses().ways()).extracting(Way::here).containsOnly("relay");
        assertThat(redsPackets.packets()).isEmpty();
        assertThat(bluesPackets.packets()).isEmpty();
    }

    private static void seeEachOther(Visitor red, Visitor blue) {
        red.meets(blue).sees(blue);
        blue.sees(red);
        for (Visitor one : List.of(red, blue)) one.senses().watch(Duration.ofSeconds(2));
    }
}
