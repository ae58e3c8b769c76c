package chat.passerby.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// What the README tells a hoster to write is accepted.
class ReadmeTest {
    private static final Pattern BLOCK = Pattern.compile("```properties\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> every_block_of_settings_is_right() throws Exception {
        Path secret = Given.secret(folder.resolve("secret"));
        String readme = Files.readString(Path.of("README.md"));
        return BLOCK.matcher(readme)
                .results()
                .map(block -> DynamicTest.dynamicTest(block.group(1).strip(), () -> read(block, secret)));
    }

    private static void read(MatchResult block, Path secret) throws Exception {
        var lines = new Properties();
        lines.load(new StringReader(block.group(1)));
        assertThat(TurnSettings.keys()).containsAll(lines.stringPropertyNames());
        var given = new Given().with("turn.secret-file", secret);
        for (String key : lines.stringPropertyNames())
            if (!key.equals("turn.secret-file")) given.with(key, lines.getProperty(key));
        assertThat(CoturnFile.render(given.read())).isNotEmpty();
    }
}
