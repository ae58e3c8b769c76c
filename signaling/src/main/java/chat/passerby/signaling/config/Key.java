package chat.passerby.signaling.config;

import java.util.Arrays;
import java.util.Optional;

/// Every setting there is, by the name it has in a file. What each means stands in `passerby-defaults.properties`.
public enum Key {
    SITE_URL("site.url"),
    SITE_ORIGINS("site.origins"),
    SITE_OPERATOR("site.operator"),
    SITE_CONTACT("site.contact"),
    SITE_AUTHORITY_CONTACT("site.authority-contact"),
    SITE_RULES_FILE("site.rules-file"),
    SITE_PRIVACY_FILE("site.privacy-file"),
    SITE_LANGUAGE("site.language"),
    HTTP_HOST("http.host"),
    HTTP_PORT("http.port"),
    TLS_CERT("tls.cert"),
    TLS_KEY("tls.key"),
    PROXY_TRUSTED("proxy.trusted"),
    DATA_DIR("data.dir"),
    LANES("lanes"),
    AGE_ISSUER_KEY_FILE("age.issuer-key-file"),
    AGE_URL("age.url"),
    CARE_HELPLINES_FILE("care.helplines-file"),
    MODERATION_APPEAL_WINDOW("moderation.appeal-window"),
    MODERATION_EVIDENCE_DAYS("moderation.evidence-days"),
    MODERATION_AUTO_REPORTERS("moderation.auto-reporters"),
    MODERATION_AUTO_MINUTES("moderation.auto-minutes"),
    MODERATION_FRAMES_OF_MINORS("moderation.frames-of-minors"),
    MEDIA_PATH("media.path"),
    ICE_SERVERS("ice.servers"),
    METRICS_LISTEN("metrics.listen"),
    RELAY("relay"),
    TURN_URLS("turn.urls"),
    TURN_SECRET_FILE("turn.secret-file"),
    TURN_PREVIOUS_SECRET_FILE("turn.previous-secret-file"),
    TURN_SERVERS_FILE("turn.servers-file"),
    TURN_TTL("turn.ttl"),
    TURN_REALM("turn.realm"),
    TURN_IP("turn.ip"),
    TURN_EXTERNAL_IP("turn.external-ip"),
    TURN_PORT("turn.port"),
    TURN_TLS_PORT("turn.tls-port"),
    TURN_TLS_CERT("turn.tls-cert"),
    TURN_TLS_KEY("turn.tls-key"),
    TURN_RELAY_PORTS("turn.relay-ports"),
    TURN_USER_QUOTA("turn.user-quota"),
    TURN_TOTAL_QUOTA("turn.total-quota"),
    TURN_MAX_BPS("turn.max-bps"),
    TURN_ALLOWED_PEERS("turn.allowed-peers"),
    TURN_DENIED_PEERS("turn.denied-peers");

    private final String text;

    Key(String text) {
        this.text = text;
    }

    static Optional<Key> named(String text) {
        return Arrays.stream(values()).filter(key -> key.text.equals(text)).findFirst();
    }

    @Override
    public String toString() {
        return text;
    }
}
