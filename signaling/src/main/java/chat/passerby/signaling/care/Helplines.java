package chat.passerby.signaling.care;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Whom to call, by country, as the hoster's file says. A wrong number does harm: each names where it was read, and
/// when.
/// Checked whole when it is made; immutable.
///
/// @param countries each once
public record Helplines(List<Country> countries) {
    /// An entry older than this should be looked at again.
    static final int MONTHS = 12;

    private static final int COUNTRIES = 300;
    private static final int LINES = 20;
    private static final int TEXT = 200;
    private static final Pattern CODE = Pattern.compile("[A-Z]{2}");
    /// As one would dial or read it aloud; * and # are keys, too.
    private static final Pattern NUMBER = Pattern.compile("[+0-9*#][0-9 ()*#-]{0,28}");

    private static final Pattern ADDRESS = Pattern.compile("https?://[!-~]{3,500}");

    public Helplines {
        countries = List.copyOf(countries);
        require(countries.size() <= COUNTRIES, "countries", "must be " + COUNTRIES + " at most");
        Set<String> codes = new HashSet<>();
        for (Country each : countries)
            require(codes.add(each.country()), "country", "must be there once each, not twice " + each.country());
    }

    /// One country.
    ///
    /// @param country   its code (ISO 3166-1 alpha-2); the page names it in the visitor's language
    /// @param emergency the number for danger to life
    /// @param lines     where somebody listens
    public record Country(String country, @Nullable Emergency emergency, List<Line> lines) {
        public Country {
            require(CODE.matcher(country).matches(), "country", "must be two capital letters (ISO 3166)");
            lines = List.copyOf(lines);
            require(lines.size() <= LINES, "lines", "must be " + LINES + " at most");
            require(emergency != null || !lines.isEmpty(), "lines", "must not be empty without an emergency number");
        }
    }

    /// The number for danger to life.
    ///
    /// @param source  the public page that names it
    /// @param checked when somebody last read it there
    public record Emergency(String number, String source, LocalDate checked) {
        public Emergency {
            checkNumber(number);
            checkSource(source);
        }
    }

    /// A line of people who listen.
    ///
    /// @param name  what it calls itself
    /// @param about a few words: when, for whom, how else
    public record Line(String name, String number, @Nullable String about, String source, LocalDate checked) {
        public Line {
            require(!name.isBlank() && name.length() <= TEXT, "name", "must have 1 to " + TEXT + " characters");
            checkNumber(number);
            require(
                    about == null || (!about.isBlank() && about.length() <= TEXT),
                    "about",
                    "must have 1 to " + TEXT + " characters");
            checkSource(source);
        }
    }

    /// What should be looked at again, each as "US 988".
    public List<String> stale(LocalDate today) {
        LocalDate limit = today.minusMonths(MONTHS);
        List<String> stale = new ArrayList<>();
        for (Country each : countries) {
            if (each.emergency() != null && each.emergency().checked().isBefore(limit))
                stale.add(each.country() + " " + each.emergency().number());
            for (Line line : each.lines())
                if (line.checked().isBefore(limit)) stale.add(each.country() + " " + line.number());
        }
        return stale;
    }

    private static void checkNumber(String number) {
        require(NUMBER.matcher(number).matches(), "number", "must be digits as they are dialled, such as 116 123");
    }

    private static void checkSource(String source) {
        require(ADDRESS.matcher(source).matches(), "source", "must be the address of a public page");
    }

    private static void require(boolean met, String field, String rule) {
        if (!met) throw new IllegalArgumentException(field + " " + rule);
    }
}
