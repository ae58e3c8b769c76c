package chat.passerby.signaling;

import chat.passerby.turn.TurnSettings;
import chat.passerby.turn.check.Diagnosis;
import chat.passerby.turn.check.Doctor;
import chat.passerby.turn.check.Patient;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `passerby doctor`: whether the TURN servers do what visitors need, and nothing else. The server may run meanwhile.
@Command(
        name = "doctor",
        description = "Examine TURN servers: what works, what does not, and which setting to change.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Build.class,
        exitCodeListHeading = "Ends with:%n",
        exitCodeList = {"0:nothing is wrong, as far as could be seen", "1:something is", "2:an option or a setting is"})
final class Examine implements Callable<Integer> {
    private static final int ILL = 1;

    @Mixin
    private final Where where = new Where();

    @Parameters(
            arity = "0..1",
            paramLabel = "HOST",
            description = "A name or an address, such as turn.example.org or turns:turn.example.org:443;"
                    + " otherwise all servers of the settings.")
    private @Nullable String host;

    @Option(names = "--json", description = "As JSON, for other programs.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        List<Patient> patients = patients(RelayPlan.running(where.read(Map.of())));
        Diagnosis diagnosis = new Doctor(new SecureRandom()).examine(patients, Instant.now());
        PrintWriter out = spec.commandLine().getOut();
        if (json) out.println(DiagnosisJson.of(diagnosis));
        else out.print(diagnosis);
        out.flush();
        return diagnosis.healthy() ? 0 : ILL;
    }

    private List<Patient> patients(TurnSettings settings) {
        try {
            List<Patient> patients = host == null ? Patient.all(settings) : Patient.at(host, settings);
            if (!patients.isEmpty()) return patients;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "HOST " + e.getMessage(), e);
        }
        throw new ParameterException(
                spec.commandLine(),
                "No TURN server is set (turn.urls, turn.servers-file), nor has this one relayed yet (passerby serve):"
                        + " name the settings by --config and --data, or a HOST.");
    }
}
