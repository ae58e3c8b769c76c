// A room begins, comes back, ends.

import type { Effect } from "../effect";
import type {
  Mode,
  ServerMatched,
  ServerNoRoomLeft,
  ServerPartnerLeft,
  ServerRejoined,
  ServerWaiting,
} from "../protocol.generated";
import type { Ending, Line, Reconnecting, Room, Shared, State, Waiting } from "../state";
import { hides, inRoom } from "../state";
import { atFirst, NEW_CALL, NOTHING_HELD } from "../first";
import { negotiate, openCall } from "./call";
import { numberedOn, sayLines } from "./chat";
import { andThen, cancel, find, nextFrom, say, sayMedia, shared, stay, timer, withRoom } from "./parts";
import type { InRoom, Step } from "./parts";
import { withoutPath } from "./path";
import { onWaiting, toWaiting } from "./wait";

const NOTHING_YET = {
  partnerHere: true,
  partnerMedia: null,
  partnerTyping: false,
  lines: [] as readonly Line[],
  sent: 0,
  received: 0,
  blocked: false,
  hereSaid: false,
  typingSaid: false,
  gapAnswered: false,
  ...NOTHING_HELD,
};

/// In the line. What the server says about where we are wins, whatever we believed; only the idle are not interested,
/// since their `stop` is on its way.
export function onInLine(state: State, message: ServerWaiting): Step {
  if (wanted(state) !== message.mode) return stay(state);
  const line: Step = inRoom(state)
    ? andThen([state, hangUp], (now) => toWaiting(now, message.mode, null))
    : stay(state);
  const told = andThen(line, (now) => (now.phase === "waiting" ? onWaiting(now, message) : stay(now)));
  // Put there after a block, or because the partner slept: the server then does not look at the relays.
  return andThen(told, withoutPath);
}

/// The mode of the wait or room that we are in. A word about another one is from before a stop and a new start.
function wanted(state: State): Mode | null {
  if (state.phase === "waiting") return state.mode;
  return inRoom(state) ? state.room.mode : null;
}

/// Paired; as above, also out of a room that we believed to be in.
export function onMatched(state: State, message: ServerMatched): Step {
  if (wanted(state) !== message.mode) return stay(state);
  if (shows(state, message)) return walkOn(state, message.room);
  const { room: id, side, mode, partner, partnerRole, shared: both, again, polite, negotiation, ticket } = message;
  const room: Room = {
    ...NOTHING_YET,
    ...atFirst(state.settings),
    id,
    side,
    mode,
    partner,
    partnerRole,
    shared: both,
    again,
    polite,
    negotiation,
    ticket,
    call: mode === "video" ? NEW_CALL : null,
    relayed: message.relayed,
    iceServers: message.iceServers ?? [],
  };
  const left = inRoom(state) ? hangUp : [];
  const marked: Effect[] = [...left, { do: "mark", name: "matched" }, ...cancel("deposit", "again")];
  const begun = { ...shared(state), notice: null, attention: state.visible ? null : ("match" as const) };
  const seated: Step = [enter(begun, room), marked];
  const called = andThen(seated, (now) =>
    openCall(now, { start: message.start, n: message.n ?? null, offer: message.offer ?? null }),
  );
  return andThen(andThen(called, sayHere), (now) => [now, sayMedia(now)]);
}

/// A room from before the visitor chose to hide. Whatever the server thinks, it does not happen.
function shows(state: State, { mode, relayed }: ServerMatched | ServerRejoined): boolean {
  return mode === "video" && !relayed && hides(state);
}

function walkOn(state: State, room: string): Step {
  const out: Effect[] = [...(inRoom(state) ? hangUp : []), ...say(state, nextFrom(state, room, "video"))];
  return andThen([state, [...out, { do: "drop-prepared" }]], (now) => toWaiting(now, "video", { room, by: "next" }));
}

/// Text needs no media; video waits for the first picture, unless it was there already.
export function enter(state: Shared, room: Room): InRoom {
  const seen = room.call === null || room.call.frame;
  return { ...shared(state), phase: seen ? "connected" : "connecting", room };
}

/// Somebody sits here: said once for each room, as soon as the page is in sight.
export function sayHere(state: State): Step {
  if (!inRoom(state) || state.phase === "reconnecting" || state.room.hereSaid) return stay(state);
  if (!state.visible || state.link.is !== "open") return stay(state);
  return [withRoom(state, { hereSaid: true }), say(state, { type: "here", room: state.room.id })];
}

/// Back in the room, or in one that we meant to leave.
export function onRejoined(state: State, message: ServerRejoined): Step {
  switch (state.phase) {
    case "reconnecting":
      return rejoin(state, message);
    case "waiting":
      if (state.leaving?.room === message.room) return [state, say(state, nextFrom(state, message.room, message.mode))];
      // Matched while the connection was lost.
      return message.mode === state.mode ? rejoin(state, message) : [state, say(state, { type: "stop" })];
    case "landing":
    case "preview":
    case "partner-left":
    case "refused":
    case "replaced":
      return [state, say(state, { type: "stop" })];
    case "connecting":
    case "connected":
    case "server-away":
      return stay(state);
  }
}

function rejoin(state: Shared & (Waiting | Reconnecting), message: ServerRejoined): Step {
  const ours = state.phase === "reconnecting" && state.room.id === message.room ? state.room : null;
  // In our own room a choice counts from the next partner on.
  if (shows(state, message) && ours?.relayed !== false) return walkOn(state, message.room);
  const { room: id, side, mode, partner, partnerRole, polite, ticket, negotiation } = message;
  const known = {
    id,
    side,
    mode,
    partner,
    partnerRole,
    polite,
    ticket,
    partnerHere: message.here,
    relayed: message.relayed,
  };
  const call = mode === "video" ? NEW_CALL : null;
  const kept = ours ?? { ...NOTHING_YET, ...atFirst(state.settings), negotiation, call, shared: [], again: false };
  // Our `here` may have gone into the socket that was lost; said twice, it means the same.
  const counted = message.line === undefined ? {} : numberedOn(kept, message.line);
  const back = enter(state, { ...kept, ...counted, ...known, hereSaid: false, iceServers: message.iceServers ?? [] });
  const over = ours === null ? hangUp : [];
  const told: Step = [back, [...over, ...cancel("resume"), ...sayLines(back, back.room)]];
  const negotiated = andThen(andThen(told, sayHere), (now) => negotiate(now, negotiation));
  return andThen(negotiated, (now) => [now, sayMedia(now)]);
}

/// The room is gone, as we learn when we come back; or we gave no sign of life after a match.
export function onNoRoom(state: State, message: ServerNoRoomLeft): Step {
  return inRoom(state) ? end(state, message.reason) : findAfterAll(state);
}

/// The room ended before our report or block came: then it only went on record, and we are in no line. A `next` for our
/// last room counts as a find, whoever was first.
function findAfterAll(state: State): Step {
  if (state.phase !== "waiting" || state.leaving === null || state.leaving.by === "next") return stay(state);
  const to: State = { ...state, leaving: { ...state.leaving, by: "next" } };
  return [to, say(to, find(to, to.mode))];
}

export function onPartnerLeft(state: State, message: ServerPartnerLeft): Step {
  if (inRoom(state) && state.room.id === message.room) {
    if (message.reason !== "asleep") return end(state, message.reason);
    // They never came: the server puts us back in the line by itself.
    const back = andThen([state, hangUp], (now) => toWaiting(now, state.room.mode, null));
    return andThen(back, (now) => stay(now.phase === "waiting" ? { ...now, asleepPartner: true } : now));
  }
  return state.phase === "waiting" && state.leaving?.room === message.room ? findAfterAll(state) : stay(state);
}

/// The conversation is over without us. The camera stays open for the next partner.
export function end(state: InRoom, reason: Ending): Step {
  const { room } = state;
  const over: Room = { ...room, call: null, partnerTyping: false };
  // Going on by itself is for those who are there and looking, and whose camera does not have to be opened for it.
  const ready = room.mode === "text" || state.media.is === "open";
  const looking = state.visible && !state.dialog && state.judged === null;
  const goesOn = state.settings.autoNext && looking && state.link.is === "open" && ready;
  const countdown = goesOn && (reason === "left" || reason === "lost") ? 3 : null;
  const calm = { ...shared(state), escArmed: false, attention: null };
  const to: State = { ...calm, phase: "partner-left", room: over, reason, countdown };
  return [to, [...hangUp, ...(countdown === null ? [] : [timer("countdown", 1_000)])]];
}

/// What ends with every room.
export const hangUp: readonly Effect[] = [
  { do: "hang-up" },
  ...cancel("media", "unsteady", "typing", "typing-said", "resend", "resume", "escape"),
];
