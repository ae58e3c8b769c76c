package chat.passerby.turn;

import chat.passerby.net.Cidr;
import chat.passerby.net.SpecialNetworks;
import chat.passerby.turn.InvalidTurnSettings.Problem;
import chat.passerby.turn.TurnSettings.Place;
import chat.passerby.turn.TurnSettings.Quotas;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `turnserver.conf` for coturn: open to our visitors, for a while, towards the public internet, and closed in
/// every other way. For 4.6.1, which Debian 12 has, and newer ones; a newer one remarks that some lines are
/// unknown or deprecated, where what they switch off is off by default. Confined to a thread.
public final class CoturnFile {
    private final StringBuilder text = new StringBuilder();

    private CoturnFile() {}

    /// The whole file.
    ///
    /// @throws InvalidTurnSettings if there is no secret to share with coturn
    public static String render(TurnSettings settings) throws InvalidTurnSettings {
        @Nullable Credentials credentials = settings.credentials();
        if (credentials == null)
            throw new InvalidTurnSettings(List.of(new Problem(
                    TurnKey.SECRET_FILE.toString(),
                    "must name a file with the secret that coturn will share: openssl rand -hex 32 makes one")));
        var file = new CoturnFile();
        file.head();
        file.place(settings.place());
        file.visitors(settings.realm(), credentials, settings.quotas());
        file.closed();
        file.peers(settings);
        return file.text.toString();
    }

    private void head() {
        because("""
                coturn's settings for this Passerby, as 'passerby turn-config coturn' prints them: change Passerby's
                settings, not this file. It holds the shared secret, so nobody but coturn may read it. For coturn 4.6.1
                (Debian 12) and newer, where a few lines are remarked on as deprecated or unknown: what these switch
                off is off there by default.""");
    }

    private void place(Place place) {
        section("Where it is");
        because("STUN and TURN, over UDP and TCP.").set("listening-port", place.port());
        if (place.tls() == null) {
            because("No certificate, so no TLS.").set("no-tls");
        } else {
            because("TURN over TLS, for networks that let nothing else out.")
                    .set("tls-listening-port", place.tlsPort());
            because("The certificate chain (PEM), and its key. Read again at SIGUSR2.")
                    .set("cert", place.tls().certificates())
                    .set("pkey", place.tls().key());
            because("TLS 1.2 and 1.3 alone.").set("no-tlsv1").set("no-tlsv1_1");
        }
        because("No browser speaks DTLS to a TURN server.").set("no-dtls");
        if (!place.ips().isEmpty())
            because("The addresses of this machine to listen on, and to relay from: these and no other.");
        for (var ip : place.ips()) {
            String own = PeerRanges.text(ip.getAddress());
            set("listening-ip", own).set("relay-ip", own);
        }
        place.ipv4().ifPresent(own -> external(place, own.getHostAddress()));
        because("The UDP ports to relay from; the firewall must let them in.")
                .set("min-port", place.relayPorts().low())
                .set("max-port", place.relayPorts().high());
    }

    private void external(Place place, String own) {
        if (place.externalIp() == null) return;
        String why = """
                What the world sees, and this machine's own address behind it. coturn translates a peer's address before
                it looks whether it is allowed, and allows its own for this line: otherwise two visitors of this relay
                could not reach each other. So visitors can reach every UDP port of this machine.""";
        because(why).set("external-ip", place.externalIp().getHostAddress() + "/" + own);
    }

    private void visitors(String realm, Credentials credentials, Quotas quotas) {
        section("Who may use it, and how much");
        because("A name for its accounts; browsers repeat it.").set("realm", realm);
        because("Only who was given a password by Passerby, made from this secret and good for some minutes.")
                .set("use-auth-secret")
                .set("static-auth-secret", credentials.secret().value());
        if (credentials.previous() != null)
            because("The secret before, while it is being changed.")
                    .set("static-auth-secret", credentials.previous().value());
        because("Who overhears a nonce has ten minutes to use it.").set("stale-nonce", 600);
        String why = """
                Allocations under one password. A browser makes up to three for each network that it is in: over UDP,
                TCP and TLS.""";
        because(why).set("user-quota", quotas.user());
        because("Allocations altogether.").set("total-quota", quotas.total());
        because("Bytes a second through one allocation, each way. A good picture takes 300000.")
                .set("max-bps", quotas.maxBps());
    }

    private void closed() {
        section("What it does not do");
        because("No console.").set("no-cli");
        because("No TCP towards peers (RFC 6062): browsers do not use it, attackers would.")
                .set("no-tcp-relay");
        because("No multicast.").set("no-multicast-peers");
        because("No NAT discovery (RFC 5780), no RFC 3489, no attributes for them: small answers amplify nothing.")
                .set("no-rfc5780")
                .set("response-origin-only-with-rfc5780")
                .set("no-stun-backward-compatibility");
        because("Its version is nobody's business.").set("no-software-attribute");
        because("This file counts, and no database.").set("no-dynamic-ip-list").set("no-dynamic-realms");
        because("A checksum by which browsers tell STUN from other packets (RFC 8489, section 14.7).")
                .set("fingerprint");
        String why = """
                Messages go to the journal, and nowhere else. Never add 'verbose': as it is, no address of a visitor is
                written, but that of a peer who is refused.""";
        because(why).set("log-file", "stdout");
    }

    private void peers(TurnSettings settings) {
        section("Whom it reaches: the public internet");
        List<Cidr> allowed = settings.peers().allowed();
        if (allowed.stream().anyMatch(network -> network.network().isLoopbackAddress()))
            because("FOR TESTS ALONE: this machine's own services can be reached through the relay.")
                    .set("allow-loopback-peers");
        for (Cidr network : allowed)
            because(TurnKey.ALLOWED_PEERS + ": " + text(network)).ranges("allowed", network);
        for (Cidr network : settings.peers().denied())
            because(TurnKey.DENIED_PEERS + ": " + text(network)).ranges("denied", network);
        because("""
                No stranger lives in the networks below. Spelt out for IPv6 too, where coturn before 4.9 lets an IPv4
                address pass in disguise (CVE-2026-27624). A line that began with '::' would deny all of IPv4 as well, so
                ::/64 takes several.""");
        SpecialNetworks.ALL.forEach(special ->
                because(text(special.network()) + ": " + special.what()).ranges("denied", special.network()));
    }

    private static String text(Cidr network) {
        return PeerRanges.text(network.network().getAddress()) + "/" + network.prefix();
    }

    private void ranges(String verb, Cidr network) {
        PeerRanges.of(network).forEach(range -> set(verb + "-peer-ip", range));
    }

    private void section(String title) {
        text.append("\n# --- ").append(title).append("\n\n");
    }

    private CoturnFile because(String why) {
        why.lines().forEach(line -> text.append("# ").append(line).append('\n'));
        return this;
    }

    private CoturnFile set(String option) {
        text.append(option).append('\n');
        return this;
    }

    private CoturnFile set(String option, Object value) {
        return set(option + "=" + value);
    }
}
