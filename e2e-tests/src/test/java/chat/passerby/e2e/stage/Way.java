package chat.passerby.e2e.stage;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openqa.selenium.json.Json;

/// Two addresses between which a call's packets can go; as a browser's statistics have it.
///
/// @param here  host, srflx, prflx or relay
/// @param there likewise
/// @param by    how the relay here is reached: udp, tcp or tls; nothing without one
/// @param used  the call goes this way
public record Way(String here, String there, String by, boolean used) {
    static List<Way> in(String json) {
        if (json.isEmpty()) return List.of();
        List<Map<String, Object>> all = new Json().toType(json, Json.LIST_OF_MAPS_TYPE);
        return all.stream()
                .map(one -> new Way(
                        String.valueOf(one.get("here")),
                        String.valueOf(one.get("there")),
                        String.valueOf(one.get("by")),
                        Boolean.TRUE.equals(one.get("used"))))
                .toList();
    }

    public boolean isRelayed() {
        return Stream.of(here, there).anyMatch("relay"::equals);
    }
}
