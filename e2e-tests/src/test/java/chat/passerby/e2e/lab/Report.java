package chat.passerby.e2e.lab;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.json.Json;

/// What the lab has seen, as a table for people (`report.txt`, `report.html`) and for programs (`report.json`).
/// Confined
/// to one thread.
public final class Report {
    private static final int WIDE = 23;

    private final String relay;
    private final List<Meeting> meetings = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    Report(String relay) {
        this.relay = relay;
    }

    public void add(Meeting meeting) {
        meetings.add(meeting);
    }

    public void add(Fault fault) {
        faults.add(fault);
    }

    String relay() {
        return relay;
    }

    List<Meeting> meetings() {
        return meetings;
    }

    List<Fault> faults() {
        return faults;
    }

    Optional<Meeting> between(Nat one, Nat other) {
        return meetings.stream()
                .filter(it -> (it.a() == one && it.b() == other) || (it.a() == other && it.b() == one))
                .findAny();
    }

    Path write(Path folder) throws IOException {
        Files.writeString(folder.resolve("report.txt"), text());
        Files.writeString(folder.resolve("report.json"), json());
        return Files.writeString(folder.resolve("report.html"), ReportPage.of(this));
    }

    private String text() {
        var text = new StringBuilder("Path and time to the first picture; relay: ").append(relay);
        text.append("\n\n").append(" ".repeat(WIDE));
        for (Nat column : Nat.values()) text.append(padded(column.word()));
        for (Nat row : Nat.values()) {
            String cells = Stream.of(Nat.values())
                    .filter(column -> column.compareTo(row) <= 0)
                    .map(column -> padded(between(row, column)
                            .map(it -> (it.isRelayed() ? "relay " : "direct ")
                                    + it.firstPicture().toMillis())
                            .orElse("·")))
                    .collect(joining());
            text.append('\n').append((row.title() + " ".repeat(WIDE)), 0, WIDE).append(cells);
        }
        for (Fault fault : faults)
            text.append(
                    "\n%5d ms without a picture: %s".formatted(fault.freeze().toMillis(), fault.what()));
        return text.append('\n').toString();
    }

    private static String padded(String cell) {
        return "%-15s".formatted(cell);
    }

    private String json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("relay", relay);
        all.put("meetings", meetings.stream().map(Report::json).toList());
        all.put(
                "faults",
                faults.stream()
                        .map(it ->
                                Map.of("what", it.what(), "freeze", it.freeze().toMillis()))
                        .toList());
        return new Json().toJson(all);
    }

    private static Map<String, Object> json(Meeting meeting) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("waiter", meeting.a().word());
        one.put("comer", meeting.b().word());
        one.put("path", meeting.isRelayed() ? "relay" : "direct");
        one.put("relays", meeting.relays());
        one.put("firstPicture", meeting.firstPicture().toMillis());
        return one;
    }
}
