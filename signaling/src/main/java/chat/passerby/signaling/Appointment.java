package chat.passerby.signaling;

import chat.passerby.signaling.config.Settings;
import chat.passerby.signaling.moderation.Invitation;
import chat.passerby.signaling.moderation.Moderators;
import chat.passerby.signaling.moderation.Office;
import chat.passerby.signaling.session.Secrets;
import chat.passerby.signaling.store.StorageException;
import chat.passerby.signaling.store.Store;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// A command about moderators. It writes to the database itself; the server may run meanwhile, and need not.
abstract class Appointment implements Callable<Integer> {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Mixin
    private final Where where = new Where();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    /// @return how the command ends
    abstract int with(Moderators moderators, Settings settings, Instant now) throws StorageException;

    @Override
    public Integer call() throws Exception {
        Settings settings = where.read(Map.of());
        try (Store store = Store.open(settings.data())) {
            return with(moderators(store, settings), settings, Instant.now());
        } finally {
            out().flush();
        }
    }

    private static Moderators moderators(Store store, Settings settings) throws IOException {
        return new Moderators(Office.of(store, Secrets.load(settings.data()), settings.moderation()));
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /// Says what went wrong, and what to do.
    int refuse(String words) {
        spec.commandLine().getErr().println(words);
        return 1;
    }

    void print(Invitation invitation, Settings settings) {
        out().println(settings.address(settings.http().port()) + "/moderate#invite="
                + invitation.code().text());
        out().println("Open this link once, before " + time(invitation.expires())
                + ", in the browser that will be used, and make a passkey there.");
        out().println("Whoever has the link can do so: send it in private.");
    }

    static String time(Instant at) {
        return TIME.format(at);
    }
}
