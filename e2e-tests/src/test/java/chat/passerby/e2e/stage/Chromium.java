package chat.passerby.e2e.stage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.bidi.browsingcontext.BrowsingContext;
import org.openqa.selenium.bidi.browsingcontext.CaptureScreenshotParameters;
import org.openqa.selenium.bidi.browsingcontext.CreateContextParameters;
import org.openqa.selenium.bidi.module.Browser;
import org.openqa.selenium.bidi.module.Permission;
import org.openqa.selenium.bidi.module.Script;
import org.openqa.selenium.bidi.permissions.PermissionState;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/// A running Chromium at one of the machines. Starting it is dear, a profile in it is cheap and as separate as another
/// computer: nothing stored, nothing allowed. Confined to one thread at a time.
public final class Chromium implements AutoCloseable {
    private static final Path DEBIANS_BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DEBIANS_DRIVER = Path.of("/usr/bin/chromedriver");
    private static final List<String> QUIETLY = List.of(
            "--headless=new",
            "--window-size=1280,900",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    final ChromeDriver driver;
    final Script script;
    private final Complaints complaints;
    private final TemporaryFolder folder;
    private final Browser profiles;
    private final List<String> modifications = new ArrayList<>();
    private final Permission permissions;
    private final String firstTab;
    private String front;

    private Chromium(ChromeDriver driver, TemporaryFolder folder) {
        this.driver = driver;
        this.folder = folder;
        firstTab = driver.getWindowHandle();
        front = firstTab;
        complaints = Complaints.of(driver);
        profiles = new Browser(driver);
        permissions = new Permission(driver);
        script = new Script(driver);
        script.addPreloadScript(resource(Chromium.class, "witness.js"));
    }

    static Chromium start(Machine machine) {
        return start(machine, Surroundings.HERE);
    }

    public static Chromium start(Machine machine, Surroundings surroundings) {
        TemporaryFolder folder = TemporaryFolder.make();
        var options = new ChromeOptions();
        options.setCapability("webSocketUrl", true);
        options.addArguments(QUIETLY);
        options.addArguments(surroundings.options());
        options.addArguments("--user-data-dir=" + folder.path().resolve("profile"));
        options.addArguments("--use-fake-device-for-media-stream=device-count=" + (machine.hasDevices() ? 1 : 0));
        if (System.getProperty("user.name").equals("root")) options.addArguments("--no-sandbox");
        try {
            if (machine.hasDevices()) {
                options.addArguments(
                        "--use-file-for-fake-video-capture=" + FakeDevices.camera(machine.color(), folder.path()));
                options.addArguments(
                        "--use-file-for-fake-audio-capture=" + FakeDevices.microphone(machine.hertz(), folder.path()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Chromium(drive(options, surroundings), folder);
    }

    /// Debian's pair, or else what Selenium finds or fetches.
    private static ChromeDriver drive(ChromeOptions options, Surroundings surroundings) {
        Path driver = surroundings.driver().orElse(DEBIANS_DRIVER);
        if (!Files.exists(DEBIANS_BROWSER) || !Files.exists(driver)) return new ChromeDriver(options);
        options.setBinary(DEBIANS_BROWSER.toFile());
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.toFile())
                .withEnvironment(surroundings.environment())
                .build();
        return new ChromeDriver(service, options);
    }

    /// Until it is cleared, every page here runs this first: a resource beside that class.
    public void modify(Class<?> where, String resource) {
        modifications.add(script.addPreloadScript(resource(where, resource)));
    }

    /// Somebody who comes to this machine for the first time.
    public Visitor visitor(Machine machine, Deployment deployment) {
        return new Visitor(machine, deployment, newProfile());
    }

    /// A tab in a profile that nobody has used.
    Tab newProfile() {
        return newTab(profiles.createUserContext());
    }

    /// One more tab, in front of the profile's others.
    Tab newTab(String profile) {
        var parameters = new CreateContextParameters(WindowType.TAB).userContext(profile);
        String id = new BrowsingContext(driver, parameters).getId();
        bringToFront(id);
        return new Tab(this, profile, id);
    }

    /// Of a whole page, in this light: `light` or `dark`.
    public byte[] picture(URI page, String light) {
        forgetFront();
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", light))));
        driver.get(page.toString());
        var whole = new CaptureScreenshotParameters().origin(CaptureScreenshotParameters.Origin.DOCUMENT);
        return Base64.getDecoder().decode(new BrowsingContext(driver, firstTab).captureScreenshot(whole));
    }

    void permit(String profile, String origin, PermissionState state) {
        for (String device : List.of("camera", "microphone")) {
            permissions.setPermission(Map.of("name", device), state, origin, profile);
        }
    }

    void bringToFront(String tab) {
        if (tab.equals(front)) return;
        driver.switchTo().window(tab);
        front = tab;
    }

    void forgetFront() {
        driver.switchTo().window(firstTab);
        front = firstTab;
    }

    /// Ends everybody's visit.
    public void clear() {
        forgetFront();
        modifications.forEach(script::removePreloadScript);
        modifications.clear();
        for (String profile : profiles.getUserContexts()) {
            if (!profile.equals("default")) profiles.removeUserContext(profile);
        }
    }

    /// What it complained about since the last time.
    public List<String> complaints() {
        return complaints.take();
    }

    @Override
    public void close() {
        driver.quit();
        folder.close();
    }

    private static String resource(Class<?> where, String name) {
        try (@Nullable InputStream in = where.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException(name + " is missing");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
