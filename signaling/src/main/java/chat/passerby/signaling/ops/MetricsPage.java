package chat.passerby.signaling.ops;

import chat.passerby.signaling.config.Settings;
import chat.passerby.signaling.metrics.Metric;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `/metrics`, for Prometheus, on a listener of its own: what leads to the page for visitors does not lead here. Any
/// thread.
public final class MetricsPage {
    private static final Logger LOG = LoggerFactory.getLogger(MetricsPage.class);

    private final Server server = new Server(new VirtualThreadPool());
    private final ServerConnector connector;
    private final Settings.Http at;

    /// Does not listen yet.
    ///
    /// @param figures asked at each request: must not wait
    public MetricsPage(Settings.Http at, Supplier<List<Metric>> figures) {
        this.at = at;
        var configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        connector = new ServerConnector(server, new HttpConnectionFactory(configuration));
        connector.setHost(at.host());
        connector.setPort(at.port());
        server.addConnector(connector);
        server.setHandler(new Answers(figures));
    }

    /// Listens when it returns.
    public void start() throws Exception {
        try {
            connector.open();
        } catch (IOException e) {
            String why = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
            throw new CannotListen(
                    "metrics.listen: " + at + " cannot be had: " + why
                            + ". Choose another port, or stop what listens there; without a value there is no metrics page.",
                    e);
        }
        server.start();
        LOG.info("Metrics at http://{}:{}/metrics", at.bracketed(), port());
        if (!at.inside())
            LOG.warn(
                    "metrics.listen: whoever reaches {} reads how many people are here; let only your Prometheus in",
                    at);
    }

    public int port() {
        return connector.getLocalPort();
    }

    public void stop() throws Exception {
        server.stop();
    }

    private static final class Answers extends Handler.Abstract.NonBlocking {
        private final Supplier<List<Metric>> figures;

        private Answers(Supplier<List<Metric>> figures) {
            this.figures = figures;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            if (!Request.getPathInContext(request).equals("/metrics")) return false;
            response.setStatus(HttpStatus.OK_200);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, Exposition.TYPE);
            response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
            Content.Sink.write(response, true, Exposition.of(figures.get()), callback);
            return true;
        }
    }
}
