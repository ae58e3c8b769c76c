package chat.passerby.e2e.stage;

import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.bidi.browsingcontext.BrowsingContext;
import org.openqa.selenium.bidi.permissions.PermissionState;
import org.openqa.selenium.bidi.script.EvaluateResult;
import org.openqa.selenium.bidi.script.EvaluateResultSuccess;
import org.openqa.selenium.support.ui.FluentWait;

/// One tab. Acting in it brings it to the front, as it does for people; reading does not. Confined to one thread at a
/// time.
final class Tab {
    static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BLINK = Duration.ofMillis(40);

    final Chromium chromium;
    final String profile;
    private final String id;

    Tab(Chromium chromium, String profile, String id) {
        this.chromium = chromium;
        this.profile = profile;
        this.id = id;
    }

    /// Loads it anew, also where it differs from the page before only behind the `#`.
    void open(String address) {
        front();
        if (address.contains("#")) chromium.driver.get("about:blank");
        enter(address);
    }

    /// As typed over the address that is there: what differs only behind the `#` loads nothing.
    void enter(String address) {
        front();
        chromium.driver.get(address);
    }

    /// What the browser answers when this page asks for camera or microphone.
    void permit(PermissionState answer) {
        chromium.permit(profile, text("location.origin"), answer);
    }

    void reload() {
        front();
        chromium.driver.navigate().refresh();
    }

    void front() {
        chromium.bringToFront(id);
    }

    /// One more tab of the same browser, in front of this one.
    Tab beside() {
        return chromium.newTab(profile);
    }

    /// A copy, as "Duplicate tab" makes it: what the tab has stored for its session is copied, too. (Opened empty and
    /// then sent there: the driver loses track of a tab that opens with an address.)
    Tab duplicate() {
        front();
        Set<String> others = chromium.driver.getWindowHandles();
        String address = text("location.href");
        chromium.driver.executeScript("window.open('')");
        Set<String> opened = new HashSet<>();
        until(PATIENCE, () -> "a copy of the tab", () -> {
            opened.addAll(chromium.driver.getWindowHandles());
            return opened.removeAll(others) && !opened.isEmpty();
        });
        var copy = new Tab(chromium, profile, opened.iterator().next());
        copy.open(address);
        return copy;
    }

    void close() {
        front();
        chromium.driver.close();
        chromium.forgetFront();
    }

    /// What an expression is worth in the page, as text; nothing while the page is between documents.
    Optional<String> read(String expression) {
        String asText = "(async () => String(await (" + expression + ")))()";
        EvaluateResult result = chromium.script.evaluateFunctionInBrowsingContext(id, asText, true, Optional.empty());
        return result instanceof EvaluateResultSuccess success
                ? success.getResult().getValue().map(Object::toString)
                : Optional.empty();
    }

    String text(String expression) {
        return read(expression).orElse("");
    }

    double number(String expression) {
        return read(expression).map(Double::valueOf).orElse(0.0);
    }

    boolean holds(String expression) {
        return text(expression).equals("true");
    }

    /// Waits until it holds; what it waited for is asked only when it waited in vain.
    void until(Duration patience, Supplier<String> what, BooleanSupplier condition) {
        new FluentWait<>(this)
                .withTimeout(patience)
                .pollingEvery(BLINK)
                .withMessage(what)
                .ignoring(WebDriverException.class)
                .until(tab -> condition.getAsBoolean());
    }

    void press(String testId) {
        act(testId(testId), WebElement::click);
    }

    /// Whichever of the two is there.
    void pressEither(String testId, String other) {
        act(By.cssSelector("[data-testid=" + testId + "],[data-testid=" + other + "]"), WebElement::click);
    }

    /// Of several that share a test id.
    void press(String testId, String value) {
        act(By.cssSelector("[data-testid=" + testId + "][value=" + value + "]"), WebElement::click);
    }

    void pressEach(String testId) {
        front();
        for (WebElement one : chromium.driver.findElements(testId(testId)))
            act("each " + testId, () -> one, WebElement::click);
    }

    void type(String testId, CharSequence... keys) {
        act(testId(testId), element -> element.sendKeys(keys));
    }

    boolean shows(String testId) {
        return holds("!!witness.find('" + testId + "')?.checkVisibility()");
    }

    void resize(Dimension screen) {
        new BrowsingContext(chromium.driver, id).setViewport(screen.width, screen.height);
    }

    /// Draws the page as it stands on a screen of this size.
    byte[] photograph(Dimension screen) {
        front();
        var context = new BrowsingContext(chromium.driver, id);
        context.setViewport(screen.width, screen.height);
        try {
            read("witness.still()");
            return Base64.getDecoder().decode(context.captureScreenshot());
        } finally {
            context.setViewport((Double) null, null);
        }
    }

    private void act(By place, Consumer<WebElement> action) {
        act(place.toString(), () -> chromium.driver.findElement(place), action);
    }

    /// As soon as it is there, enabled, and nothing lies upon it.
    private void act(String what, Supplier<WebElement> place, Consumer<WebElement> action) {
        until(PATIENCE, () -> "no use of " + what, () -> {
            front();
            WebElement element = place.get();
            if (!element.isEnabled()) return false;
            action.accept(element);
            return true;
        });
    }

    private static By testId(String testId) {
        return By.cssSelector("[data-testid=" + testId + "]");
    }
}
