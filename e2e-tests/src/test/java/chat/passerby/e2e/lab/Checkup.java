package chat.passerby.e2e.lab;

import chat.passerby.e2e.stage.JarProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// What `passerby doctor` said.
///
/// @param healthy by its exit code
public record Checkup(boolean healthy, String words) {
    static Checkup at(Home home, Path settings, Certificate trusted) {
        var command = JarProcess.command(Network.at(home.node()), "doctor", "--config", settings.toString());
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        String trust = "-Djavax.net.ssl.trustStore=" + trusted.store() + " -Djavax.net.ssl.trustStorePassword="
                + Certificate.PASSWORD;
        builder.environment().put("JDK_JAVA_OPTIONS", trust);
        try {
            Process doctor = builder.start();
            String words = new String(doctor.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Checkup(doctor.onExit().join().exitValue() == 0, words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
