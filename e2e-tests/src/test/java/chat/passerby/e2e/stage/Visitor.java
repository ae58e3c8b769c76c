package chat.passerby.e2e.stage;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.openqa.selenium.Keys;
import org.openqa.selenium.bidi.permissions.PermissionState;

/// Somebody at a machine, in one tab of a browser that knows nothing of them yet. Each method is a sentence. Those that
/// say what is the case wait until it is, for a while. Confined to one thread at a time.
public final class Visitor extends Screen {
    /// The server looks every ten seconds, while it sees none.
    private static final Duration RELAY_SEEN = Duration.ofSeconds(30);

    /// The server keeps a place for 15 s, and asks for a sign of life within 20 s.
    public static final Duration LONG = Duration.ofSeconds(30);

    private final Machine machine;
    private final Deployment deployment;
    private final Senses senses;
    private PermissionState camera = PermissionState.GRANTED;

    Visitor(Machine machine, Deployment deployment, Tab tab) {
        super(tab);
        this.machine = machine;
        this.deployment = deployment;
        senses = new Senses(tab);
    }

    /// The same person, at the moderators' page in this tab.
    public Moderator asModerator() {
        return new Moderator(deployment, tab);
    }

    // ---- coming

    /// Will answer no when the browser asks: without a window to ask in, it takes silence for a no.
    public Visitor willDenyTheCamera() {
        camera = PermissionState.PROMPT;
        return this;
    }

    /// Has told the browser not even to ask.
    public Visitor hasBlockedTheCamera() {
        camera = PermissionState.DENIED;
        return this;
    }

    public Visitor holdsAPhone() {
        tab.resize(Photograph.PHONE);
        return this;
    }

    public Visitor opens() {
        return opens(deployment.address(), deployment.lane());
    }

    public Visitor opensInLane(String lane) {
        return opens(deployment.address(), Optional.of(lane));
    }

    /// In the address of the page that is open.
    public Visitor entersLane(String lane) {
        read("window.before = true");
        tab.enter(deployment.address() + "/#lane=" + lane);
        return is("loaded anew", () -> tab.holds("!window.before"));
    }

    public Visitor opensThrough(Wire wire) {
        return opens(URI.create("http://localhost:" + wire.port()), deployment.lane());
    }

    public Visitor opensWithStorageOf(Visitor other) {
        String stored = other.read("JSON.stringify([{...localStorage}, {...sessionStorage}])");
        tab.open(deployment.address() + "/healthz");
        read("(([a, b]) => { Object.assign(localStorage, a); Object.assign(sessionStorage, b) })(" + stored + ")");
        tab.open(deployment.address() + "/");
        return this;
    }

    public Visitor acceptsRules() {
        return presses("adult");
    }

    public Visitor likes(String interest) {
        tab.type("interests", interest, Keys.ENTER);
        return this;
    }

    public Visitor choosesText() {
        return presses("start-text");
    }

    /// To the mirror, and no further.
    public Visitor choosesVideo() {
        tab.permit(camera);
        return presses("start-video").isIn("preview");
    }

    /// Directly, where that is asked, and shows and looks at once. Unfiltered, because what cleans up speech takes a
    /// steady tone for noise.
    public Visitor goesWithOriginalSound() {
        return presses("original-sound").showsAndLooksAtOnce().goes("direct");
    }

    public Visitor showsAndLooksAtOnce() {
        return presses("show-at-once").presses("look-at-once");
    }

    /// As one comes who has chosen nothing.
    public Visitor comesHidden() {
        opens().acceptsRules().choosesVideo().presses("original-sound").senses().peep();
        return goes("direct");
    }

    /// On this path where that is asked, else on the only one. Hidden only where that is offered: it may be a moment
    /// since the relay was down.
    public Visitor goes(String path) {
        if (path.equals("private")) is("offered to hide", RELAY_SEEN, () -> tab.shows("go-private"));
        tab.pressEither("go-" + path, "go");
        return this;
    }

    public Visitor comesForText() {
        return opens().acceptsRules().choosesText();
    }

    public Visitor comesForVideo() {
        return opens().acceptsRules().choosesVideo().goesWithOriginalSound();
    }

    // ---- meeting

    public Visitor isIn(String phase) {
        return isIn(phase, Tab.PATIENCE);
    }

    public Visitor isIn(String phase, Duration patience) {
        return is("in " + phase, patience, () -> phase().equals(phase));
    }

    public Visitor isWaiting() {
        return isIn("waiting");
    }

    public Visitor isMatched() {
        return is("with somebody", () -> !room().isEmpty() && !partner().isEmpty());
    }

    public Visitor meets(Visitor other) {
        isMatched();
        other.isMatched();
        return is("with " + other, () -> isWith(other));
    }

    /// Says whom of the two.
    public Visitor meetsOneOf(Visitor one, Visitor other) {
        is("with " + one + " or " + other, () -> isWith(one) || isWith(other));
        return isWith(one) ? one : other;
    }

    public Visitor sees(Visitor other) {
        senses.see(other.machine);
        return this;
    }

    /// The call goes from one to the other, and through nobody's relay.
    public Visitor isDirect() {
        return is(
                "connected directly",
                Senses.PATIENCE,
                () -> senses.way().filter(way -> !way.isRelayed()).isPresent());
    }

    /// The call goes through a relay, and could not go without one.
    public Visitor isRelayed() {
        return is(
                "relayed",
                Senses.PATIENCE,
                () -> senses.way().isPresent() && senses.ways().stream().allMatch(Way::isRelayed));
    }

    public Visitor hears(Visitor other) {
        senses.hear(other.machine);
        return this;
    }

    /// Their sound comes, whatever the page makes of it.
    public Visitor isOverhearing(Visitor other) {
        senses.overhear(other.machine);
        return this;
    }

    public Senses senses() {
        return senses;
    }

    /// The partner's connection is lost; a place is kept for them.
    public Visitor isLeftAlone() {
        return is("left alone", () -> read("witness.root('partner')").equals("away"));
    }

    /// The conversation is over, and why.
    public Visitor isToldWhy(String reason) {
        return isToldWhy(reason, Tab.PATIENCE);
    }

    public Visitor isToldWhy(String reason, Duration patience) {
        return is("told “" + reason + "”", patience, () -> shows("partner-left", "reason", reason));
    }

    /// Camera and microphone do not start, and the page says why.
    public Visitor isInTrouble(String problem) {
        return is("in trouble: " + problem, () -> shows("problem", "problem", problem));
    }

    // ---- talking

    public Visitor says(String... texts) {
        for (String text : texts) tab.type("chat-input", text, Keys.ENTER);
        return this;
    }

    /// These lines of the partner, each once, in this order, and no others.
    public Visitor hasRead(String... texts) {
        return is("having read " + List.of(texts), () -> textsFrom("partner").equals(List.of(texts)));
    }

    /// These own lines, and all of them arrived.
    public Visitor hasBeenRead(String... texts) {
        return is(
                "having been read " + List.of(texts),
                () -> textsFrom("me").equals(List.of(texts))
                        && lines().stream().allMatch(line -> line.state().equals("received")));
    }

    // ---- leaving

    public Visitor next() {
        return presses(phase().equals("partner-left") ? "left-next" : "next");
    }

    /// At that moment of the machine's clock, in milliseconds.
    public void pressesNextAt(long moment) {
        read("witness.pressAt('next', " + moment + ")");
    }

    public Visitor stops() {
        return presses("stop").isIn("landing");
    }

    public Visitor goesHome() {
        return presses("left-home").isIn("landing");
    }

    public Visitor blocks() {
        return presses("block").presses("block-confirm");
    }

    /// With all lines as evidence.
    public Visitor reports(String reason) {
        return presses("report").attachesLinesFor(reason).presses("report-send");
    }

    /// In the open report: all lines, and why.
    public Visitor attachesLinesFor(String reason) {
        tab.pressEach("report-line");
        tab.press("report-reason", reason);
        return this;
    }

    public void closesTab() {
        tab.close();
    }

    public Visitor reloads() {
        tab.reload();
        return this;
    }

    // ---- whatever else

    public Visitor presses(String testId) {
        tab.press(testId);
        return this;
    }

    public Visitor types(String testId, CharSequence... keys) {
        tab.type(testId, keys);
        return this;
    }

    public Visitor isShown(String testId) {
        return isShown(testId, Tab.PATIENCE);
    }

    public Visitor isShown(String testId, Duration patience) {
        return is("shown “" + testId + "”", patience, () -> tab.shows(testId));
    }

    /// The same person in one more tab of the same browser.
    public Visitor inAnotherTab() {
        return new Visitor(machine, deployment, tab.beside());
    }

    public Visitor duplicatesTab() {
        return new Visitor(machine, deployment, tab.duplicate());
    }

    /// Another tab hides the page, which is still there.
    public Visitor looksAway() {
        tab.beside();
        return is("out of sight", () -> tab.holds("document.hidden"));
    }

    public Visitor looksAgain() {
        tab.front();
        return this;
    }

    @Override
    public String toString() {
        return machine + " (" + phase() + ")";
    }

    private Visitor opens(URI address, Optional<String> lane) {
        tab.open(address + "/" + lane.map(name -> "#lane=" + name).orElse(""));
        return this;
    }

    private boolean shows(String testId, String name, String value) {
        return read("witness.find('" + testId + "')?.dataset." + name).equals(value);
    }

    private Visitor is(String what, BooleanSupplier condition) {
        return is(what, Tab.PATIENCE, condition);
    }

    private Visitor is(String what, Duration patience, BooleanSupplier condition) {
        tab.until(patience, () -> this + ", not " + what, condition);
        return this;
    }
}
