package chat.passerby.turn;

import chat.passerby.relay.credential.PrivateFile;
import chat.passerby.relay.credential.SharedSecret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// TURN servers of others, one a line: their addresses, then `secret SECRET` or `user NAME PASSWORD`.
final class ServersFile {
    private static final String FORM =
            "must be its addresses (commas between), then 'secret SECRET' or 'user NAME PASSWORD'";

    private ServersFile() {}

    /// Reads all servers.
    ///
    /// @throws IllegalArgumentException naming the first line that is wrong, and no secret in it
    static List<TurnServer> read(Path file, Duration ttl) {
        var servers = new ArrayList<TurnServer>();
        int number = 0;
        for (String line : PrivateFile.read(file).lines().toList()) {
            number++;
            String text = line.strip();
            if (text.isEmpty() || text.startsWith("#")) continue;
            try {
                servers.add(server(text, ttl));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "must be right in line %d of %s: it %s".formatted(number, file, e.getMessage()), e);
            }
        }
        return servers;
    }

    private static TurnServer server(String line, Duration ttl) {
        String[] words = line.split("\\s+", -1);
        if (words.length < 3) throw new IllegalArgumentException(FORM);
        List<String> urls =
                Stream.of(words[0].split(",", -1)).map(TurnRules::url).toList();
        if (words.length == 3 && words[1].equals("secret"))
            return new TurnServer(urls, new Credentials(new SharedSecret(words[2]), null, ttl));
        if (words.length == 4 && words[1].equals("user"))
            return new TurnServer(urls, new Login.Fixed(new Credential(words[2], words[3])));
        throw new IllegalArgumentException(FORM);
    }
}
