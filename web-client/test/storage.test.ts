import { beforeEach, expect, it, vi } from "vitest";
import { defaults, first } from "../src/first";
import type { Event } from "../src/event";
import { firstReloadFor, forget, helpedToday, hidesElsewhere, remember, rememberHelped } from "../src/storage";
import { save, settingsFrom, takeAge, takeLane } from "../src/storage";
import type { State } from "../src/state";
import * as given from "./given";

/// A browser with locks, of which other tabs may hold some, until they were asked for so often.
function locks(held: readonly string[], frees = Infinity): void {
  let asked = 0;
  const request = async (name: string, _: unknown, holds: (lock: object | null) => unknown): Promise<unknown> => {
    asked += 1;
    return holds(held.includes(name) && asked <= frees ? null : { name });
  };
  vi.stubGlobal("navigator", { language: "pt-BR", locks: { request } });
}

function refuse(): never {
  throw new DOMException("full", "QuotaExceededError");
}

function lockOfTab(): string {
  const stored = JSON.parse(sessionStorage.getItem("passerby.tab") ?? "{}") as { id?: string };
  return `passerby:${stored.id}`;
}

beforeEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
  sessionStorage.clear();
  history.replaceState(null, "", "/");
  locks([]);
});

async function played(...events: Event[]): Promise<State> {
  const before = first(await remember());
  save(null, before);
  const state = given.after(before, ...events);
  save(before, state);
  return state;
}

const talk: readonly Event[] = [
  { type: "adult", yes: true },
  { type: "begin" },
  { type: "socket-open" },
  given.welcome,
  { type: "start", mode: "text" },
  given.waiting,
  given.matched({ mode: "text" }),
  { type: "chat", text: "hello" },
];

it("knows a first visitor's language and nothing else", async () => {
  expect(await remember()).toMatchObject({ settings: {}, browserKey: null, tab: null, lane: null, language: "pt" });
});

it("remembers settings and key for the browser, the conversation for the tab", async () => {
  await played({ type: "interests", tags: ["tea"] }, ...talk);
  const memory = await remember();
  expect(memory.settings).toMatchObject({ adult: true, interests: ["tea"] });
  expect(memory.browserKey).toBe("k".repeat(22));
  expect(memory.tab).toMatchObject({ token: given.TOKEN, room: { id: given.ROOM, lines: [{ text: "hello" }] } });
});

it("starts a duplicated tab fresh, and leaves the original its session", async () => {
  await played(...talk);
  const copied = { ...sessionStorage };
  locks([lockOfTab()]);
  expect((await remember()).tab).toBeNull();
  expect(copied["passerby.tab"]).toContain(given.TOKEN);
});

it("goes on in a tab that reloads, though the old page gives up its lock late", async () => {
  await played(...talk);
  locks([lockOfTab()], 3);
  expect((await remember()).tab?.token).toBe(given.TOKEN);
});

it("takes the session where the browser has no locks", async () => {
  await played(...talk);
  vi.stubGlobal("navigator", { language: "en" });
  expect((await remember()).tab?.token).toBe(given.TOKEN);
});

it("takes the lane from the address and hides it there", async () => {
  history.replaceState(null, "", "/?x=1#lane=quality-lane");
  expect((await remember()).lane).toBe("quality-lane");
  expect(location.href).not.toContain("lane");
  expect((await remember()).lane).toBe("quality-lane");
});

it("takes another lane from the address of the open page, and nothing else for one", async () => {
  history.replaceState(null, "", "/#lane=quality-lane");
  await remember();
  location.hash = "#lane=another-lane";
  expect(takeLane()).toBe("another-lane");
  expect((await remember()).lane).toBe("another-lane");
  location.hash = "#lane=short";
  expect(takeLane()).toBeNull();
  expect((await remember()).lane).toBe("another-lane");
});

it("drops what it cannot read", async () => {
  localStorage.setItem("passerby.settings", "{");
  localStorage.setItem("passerby.browser", "[1]");
  sessionStorage.setItem("passerby.tab", '{"form":0,"id":"x","tab":{"token":"old"}}');
  expect(await remember()).toMatchObject({ settings: {}, browserKey: null, tab: null });
});

it("keeps of old settings what still fits", () => {
  const stored = { adult: true, role: 7, interests: "tea", language: null, camera: "c1", speaker: 3, gone: true };
  expect(settingsFrom(stored, defaults("en"))).toEqual({ adult: true, language: null, camera: "c1" });
});

it("writes only what changed", async () => {
  const state = await played(...talk);
  localStorage.clear();
  sessionStorage.clear();
  save(
    state,
    given.after(
      state,
      { type: "dialog", open: true },
      { type: "devices", devices: { cameras: [], microphones: [], speakers: [] } },
    ),
  );
  expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
  save(state, given.after(state, { type: "chat", text: "more" }));
  expect([localStorage.length, sessionStorage.length]).toEqual([0, 1]);
});

it("goes on where nothing can be stored", async () => {
  for (const name of ["localStorage", "sessionStorage"]) vi.stubGlobal(name, { getItem: () => null, setItem: refuse });
  await expect(played(...talk)).resolves.toMatchObject({ phase: "connected" });
  expect(firstReloadFor("b2")).toBe(false);
});

it("reloads once for a build", () => {
  expect([firstReloadFor("b2"), firstReloadFor("b2"), firstReloadFor("b3")]).toEqual([true, false, true]);
});

it("forgets everything", async () => {
  history.replaceState(null, "", "/#lane=quality-lane");
  await played(...talk);
  forget();
  expect(await remember()).toMatchObject({ settings: {}, browserKey: null, tab: null, lane: null });
});

it("knows when another tab chose to hide", async () => {
  expect(hidesElsewhere()).toBe(false);
  await played({ type: "path", path: "direct" });
  expect(hidesElsewhere()).toBe(false);
  await played({ type: "path", path: "private" });
  expect(hidesElsewhere()).toBe(true);
  localStorage.setItem("passerby.settings", "{");
  expect(hidesElsewhere()).toBe(false);
});

const part = (value: object): string => btoa(JSON.stringify(value)).replace(/=+$/, "");

function proof(exp: unknown): string {
  return `${part({ alg: "EdDSA" })}.${part({ over: 18, exp, aud: "https://chat.example.org" })}.c2ln`;
}

const soon = (): number => Math.floor(Date.now() / 1_000) + 60;

it("takes a proof of age from the address, leaves none of it there, and keeps it for this browser", async () => {
  const token = proof(soon());
  history.replaceState(null, "", `/?a=b#age=${token}`);
  expect((await remember()).age).toBe(token);
  expect(location.href).toMatch(/\/\?a=b$/);
  expect(sessionStorage.getItem("passerby.age")).toBeNull();
  expect((await remember()).age).toBe(token);
});

it.each([
  ["of the past", proof(1_700_000_000)],
  ["without an end", proof("never")],
  ["of another form", "a.b.c"],
])("forgets a proof of age %s", async (_, token) => {
  localStorage.setItem("passerby.age", JSON.stringify(token));
  expect((await remember()).age).toBeNull();
  expect(localStorage.getItem("passerby.age")).toBe("null");
});

it("takes nothing from the address that cannot be a proof of age", () => {
  for (const hash of ["#age=", "#age=a.b", "#age=a.b.c&x", "#age=<b>.b.c", "#lane=quality-lane"]) {
    history.replaceState(null, "", `/${hash}`);
    expect(takeAge()).toBeNull();
  }
});

it("remembers that it pointed to the help panel until the day is over, and no more than the day", () => {
  vi.useFakeTimers({ now: new Date(2026, 10, 28, 23, 59), toFake: ["Date"] });
  expect(helpedToday()).toBe(false);
  rememberHelped();
  expect(helpedToday()).toBe(true);
  expect(localStorage.getItem("passerby.helped")).toBe('"Sat Nov 28 2026"');
  vi.setSystemTime(new Date(2026, 10, 29, 0, 1));
  expect(helpedToday()).toBe(false);
  vi.useRealTimers();
});

it("forgets the proof and the day with everything else", async () => {
  localStorage.setItem("passerby.age", JSON.stringify(proof(soon())));
  rememberHelped();
  forget();
  expect((await remember()).age).toBeNull();
  expect(helpedToday()).toBe(false);
});
