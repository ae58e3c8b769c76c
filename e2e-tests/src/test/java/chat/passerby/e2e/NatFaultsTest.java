package chat.passerby.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.e2e.lab.Fault;
import chat.passerby.e2e.lab.Home;
import chat.passerby.e2e.lab.Lab;
import chat.passerby.e2e.lab.Laboratory;
import chat.passerby.e2e.lab.Nat;
import chat.passerby.e2e.stage.Visitor;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What befalls a network in the middle of a call, the call survives.
@Tag("nat")
@ExtendWith(Laboratory.class)
class NatFaultsTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration HICCUP = Duration.ofSeconds(2);

    private Visitor red;
    private Visitor blue;
    private double redsFault;
    private double bluesFault;

    @BeforeEach
    void visitors(Lab lab) {
        red = lab.visitorAt(Home.A);
        blue = lab.visitorAt(Home.B);
    }

    @ParameterizedTest
    @CsvSource({"PORTRESTRICTED, PORTRESTRICTED, SYMMETRIC", "SYMMETRIC, SYMMETRIC, CGNAT_SYM"})
    void another_network(Nat reds, Nat blues, Nat then, Lab lab) {
        call(lab, reds, blues);
        lab.put(Home.A, then);
        red.isRelayed();
        blue.isRelayed();
        goesOn(lab, "from %s to %s, partner %s".formatted(reds.title(), then.title(), blues.title()), SOON);
    }

    @EnabledIfSystemProperty(named = "full", matches = "true")
    @ParameterizedTest
    @CsvSource({"FULLCONE, OPEN, UDPBLOCKED", "PORTRESTRICTED, CGNAT, TCP443", "UDPBLOCKED, SYMMETRIC, TCP443"})
    void any_other_network(Nat reds, Nat blues, Nat then, Lab lab) {
        another_network(reds, blues, then, lab);
    }

    @Test
    void five_of_a_hundred_packets_lost(Lab lab) {
        call(lab, Nat.PORTRESTRICTED, Nat.PORTRESTRICTED);
        lab.lose(5);
        red.senses().watch(Duration.ofSeconds(5));
        goesOn(lab, "5 % of all packets lost", HICCUP);
    }

    @Test
    void the_relay_restarts(Lab lab) {
        call(lab, Nat.SYMMETRIC, Nat.SYMMETRIC);
        lab.restartRelay();
        red.senses().watch(Duration.ofSeconds(1));
        goesOn(lab, "the relay restarts", SOON);
    }

    private void call(Lab lab, Nat reds, Nat blues) {
        lab.put(Home.A, reds);
        lab.put(Home.B, blues);
        red.comesForVideo();
        blue.comesForVideo();
        red.meets(blue).sees(blue);
        blue.sees(red);
        redsFault = red.senses().now();
        bluesFault = blue.senses().now();
    }

    private void goesOn(Lab lab, String fault, Duration within) {
        red.says("Still there?");
        blue.hasRead("Still there?").says("Still here");
        red.hasRead("Still here");
        red.senses().watch(Duration.ofSeconds(1));
        blue.senses().watch(Duration.ofSeconds(1));
        Duration freeze = Collections.max(
                List.of(red.senses().longestFreeze(redsFault), blue.senses().longestFreeze(bluesFault)));
        lab.report().add(new Fault(fault, freeze));
        assertThat(freeze).isLessThan(within);
    }
}
