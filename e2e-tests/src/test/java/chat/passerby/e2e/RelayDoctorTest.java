package chat.passerby.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.e2e.lab.Checkup;
import chat.passerby.e2e.lab.Home;
import chat.passerby.e2e.lab.Lab;
import chat.passerby.e2e.lab.Laboratory;
import chat.passerby.e2e.lab.Nat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The doctor, asked at somebody's home: what one sees from outside alone.
@Tag("nat")
@ExtendWith(Laboratory.class)
class RelayDoctorTest {
    @ParameterizedTest
    @EnumSource(names = {"PORTRESTRICTED", "SYMMETRIC"})
    void a_healthy_relay_is_found_healthy(Nat nat, Lab lab) {
        lab.put(Home.A, nat);
        Checkup checkup = lab.doctorAt(Home.A);

        assertThat(checkup.words())
                .containsPattern("✓ address +answers in \\d+ ms; it sees us at 198\\.51\\.100\\.11:")
                .contains("✓ certificate     for 203.0.113.10, until ")
                .containsPattern("✓ relay ports +port \\d+ is open, in and out")
                .endsWith("\nNothing is wrong.\n");
        assertThat(checkup.healthy()).isTrue();
    }

    @Test
    void a_firewall_that_forgets_the_relay_ports_is_told(Lab lab) {
        lab.put(Home.A, Nat.PORTRESTRICTED);
        lab.closeRelayPorts();
        Checkup checkup = lab.doctorAt(Home.A);

        assertThat(checkup.words())
                .containsPattern("✗ relay ports +port \\d+ lets nothing in")
                .contains("Let UDP ports 49152-65535 (turn.relay-ports) in")
                .endsWith("\nOne thing is wrong.\n");
        assertThat(checkup.healthy()).isFalse();
    }

    @Test
    void where_only_443_gets_out_the_relay_is_examined_through_it(Lab lab) {
        lab.put(Home.A, Nat.TCP443);

        assertThat(lab.doctorAt(Home.A).words())
                .contains(
                        "turn:203.0.113.10:3478\n  ✗ address         does not answer",
                        "\nbehind turns:203.0.113.10:443?transport=tcp\n  ✓ old password ")
                .endsWith("\n2 things are wrong.\n");
    }

    @Test
    void a_relay_that_is_down_is_told_from_one_that_is_out_of_reach(Lab lab) {
        lab.put(Home.A, Nat.PORTRESTRICTED);
        lab.stopRelay();
        try {
            assertThat(lab.doctorAt(Home.A).words())
                    .contains("turn:203.0.113.10:3478\n  ✗ address         is closed: nothing listens there")
                    .endsWith("\n3 things are wrong.\n");
        } finally {
            lab.restartRelay();
        }
    }
}
