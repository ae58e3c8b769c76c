// The socket: hello, welcome, pings, and the visitor's own wish to come back.

import type { Effect } from "../effect";
import type { ClientHello, ServerReplaced, ServerWelcome } from "../protocol.generated";
import type { State } from "../state";
import { inRoom } from "../state";
import { atFirst, NEW_LINK } from "../first";
import { sayOwed } from "./answers";
import { MINUTE } from "./care";
import { mayEnd } from "./judged";
import { toLanding } from "./leave";
import { end } from "./meet";
import { andThen, cancel, find, idle, say, shared, stay, timer } from "./parts";
import type { Step } from "./parts";
import { inLine } from "./wait";

const PING = 10_000;
const PONG = 5_000;
/// A server that everybody comes back to at once is slow to say welcome, and must not be asked all over again.
const HELLO = 10_000;

export function onBegin(state: State): Step {
  const { speaker } = state.settings;
  const sound: Effect[] = speaker === null ? [] : [{ do: "use-speaker", id: speaker }];
  return [state, [...sound, { do: "connect", after: { is: "none" } }, timer("minute", MINUTE)]];
}

export function onOpen(state: State): Step {
  const { browserKey, lane, age, token } = state.session;
  const resume = token === null ? {} : { resume: { token, ...held(state) } };
  const hello: ClientHello = {
    type: "hello",
    versions: [1],
    ...(browserKey === null ? {} : { browserKey }),
    ...(lane === null ? {} : { lane }),
    ...(age === null ? {} : { age }),
    ...resume,
  };
  const link = { ...state.link, is: "opening", pinged: true, deposits: 0 } as const;
  return [{ ...state, link }, [{ do: "send", message: hello }, timer("pong", HELLO)]];
}

/// What of the room is still in this page.
function held(state: State): { ticket?: string; received: number; negotiation: number } {
  if (!inRoom(state)) return { received: 0, negotiation: 0 };
  const { ticket, received, negotiation, call } = state.room;
  return { ticket, received, negotiation: call !== null && !call.held ? 0 : negotiation };
}

export function onWelcome(state: State, message: ServerWelcome): Step {
  const { alias, token, browserKey, build, online, paths } = message;
  const ours = state.session.build;
  const newer = ours !== null && build !== ours ? build : null;
  const session = { ...state.session, token, browserKey, newer };
  const link = { is: "open", attempt: 0, pinged: false, deposits: 0 } as const;
  const open: State = { ...state, link, session, alias, online, paths };
  const met: Step = [open, [...cancel("pong"), timer("ping", PING), ...sayOwed(open)]];
  return andThen(met, (now) => whereWeAre(now, message.resumed));
}

/// After `welcome` the server says where we are, or nothing if it is nowhere. We say what we want without waiting for
/// that: a find in the line only renews the preferences, a find in a room is refused and `rejoined` tells us to leave.
function whereWeAre(state: State, resumed: boolean): Step {
  switch (state.phase) {
    case "waiting":
    case "server-away": {
      const line = inLine(shared(state), state.mode, state.leaving);
      return [line, say(line, find(line, line.mode))];
    }
    case "connecting":
    case "connected":
    case "reconnecting":
      return [state, [timer("resume", PONG)]];
    case "landing": {
      const { newer } = state.session;
      const stop = resumed ? say(state, { type: "stop" }) : [];
      return [state, newer === null ? stop : [...stop, { do: "reload", build: newer }]];
    }
    case "refused":
      // Sent away, and let in again.
      if (mayEnd(state.why)) return toLanding(state);
      return [state, resumed ? say(state, { type: "stop" }) : []];
    case "preview":
    case "partner-left":
    case "replaced":
      return [state, resumed ? say(state, { type: "stop" }) : []];
  }
}

/// Welcome, and then no word of our room.
export function onResumeTimer(state: State): Step {
  return state.phase === "reconnecting" && state.link.is === "open" ? end(state, "expired") : stay(state);
}

/// Another tab has the session; the close follows. What it leaves us is for `use-here`.
export function onReplaced(state: State, { token }: ServerReplaced): Step {
  return stay({ ...state, session: { ...state.session, token } });
}

/// Takes the conversation back. Without one there is nothing to take: what the other tab does is its own.
export function onUseHere(state: State): Step {
  if (state.phase !== "replaced") return stay(state);
  const { room } = state;
  const calm = { ...shared(state), link: NEW_LINK };
  const to: State =
    room === null
      ? { ...calm, phase: "landing", session: { ...state.session, token: null } }
      : { ...calm, phase: "reconnecting", room: { ...room, ...atFirst(state.settings) } };
  return [to, [{ do: "connect", after: { is: "none" } }]];
}

export function onHome(state: State): Step {
  if (state.phase !== "refused" && state.phase !== "partner-left") return stay(state);
  const home = toLanding(state);
  if (state.link.is !== "closed") return home;
  return andThen(home, (now) => [{ ...now, link: NEW_LINK }, [{ do: "connect", after: { is: "none" } }]]);
}

/// Now, and not when the back-off says so.
export function hurry(state: State): Step {
  return state.link.is === "lost" ? [state, [{ do: "connect", after: { is: "none" } }]] : stay(state);
}

/// Is anybody there? Browsers notice a dead link after minutes.
export function ping(state: State): Step {
  if (state.link.is !== "open") return stay(state);
  const asked: State = { ...state, link: { ...state.link, pinged: true } };
  return [asked, [...say(state, { type: "ping" }), timer("pong", PONG)]];
}

export function onPingTimer(state: State): Step {
  if (state.link.is !== "open") return stay(state);
  const next: Step = [state, [timer("ping", PING)]];
  return idle(state) ? next : andThen(next, ping);
}

/// Whatever the server says, it is there.
export function heard(state: State): State {
  return state.link.pinged ? { ...state, link: { ...state.link, pinged: false } } : state;
}

/// Nothing heard since the ping, or since hello.
export function onPongTimer(state: State): Step {
  return state.link.pinged ? [state, [{ do: "disconnect" }]] : stay(state);
}
