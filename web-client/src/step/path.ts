// Which way my picture and sound go: straight, where the partner can learn my address, or through a relay. Nobody goes
// straight who chose to hide; who did not choose is asked first.

import type { Effect } from "../effect";
import type { MediaPath, ServerIceServers, ServerPaths } from "../protocol.generated";
import type { State } from "../state";
import { cannotHide, inRoom } from "../state";
import { andThen, cancel, openMedia, say, shared, stay, withRoom } from "./parts";
import type { Step } from "./parts";
import { refreshDeposit, startWaiting } from "./wait";

/// Remembered; somebody who is looked for meanwhile is looked for anew, on the other path.
export function onPath(state: State, path: MediaPath): Step {
  if (state.settings.path === path) return stay(state);
  const chosen: State = { ...state, settings: { ...state.settings, path } };
  if (!seeks(chosen)) return stay(chosen);
  return andThen([chosen, [...say(chosen, { type: "stop" }), { do: "drop-prepared" }]], (now) =>
    startWaiting(now, "video"),
  );
}

function seeks(state: State): boolean {
  return (state.phase === "waiting" || state.phase === "server-away") && state.mode === "video";
}

/// A relay failed, or works again.
export function onPaths(state: State, { paths }: ServerPaths): Step {
  return withoutPath({ ...state, paths });
}

/// Back to the mirror, where one sees why and chooses, if what was chosen cannot be had any more.
export function withoutPath(state: State): Step {
  const gone = state.paths?.length === 0 || cannotHide(state);
  return gone && seeks(state) ? toMirror(state) : stay(state);
}

export function toMirror(state: State): Step {
  const rest: Effect[] = [...say(state, { type: "stop" }), { do: "drop-prepared" }, ...cancel("again", "deposit")];
  const calm = { ...shared(state), escArmed: false, notice: null, attention: null };
  const mirror: Step = [{ ...calm, phase: "preview" }, rest];
  return state.media.is === "open" ? mirror : andThen(mirror, openMedia);
}

/// Nothing to choose so far, and now there is.
export function asks({ settings, paths }: State): boolean {
  return settings.path === null && paths !== null && paths.length > 1;
}

/// The server knows better, and is about to say so to everybody.
export function onNoPath(state: State): Step {
  return withoutPath({ ...state, paths: state.settings.path === "private" ? ["direct"] : [] });
}

/// Before the credentials of the old ones are over: for the next deposit, or the next restart of the call.
export function onIceServers(state: State, { iceServers }: ServerIceServers): Step {
  if (state.phase === "waiting") return refreshDeposit({ ...state, deposits: { ...state.deposits, iceServers } });
  if (!inRoom(state)) return stay(state);
  return [withRoom(state, { iceServers }), [{ do: "ice-servers", iceServers }]];
}
