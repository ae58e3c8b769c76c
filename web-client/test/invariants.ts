// What holds after every step, whatever happened.

import { expect } from "vitest";
import type { Effect } from "../src/effect";
import type { Event } from "../src/event";
import type { Phase, Shared, State } from "../src/state";
import { inRoom, LINES, roomOf, unacknowledged } from "../src/state";
import { step } from "../src/step";

const common: Record<keyof Shared, true> = {
  settings: true,
  link: true,
  media: true,
  alias: true,
  paths: true,
  online: true,
  visible: true,
  attention: true,
  dialog: true,
  escArmed: true,
  judged: true,
  notice: true,
  report: true,
  care: true,
  session: true,
};

const own: Record<Phase, readonly string[]> = {
  landing: [],
  preview: [],
  waiting: ["mode", "outlook", "asleepPartner", "leaving", "deposits"],
  connecting: ["room"],
  connected: ["room"],
  reconnecting: ["room"],
  "partner-left": ["room", "reason", "countdown"],
  refused: ["why", "retryAfter", "looks", "lately"],
  "server-away": ["mode", "leaving"],
  replaced: ["room"],
};

function freeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const each of Object.values(value)) freeze(each);
  }
  return value;
}

/// One step, with everything held that must hold. A frozen state would not let itself be changed in place.
export function checkedStep(before: State, event: Event): State {
  const [state, effects] = step(freeze(before), freeze(event));
  expect(Object.keys(state).toSorted()).toEqual([...Object.keys(common), "phase", ...own[state.phase]].toSorted());
  expect(JSON.parse(JSON.stringify(state))).toEqual(state);
  checkRoom(state);
  checkLeaving(before, state, effects);
  checkSaid(before, state, event, effects);
  checkText(state, effects);
  return state;
}

function checkRoom(state: State): void {
  const room = roomOf(state);
  if (room === null) return;
  expect(unacknowledged(room).length).toBeLessThanOrEqual(LINES);
  // Another tab may have said some in between.
  const mine = [0, ...room.lines.filter(({ from }) => from === "me").map(({ line }) => line)];
  for (const [index, line] of mine.slice(1).entries()) expect(line).toBeGreaterThan(mine[index] ?? 0);
  expect(room.sent).toBeGreaterThanOrEqual(mine.at(-1) ?? 0);
  if (state.phase === "partner-left") expect([null, 1, 2, 3]).toContain(state.countdown);
  if (state.phase === "connecting") expect(room.call).not.toBeNull();
}

/// Nothing of a room goes on after it, and no camera after the last.
function checkLeaving(before: State, state: State, effects: readonly Effect[]): void {
  const does = effects.map((effect) => effect.do);
  const left = inRoom(before) && (!inRoom(state) || state.room.id !== before.room.id);
  if (left) expect(does).toContain("hang-up");
  const rests = state.phase === "landing" || state.phase === "refused" || state.phase === "replaced";
  if (rests) expect(state.media.is).toBe("closed");
  if (state.media.is === "closed" && before.media.is !== "closed") expect(does).toContain("close-media");
  if (state.phase === "partner-left") expect(does).not.toContain("call");
}

/// Words go out on an open link only, and about our own rooms only.
function checkSaid(before: State, state: State, event: Event, effects: readonly Effect[]): void {
  const ours = [roomOf(before)?.id, roomOf(state)?.id, leaving(before), leaving(state)];
  const owed = [...before.session.owed, ...state.session.owed].map(({ room }) => room);
  for (const effect of effects) {
    if (effect.do !== "send") continue;
    const { message } = effect;
    if (message.type === "hello") expect(event.type).toBe("socket-open");
    else expect(before.link.is === "open" || state.link.is === "open").toBe(true);
    // A stranger's `rejoined` is answered by leaving.
    if ("room" in message && message.type !== "next") expect([...ours, ...owed]).toContain(message.room);
  }
}

function leaving(state: State): string | undefined {
  return "leaving" in state ? state.leaving?.room : undefined;
}

/// A text visitor is not asked for a camera, ever.
function checkText(state: State, effects: readonly Effect[]): void {
  const mode = "mode" in state ? state.mode : inRoom(state) ? state.room.mode : null;
  if (mode !== "text") return;
  const does = effects.map((effect) => effect.do);
  for (const never of ["open-media", "prepare", "call", "signal", "restart-ice"]) expect(does).not.toContain(never);
}
