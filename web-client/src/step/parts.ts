// What the rules are written with.

import type { Effect, TimerName } from "../effect";
import type { ClientFind, ClientMedia, ClientMessage, ClientNext, MediaPath, Mode } from "../protocol.generated";
import type { Connected, Connecting, PartnerLeft, Reconnecting, Room, Shared, State } from "../state";

/// What is true now, and what is to be done.
export type Step = readonly [State, readonly Effect[]];

export type InRoom = Shared & (Connecting | Connected | Reconnecting);
export type WithRoom = InRoom | (Shared & PartnerLeft);

export function stay(state: State): Step {
  return [state, []];
}

/// One step, then another from where it led.
export function andThen(before: Step, next: (state: State) => Step): Step {
  const [state, effects] = next(before[0]);
  return [state, [...before[1], ...effects]];
}

/// The parts that outlive a change of phase: nothing of the old phase sticks to the new one.
export function shared(state: Shared): Shared {
  const { settings, link, media, alias, paths, online, visible, attention, dialog, escArmed, notice, report } = state;
  const { care, judged, session } = state;
  const shown = { visible, attention, dialog, escArmed, notice, report };
  return { settings, link, media, alias, paths, online, ...shown, care, judged, session };
}

export function withRoom<S extends WithRoom>(state: S, change: Partial<Room>): S {
  return { ...state, room: { ...state.room, ...change } };
}

/// Messages, while there is anybody to hear them. What must not be lost is said again after `welcome`.
export function say(state: State, ...messages: ClientMessage[]): Effect[] {
  return state.link.is === "open" ? messages.map((message) => ({ do: "send", message })) : [];
}

export function cancel(...names: TimerName[]): Effect[] {
  return names.map((name) => ({ do: "cancel", name }));
}

export function timer(name: TimerName, ms: number): Effect {
  return { do: "timer", name, ms };
}

/// The server has nothing of ours to lose: no line, no room.
export function idle(state: State): boolean {
  switch (state.phase) {
    case "landing":
    case "preview":
    case "partner-left":
    case "refused":
    case "replaced":
      return true;
    case "waiting":
    case "connecting":
    case "connected":
    case "reconnecting":
    case "server-away":
      return false;
  }
}

export function find(state: State, mode: Mode): ClientFind {
  const { role, interests, language } = state.settings;
  const languages = language === null ? [] : [language];
  return { type: "find", mode, role, interests: [...interests], languages, ...wish(state, mode) };
}

export function nextFrom(state: State, room: string, mode: Mode): ClientNext {
  return { type: "next", room, ...wish(state, mode) };
}

/// The path that was chosen; without one, the server's first offer.
function wish(state: State, mode: Mode): { path?: MediaPath } {
  return mode === "text" || state.settings.path === null ? {} : { path: state.settings.path };
}

/// What the partner may know of my camera and microphone.
export function mediaOf(state: State, room: Room): ClientMedia {
  const { media } = state;
  const sending = media.is === "open" && room.call !== null;
  const shown = room.call !== null && room.shown;
  return {
    type: "media",
    room: room.id,
    microphone: sending && shown && media.hasMicrophone && media.microphone,
    camera: sending && media.hasCamera && media.camera,
    shown,
    looks: room.call !== null && room.looked,
  };
}

/// Tell it, where there is a partner to tell. In text there is no media to speak of.
export function sayMedia(state: State): Effect[] {
  return "room" in state && state.room?.mode === "video" && !idle(state) ? say(state, mediaOf(state, state.room)) : [];
}

/// Open the camera and microphone of the settings, as far as they are wished for.
export function openMedia(state: State): Step {
  const { camera, microphone, originalSound } = state.settings;
  const { camera: cameraOn, microphone: microphoneOn } = state.media;
  const media = { ...state.media, is: state.media.is === "open" ? "open" : "asking", problem: null } as const;
  const wants = { camera, microphone, originalSound, cameraOn, microphoneOn };
  return [{ ...state, media }, [{ do: "open-media", wants }]];
}

export function closeMedia(state: State): Step {
  if (state.media.is === "closed") return stay(state);
  const media = { ...state.media, is: "closed", problem: null, hasCamera: false, hasMicrophone: false } as const;
  return [{ ...state, media }, [{ do: "close-media" }]];
}
