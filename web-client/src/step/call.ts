// The media of a room, as far as it is a matter of rules. Peer connections themselves live in `peer.ts`.

import type { Effect, CallSetup } from "../effect";
import type { ServerAnswer, ServerCandidate, ServerMedia, ServerOffer } from "../protocol.generated";
import type { Call, Help, Room, State } from "../state";
import type { Of, Peer } from "../event";
import { inRoom } from "../state";
import { NEW_CALL } from "../first";
import { andThen, cancel, closeMedia, say, sayMedia, shared, stay, timer, withRoom } from "./parts";
import type { InRoom, Step } from "./parts";

/// How often ICE is started anew before we say that there is no way.
const RESTARTS = 3;
const NO_MEDIA = 10_000;
const UNSTEADY = 3_000;

type Opening = Pick<CallSetup, "start" | "n" | "offer">;

/// A new peer connection for the room's negotiation.
export function openCall(state: State, opening: Opening): Step {
  if (!inRoom(state) || state.room.call === null) return stay(state);
  const { id: room, negotiation, polite, relayed, iceServers } = state.room;
  const ice = { relayed, iceServers };
  const effects: Effect[] = [{ do: "call", room, negotiation, polite, ice, ...opening }];
  return [withRoom(state, { call: { ...NEW_CALL, held: true } }), [...effects, timer("media", NO_MEDIA)]];
}

/// After a reconnection of either side: a new number means a new peer connection, the same one goes on with what it has.
export function negotiate(state: State, negotiation: number): Step {
  if (!inRoom(state)) return stay(state);
  const { room } = state;
  if (room.call === null) return stay(withRoom(state, { negotiation }));
  if (room.call.held && room.negotiation === negotiation) {
    const { iceServers } = room;
    return [state, [{ do: "ice-servers", iceServers }, { do: "resume-call" }, timer("media", NO_MEDIA)]];
  }
  const anew = { ...shared(state), phase: "connecting", room: { ...room, negotiation, call: NEW_CALL } } as const;
  return openCall(anew, { start: "none", n: null, offer: null });
}

export function onSignal(state: State, message: ServerOffer | ServerAnswer | ServerCandidate): Step {
  return current(state, message) ? [state, [{ do: "signal", message }]] : stay(state);
}

/// Of this room, of this negotiation, and media are wanted.
function current(state: State, of: Of): state is InRoom & { room: Room & { call: Call } } {
  return inRoom(state) && state.room.id === of.room && state.room.negotiation === of.negotiation && !!state.room.call;
}

export function onPeer(state: State, event: Exclude<Peer, { type: "prepared" }>): Step {
  if (!current(state, event)) return stay(state);
  const of = { room: event.room, negotiation: event.negotiation };
  switch (event.type) {
    case "description":
      return [state, say(state, { type: event.kind, ...of, sdp: event.sdp })];
    case "candidate":
      return [state, say(state, { type: "candidate", ...of, ...words(event.candidate) })];
    case "route":
      return stay(withCall(state, { route: event.route }));
    case "silence":
      return restart(state);
    case "frame":
      return settle(withCall(state, { frame: true }));
    case "connection":
      return onConnection(state, state.room.call, event.connection);
  }
}

/// As the protocol has it: what is null is left out.
function words(of: RTCIceCandidateInit): { candidate: string } {
  const { candidate = "", sdpMid, sdpMLineIndex, usernameFragment } = of;
  return {
    candidate,
    ...(isNothing(sdpMid) ? {} : { sdpMid }),
    ...(isNothing(sdpMLineIndex) ? {} : { sdpMLineIndex }),
    ...(isNothing(usernameFragment) ? {} : { usernameFragment }),
  };
}

function isNothing(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

function onConnection(state: InRoom, before: Call, connection: Call["connection"]): Step {
  const now = withCall(state, { connection });
  switch (connection) {
    case "new":
    case "connecting":
      return stay(now);
    case "connected":
      return settle(withCall(now, { restarts: 0 }));
    case "disconnected":
      return [now, [timer("unsteady", UNSTEADY), timer("media", NO_MEDIA)]];
    case "failed":
      if (before.restarts >= RESTARTS) return stay(withCall(now, { help: "no-route" }));
      return restart(withCall(now, { restarts: before.restarts + 1 }));
  }
}

/// Restarting needs both servers' lines; without them it comes with `resume-call`.
function restart(state: InRoom): Step {
  const possible = state.link.is === "open" && state.room.partnerHere;
  return [state, possible ? [{ do: "restart-ice" }] : []];
}

/// Cut for a while, or the network changed: do not wait for the browser to give up.
export function mend(state: State): Step {
  const call = inRoom(state) ? state.room.call : null;
  if (!inRoom(state) || call === null || call.connection === "connected" || call.connection === "new")
    return stay(state);
  return restart(state);
}

/// There is media now, or as much of it as the partner sends.
export function settle(state: InRoom): Step {
  const { call, partnerMedia } = state.room;
  if (call === null) return stay(state);
  const nothingToSee = partnerMedia !== null && !(partnerMedia.camera && partnerMedia.shown);
  const there = call.connection === "connected" && (call.frame || nothingToSee);
  if (!there && !call.frame) return stay(state);
  const seen = there ? withCall(state, { help: null }) : state;
  const to: State = seen.phase === "connecting" ? { ...shared(seen), phase: "connected", room: seen.room } : seen;
  return [to, there ? cancel("media", "unsteady") : []];
}

export function onPartnerMedia(state: State, message: ServerMedia): Step {
  if (!inRoom(state) || state.room.id !== message.room) return stay(state);
  const { microphone, camera, shown, looks } = message;
  return settle(withRoom(state, { partnerMedia: { microphone, camera, shown, looks } }));
}

/// Ten seconds and nothing to see or hear: say why. In a call that was cut the browser may be silent from then on, if
/// it has no candidate left (its relay is gone): so try again, until there is a way.
export function onMediaTimer(state: State): Step {
  if (state.phase !== "connecting" && state.phase !== "connected") return stay(state);
  const { room } = state;
  if (room.call === null || (state.phase === "connected" && room.call.connection === "connected")) return stay(state);
  const told = withCall(state, { help: helpFor(room, room.call) });
  return state.phase === "connecting" ? stay(told) : andThen([told, [timer("media", NO_MEDIA)]], mend);
}

function helpFor(room: Room, call: Call): Help {
  if (!room.partnerHere) return "partner-away";
  if (call.connection === "connected") return "no-picture";
  return call.connection === "failed" && call.restarts >= RESTARTS ? "no-route" : "searching";
}

/// Stay with this partner, without media. Nothing is sent any more; the camera is closed until the next partner.
export function textOnly(state: InRoom): Step {
  const silent = withRoom(state, { call: null, partnerMedia: null });
  const to: State = silent.phase === "connecting" ? { ...silent, phase: "connected" } : silent;
  const hungUp: Step = [to, [{ do: "hang-up" }, ...cancel("media", "unsteady")]];
  return andThen(andThen(hungUp, closeMedia), (now) => [now, sayMedia(now)]);
}

export function withCall<S extends InRoom>(state: S, change: Partial<Call>): S {
  return state.room.call === null ? state : withRoom(state, { call: { ...state.room.call, ...change } });
}
