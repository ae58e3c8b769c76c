package chat.passerby.e2e.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.json.Json;

/// One line of the chat as it stands on the page.
///
/// @param from me or partner
/// @param state pending, sent or received
/// @param elements how many elements its text became; none, if text stays text
public record Line(String from, String state, String text, int elements) {
    static List<Line> in(String json) {
        List<Line> lines = new ArrayList<>();
        if (json.isEmpty()) return lines;
        List<Map<String, Object>> all = new Json().toType(json, Json.LIST_OF_MAPS_TYPE);
        for (Map<String, Object> one : all) {
            lines.add(new Line(
                    String.valueOf(one.get("from")),
                    String.valueOf(one.get("state")),
                    String.valueOf(one.get("text")),
                    ((Number) one.getOrDefault("elements", 0)).intValue()));
        }
        return lines;
    }
}
