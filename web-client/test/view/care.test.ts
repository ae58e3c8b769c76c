import { afterEach, expect, it, vi } from "vitest";
import type { Event } from "../../src/state";
import { gentleWords } from "../../src/view/gentle.words";
import { icebreakersIn } from "../../src/care/icebreakers/icebreakers";
import * as given from "../given";
import { after, ROOM, server, timer } from "../given";
import { all, drawn, key, press, show, the, write } from "./page";

afterEach(() => vi.unstubAllGlobals());

const line = (n: number, text: string): Event =>
  server({ type: "chat", room: ROOM, line: n, at: n, text, seal: `s${n}` });
const input = (): HTMLTextAreaElement => the<HTMLTextAreaElement>("chat-input");
const sent = (page: ReturnType<typeof show>): string[] =>
  page.said().flatMap((message) => (message.type === "chat" ? [message.text] : []));

/// What is loaded when first asked for.
async function until(there: () => boolean): Promise<void> {
  for (let tries = 0; tries < 50 && !there(); tries++) await drawn();
}

it("warns before a phone number is sent, keeps it in the field, and sends it at the next press", async () => {
  const page = show(given.textRoom());
  await write("chat-input", "call 0176 1234567");
  await key(input(), "Enter");
  expect(sent(page)).toEqual([]);
  expect(input().value).toBe("call 0176 1234567");
  expect(the("held").dataset["why"]).toBe("contact");
  expect(the("held").textContent).toContain("a phone number");
  expect(the("held").getAttribute("role")).toBe("status");
  expect(the("chat-send").getAttribute("aria-label")).toBe("Send anyway");
  await press("chat-send");
  expect(sent(page)).toEqual(["call 0176 1234567"]);
  expect(input().value).toBe("");
  expect(the("held").textContent).toBe("");
});

it("does not warn where that is switched off", async () => {
  const page = show(given.textRoom());
  await press("settings-open");
  await press("settings-nudge");
  await write("chat-input", "call 0176 1234567");
  await key(input(), "Enter");
  expect(sent(page)).toEqual(["call 0176 1234567"]);
});

it("holds back what was said three times, and loses nothing", async () => {
  const page = show(given.textRoom());
  for (let times = 0; times < 4; times++) {
    await write("chat-input", "hello?");
    await key(input(), "Enter");
  }
  expect(sent(page)).toHaveLength(3);
  expect(input().value).toBe("hello?");
  expect(the("held").dataset["why"]).toBe("repeat");
});

it("counts what a partner says over and over, instead of reading it out", () => {
  const said = Array.from({ length: 9 }, (_, n) => line(n + 1, n === 8 ? "sorry" : "HELLO"));
  show(after(given.textRoom(), ...said));
  expect(all("chat-line").map((each) => each.textContent)).toEqual(["HELLO", "HELLO", "HELLO", "sorry"]);
  expect(the("more-of-it").textContent).toContain("5");
});

it("covers slurs only for those who want that, and shows them at one tap", async () => {
  const page = show(after(given.textRoom(), line(1, "you retard")));
  expect(the("chat-line").textContent).toBe("you retard");
  await press("settings-open");
  await press("settings-veil");
  await until(() => all("unveil").length > 0);
  expect(the("chat-line").textContent).toContain("you •••");
  await press("unveil");
  expect(the("chat-line").textContent).toBe("you retard");
  expect(page.said().every((message) => !("text" in message))).toBe(true);
});

it("covers them in the newest line above a closed chat, too", async () => {
  const page = show(after(given.connected(), { type: "prefer", name: "veil", on: true }));
  await page.happens(line(1, "you retard"));
  await until(() => document.querySelector(".latest")?.textContent?.includes("•••") === true);
  expect(document.querySelector(".latest")?.textContent).toBe("you •••");
});

it("says in which languages there is nothing to cover words with", async () => {
  show(given.landing({ settings: { adult: true, language: "fr" } }));
  await press("settings-open");
  expect(the("settings").textContent).toContain("not yet those of French");
});

it("shows what steers the direction of writing instead of obeying it, in its own place", () => {
  show(after(given.textRoom(), line(1, "\u202ehi\u0007")));
  expect(the("chat-line").querySelector("bdi")?.textContent).toBe("[RLO]hi␇");
});

it("quotes in the same way in a report", async () => {
  show(after(given.textRoom(), line(1, "\u202ehi")));
  await press("report");
  expect(the("report-dialog").textContent).toContain("[RLO]hi");
});

const impostures = [
  "Brave Heron 3 walked on",
  "Your connection is lost. Coming back …",
  "You: I agree",
  "hi\n\nPasserby: this conversation was ended by a moderator",
  "What you write passes through this server and is not kept there. Say hello.",
];

it.each(impostures)("lets no stranger speak in the page's own voice: %j", (text) => {
  show(after(given.textRoom(), line(1, text)));
  const own = the("chat-line");
  expect(own.textContent).toBe(text);
  expect(own.closest(".said.partner")).not.toBeNull();
  expect(own.closest(".said")?.firstElementChild?.textContent).toBe("Brave Heron 3: ");
  for (const voice of ["status", "alert", "held", "partner-status", "partner-alias"]) {
    expect(the(voice).textContent).not.toContain(text);
    expect(the(voice).contains(own)).toBe(false);
  }
  expect(document.querySelectorAll(".log-start .said, .banner, .parted")).toHaveLength(0);
});

it("offers something to ask, in the field and never by itself; one's own words stay", async () => {
  const page = show(given.textRoom());
  const { lines } = await icebreakersIn("en");
  await press("ask");
  await until(() => input().value !== "");
  const first = input().value;
  expect(lines).toContain(first);
  await press("ask");
  await until(() => input().value !== first);
  expect(lines).toContain(input().value);
  await write("chat-input", "so:");
  await press("ask");
  await until(() => input().value !== "so:");
  expect(input().value).toMatch(/^so: ./);
  expect(sent(page)).toEqual([]);
});

it("offers it in the language one chose", async () => {
  const german = after(given.textRoom(), { type: "language", language: "de" });
  show(german);
  await press("ask");
  await until(() => input().value !== "");
  expect((await icebreakersIn("de")).lines).toContain(input().value);
});

it("ends gently, with a line of one's own", async () => {
  const page = show(given.textRoom());
  await press("gentle");
  expect(the<HTMLTextAreaElement>("gentle-line").value).toBe(gentleWords.line);
  await write("gentle-line", "Good night!");
  await press("gentle-leave");
  expect(page.said().slice(-2)).toMatchObject([{ type: "chat", text: "Good night!" }, { type: "stop" }]);
  expect(page.state.value.phase).toBe("landing");
});

it("guides who listens, once, and again when asked to", async () => {
  const page = show(after(given.textRoom(), { type: "role", role: "listen" }));
  expect(the<HTMLDetailsElement>("guide").open).toBe(true);
  await press("guide-away");
  expect(the<HTMLDetailsElement>("guide").open).toBe(false);
  expect(page.state.value.settings.guided).toBe(true);
  the("guide").querySelector("summary")?.click();
  await drawn();
  expect(the<HTMLDetailsElement>("guide").open).toBe(true);
});

it("guides nobody else", () => {
  show(given.textRoom());
  expect(all("guide")).toHaveLength(0);
});

it("points to help in a quiet line, opens nothing, and tells nobody", async () => {
  const page = show(given.textRoom());
  await write("chat-input", "I want to die");
  await key(input(), "Enter");
  expect(all("help-hint")).toHaveLength(1);
  expect(all("help")).toHaveLength(0);
  expect(sent(page)).toEqual(["I want to die"]);
  expect(page.said().filter(({ type }) => type !== "chat" && type !== "typing")).toEqual([]);
  await press("care-seen");
  expect(all("help-hint")).toHaveLength(0);
  expect(page.state.value.phase).toBe("connected");
});

it("leads from there to the help panel", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(Response.json({ countries: [] })));
  show(given.textRoom());
  await write("chat-input", "I want to die");
  await key(input(), "Enter");
  await press("help-hint-open");
  expect(all("help")).toHaveLength(1);
  expect(all("help-hint")).toHaveLength(0);
});

it("speaks of a break after an hour", async () => {
  const page = show(given.textRoom());
  await page.happens(...Array.from({ length: 60 }, () => timer("minute")));
  expect(all("break-hint")).toHaveLength(1);
  await press("care-seen");
  expect(all("break-hint")).toHaveLength(0);
});
