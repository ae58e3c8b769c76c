package chat.passerby.signaling.web;

import chat.passerby.signaling.config.Settings;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/// Where the server listens: HTTP/1.1, which WebSockets start from, with TLS or without.
public final class Listener {
    /// A crowd that comes back after a restart comes at once.
    private static final int WAITING_TO_BE_ACCEPTED = 4_096;

    private Listener() {}

    /// A connector for `server`, not yet added to it.
    public static ServerConnector on(
            Server server, Settings.Http http, SecurityHeaders headers, SslContextFactory.@Nullable Server tls) {
        var configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.addCustomizer(headers);
        // Browsers check the certificate's name; behind a test's or a private name, the server need not.
        if (tls != null) configuration.addCustomizer(new SecureRequestCustomizer(false));
        var connector = new ServerConnector(server, tls, new HttpConnectionFactory(configuration));
        connector.setHost(http.host());
        connector.setPort(http.port());
        connector.setAcceptQueueSize(WAITING_TO_BE_ACCEPTED);
        return connector;
    }
}
