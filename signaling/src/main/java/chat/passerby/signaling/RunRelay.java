package chat.passerby.signaling;

import chat.passerby.relay.Relay;
import chat.passerby.relay.RelaySettings;
import chat.passerby.signaling.config.Settings;
import chat.passerby.turn.OwnRelay;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `passerby relay`: the TURN server alone, on a machine of its own or beside Passerby, until it is told to stop.
@Command(
        name = "relay",
        description = "Run the TURN server by itself, from the settings turn.*.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Build.class)
final class RunRelay implements Callable<Integer> {
    @Mixin
    private final Where where = new Where();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Settings settings = where.read(Map.of());
        RelaySettings relaySettings = RelayPlan.alone(settings);
        CountDownLatch stopped = new CountDownLatch(1);
        Relay relay = Relay.start(relaySettings);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            relay.close();
            stopped.countDown();
        }));
        announce(relay);
        advise(settings, relaySettings);
        out().flush();
        stopped.await();
        return 0;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private void announce(Relay relay) {
        out().println("The relay is ready: " + text(relay.addresses()) + " (UDP and TCP)");
        if (!relay.encrypted().isEmpty()) out().println("with TLS: " + text(relay.encrypted()));
    }

    /// What it lacks, if anything: here nobody lends it the page's certificate.
    private void advise(Settings settings, RelaySettings relay) {
        if (settings.turn().credentials() == null)
            out().println("Its secret, which those who make credentials need: "
                    + settings.data().resolve(OwnRelay.SECRET));
        if (relay.listen().tls() == null)
            out().println("without TLS: that needs turn.tls-cert and turn.tls-key"
                    + (settings.tls() == null ? "" : " (tls.cert and tls.key are the page's)"));
        if (RelayPlan.hidden(relay))
            out().println(
                            "Its address is a private one, which the internet does not reach: if visitors come from there,"
                                    + " set turn.ip and turn.external-ip");
    }

    private static String text(List<InetSocketAddress> addresses) {
        return addresses.stream()
                .map(at -> at.getAddress().getHostAddress() + " port " + at.getPort())
                .collect(Collectors.joining(", "));
    }
}
