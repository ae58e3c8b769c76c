// Choices: remembered, and acted upon at once where something runs.

import type { Intent } from "../event";
import type { Settings, State } from "../state";
import { INTEREST, INTERESTS } from "../state";
import { stopCountdown } from "./leave";
import { andThen, openMedia, stay } from "./parts";
import type { Step } from "./parts";

export type Choice = Extract<
  Intent,
  {
    type:
      | "adult"
      | "interests"
      | "language"
      | "role"
      | "choose-camera"
      | "choose-microphone"
      | "choose-speaker"
      | "original-sound"
      | "auto-next"
      | "esc-next"
      | "prefer";
  }
>;

export function onChoice(state: State, event: Choice): Step {
  switch (event.type) {
    case "adult":
      return set(state, { adult: event.yes });
    case "interests":
      return set(state, { interests: cleanInterests(event.tags) });
    case "language":
      return set(state, {
        language: event.language !== null && /^[a-z]{2,3}$/.test(event.language) ? event.language : null,
      });
    case "role":
      return set(state, { role: event.role });
    case "choose-camera":
      return andThen(set(state, { camera: event.id }), reopen);
    case "choose-microphone":
      return andThen(set(state, { microphone: event.id }), reopen);
    case "original-sound":
      return andThen(set(state, { originalSound: event.on }), reopen);
    case "choose-speaker":
      return andThen(set(state, { speaker: event.id }), (now) => [now, [{ do: "use-speaker", id: event.id }]]);
    case "auto-next":
      return andThen(set(state, { autoNext: event.on }), (now) => (event.on ? stay(now) : stopCountdown(now)));
    case "esc-next":
      return set({ ...state, escArmed: false }, { escNext: event.on });
    case "prefer":
      return set(state, { [event.name]: event.on });
  }
}

function set(state: State, change: Partial<Settings>): Step {
  return stay({ ...state, settings: { ...state.settings, ...change } });
}

/// Another device: only where one is open, or was tried.
function reopen(state: State): Step {
  return state.media.is === "closed" ? stay(state) : openMedia(state);
}

/// As the server compares them: NFKC, lower case, single spaces, each once.
export function cleanInterests(tags: readonly string[]): readonly string[] {
  const clean = tags.map((tag) =>
    tag
      .replace(/\p{Surrogate}/gu, "")
      .normalize("NFKC")
      .replace(/\s+/gu, " ")
      .replace(/[\p{Cc}\p{Cf}]/gu, "")
      .trim()
      .toLowerCase()
      .slice(0, INTEREST)
      .replace(/[\ud800-\udbff]$/, "")
      .trim(),
  );
  return [...new Set(clean)].filter((tag) => tag !== "").slice(0, INTERESTS);
}
