package chat.passerby.e2e.stage;

import java.net.URI;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;

/// Somebody at the moderators' page, with a device that makes passkeys and asks for no finger. Confined to one thread
/// at
/// a time.
public final class Moderator extends Screen {
    private final Deployment deployment;

    Moderator(Deployment deployment, Tab tab) {
        super(tab);
        this.deployment = deployment;
        tab.front();
        tab.chromium.driver.addVirtualAuthenticator(new VirtualAuthenticatorOptions()
                .setProtocol(VirtualAuthenticatorOptions.Protocol.CTAP2)
                .setTransport(VirtualAuthenticatorOptions.Transport.INTERNAL)
                .setHasResidentKey(true)
                .setHasUserVerification(true)
                .setIsUserVerified(true));
    }

    public Moderator follows(URI link) {
        tab.open(link.toString());
        return this;
    }

    public Moderator opens() {
        return follows(deployment.address().resolve("/moderate"));
    }

    /// Of the page: opening, door, queue, case, appeal, log, figures.
    public Moderator isAt(String place) {
        tab.until(Tab.PATIENCE, () -> "the place " + place + ", not " + place(), () -> place().equals(place));
        return this;
    }

    private String place() {
        return read("witness.root('place')");
    }

    public Moderator presses(String testId) {
        tab.press(testId);
        return this;
    }

    /// Wherever the focus is.
    public Moderator strikes(CharSequence... keys) {
        tab.front();
        tab.chromium.driver.switchTo().activeElement().sendKeys(keys);
        return this;
    }

    public Moderator types(String testId, CharSequence... keys) {
        tab.type(testId, keys);
        return this;
    }

    public Moderator sees(String testId) {
        tab.until(Tab.PATIENCE, () -> testId + " to be seen", () -> tab.shows(testId));
        return this;
    }
}
