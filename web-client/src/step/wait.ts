// In the line, and the offer prepared there.

import type { Effect } from "../effect";
import type { Mode, ServerDeposited, ServerWaiting } from "../protocol.generated";
import { bounds } from "../protocol.generated";
import type { Leaving, Link, Shared, State, Waiting } from "../state";
import { NO_DEPOSITS } from "../first";
import { hides } from "../state";
import { andThen, cancel, closeMedia, find, nextFrom, openMedia, say, shared, stay, timer } from "./parts";
import type { Step } from "./parts";

/// Into the line, from anywhere. `leaving` names the room that is left for it: its message is the caller's.
export function toWaiting(state: State, mode: Mode, leaving: Leaving | null): Step {
  const calm = { ...shared(state), escArmed: false, notice: null, attention: null };
  const away = state.link.is === "lost" && !isBlip(state.link);
  const to: State = away ? { ...calm, phase: "server-away", mode, leaving } : inLine(calm, mode, leaving);
  const still: Step = [
    to,
    cancel("media", "unsteady", "typing", "typing-said", "escape", "countdown", "resume", "again"),
  ];
  return mode === "text" ? andThen(still, closeMedia) : still;
}

/// A camera closed by a reload or by "text instead" opens again for the next partner, whom somebody asked for just now.
export function withCamera(state: State): Step {
  const wanted = (state.phase === "waiting" || state.phase === "server-away") && state.mode === "video";
  return wanted && state.media.is === "closed" ? openMedia(state) : stay(state);
}

/// The first attempt to come back is under way: not worth another screen.
export function isBlip(link: Link): boolean {
  return link.attempt <= 1;
}

export function inLine(state: Shared, mode: Mode, leaving: Leaving | null): Shared & Waiting {
  const outlook = { estimate: null, relaxed: [] };
  return { ...state, phase: "waiting", mode, outlook, asleepPartner: false, leaving, deposits: NO_DEPOSITS };
}

/// Into the line by an own wish. A socket that has been silent is asked first whether it lives.
export function startWaiting(state: State, mode: Mode): Step {
  const [to, effects] = andThen(toWaiting(state, mode, null), withCamera);
  const asked = { ...to, link: { ...to.link, pinged: to.link.is === "open" } };
  return [asked, [...effects, ...say(to, { type: "ping" }, find(to, mode)), timer("pong", 5_000)]];
}

/// The server says that we are in the line, or how it looks by now.
export function onWaiting(state: Shared & Waiting, message: ServerWaiting): Step {
  const to = {
    ...state,
    online: message.online,
    outlook: { estimate: message.estimate ?? null, relaxed: message.relaxed },
    leaving: null,
  };
  if (to.mode !== "video" || message.iceServers === undefined) return stay(to);
  const deposits = { ...to.deposits, iceServers: message.iceServers };
  return deposits.latest === 0 ? prepare({ ...to, deposits }) : stay({ ...to, deposits });
}

function prepare(state: Shared & Waiting): Step {
  const n = state.link.deposits + 1;
  const { iceServers } = state.deposits;
  const deposits = { ...state.deposits, latest: n, cooling: true, stale: false };
  const effects: Effect[] = [
    { do: "prepare", n, ice: { iceServers, relayed: hides(state) } },
    timer("deposit", 10_000),
  ];
  return [{ ...state, deposits, link: { ...state.link, deposits: n } }, effects];
}

/// The network changed, or there are newer ICE servers: what was deposited may lead nowhere. At most every ten seconds.
export function refreshDeposit(state: Shared & Waiting): Step {
  if (state.mode !== "video" || state.deposits.latest === 0 || state.link.is !== "open") return stay(state);
  if (!state.deposits.cooling) return prepare(state);
  return stay({ ...state, deposits: { ...state.deposits, stale: true } });
}

export function onDepositTimer(state: State): Step {
  if (state.phase !== "waiting") return stay(state);
  const cooled = { ...state, deposits: { ...state.deposits, cooling: false } };
  return cooled.deposits.stale ? refreshDeposit(cooled) : stay(cooled);
}

export function onPrepared(state: State, n: number, sdp: string): Step {
  if (state.phase !== "waiting" || n !== state.deposits.latest) return stay(state);
  // Too long to deposit: the room will do without.
  return sdp.length > bounds.deposit ? stay(state) : [state, say(state, { type: "deposit", n, sdp })];
}

export function onDeposited(state: State, message: ServerDeposited): Step {
  if (state.phase !== "waiting") return stay(state);
  return [state, [{ do: "keep-prepared", n: message.n }]];
}

/// A find or next was too fast; its time has come.
export function onAgain(state: State): Step {
  if (state.phase !== "waiting") return stay(state);
  const { leaving, mode } = state;
  return [state, say(state, leaving ? nextFrom(state, leaving.room, mode) : find(state, mode))];
}
