package chat.passerby.signaling.config;

import java.util.Arrays;
import java.util.Optional;

/// Every setting there is, by the name it has in a file. What each means stands in `passerby-defaults.properties`.
public enum Key {
    SITE_URL("site.url"),
    SITE_ORIGINS("site.origins"),
    HTTP_HOST("http.host"),
    HTTP_PORT("http.port"),
    TLS_CERT("tls.cert"),
    TLS_KEY("tls.key"),
    PROXY_TRUSTED("proxy.trusted"),
    DATA_DIR("data.dir"),
    LANES("lanes"),
    ICE_SERVERS("ice.servers");

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
