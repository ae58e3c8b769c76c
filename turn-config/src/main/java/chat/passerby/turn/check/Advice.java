package chat.passerby.turn.check;

import chat.passerby.turn.TurnUrl;
import chat.passerby.turn.TurnUrl.Transport;

/// What to make of something that was seen. Immutable.
///
/// @param means  what follows from it
/// @param change which setting to change
record Advice(String means, String change) {
    static final Advice NONE = new Advice("", "");
    static final String PRINT_ANEW =
            "restart Passerby if it relays itself, or print coturn's file anew (passerby turn-config coturn) and restart coturn.";

    /// Why a server does not serve at an address.
    ///
    /// @param ours whether it should follow our settings
    static Advice about(Outcome outcome, TurnUrl url, boolean ours) {
        Advice advice = of(outcome, url);
        return ours || advice.change.isEmpty() ? advice : theirs(advice.means);
    }

    /// For a server that our settings do not reach.
    static Advice theirs(String means) {
        return new Advice(means, "Tell who runs it, or take it out of turn.servers-file.");
    }

    private static Advice of(Outcome outcome, TurnUrl url) {
        boolean tls = url.transport() == Transport.TLS;
        String port = (url.transport() == Transport.UDP ? "UDP" : "TCP") + " port " + url.port();
        String key = tls ? "turn.tls-port" : "turn.port";
        return switch (outcome) {
            case WORKS -> NONE;
            case OPEN ->
                new Advice(
                        "AN OPEN RELAY: anybody can send anything through that machine, in its name.",
                        "Stop it; " + PRINT_ANEW);
            case NO_NAME -> change("Mend the name in turn.urls, or its DNS records (A, AAAA).");
            case SILENT -> change("Start it, and let " + port + " in.");
            case CLOSED -> change("Start it, and let " + port + " in; turn.urls must name its " + key + ".");
            case UNREACHABLE -> change("Run this where there is a way; or mend the address in turn.urls.");
            case HUNG_UP ->
                change(
                        tls
                                ? "turn.tls-cert and turn.tls-key must be readable for it; its log tells."
                                : "turn.urls must name its " + key + ", and not another program's.");
            case NOT_TURN ->
                change("turn.urls must name its " + key + "; turn-config/nginx.conf shares a port with the page.");
            case NO_TLS ->
                change("Give it turn.tls-cert and turn.tls-key; or say turn: instead of turns: in turn.urls.");
            case CERTIFICATE_DATE -> new Advice("No browser connects.", "Renew turn.tls-cert, and have it read again.");
            case CERTIFICATE_NAME ->
                new Advice("No browser connects.", "turn.tls-cert must be for the name in turn.urls.");
            case CERTIFICATE_UNTRUSTED ->
                new Advice(
                        "No browser connects.",
                        "turn.tls-cert must hold the whole chain (fullchain.pem) to an authority that browsers know.");
            case WRONG_SECRET ->
                new Advice(
                        "It does not have the secret of turn.secret-file, so it serves no visitor.",
                        "If that is the right one: " + PRINT_ANEW);
            case WRONG_CLOCK ->
                new Advice(
                        "Its clock is ahead of ours by more than turn.ttl, so it serves no visitor.",
                        "Set the clocks of both machines by NTP.");
            case WRONG_PASSWORD -> new Advice("It serves no visitor.", "Mend name and password in turn.servers-file.");
            case FULL ->
                new Advice(
                        "Nobody gets in until others leave.", "Raise turn.total-quota, and turn.relay-ports with it.");
            case REFUSED -> change("Its log tells why.");
        };
    }

    private static Advice change(String setting) {
        return new Advice("", setting);
    }
}
