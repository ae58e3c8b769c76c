package chat.passerby.signaling.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProtocolDriftTest {
    @Test
    void the_checked_in_files_are_what_the_records_say() {
        for (Map.Entry<Path, String> file : GenerateProtocol.files(Example.ROOT).entrySet())
            assertThat(file.getKey())
                    .as("%s is not what the records say: run ./passerby generate", file.getKey())
                    .hasContent(file.getValue());
    }
}
