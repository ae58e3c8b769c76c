// Going on, and going away.

import { bounds } from "../protocol.generated";
import type { ClientBlock, ClientReport, SealedLine } from "../protocol.generated";
import type { Leaving, State } from "../state";
import type { Event } from "../event";
import { inRoom, LINES, roomOf, TEXT } from "../state";
import { hangUp } from "./meet";
import { andThen, cancel, closeMedia, idle, nextFrom, say, shared, stay, timer } from "./parts";
import type { InRoom, Step } from "./parts";
import { asks, toMirror } from "./path";
import { startWaiting, toWaiting, withCamera } from "./wait";

/// Bounds of what is owed to the server; nobody reports faster than it answers.
const OWED = 8;
/// Bytes of attached lines: a message may have 64 kB, and a note of 2,000 characters needs its place.
const ATTACHED = bounds.message - 16 * 1024;

export function onNext(state: State): Step {
  if (roomOf(state)?.mode === "video" && state.phase !== "replaced" && asks(state))
    return andThen([state, [...hangUp, ...cancel("countdown")]], toMirror);
  if (state.phase === "partner-left") {
    return andThen([state, [{ do: "mark", name: "next-click" }]], (now) => startWaiting(now, state.room.mode));
  }
  if (!inRoom(state)) return stay(state);
  const marked: Step = [state, [{ do: "mark", name: "next-click" }]];
  return andThen(marked, () => leave(state, "next"));
}

/// Out of the room at once; whatever still comes from it finds nobody. What is said to the server decides what it does
/// with us: each of the three leads to the line.
function leave(state: InRoom, by: Leaving["by"]): Step {
  const { id, mode } = state.room;
  const out: Step = [state, [...hangUp, ...(by === "next" ? say(state, nextFrom(state, id, mode)) : [])]];
  return andThen(
    andThen(out, (now) => toWaiting(now, mode, { room: id, by })),
    withCamera,
  );
}

export function onStop(state: State): Step {
  if (state.phase === "landing" || state.phase === "preview") return stay(state);
  const told: Step = [state, idle(state) ? [] : say(state, { type: "stop" })];
  return andThen(told, toLanding);
}

/// Rest. The camera's light goes out, and a page of an older build takes the occasion.
export function toLanding(state: State): Step {
  const { newer } = state.session;
  const closed = closeMedia(state);
  // A warning is still to be noted; what one was sent away for has no place here.
  const judged = state.judged?.measure === "warn" ? state.judged : null;
  const to: State = { ...shared(closed[0]), escArmed: false, judged, notice: null, attention: null, phase: "landing" };
  const quiet = [
    ...hangUp,
    { do: "drop-prepared" } as const,
    ...cancel("again", "deposit", "countdown", "look-again", "looked"),
  ];
  return [to, [...closed[1], ...quiet, ...(newer === null ? [] : [{ do: "reload", build: newer } as const])]];
}

/// Twice within a second is `next`: once could be a habit.
export function onEscape(state: State): Step {
  const next = state.phase === "connecting" || state.phase === "connected" || state.phase === "partner-left";
  if (!next || !state.settings.escNext || state.dialog || state.judged !== null) return stay(state);
  if (!state.escArmed) return [{ ...state, escArmed: true }, [timer("escape", 1_000)]];
  return andThen([{ ...state, escArmed: false }, cancel("escape")], onNext);
}

export function onCountdown(state: State): Step {
  if (state.phase !== "partner-left" || state.countdown === null) return stay(state);
  if (state.countdown <= 1) return onNext(state);
  return [{ ...state, countdown: state.countdown - 1 }, [timer("countdown", 1_000)]];
}

export function stopCountdown(state: State): Step {
  if (state.phase !== "partner-left" || state.countdown === null) return stay(state);
  return [{ ...state, countdown: null }, cancel("countdown")];
}

export function onBlock(state: State): Step {
  const room = roomOf(state);
  if (room === null || room.blocked) return stay(state);
  const block: ClientBlock = { type: "block", room: room.id };
  return andThen(owe(state, block), (now) => (inRoom(now) ? leave(now, "block") : stopCountdown(now)));
}

export function onReport(state: State, event: Extract<Event, { type: "report" }>): Step {
  const room = roomOf(state);
  if (room === null) return stay(state);
  const note = event.note
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .trim()
    .slice(0, TEXT);
  const report: ClientReport = {
    type: "report",
    room: room.id,
    reason: event.reason,
    ...(/^[\s\p{Cc}]*$/u.test(note) ? {} : { note }),
    lines: attached(state, event.lines),
    frame: event.frame,
  };
  const owed = owe({ ...state, report: { room: room.id, is: "sending", receipt: null, frame: "none" } }, report);
  const left = andThen(owed, (now) => (inRoom(now) ? leave(now, "report") : stopCountdown(now)));
  return event.stop ? andThen(left, onStop) : left;
}

/// Only what the server sealed can be attached, and of that the newest that one message can carry.
function attached(state: State, chosen: readonly { from: "me" | "partner"; line: number }[]): SealedLine[] {
  const room = roomOf(state);
  if (room === null) return [];
  const theirs = room.side === "a" ? "b" : "a";
  const sealed = room.lines
    .filter((line) => chosen.some((each) => each.from === line.from && each.line === line.line))
    .flatMap(({ from, line, at, text, seal }) =>
      at === null || seal === null ? [] : [{ from: from === "me" ? room.side : theirs, line, at, text, seal }],
    )
    .slice(-LINES);
  while (bytes(sealed) > ATTACHED) sealed.shift();
  return sealed;
}

function bytes(lines: readonly SealedLine[]): number {
  return new TextEncoder().encode(JSON.stringify(lines)).length;
}

/// Said now, and again after each `welcome` until it is answered.
function owe(state: State, message: ClientReport | ClientBlock): Step {
  const owed = [...state.session.owed, message].slice(-OWED);
  return [{ ...state, session: { ...state.session, owed } }, say(state, message)];
}
