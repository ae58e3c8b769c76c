package chat.passerby.bench.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.passerby.bench.Unavailable;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What Linux and the JVM print, and what is read from it.
class ProcTest {
    private static final List<String> SOCKETS = """
               sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops
              319: 0100017F:9C41 0100007F:0D96 01 00000000:00000000 00:00000000 00000000     0        0 40501 2 0000 7
             2291: 0200007F:9C41 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 40502 2 0000 35
             2292: 3500007F:0035 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 40503 2 0000 900
            """.lines().toList();

    private static String name(String ip, int port) {
        return Sockets.name(new InetSocketAddress(InetAddress.ofLiteral(ip), port));
    }

    @Test
    void packets_that_our_own_sockets_lost_are_told_from_others() {
        assertThat(Sockets.dropped(SOCKETS, Set.of(name("127.1.0.1", 40_001), name("127.0.0.2", 40_001))))
                .isEqualTo(42);
    }

    @Test
    void the_live_heap_is_the_total_of_the_histogram() throws Exception {
        String histogram = """
                 num     #instances         #bytes  class name (module)
                -------------------------------------------------------
                   1:         40000        2500000  [B (java.base@25)
                Total        123456        7654321
                """;
        assertThat(Footprint.liveHeap(histogram)).isEqualTo(7_654_321);
    }

    @Test
    void direct_memory_is_what_the_jvm_calls_other() throws Exception {
        String summary = """
                -                 Java Heap (reserved=6291456KB, committed=393216KB)
                -                     Other (reserved=2050KB, committed=2049KB)
                """;
        assertThat(Footprint.direct(summary)).isEqualTo(2_049 * 1_024);
    }

    @Test
    void resident_memory_is_in_the_status() throws Exception {
        assertThat(Footprint.resident("VmPeak:\t  9000 kB\nVmRSS:\t    5124 kB\n"))
                .isEqualTo(5_124 * 1_024);
    }

    @Test
    void what_cannot_be_read_is_shown() {
        assertThatThrownBy(() -> Footprint.liveHeap("Unable to open socket file"))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("Unable to open socket file");
    }
}
