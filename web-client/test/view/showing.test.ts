import { afterEach, expect, it, vi } from "vitest";
import type { Event } from "../../src/event";
import type { State } from "../../src/state";
import { showingWords } from "../../src/view/showing.words";
import * as given from "../given";
import { after, matched, server } from "../given";
import { all, key, press, show, the } from "./page";

const partner = "Brave Heron 3";
const { who, unseen } = showingWords;
const careful = { settings: { adult: true, path: "direct" } } as const;
const open: Event = { type: "media-open", hasCamera: true, hasMicrophone: true };
const connection: Event = { type: "connection", ...given.of, connection: "connected" };

const they = (shown: boolean, looks: boolean): Event =>
  server({ type: "media", room: given.ROOM, microphone: shown, camera: true, shown, looks });

/// Connected, with nothing shown or looked at.
const met = (...more: Event[]): State =>
  after(
    given.landing(careful),
    { type: "start", mode: "video" },
    open,
    { type: "go" },
    given.waitingForVideo,
    matched(),
    they(false, false),
    connection,
    { type: "frame", ...given.of },
    ...more,
  );

afterEach(() => {
  vi.restoreAllMocks();
});

it("says who waits for whom, once aloud", async () => {
  const page = show(met());
  const says = async (sentence: string, ...events: Event[]): Promise<void> => {
    await page.happens(...events);
    expect(the("between").textContent).toBe(sentence);
    expect(the("status").textContent).toBe(sentence);
    expect(the("between").closest("[role=status], [aria-live]")).toBeNull();
  };
  await says(who.neither(partner));
  await says(who.they(partner), they(true, true));
  await says(who.both(partner), { type: "show", on: true });
  await says(who.me(partner), they(false, true));
  await says(unseen.me(partner), they(false, false));
  await says(unseen.both(partner), they(true, false));
});

it("offers to look and to show oneself until both are done, and to undo either", async () => {
  const page = show(met(they(true, true)));
  expect(all("veil")).toHaveLength(1);
  expect(all("own-hidden")).toHaveLength(1);
  await press("look");
  expect(all("veil")).toHaveLength(0);
  expect(all("look")).toHaveLength(0);
  await press("show");
  expect(all("own-hidden")).toHaveLength(0);
  expect(all("between")).toHaveLength(0);
  await press("look-away");
  expect(all("veil")).toHaveLength(1);
  await press("show-toggle");
  expect(page.state.value).toMatchObject({ room: { shown: false, looked: false } });
});

it("keeps the keyboard near when the button it pressed is gone, and off the button that shows", async () => {
  show(met(they(true, true)));
  the("look").focus();
  await press("look");
  expect(document.activeElement).toBe(the("mute"));
  the("show").focus();
  await press("show");
  expect(document.activeElement).toBe(the("mute"));
});

it("hides at one key, from wherever the focus is, and never shows by it", async () => {
  const page = show(met({ type: "show", on: true }));
  await key(the("chat-input"), "˙", { code: "KeyH", altKey: true });
  expect(page.state.value).toMatchObject({ room: { shown: false } });
  await key(the("chat-input"), "˙", { code: "KeyH", altKey: true });
  expect(page.state.value).toMatchObject({ room: { shown: false } });
});

it("says nothing between two who show and look at once", () => {
  show(after(given.connected(), they(true, true)));
  expect(all("between")).toHaveLength(0);
  expect(all("veil")).toHaveLength(0);
  expect(the("status").textContent).toContain(partner);
});

it("does not call a microphone off that is only not shown yet", () => {
  show(met());
  expect(all("partner-muted")).toHaveLength(0);
});

it("hides their picture before its first colours are there", () => {
  show(met());
  expect(the("remote-video").compareDocumentPosition(the("veil")) & Node.DOCUMENT_POSITION_FOLLOWING).not.toBe(0);
});

it("remembers either from the mirror and from the settings", async () => {
  const page = show(after(given.landing(careful), { type: "start", mode: "video" }, open));
  await press("show-at-once");
  expect(page.state.value.settings).toMatchObject({ showAtOnce: true, lookAtOnce: false });
  await press("settings-open");
  await press("settings-look-at-once");
  await press("settings-show-at-once");
  expect(page.state.value.settings).toMatchObject({ showAtOnce: false, lookAtOnce: true });
});
