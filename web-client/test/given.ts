// States as they really come about: by events, from the first one on.

import type { Effect, TimerName } from "../src/effect";
import type { Event } from "../src/event";
import { first } from "../src/first";
import type { Memory, Tab } from "../src/first";
import type { ClientMessage, ServerMatched, ServerMessage, ServerRejoined, Statement } from "../src/protocol.generated";
import type { Phase, Room, State } from "../src/state";
import { roomOf } from "../src/state";
import { step } from "../src/step";

export const ROOM = "r".repeat(22);
export const OTHER = "o".repeat(22);
export const TOKEN = "t".repeat(43);

export function memory(change: Partial<Memory> = {}): Memory {
  return {
    settings: { adult: true, path: "direct", showAtOnce: true, lookAtOnce: true },
    browserKey: null,
    tab: null,
    lane: null,
    age: null,
    build: null,
    visible: true,
    language: "en",
    helped: false,
    ...change,
  };
}

export const welcome = server({
  type: "welcome",
  version: 1,
  build: "b1",
  alias: "Calm Otter 7",
  token: TOKEN,
  browserKey: "k".repeat(22),
  resumed: false,
  online: 12,
  paths: ["direct", "private"],
});

export const waiting = server({ type: "waiting", mode: "text", online: 12, relaxed: [] });
export const waitingForVideo = server({ type: "waiting", mode: "video", online: 12, relaxed: [], iceServers: [] });

export function matched(change: Partial<ServerMatched> = {}): Event {
  return server({
    type: "matched",
    room: ROOM,
    side: "a",
    mode: "video",
    partner: "Brave Heron 3",
    partnerRole: "chat",
    polite: false,
    negotiation: 1,
    shared: [],
    again: false,
    start: "none",
    relayed: false,
    iceServers: [],
    ticket: "ticket-1",
    ...change,
  });
}

export function rejoined(change: Partial<ServerRejoined> = {}): Event {
  return server({
    type: "rejoined",
    room: ROOM,
    side: "a",
    mode: "video",
    partner: "Brave Heron 3",
    partnerRole: "chat",
    polite: false,
    negotiation: 1,
    here: true,
    relayed: false,
    iceServers: [],
    ticket: "ticket-2",
    ...change,
  });
}

export function server(message: ServerMessage): Event & { type: "server" } {
  return { type: "server", message };
}

const statement: Statement = {
  code: "5NXQ-0C8M-J3VT-WR6K",
  measure: "ban",
  rule: "harassment",
  facts: "You insulted several people.",
  automatic: false,
  decided: Date.UTC(2026, 10, 20),
  until: Date.UTC(2026, 10, 27),
  appeal: "open",
  appealUntil: Date.UTC(2027, 4, 20),
};

export function judged(change: Partial<Statement> = {}): Event {
  return server({ type: "judged", statement: { ...statement, ...change } });
}

const { until: _, ...withoutEnd } = statement;
export const warned = server({ type: "judged", statement: { ...withoutEnd, measure: "warn" } });
export const banned = judged();
export const evicted = server({ type: "evicted", reason: "moderation" });

export function timer(name: TimerName): Event {
  return { type: "timer", name };
}

export const lost: Event = { type: "socket-closed", code: 1006 };
export const of = { room: ROOM, negotiation: 1 };

/// Where events lead, and what was to be done on the way.
export interface Played {
  readonly state: State;
  readonly effects: readonly Effect[];
}

export function play(from: State, ...events: Event[]): Played {
  let state = from;
  const effects: Effect[] = [];
  for (const event of events) {
    const [next, more] = step(state, event);
    state = next;
    effects.push(...more);
  }
  return { state, effects };
}

export function after(from: State, ...events: Event[]): State {
  return play(from, ...events).state;
}

export function said(played: Played): ClientMessage[] {
  return played.effects.flatMap((effect) => (effect.do === "send" ? [effect.message] : []));
}

export function saidTypes(played: Played): string[] {
  return said(played).map((message) => message.type);
}

export function done(played: Played): string[] {
  return played.effects.map((effect) => effect.do);
}

/// The state, when its phase is as expected.
export function as<P extends Phase>(phase: P, state: State): Extract<State, { phase: P }> {
  if (state.phase !== phase) throw new Error(`expected ${phase}, is ${state.phase}`);
  return state as Extract<State, { phase: P }>;
}

export function room(state: State): Room {
  const found = roomOf(state);
  if (found === null) throw new Error(`${state.phase} has no room`);
  return found;
}

const open: Event[] = [{ type: "begin" }, { type: "socket-open" }, welcome];
const mediaOpen: Event = { type: "media-open", hasCamera: true, hasMicrophone: true };
const frame: Event = { type: "frame", ...of };
const connection = (is: "connecting" | "connected"): Event => ({ type: "connection", ...of, connection: is });

export function landing(change: Partial<Memory> = {}): State {
  return after(first(memory(change)), ...open);
}

export const preview = (): State => after(landing(), { type: "start", mode: "video" }, mediaOpen);
export const inLine = (): State => after(landing(), { type: "start", mode: "text" }, waiting);
export const inVideoLine = (): State => after(preview(), { type: "go" }, waitingForVideo);
export const textRoom = (change: Partial<ServerMatched> = {}): State =>
  after(inLine(), matched({ mode: "text", ...change }));
export const connecting = (change: Partial<ServerMatched> = {}): State => after(inVideoLine(), matched(change));
export const connected = (): State => after(connecting(), connection("connecting"), connection("connected"), frame);
export const reconnecting = (): State => after(connected(), lost);
export const left = (): State => after(connected(), server({ type: "partner-left", room: ROOM, reason: "left" }));
export const refused = (): State =>
  after(inLine(), server({ type: "refused", code: "busy", about: "find", detail: "full" }));
export const sentAway = (): State => after(connected(), banned, evicted, { type: "socket-closed", code: 4006 });
export const away = (): State => after(inLine(), lost, lost);
export const replaced = (): State => after(connected(), { type: "socket-closed", code: 4001 });

/// What a reload makes of a state.
export function reloaded(state: State, tab: Tab): State {
  return first(memory({ tab, visible: state.visible }));
}
