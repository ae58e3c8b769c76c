package chat.passerby.e2e.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.bidi.log.LogLevel;
import org.openqa.selenium.bidi.module.LogInspector;
import org.openqa.selenium.bidi.module.Network;

/// What a browser complained about: errors in the console, uncaught exceptions, forbidden code, missing files. Any
/// thread.
final class Complaints {
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();

    private Complaints() {}

    static Complaints of(WebDriver driver) {
        var complaints = new Complaints();
        var log = new LogInspector(driver);
        log.onConsoleEntry(entry -> {
            if (entry.getLevel() == LogLevel.ERROR) complaints.heard.add("console: " + entry.getText());
        });
        log.onJavaScriptException(error -> complaints.heard.add("uncaught: " + error.getText()));
        new Network(driver).onResponseCompleted(answer -> {
            long status = answer.getResponseData().getStatus();
            if (status >= 400) {
                complaints.heard.add(status + " for " + answer.getRequest().getUrl());
            }
        });
        return complaints;
    }

    /// All since the last time.
    List<String> take() {
        List<String> taken = new ArrayList<>();
        for (String one = heard.poll(); one != null; one = heard.poll()) taken.add(one);
        return taken;
    }
}
