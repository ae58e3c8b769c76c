package chat.passerby.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.e2e.lab.Home;
import chat.passerby.e2e.lab.Lab;
import chat.passerby.e2e.lab.Laboratory;
import chat.passerby.e2e.lab.Meeting;
import chat.passerby.e2e.lab.Nat;
import chat.passerby.e2e.stage.Senses;
import chat.passerby.e2e.stage.Visitor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever stands between two strangers and the internet, they meet: directly where that is possible, otherwise by the
/// relay.
@Tag("nat")
@ExtendWith(Laboratory.class)
class NatMatrixTest {
    /// Direct or relay, for every two. A capital is also in the short run, which has each kind both ways
    /// where it can.
    ///
    /// Cones keep one port for all peers: both learn the other's by STUN, and send until each filter has
    /// seen its own side send first. A symmetric NAT takes a new port for each peer, which nobody was told
    /// of. Its packets still come in where only their address counts, or nothing (open, full cone, address-
    /// restricted), and are answered where they came from; a filter that knows ports drops them. A carrier
    /// adds its own NAT to the home's, and the stricter of two counts. Both homes have the same carrier,
    /// which does not turn packets around to its own addresses. Where no UDP goes out at all, only a relay
    /// that is reached by TCP, or by TLS on 443, helps.
    private static final String EXPECTED = """
            OPEN            d
            FULLCONE        d d
            ADDRRESTRICTED  d d d
            PORTRESTRICTED  d d d D
            SYMMETRIC       D d D R r
            UDPBLOCKED      R r R r r r
            TCP443          r R r r r R r
            CGNAT           d d d D r r r R
            CGNAT_SYM       d D d r R r r r r
            """;

    record Pair(Nat a, Nat b, char expected) {
        boolean isDirect() {
            return Character.toLowerCase(expected) == 'd';
        }

        boolean isInShortRun() {
            return Character.isUpperCase(expected);
        }

        @Override
        public String toString() {
            return a.title() + " and " + b.title();
        }
    }

    static List<Pair> pairs() {
        List<Nat> columns = List.of(Nat.values());
        List<Pair> pairs = new ArrayList<>();
        for (String row : EXPECTED.lines().toList()) {
            String[] words = row.split(" +", -1);
            for (int i = 1; i < words.length; i++)
                pairs.add(new Pair(Nat.valueOf(words[0]), columns.get(i - 1), words[i].charAt(0)));
        }
        return Boolean.getBoolean("full")
                ? pairs
                : pairs.stream().filter(Pair::isInShortRun).toList();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void they_meet(Pair pair, Lab lab) {
        lab.put(Home.A, pair.a);
        lab.put(Home.B, pair.b);
        Visitor red = lab.visitorAt(Home.A);
        Visitor blue = lab.visitorAt(Home.B);
        red.comesForVideo().isWaiting();
        blue.comesForVideo();
        red.meets(blue).sees(blue);
        blue.sees(red);
        for (Visitor one : List.of(red, blue)) {
            if (pair.isDirect()) one.isDirect();
            else one.isRelayed();
        }
        lab.report().add(meeting(pair, red.senses(), blue.senses()));
    }

    private static Meeting meeting(Pair pair, Senses red, Senses blue) {
        return new Meeting(
                pair.a,
                pair.b,
                red.way().orElseThrow(),
                blue.way().orElseThrow(),
                Collections.max(List.of(red.firstPicture(), blue.firstPicture())));
    }

    @Test
    void the_only_way_out_of_a_home_is_its_router(Lab lab) {
        for (Home home : Home.values()) assertThat(lab.waysOutOf(home)).containsExactly("lo", "eth0");
    }
}
