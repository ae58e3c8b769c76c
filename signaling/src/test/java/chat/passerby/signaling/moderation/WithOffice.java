package chat.passerby.signaling.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.config.Settings.Moderation;
import chat.passerby.signaling.moderation.Answer.Done;
import chat.passerby.signaling.protocol.Statement;
import chat.passerby.signaling.session.BrowserId;
import chat.passerby.signaling.session.NetworkId;
import chat.passerby.signaling.session.Secrets;
import chat.passerby.signaling.store.StorageException;
import chat.passerby.signaling.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A whole office over a database in a temporary folder. Nothing in it knows the time: each test says what time it is.
@SuppressWarnings("NullAway.Init") // before each test
abstract class WithOffice {
    static final Moderation RULES =
            new Moderation(Duration.ofDays(180), Duration.ofDays(30), 3, Duration.ofMinutes(30), false);

    @TempDir
    Path folder;

    Store store;
    Office office;
    Measures measures;
    Cases cases;
    Decisions decisions;
    Appeals appeals;
    Outcomes outcomes;
    Moderators moderators;
    Peers peers = new Peers(100, 10, false);
    ModeratorId mia;
    ModeratorId max;
    final List<Judged> judged = new ArrayList<>();

    record Judged(BrowserId browser, @Nullable NetworkId network, Statement statement) {}

    @BeforeEach
    void open() throws Exception {
        begin(RULES);
        mia = moderators.add("Mia", Samples.NOON).orElseThrow().moderator();
        max = moderators.add("Max", Samples.NOON).orElseThrow().moderator();
    }

    /// As after a restart.
    void reopen(Moderation rules) throws Exception {
        store.close();
        begin(rules);
    }

    private void begin(Moderation rules) throws Exception {
        store = Store.open(folder);
        office = Office.of(store, Secrets.load(folder), rules);
        measures = Measures.load(office, Samples.NOON);
        measures.announceTo((browser, network, statement) -> judged.add(new Judged(browser, network, statement)));
        cases = new Cases(office, measures);
        decisions = new Decisions(office, measures, () -> peers);
        appeals = new Appeals(office, measures);
        outcomes = new Outcomes(office);
        moderators = new Moderators(office);
    }

    @AfterEach
    void close() {
        store.close();
    }

    /// Takes a case and decides it.
    DecisionId decide(CaseId id, ModeratorId by, Ruling ruling, Instant now) throws StorageException {
        int version = cases.open(id, by, now).orElseThrow().version();
        return done(decisions.decide(id, version, by, Samples.verdict(ruling), now));
    }

    static DecisionId done(Answer answer) {
        assertThat(answer).isInstanceOf(Done.class);
        return ((Done) answer).decision();
    }

    /// Gives both moderators a passkey.
    void bothCanSignIn() throws StorageException {
        for (Person person : moderators.list()) {
            Code invitation =
                    moderators.invite(person.name(), Samples.NOON).orElseThrow().code();
            var passkey = new Passkey("credential-" + person.name(), person.id(), "key", 0, Samples.NOON, null);
            assertThat(moderators.join(invitation, passkey, Samples.NOON)).isPresent();
        }
    }

    /// The code to send a picture with, which this report must have got.
    static Code upload(Filed filed) {
        Code upload = filed.upload();
        if (upload == null) throw new AssertionError("no picture is taken with this report");
        return upload;
    }

    void pragma(String pragma) throws StorageException {
        store.read(handle ->
                handle.createQuery("pragma " + pragma).mapTo(String.class).findOne());
    }

    /// All that lies in the folder, whatever it is, byte by byte.
    String onDisk() {
        try (Stream<Path> files = Files.list(folder)) {
            return String.join("\n", files.map(WithOffice::content).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
