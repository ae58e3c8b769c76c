package chat.passerby.signaling;

import chat.passerby.signaling.config.Settings;
import chat.passerby.signaling.moderation.Invitation;
import chat.passerby.signaling.moderation.Moderators;
import chat.passerby.signaling.moderation.Office;
import chat.passerby.signaling.session.Secrets;
import chat.passerby.signaling.store.Store;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/// The moderators, as a command reaches them: in the database, while the server may run. Confined to one thread.
///
/// @param settings of the server whose moderators they are
record Roster(Settings settings, Store store, Moderators moderators) implements AutoCloseable {
    static Roster open(Where where) throws Exception {
        Settings settings = where.read(Map.of());
        Store store = Store.open(settings.data());
        Office office = Office.of(store, Secrets.load(settings.data()), settings.moderation());
        return new Roster(settings, store, new Moderators(office));
    }

    static String unknown(String name) {
        return "There is no moderator " + name + ": 'moderator list' prints who there is.";
    }

    /// The code stands behind the #, so that no server and no log gets to see it.
    int print(CommandSpec spec, Invitation invitation) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                "Open this once, within " + Moderators.INVITED.toHours() + " hours, in the browser to moderate with:");
        out.println(settings.address(settings.http().port()) + "/moderate#invite="
                + invitation.code().text());
        return 0;
    }

    int refuse(CommandSpec spec, String words) {
        spec.commandLine().getErr().println(words);
        return 1;
    }

    @Override
    public void close() {
        store.close();
    }
}
