package chat.passerby.signaling;

import chat.passerby.signaling.config.Key;
import chat.passerby.signaling.config.Origin;
import chat.passerby.signaling.config.Settings;
import chat.passerby.signaling.web.CheckKey;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `passerby serve`: runs the server until it is told to stop.
@Command(
        name = "serve",
        description = "Run Passerby: the page and the server that pairs people.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Build.class)
final class Serve implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(Serve.class);

    @Mixin
    private final Where where = new Where();

    private final Map<Key, String> options = new EnumMap<>(Key.class);

    @Option(names = "--port", paramLabel = "PORT", description = "Where to listen; 0 for any free port.")
    void port(String port) {
        options.put(Key.HTTP_PORT, port);
    }

    @Option(names = "--host", paramLabel = "HOST", description = "On which address; this machine alone by default.")
    void host(String host) {
        options.put(Key.HTTP_HOST, host);
    }

    @Option(
            names = "--check-page",
            description = "Print a link to a page that tries the TURN servers from the browser that opens it.")
    private boolean checkPage;

    @Override
    public Integer call() throws Exception {
        Settings settings = where.read(options);
        @Nullable CheckKey key = checkPage ? CheckKey.random(new SecureRandom()) : null;
        Server server = new Server(settings, key);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.stop();
            stopped.countDown();
        }));
        server.start();
        Origin address = settings.address(server.port());
        announce(address);
        if (key != null) System.out.println("Try the relays from a browser: " + address + key.path());
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
