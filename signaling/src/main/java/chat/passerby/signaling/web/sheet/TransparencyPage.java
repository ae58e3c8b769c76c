package chat.passerby.signaling.web.sheet;

import chat.passerby.signaling.moderation.audit.Month;
import chat.passerby.signaling.store.StorageException;
import chat.passerby.signaling.web.Asset;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What happened here, by month, as page and as JSON; written anew every few minutes. Who watched it at once could tell
/// from a number that moves whose report it was. Any thread; now and then it waits for the disk.
final class TransparencyPage {
    static final Duration SHOWN = Duration.ofMinutes(3);

    private final Source source;
    private final Sheet sheet;
    private final InstantSource clock;
    private final Cache<String, Written> written;

    /// Where the plain numbers come from.
    @FunctionalInterface
    public interface Source {
        List<Month> months() throws StorageException;
    }

    private record Written(Asset html, Asset json) {}

    TransparencyPage(Source source, Sheet sheet, InstantSource clock) {
        this.source = source;
        this.sheet = sheet;
        this.clock = clock;
        written = Caffeine.newBuilder()
                .maximumSize(1)
                .expireAfterWrite(SHOWN)
                .ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
                .build();
    }

    Asset html() throws StorageException {
        return current().html;
    }

    Asset json() throws StorageException {
        return current().json;
    }

    /// Two who come at once may both write it; that costs less than one who waits for the other.
    private Written current() throws StorageException {
        @Nullable Written known = written.getIfPresent("");
        if (known != null) return known;
        Written now = write();
        written.put("", now);
        return now;
    }

    private Written write() throws StorageException {
        List<PublicMonth> months = source.months().stream()
                .map(PublicMonth::of)
                .sorted(Comparator.comparing(PublicMonth::month).reversed())
                .toList();
        YearMonth running = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
        return new Written(
                Asset.written(
                        "/transparency.html",
                        sheet.page("Transparency", "/transparency", TransparencySheet.of(months, running))),
                Asset.written("/transparency.json", PublicJson.of(months, running.toString())));
    }
}
