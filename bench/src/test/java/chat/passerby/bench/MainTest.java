package chat.passerby.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... words) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(words);
    }

    @Test
    void alone_it_tells_what_there_is() {
        assertThat(run()).isZero();
        assertThat(out.toString()).contains("Usage: passerby bench").contains("relay");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--rounds=0",
                "--rate=999",
                "--seconds=0",
                "--clients=1001",
                "--bytes=1401",
                "--allocations=2501",
                "--rounds=many"
            })
    void what_is_out_of_bounds_is_refused_by_the_name_of_the_option(String option) {
        assertThat(run("relay", option)).isEqualTo(2);
        assertThat(err.toString()).contains(option.substring(0, option.indexOf('=')));
    }

    @Test
    void what_is_lacking_is_said_and_ends_as_the_launcher_does() {
        // Started without ./passerby, so there is no jar to run, whether or not there is a coturn.
        assertThat(run("relay")).isEqualTo(69);
        assertThat(err.toString()).containsAnyOf("apt-get install coturn", "./passerby bench sets it", "only Linux");
    }
}
