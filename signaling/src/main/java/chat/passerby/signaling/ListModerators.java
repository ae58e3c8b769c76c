package chat.passerby.signaling;

import chat.passerby.signaling.config.Settings;
import chat.passerby.signaling.moderation.Moderators;
import chat.passerby.signaling.moderation.Person;
import chat.passerby.signaling.store.StorageException;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;

/// `passerby moderator list`.
@Command(
        name = "list",
        description = "Print who the moderators are.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Build.class)
final class ListModerators extends Appointment {
    @Override
    int with(Moderators moderators, Settings settings, Instant now) throws StorageException {
        List<Person> people = moderators.list();
        if (people.isEmpty()) out().println("No moderators: 'passerby moderator add NAME' makes one.");
        for (Person person : people)
            out().println(person.name() + " · since " + time(person.created()) + " · "
                    + (person.passkeys() == 0 ? "has not made a passkey yet" : passkeys(person.passkeys())));
        return 0;
    }

    private static String passkeys(int count) {
        return count == 1 ? "1 passkey" : count + " passkeys";
    }
}
