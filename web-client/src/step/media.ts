// My own camera and microphone, and the ways in through them.

import type { MediaEvent } from "../event";
import type { MediaPath, Mode } from "../protocol.generated";
import type { Media, State } from "../state";
import { inRoom } from "../state";
import { textOnly } from "./call";
import { toLanding } from "./leave";
import { andThen, openMedia, sayMedia, shared, stay } from "./parts";
import type { Step } from "./parts";
import { startWaiting } from "./wait";

/// Text goes straight into the line; video looks into the mirror first.
export function onStart(state: State, mode: Mode): Step {
  if (state.phase !== "landing" || !state.settings.adult) return stay(state);
  if (mode === "text") return clicked(state, "text");
  // A new start begins seen and heard, as the mirror shows it.
  const media = { ...state.media, camera: true, microphone: true };
  return openMedia({ ...shared(state), media, notice: null, phase: "preview" });
}

/// With a path: remembered, if there was anything to choose.
export function onGo(state: State, path?: MediaPath): Step {
  const offered = state.paths ?? [];
  if (state.phase !== "preview" || state.media.is !== "open" || offered.length === 0) return stay(state);
  const chosen = path === undefined ? state.settings.path : offered.length > 1 ? path : null;
  const open = chosen === null && offered.length > 1;
  if (open || (chosen === "private" && !offered.includes(chosen))) return stay(state);
  return clicked({ ...state, settings: { ...state.settings, path: chosen } }, "video");
}

function clicked(state: State, mode: Mode): Step {
  return andThen([state, [{ do: "mark", name: "next-click" }]], (now) => startWaiting(now, mode));
}

/// No camera, or no way for it: nobody is punished, there is text.
export function onTextInstead(state: State): Step {
  if (state.phase === "preview") return clicked(state, "text");
  return inRoom(state) && state.room.call !== null ? textOnly(state) : stay(state);
}

export function onBack(state: State): Step {
  return state.phase === "preview" ? toLanding(state) : stay(state);
}

/// Once more: after a problem, or after a reload with one tap.
export function onOpenMedia(before: State): Step {
  const state = { ...before, media: { ...before.media, camera: true } };
  const wanted = state.phase === "preview" || (state.phase === "waiting" && state.mode === "video");
  const inCall = inRoom(state) && state.room.call !== null;
  return (wanted || inCall) && state.media.is !== "asking" ? openMedia(state) : stay(before);
}

export function onSwitch(state: State, change: Partial<Pick<Media, "camera" | "microphone">>): Step {
  const media = { ...state.media, ...change };
  const to = { ...state, media };
  const { camera, microphone } = media;
  return [to, [{ do: "send-media", camera, microphone }, ...sayMedia(to)]];
}

export function onMedia(state: State, event: MediaEvent): Step {
  switch (event.type) {
    case "media-open": {
      // Allowed at last, but nobody waits for it any more.
      if (state.media.is === "closed") return [state, [{ do: "close-media" }]];
      const { hasCamera, hasMicrophone } = event;
      const to: State = { ...state, media: { ...state.media, is: "open", problem: null, hasCamera, hasMicrophone } };
      return [to, sayMedia(to)];
    }
    case "media-problem": {
      if (state.media.is === "closed") return stay(state);
      const problem = { is: "problem", problem: event.problem, hasCamera: false, hasMicrophone: false } as const;
      const to: State = { ...state, media: { ...state.media, ...problem } };
      return [to, sayMedia(to)];
    }
    case "devices":
      return stay({ ...state, media: { ...state.media, devices: event.devices } });
  }
}
