package chat.passerby.signaling;

import chat.passerby.signaling.moderation.Person;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `passerby moderator list`.
@Command(
        name = "list",
        description = "Print who the moderators are.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Build.class)
final class ListModerators implements Callable<Integer> {
    @Mixin
    private final Where where = new Where();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        try (var roster = Roster.open(where)) {
            PrintWriter out = spec.commandLine().getOut();
            List<Person> people = roster.moderators().list();
            if (people.isEmpty()) out.println("No moderators: 'moderator add NAME' makes one.");
            for (Person person : people) out.println(person.name() + ": " + passkeys(person.passkeys()));
            return 0;
        }
    }

    private static String passkeys(int count) {
        return switch (count) {
            case 0 -> "has not followed the link yet";
            case 1 -> "1 passkey";
            default -> count + " passkeys";
        };
    }
}
