package chat.passerby.signaling.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTest {
    private static final Code CODE = new Code("7K3M-Q2ZD-9XTA-05V1");

    @ParameterizedTest
    @ValueSource(strings = {"7K3M-Q2ZD-9XTA-05V1", "7k3mq2zd9xta05v1", " 7K3M Q2ZD\n9XTA o5vI ", "7-K-3MQ2ZD9XTAO5Vl"})
    void a_code_may_be_typed_carelessly(String typed) {
        assertThat(Code.parse(typed)).contains(CODE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7K3M-Q2ZD-9XTA-05V", "7K3M-Q2ZD-9XTA-05V11", "7K3M-Q2ZD-9XTA-05VU"})
    void what_is_no_code_is_told_from_one(String typed) {
        assertThat(Code.parse(typed)).isEmpty();
        assertThat(Code.parse(" ".repeat(100_000) + CODE.text())).isEmpty();
    }

    @Test
    void nobody_reads_a_code_in_a_log() {
        assertThat(CODE).hasToString("Code");
    }
}
