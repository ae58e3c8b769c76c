package chat.passerby.signaling.config;

import chat.passerby.net.Cidr;
import chat.passerby.net.IpAddress;
import chat.passerby.turn.TurnSettings;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Everything an operator decides, read once and checked whole. Immutable.
///
/// @param site           what visitors call this place
/// @param about          who runs it, and in which words
/// @param http           where the server listens
/// @param tls            certificate and key, if the server itself encrypts
/// @param trustedProxies whose Forwarded headers count
/// @param data           the folder of what outlives a restart
/// @param lanes          the hoster's closed lines
/// @param care           helplines, and proof of age
/// @param moderation     what holds for reports and decisions
/// @param mediaPath      which paths visitors can choose from
/// @param iceServers     STUN addresses told to browsers
/// @param relay          whether the server relays by itself
/// @param turn           the relays told to browsers, and what they may do
/// @param metrics        where the metrics page listens, if there is one
public record Settings(
        Site site,
        About about,
        Http http,
        @Nullable Tls tls,
        List<Cidr> trustedProxies,
        Path data,
        Lanes lanes,
        Care care,
        Moderation moderation,
        PathRule mediaPath,
        List<String> iceServers,
        RelayRule relay,
        TurnSettings turn,
        @Nullable Http metrics) {

    public Settings {
        trustedProxies = List.copyOf(trustedProxies);
        iceServers = List.copyOf(iceServers);
    }

    /// What visitors call this place.
    ///
    /// @param url     the public address; without one, it is the visitor's own machine
    /// @param origins further pages that may connect
    public record Site(@Nullable Origin url, List<Origin> origins) {
        public Site {
            origins = List.copyOf(origins);
        }
    }

    /// Where the server listens.
    ///
    /// @param host `localhost` or an IP address of this machine
    /// @param port 0 for any that is free
    public record Http(String host, int port) {
        /// The host as it stands in an address that browsers take.
        public String bracketed() {
            return host.contains(":") ? "[" + host + "]" : host;
        }

        /// Whether the internet does not lead there.
        public boolean inside() {
            InetAddress ip = IpAddress.parse(host);
            return ip == null || ip.isLoopbackAddress() || ip.isSiteLocalAddress();
        }

        /// Whether nothing else can listen on this TCP port of this address meanwhile.
        public boolean takes(InetAddress address, int other) {
            if (port == 0 || port != other) return false;
            InetAddress ip = IpAddress.parse(host);
            if (ip == null) return address.isLoopbackAddress() || address.isAnyLocalAddress();
            return ip.isAnyLocalAddress() || address.isAnyLocalAddress() || ip.equals(address);
        }

        @Override
        public String toString() {
            return bracketed() + ":" + port;
        }
    }

    /// What helps people, or keeps the young away.
    ///
    /// @param helplines the hoster's own file of helplines
    /// @param age       who says that a visitor is an adult; without it, the visitor's own word is enough
    public record Care(@Nullable Path helplines, @Nullable Age age) {}

    /// The hoster's age service.
    ///
    /// @param key what its tokens are signed with
    /// @param url where a visitor gets one
    public record Age(Path key, URI url) {}

    /// Certificate and key, both PEM.
    ///
    /// @param certificates the chain, the server's own first
    /// @param key          PKCS#8, unencrypted
    public record Tls(Path certificates, Path key) {}

    /// What holds for reports and decisions.
    ///
    /// @param appealWindow   how long after a decision an appeal can be made
    /// @param evidence       how long what was attached to a report is kept
    /// @param autoReporters  how many people on different networks, within an hour, it takes for an automatic
    ///                       cool-down; 0: there is none
    /// @param autoLasts      how long that lasts
    /// @param framesOfMinors whether a picture is taken with a report for `minor`
    public record Moderation(
            Duration appealWindow, Duration evidence, int autoReporters, Duration autoLasts, boolean framesOfMinors) {}

    /// Reads the settings: `options` over `file` over the defaults in the jar.
    ///
    /// @param options what the command line says, by the name of the key
    public static Settings read(@Nullable Path file, Map<Key, String> options) throws InvalidSettings {
        return SettingsReader.read(file, options);
    }

    /// The defaults with a comment for every line: what a hoster starts a file of their own from.
    public static String defaults() {
        return SettingsFile.defaults();
    }

    /// The address to open.
    ///
    /// @param port where the server listens by now
    public Origin address(int port) {
        return site.url != null ? site.url : own("localhost", port);
    }

    /// Whether this server relays by itself, as far as it can.
    public boolean relays() {
        return switch (relay) {
            case ON -> true;
            case OFF -> false;
            case AUTO -> !tellsOfOurs();
        };
    }

    /// Whether the hoster says at which addresses the TURN server is reached that shares our secret.
    public boolean tellsOfOurs() {
        return turn.servers().stream().anyMatch(server -> server.login().equals(turn.credentials()));
    }

    /// Whether all visitors are on this machine: whoever comes by another name, or from elsewhere, is not let in.
    public boolean loopback() {
        boolean here = http.host.equals("localhost") || own(http.bracketed(), 1).local();
        return here && (site.url == null || site.url.local());
    }

    /// The pages that may connect, each as browsers write it in the `Origin` header. Without `site.url` these are the
    /// machine's own names. The request's `Host` is not asked: who can choose the name that leads here, by DNS
    /// rebinding, chooses that header too.
    ///
    /// @param port where the server listens by now
    public Set<String> origins(int port) {
        Stream<Origin> own = site.url != null
                ? Stream.of(site.url)
                : Stream.of("localhost", "127.0.0.1", "[::1]", http.bracketed()).map(host -> own(host, port));
        return Stream.concat(own, site.origins.stream())
                .map(Origin::toString)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Origin own(String host, int port) {
        return new Origin(tls == null ? "http" : "https", host, port);
    }
}
