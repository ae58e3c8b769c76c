// The connection is over. Its code says whether to come back, and how soon; the phase what that means to the visitor.

import type { Effect } from "../effect";
import { closeCodes } from "../protocol.generated";
import type { ServerEvicted } from "../protocol.generated";
import type { Refused, State } from "../state";
import { inRoom } from "../state";
import { mayEnd, rest } from "./judged";
import { toLanding } from "./leave";
import { hangUp } from "./meet";
import { andThen, cancel, closeMedia, shared, stay } from "./parts";
import type { Step } from "./parts";
import { inLine, isBlip } from "./wait";

/// After a flood, or when the server is full: not soon.
const LATE = 9;

export function onClosed(state: State, code: number): Step {
  const quiet = cancel("ping", "pong", "resume", "again", "resend", "owed", "deposit");
  const closed: Step = [{ ...state, link: { ...state.link, is: "closed", pinged: false } }, quiet];
  switch (code) {
    case closeCodes.replaced:
      return andThen(closed, onReplaced);
    case closeCodes.version:
      // This page is too old, or too new: once it may simply not have been fetched anew.
      return andThen([closed[0], [...quiet, { do: "reload", build: "protocol" }]], (now) => refuse(now, "version"));
    case closeCodes.unknownLane:
      return andThen(closed, (now) => refuse(now, "unknown-lane"));
    case closeCodes.age:
      return andThen(closed, (now) => refuse(now, "age"));
    case closeCodes.evicted:
      return andThen(closed, (now) => (now.phase === "refused" ? stay(now) : refuse(now, "moderation")));
    case closeCodes.flood:
    case closeCodes.tooSlow:
      return andThen([state, quiet], (now) => onLost(now, Math.max(state.link.attempt + 1, LATE), false));
    case closeCodes.tooBig:
    case closeCodes.fault:
      // What is owed may be what the server stumbles over: it is not said for ever.
      return andThen([withoutDebts(state), quiet], (now) => onLost(now, state.link.attempt + 1, false));
    default:
      return andThen([state, quiet], (now) => onLost(now, state.link.attempt + 1, code === closeCodes.restart));
  }
}

function withoutDebts(state: State): State {
  const report = state.report?.is === "sending" ? ({ ...state.report, is: "failed" } as const) : state.report;
  return { ...state, report, session: { ...state.session, owed: [] } };
}

function onLost(state: State, attempt: number, restart: boolean): Step {
  const after = restart ? ({ is: "jitter" } as const) : ({ is: "back-off", attempt } as const);
  const lost: State = { ...state, link: { is: "lost", attempt, pinged: false, deposits: 0 } };
  return andThen([lost, [{ do: "connect", after }]], withoutLink);
}

function withoutLink(state: State): Step {
  switch (state.phase) {
    case "connecting":
    case "connected": {
      const room = { ...state.room, partnerTyping: false, typingSaid: false };
      return stay({ ...shared(state), escArmed: false, phase: "reconnecting", room });
    }
    case "waiting": {
      const dropped: Effect[] = [{ do: "drop-prepared" }];
      const { mode, leaving } = state;
      if (isBlip(state.link)) return [inLine(shared(state), mode, leaving), dropped];
      return [{ ...shared(state), phase: "server-away", mode, leaving }, dropped];
    }
    case "landing":
    case "preview":
    case "reconnecting":
    case "partner-left":
    case "refused":
    case "server-away":
    case "replaced":
      return stay(state);
  }
}

function onReplaced(state: State): Step {
  const room = inRoom(state) ? { ...state.room, call: state.room.call && { ...state.room.call, held: false } } : null;
  const closed = andThen([state, [...hangUp, { do: "drop-prepared" }]], closeMedia);
  return andThen(closed, (now) => stay({ ...shared(now), phase: "replaced", room }));
}

function refuse(state: State, why: Refused["why"]): Step {
  const looks = state.phase === "refused" ? state.looks : 0;
  const { judged } = state;
  return andThen(toRest(state), (now) => {
    const refused: State = { ...shared(now), judged, phase: "refused", why, retryAfter: null, looks, lately: false };
    return mayEnd(why) ? rest(refused) : stay(refused);
  });
}

/// As landing, but a reload would not help.
function toRest(state: State): Step {
  return toLanding({ ...state, session: { ...state.session, newer: null } });
}

/// Sent away; the close follows, and nobody tries again.
export function onEvicted(state: State, message: ServerEvicted): Step {
  return refuse(state, message.reason);
}
