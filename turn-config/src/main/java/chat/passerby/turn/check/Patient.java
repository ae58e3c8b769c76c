package chat.passerby.turn.check;

import chat.passerby.turn.Login;
import chat.passerby.turn.TurnServer;
import chat.passerby.turn.TurnSettings;
import chat.passerby.turn.TurnUrl;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A TURN server to be looked at. Immutable.
///
/// @param urls  its addresses, at least one
/// @param login what visitors log in with; null if there is nothing
/// @param ours  the settings that it should follow; null if somebody else's
public record Patient(
        List<String> urls, @Nullable Login login, @Nullable TurnSettings ours) {
    private static final int LAST_PORT = 65_535;

    public Patient {
        urls = List.copyOf(urls);
    }

    /// All servers of the settings.
    public static List<Patient> all(TurnSettings settings) {
        return settings.servers().stream()
                .map(server -> of(server, server.urls(), settings))
                .toList();
    }

    /// Those of the settings that have this name, by their addresses with this name. If there are none: what the
    /// settings say of our own server, at this name.
    ///
    /// @param host a name, an IP address, or the address of a TURN server
    /// @throws IllegalArgumentException if it is none: "must be …"
    public static List<Patient> at(String host, TurnSettings settings) {
        if (browsersTake(host)) return List.of(byUrl(host, settings));
        if (!browsersTake("turn:" + bracketed(host)))
            throw new IllegalArgumentException(
                    "must be a name, an IP address, or like turn:turn.example.org:3478, not " + host);
        var known = new ArrayList<Patient>();
        for (TurnServer server : settings.servers()) {
            List<String> there =
                    server.urls().stream().filter(one -> isAt(host, one)).toList();
            if (!there.isEmpty()) known.add(of(server, there, settings));
        }
        return known.isEmpty() ? List.of(own(host, settings)) : known;
    }

    private static Patient byUrl(String url, TurnSettings settings) {
        return settings.servers().stream()
                .filter(server -> server.urls().contains(url))
                .findFirst()
                .map(server -> of(server, List.of(url), settings))
                .orElseGet(() -> new Patient(List.of(url), settings.credentials(), settings));
    }

    private static Patient of(TurnServer server, List<String> urls, TurnSettings settings) {
        boolean ours = server.login().equals(settings.credentials());
        return new Patient(urls, server.login(), ours ? settings : null);
    }

    private static boolean isAt(String host, String url) {
        @Nullable TurnUrl parsed = TurnUrl.parse(url);
        return parsed != null && parsed.host().equalsIgnoreCase(host);
    }

    private static Patient own(String host, TurnSettings settings) {
        String name = bracketed(host);
        int port = settings.place().port();
        var urls =
                new ArrayList<>(List.of("turn:" + name + ":" + port, "turn:" + name + ":" + port + "?transport=tcp"));
        if (settings.place().tls() != null)
            urls.add("turns:" + name + ":" + settings.place().tlsPort() + "?transport=tcp");
        return new Patient(urls, settings.credentials(), settings);
    }

    private static boolean browsersTake(String url) {
        @Nullable TurnUrl parsed = TurnUrl.parse(url);
        return parsed != null && parsed.transport() != TurnUrl.Transport.DTLS && parsed.port() <= LAST_PORT;
    }

    private static String bracketed(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }
}
