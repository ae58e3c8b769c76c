// Lines. Mine stay unacknowledged until the partner's page has them, and are said again after a resume of either side:
// so each arrives once and in order, though the server keeps none.

import type { Effect } from "../effect";
import type {
  ClientChat,
  ServerChat,
  ServerPartnerAway,
  ServerPartnerBack,
  ServerReceived,
  ServerSealed,
  ServerTyping,
} from "../protocol.generated";
import type { Line, Room, State } from "../state";
import { inRoom, LINES, TEXT, unacknowledged } from "../state";
import { negotiate } from "./call";
import { andThen, cancel, say, sayMedia, stay, timer, withRoom } from "./parts";
import type { InRoom, Step } from "./parts";

/// Lines kept of one conversation; what a tab can remember has an end.
const LOG = 500;
const TYPING_SHOWN = 5_000;
const TYPING_PACE = 3_000;

export function onChatIntent(state: State, said: string): Step {
  if (!inRoom(state)) return stay(state);
  const text = wellFormed(said);
  if (/^[\s\p{Cc}]*$/u.test(text)) return stay(state);
  const { room } = state;
  if (unacknowledged(room).length >= LINES) {
    return stay({ ...state, notice: { code: "lines-full", about: "chat", retryAfter: null } });
  }
  const line: Line = { from: "me", line: room.sent + 1, text, at: null, seal: null, state: "pending" };
  const to = withRoom(state, { sent: line.line, lines: logged(room, line) });
  return [to, sayLine(to, line)];
}

/// What UTF-8 can carry and the server takes: no half characters, 2,000 units.
function wellFormed(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .slice(0, TEXT)
    .replace(/[\ud800-\udbff]$/, "")
    .trim();
}

/// The oldest go first, but never one that may have to be said again.
function logged(room: Room, line: Line): readonly Line[] {
  const lines = [...room.lines, line];
  if (lines.length <= LOG) return lines;
  const oldest = lines.findIndex((each) => each.state === "received");
  return lines.toSpliced(oldest < 0 ? lines.length : oldest, 1);
}

/// To an away partner nothing is passed: `partner-back` brings all of it.
function sayLine(state: InRoom, line: Line): Effect[] {
  return state.room.partnerHere && state.phase !== "reconnecting" ? say(state, wordsOf(state.room, line)) : [];
}

function wordsOf(room: Room, { line, text }: Line): ClientChat {
  return { type: "chat", room: room.id, line, text };
}

/// All that may not have arrived, in order. The server drops what it has passed already.
export function sayLines(state: State, room: Room): Effect[] {
  return room.partnerHere ? say(state, ...unacknowledged(room).map((line) => wordsOf(room, line))) : [];
}

export function onChat(state: State, message: ServerChat): Step {
  if (!inRoom(state) || state.room.id !== message.room) return stay(state);
  const { line, at, text, seal } = message;
  const { room } = state;
  const known = line <= room.received;
  const received = Math.max(line, room.received);
  const lines = known
    ? room.lines.map((each) => (each.from === "partner" && each.line === line ? { ...each, at, seal } : each))
    : logged(room, { from: "partner", line, text, at, seal, state: "received" });
  const attention = state.visible ? null : (state.attention ?? "line");
  const to = withRoom({ ...state, attention }, { received, lines, partnerTyping: false });
  return [to, [...cancel("typing"), ...say(to, { type: "received", room: room.id, line: received })]];
}

export function onSealed(state: State, { room, line, at, seal }: ServerSealed): Step {
  if (!inRoom(state) || state.room.id !== room) return stay(state);
  const lines = state.room.lines.map((each): Line => {
    if (each.from !== "me" || each.line !== line) return each;
    return { ...each, at, seal, state: each.state === "pending" ? "sent" : each.state };
  });
  return stay(withRoom(state, { lines, gapAnswered: false }));
}

export function onReceived(state: State, { room, line }: ServerReceived): Step {
  if (!inRoom(state) || state.room.id !== room) return stay(state);
  return stay(withRoom(state, { lines: acknowledged(state.room, line), gapAnswered: false }));
}

function acknowledged(room: Room, upTo: number): readonly Line[] {
  return room.lines.map((each) => (each.from === "me" && each.line <= upTo ? { ...each, state: "received" } : each));
}

/// My lines, numbered on from the last that the server or the partner knows: another tab may have said some in between.
/// Where none did, they keep their numbers.
export function numberedOn(room: Pick<Room, "lines">, from: number): Pick<Room, "lines" | "sent"> {
  let sent = from;
  const lines = room.lines.map((each) => {
    if (each.from !== "me" || each.line <= from) return each;
    sent += 1;
    return each.line === sent ? each : { ...each, line: sent };
  });
  return { lines, sent };
}

/// The server misses lines before this one: all again, once, until it got one.
export function onLineGap(state: State): Step {
  if (!inRoom(state) || state.room.gapAnswered) return stay(state);
  return [withRoom(state, { gapAnswered: true }), sayLines(state, state.room)];
}

/// What was too fast, in its last form.
export function onResend(state: State): Step {
  if (!inRoom(state)) return stay(state);
  return [state, [...sayLines(state, state.room), ...sayReceived(state), ...sayMedia(state)]];
}

function sayReceived(state: InRoom): Effect[] {
  const { id, received } = state.room;
  return received > 0 ? say(state, { type: "received", room: id, line: received }) : [];
}

export function onPartnerBack(state: State, message: ServerPartnerBack): Step {
  if (!inRoom(state) || state.room.id !== message.room) return stay(state);
  const counted = numberedOn(state.room, message.received);
  const lines = acknowledged({ ...state.room, ...counted }, message.received);
  const back = withRoom(state, { ...counted, partnerHere: true, lines });
  // An acknowledgement may have been lost with their connection.
  const told: Step = [back, [...sayLines(back, back.room), ...sayReceived(back), ...sayMedia(back)]];
  return andThen(told, (now) => negotiate(now, message.negotiation));
}

export function onPartnerAway(state: State, message: ServerPartnerAway): Step {
  if (!inRoom(state) || state.room.id !== message.room) return stay(state);
  return stay(withRoom(state, { partnerHere: false, partnerTyping: false }));
}

export function onTyped(state: State): Step {
  if (!inRoom(state) || state.phase === "reconnecting") return stay(state);
  if (state.room.typingSaid || !state.room.partnerHere) return stay(state);
  const effects = [...say(state, { type: "typing", room: state.room.id }), timer("typing-said", TYPING_PACE)];
  return [withRoom(state, { typingSaid: true }), effects];
}

export function onTyping(state: State, message: ServerTyping): Step {
  if (!inRoom(state) || state.room.id !== message.room) return stay(state);
  return [withRoom(state, { partnerTyping: true }), [timer("typing", TYPING_SHOWN)]];
}
