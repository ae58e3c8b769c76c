package chat.passerby.signaling;

import chat.passerby.signaling.config.InvalidSettings;
import chat.passerby.signaling.config.Key;
import chat.passerby.signaling.config.Origin;
import chat.passerby.signaling.config.Settings;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `passerby serve`: runs the server until it is told to stop.
@Command(
        name = "serve",
        description = "Run Passerby: the page and the server that pairs people.",
        mixinStandardHelpOptions = true)
final class Serve implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(Serve.class);

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings; 'passerby settings' prints them all with their defaults.")
    private @Nullable Path config;

    private final Map<Key, String> options = new EnumMap<>(Key.class);

    @Option(names = "--port", paramLabel = "PORT", description = "Where to listen; 0 for any free port.")
    void port(String port) {
        options.put(Key.HTTP_PORT, port);
    }

    @Option(names = "--host", paramLabel = "HOST", description = "On which address; this machine alone by default.")
    void host(String host) {
        options.put(Key.HTTP_HOST, host);
    }

    @Option(names = "--data", paramLabel = "DIR", description = "Where to keep what must outlive a restart.")
    void data(String data) {
        options.put(Key.DATA_DIR, data);
    }

    @Override
    public Integer call() throws Exception {
        Settings settings;
        try {
            settings = Settings.read(config, options);
        } catch (InvalidSettings e) {
            System.err.println(e.getMessage());
            return 2;
        }
        Server server = new Server(settings);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.stop();
            stopped.countDown();
        }));
        server.start();
        announce(settings.address(server.port()));
        stopped.await();
        return 0;
    }

    private static void announce(Origin address) {
        System.out.println("Passerby is ready: " + address);
        if (!address.secureContext())
            LOG.warn(
                    "Browsers give no camera to a page at {}: use https (tls.cert and tls.key, or a proxy that has"
                            + " them) and say so in site.url",
                    address);
    }
}
