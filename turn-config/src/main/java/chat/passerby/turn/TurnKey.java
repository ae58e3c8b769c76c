package chat.passerby.turn;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// Every setting of TURN, by the name it has in a file.
enum TurnKey {
    REALM("turn.realm"),
    SECRET_FILE("turn.secret-file"),
    PREVIOUS_SECRET_FILE("turn.previous-secret-file"),
    TTL("turn.ttl"),
    URLS("turn.urls"),
    SERVERS_FILE("turn.servers-file"),
    IP("turn.ip"),
    EXTERNAL_IP("turn.external-ip"),
    PORT("turn.port"),
    TLS_PORT("turn.tls-port"),
    TLS_CERT("turn.tls-cert"),
    TLS_KEY("turn.tls-key"),
    RELAY_PORTS("turn.relay-ports"),
    USER_QUOTA("turn.user-quota"),
    TOTAL_QUOTA("turn.total-quota"),
    MAX_BPS("turn.max-bps"),
    ALLOWED_PEERS("turn.allowed-peers"),
    DENIED_PEERS("turn.denied-peers");

    private final String text;

    TurnKey(String text) {
        this.text = text;
    }

    static Set<String> names() {
        return Arrays.stream(values()).map(TurnKey::toString).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String toString() {
        return text;
    }
}
