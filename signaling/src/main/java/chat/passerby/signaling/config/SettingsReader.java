package chat.passerby.signaling.config;

import chat.passerby.signaling.config.Settings.Age;
import chat.passerby.signaling.config.Settings.Care;
import chat.passerby.signaling.config.Settings.Http;
import chat.passerby.signaling.config.Settings.Moderation;
import chat.passerby.signaling.config.Settings.Site;
import chat.passerby.signaling.config.Settings.Tls;
import chat.passerby.turn.InvalidTurnSettings;
import chat.passerby.turn.TurnSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Lays the sources of settings over one another and collects everything that is wrong with them, so that an operator
/// mends a file once. Confined to the thread that reads.
final class SettingsReader {
    private final Map<Key, Given> given = new EnumMap<>(Key.class);
    private final List<String> problems = new ArrayList<>();

    /// @param source where the operator wrote it
    private record Given(String text, String source) {}

    private SettingsReader() {}

    static Settings read(@Nullable Path file, Map<Key, String> options) throws InvalidSettings {
        var reader = new SettingsReader();
        reader.lay(SettingsFile.readDefaults(), "defaults");
        if (file != null) reader.lay(SettingsFile.read(file), file.toString());
        options.forEach((key, text) -> reader.given.put(key, new Given(text, "command line")));
        return reader.settings();
    }

    /// A key without a value is as good as no line at all.
    private void lay(Map<String, String> texts, String source) {
        texts.forEach((name, text) -> Key.named(name)
                .ifPresentOrElse(
                        key -> {
                            if (!text.isEmpty()) given.put(key, new Given(text, source));
                        },
                        () -> problems.add(name + " is no setting" + Nearest.hint(name) + " (" + source + ")")));
    }

    private Settings settings() throws InvalidSettings {
        @Nullable Origin url = one(Key.SITE_URL, null, Origin::parse);
        @Nullable Path certificates = one(Key.TLS_CERT, null, Rules::path);
        @Nullable Path key = one(Key.TLS_KEY, null, Rules::path);
        if ((certificates == null) != (key == null) && problems.isEmpty())
            problems.add("tls.cert and tls.key must be given together");
        if (certificates != null && url != null && !url.encrypted())
            problems.add("site.url must begin with https:// when tls.cert is given");
        var site = new Site(url, list(Key.SITE_ORIGINS, Origin::parse));
        var about = about();
        var http = new Http(one(Key.HTTP_HOST, "", Rules::host), one(Key.HTTP_PORT, 0, Rules::port));
        var tls = certificates == null || key == null ? null : new Tls(certificates, key);
        var proxies = list(Key.PROXY_TRUSTED, Rules::network);
        var data = one(Key.DATA_DIR, Path.of(""), Rules::path);
        var lanes = new Lanes(Set.copyOf(list(Key.LANES, Rules::lane)));
        var care = new Care(one(Key.CARE_HELPLINES_FILE, null, Rules::path), age());
        var moderation = moderation();
        var stun = list(Key.ICE_SERVERS, Rules::stun);
        var path = one(Key.MEDIA_PATH, PathRule.CHOICE, Rules::mediaPath);
        var relay = one(Key.RELAY, RelayRule.AUTO, Rules::relay);
        @Nullable TurnSettings turn = turn();
        if (turn != null
                && path == PathRule.PRIVATE
                && relay == RelayRule.OFF
                && turn.servers().isEmpty())
            problems.add(
                    Key.MEDIA_PATH + " can be private only with a relay: see " + Key.RELAY + " and " + Key.TURN_URLS);
        @Nullable Http metrics = one(Key.METRICS_LISTEN, null, Rules::listen);
        if (metrics != null && metrics.port() != 0 && metrics.port() == http.port())
            problems.add(Key.METRICS_LISTEN + " must have another port than " + Key.HTTP_PORT);
        if (turn == null || !problems.isEmpty()) throw new InvalidSettings(problems);
        return new Settings(
                site, about, http, tls, proxies, data, lanes, care, moderation, path, stun, relay, turn, metrics);
    }

    private @Nullable Age age() {
        @Nullable Path key = one(Key.AGE_ISSUER_KEY_FILE, null, Rules::path);
        @Nullable URI url = one(Key.AGE_URL, null, Rules::page);
        if ((given.get(Key.AGE_ISSUER_KEY_FILE) == null) != (given.get(Key.AGE_URL) == null))
            problems.add(Key.AGE_ISSUER_KEY_FILE + " and " + Key.AGE_URL + " must be given together");
        return key == null || url == null ? null : new Age(key, url);
    }

    private About about() {
        return new About(
                one(Key.SITE_OPERATOR, null, Rules::name),
                one(Key.SITE_CONTACT, null, Contact::parse),
                one(Key.SITE_AUTHORITY_CONTACT, null, Contact::parse),
                one(Key.SITE_RULES_FILE, null, Rules::path),
                one(Key.SITE_PRIVACY_FILE, null, Rules::path),
                one(Key.SITE_LANGUAGE, "en", Rules::language));
    }

    private Moderation moderation() {
        return new Moderation(
                Duration.ofDays(one(Key.MODERATION_APPEAL_WINDOW, 0, text -> Rules.number(text, 1, 3_650))),
                Duration.ofDays(one(Key.MODERATION_EVIDENCE_DAYS, 0, text -> Rules.number(text, 1, 365))),
                one(Key.MODERATION_AUTO_REPORTERS, 0, Rules::reporters),
                Duration.ofMinutes(one(Key.MODERATION_AUTO_MINUTES, 0, text -> Rules.number(text, 1, 60))),
                one(Key.MODERATION_FRAMES_OF_MINORS, false, Rules::onOrOff));
    }

    /// The rules of these stand beside what they are for.
    private @Nullable TurnSettings turn() {
        var texts = new HashMap<String, String>();
        given.forEach((key, value) -> texts.put(key.toString(), value.text));
        try {
            return TurnSettings.read(texts);
        } catch (InvalidTurnSettings invalid) {
            for (var problem : invalid.problems()) {
                Given value = Key.named(problem.key()).map(given::get).orElse(null);
                problems.add(problem + (value == null ? "" : " (" + value.source + ")"));
            }
            return null;
        }
    }

    private <T extends @Nullable Object> T one(Key key, T missing, Function<String, T> rule) {
        Given value = given.get(key);
        if (value == null) return missing;
        try {
            return rule.apply(value.text);
        } catch (Unfit unfit) {
            refuse(key, value, value.text, unfit);
            return missing;
        }
    }

    private <T> List<T> list(Key key, Function<String, T> rule) {
        Given value = given.get(key);
        if (value == null) return List.of();
        var values = new ArrayList<T>();
        Stream.of(value.text.split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .forEach(text -> {
                    try {
                        values.add(rule.apply(text));
                    } catch (Unfit unfit) {
                        refuse(key, value, text, unfit);
                    }
                });
        return values;
    }

    private void refuse(Key key, Given value, String text, Unfit unfit) {
        // Who knows a lane's name may enter it.
        String shown = key == Key.LANES ? "" : ", not " + text;
        problems.add(key + " " + unfit.getMessage() + shown + " (" + value.source + ")");
    }
}
