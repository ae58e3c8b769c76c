// What this browser remembers: the settings and the browser's key for good, the session for this tab.

import type { Memory, Tab } from "./first";
import type { Reason } from "./protocol.generated";
import type { Settings, State } from "./state";
import { defaults, tabOf } from "./first";

const SETTINGS = "passerby.settings";
const KEY = "passerby.browser";
const TAB = "passerby.tab";
const LANE = "passerby.lane";
const AGE = "passerby.age";
const HELPED = "passerby.helped";
const RELOADED = "passerby.reloaded";
const REPORTS = "passerby.reports";
/// Reports of one browser that are remembered: the newest.
const MOST_REPORTS = 50;
/// Raised when a tab's memory changes its form: what an older page wrote is then not read.
const FORM = 1;
const ATTEMPTS = 8;
const BETWEEN = 60;

/// A storage may be switched off or full: then the page forgets, and works.
function read(storage: () => Storage, name: string): unknown {
  try {
    return JSON.parse(storage().getItem(name) ?? "null");
  } catch {
    return null;
  }
}

function write(storage: () => Storage, name: string, value: unknown): void {
  try {
    storage().setItem(name, JSON.stringify(value));
  } catch {
    // Nothing is lost but convenience.
  }
}

const local = (): Storage => localStorage;
const session = (): Storage => sessionStorage;

export async function remember(): Promise<Memory> {
  const language = /^[a-z]{2,3}(?=-|$)/i.exec(navigator.language)?.[0].toLowerCase() ?? null;
  const key = read(local, KEY);
  return {
    settings: settingsFrom(read(local, SETTINGS), defaults(language)),
    browserKey: typeof key === "string" ? key : null,
    tab: await ownTab(),
    lane: takeLane() ?? storedLane(),
    age: takeAge() ?? storedAge(),
    build: document.querySelector<HTMLMetaElement>('meta[name="passerby-build"]')?.content || null,
    visible: document.visibilityState === "visible",
    language,
    helped: helpedToday(),
  };
}

/// Whether another tab of this browser chose to hide: that counts here, too, and must not be written over from here.
export function hidesElsewhere(): boolean {
  return (read(local, SETTINGS) as Partial<Settings> | null)?.path === "private";
}

/// Whether the help panel was pointed to today. The day is all that is kept, and it stays here.
export function helpedToday(): boolean {
  return read(local, HELPED) === today();
}

export function rememberHelped(): void {
  write(local, HELPED, today());
}

function today(): string {
  return new Date().toDateString();
}

/// Only what is there and of the type that it should be: an older page may have written it.
export function settingsFrom(stored: unknown, by: Settings): Partial<Settings> {
  if (typeof stored !== "object" || stored === null) return {};
  const known = Object.entries(stored).filter(([name, value]) => {
    if (!(name in by)) return false;
    if (name === "path") return value === "direct" || value === "private";
    const usual = by[name as keyof Settings];
    return usual === null || name === "language" ? value === null || typeof value === "string" : alike(value, usual);
  });
  return Object.fromEntries(known) as Partial<Settings>;
}

function alike(a: unknown, b: unknown): boolean {
  return typeof a === typeof b && Array.isArray(a) === Array.isArray(b);
}

/// The lane's secret comes in the fragment, and does not stay in the address bar. Null where none is given.
export function takeLane(): string | null {
  const given = /^#lane=([A-Za-z0-9_-]{8,64})$/.exec(location.hash)?.[1];
  if (given === undefined) return null;
  write(session, LANE, given);
  history.replaceState(null, "", location.pathname + location.search);
  return given;
}

/// Likewise the proof of age, which stays in this browser until its time is over.
export function takeAge(): string | null {
  const given = /^#age=([\w-]+\.[\w-]+\.[\w-]+)$/.exec(location.hash)?.[1];
  if (given === undefined) return null;
  write(local, AGE, given);
  history.replaceState(null, "", location.pathname + location.search);
  return given;
}

/// The code of a statement of reasons, likewise.
export function takeCode(): string | null {
  const given = /^#statement=([0-9A-Za-z-]{1,64})$/.exec(location.hash)?.[1];
  if (given === undefined) return null;
  history.replaceState(null, "", location.pathname + location.search);
  return given;
}

/// One that is over its time, or none, is forgotten. Whether it is true only the server can tell.
function storedAge(): string | null {
  const token = read(local, AGE);
  if (typeof token !== "string") return null;
  if (expiry(token) > Date.now() / 1_000) return token;
  write(local, AGE, null);
  return null;
}

function expiry(token: string): number {
  try {
    const claims = (token.split(".")[1] ?? "").replaceAll("-", "+").replaceAll("_", "/");
    return Number((JSON.parse(atob(claims)) as { exp?: unknown }).exp) || 0;
  } catch {
    return 0;
  }
}

function storedLane(): string | null {
  const lane = read(session, LANE);
  return typeof lane === "string" ? lane : null;
}

/// A duplicated tab gets a copy of the session; a lock tells which is the original. The copy starts fresh.
async function ownTab(): Promise<Tab | null> {
  const stored = read(session, TAB) as { form?: unknown; id?: unknown; tab?: Tab } | null;
  if (stored?.form === FORM && typeof stored.id === "string" && stored.tab && (await lock(stored.id))) {
    id = stored.id;
    return stored.tab;
  }
  id = [...crypto.getRandomValues(new Uint32Array(4))].map((each) => each.toString(36)).join("");
  void lock(id);
  return null;
}

let id = "";

/// A page that reloads gives up its lock a moment after the new one began: so ask more than once. How long an answer
/// takes says nothing; on a busy machine the first may be slow.
async function lock(name: string, attempts = ATTEMPTS): Promise<boolean> {
  if (await lockNow(name)) return true;
  if (attempts <= 1) return false;
  await new Promise((resolve) => setTimeout(resolve, BETWEEN));
  return lock(name, attempts - 1);
}

/// Held until the page goes. Without locks (no secure context) every tab takes itself for the original.
async function lockNow(name: string): Promise<boolean> {
  if (!("locks" in navigator)) return true;
  return new Promise((resolve) => {
    const held = (got: Lock | null): Promise<void> => {
      resolve(got !== null);
      return got === null ? Promise.resolve() : new Promise(() => undefined);
    };
    navigator.locks.request(`passerby:${name}`, { ifAvailable: true }, held).catch(() => resolve(true));
  });
}

/// Saves what changed. Synchronous: the page may be gone a moment later.
export function save(before: State | null, state: State): void {
  if (state.settings !== before?.settings) write(local, SETTINGS, state.settings);
  const { browserKey } = state.session;
  if (browserKey !== before?.session.browserKey && browserKey !== null) write(local, KEY, browserKey);
  const tab = tabOf(state);
  const old = before && tabOf(before);
  const same = old && (Object.keys(tab) as (keyof Tab)[]).every((name) => tab[name] === old[name]);
  if (!same) write(session, TAB, { form: FORM, id, tab });
}

/// What one holds to ask what became of a report.
export interface Receipt {
  readonly code: string;
  /// Milliseconds since 1970.
  readonly at: number;
  readonly reason: Reason;
}

/// The newest first.
export function receipts(): readonly Receipt[] {
  const stored = read(local, REPORTS);
  return Array.isArray(stored) ? stored.filter(isReceipt) : [];
}

function isReceipt(value: unknown): value is Receipt {
  const { code, at, reason } = (value ?? {}) as Partial<Record<keyof Receipt, unknown>>;
  return typeof code === "string" && typeof at === "number" && typeof reason === "string";
}

export function keepReceipt(receipt: Receipt): void {
  const others = receipts().filter(({ code }) => code !== receipt.code);
  write(local, REPORTS, [receipt, ...others].slice(0, MOST_REPORTS));
}

export function forget(): void {
  try {
    for (const name of [SETTINGS, KEY, HELPED, AGE, REPORTS]) localStorage.removeItem(name);
    for (const name of [TAB, LANE]) sessionStorage.removeItem(name);
  } catch {
    // Nothing was remembered.
  }
}

/// Whether to reload for that build: once in a tab, or a page that stays old would reload for ever.
export function firstReloadFor(build: string): boolean {
  if (read(session, RELOADED) === build) return false;
  write(session, RELOADED, build);
  return read(session, RELOADED) === build;
}
