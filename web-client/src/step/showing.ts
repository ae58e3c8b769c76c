// I show, I look: two choices, each one's own, and made anew with each partner. Until I show, the partner gets a few
// blurred colours and no sound; until I look, what they send is hidden and silent here.

import type { Effect } from "../effect";
import type { Room, State } from "../state";
import { inRoom } from "../state";
import { sayMedia, stay, withRoom } from "./parts";
import type { Step } from "./parts";

export function onShow(state: State, on: boolean): Step {
  return choose(state, { shown: on });
}

export function onLook(state: State, on: boolean): Step {
  return choose(state, { looked: on });
}

function choose(state: State, change: Partial<Pick<Room, "shown" | "looked">>): Step {
  if (!inRoom(state) || state.room.call === null) return stay(state);
  const to = withRoom(state, change);
  return [to, sayMedia(to)];
}

/// What a step means for picture and sound, so that no way into a room and out of it can forget it. Hidden before
/// anything else happens, shown after all of it. A page begins with both off.
export function showing(before: State | null, [state, effects]: Step): Step {
  const [off, on]: [Effect[], Effect[]] = [[], []];
  const tell = (name: "show" | "look", was: boolean, is: boolean): void => {
    if (was !== is) (is ? on : off).push({ do: name, on: is });
  };
  tell("show", before !== null && shows(before), shows(state));
  tell("look", before !== null && looks(before), looks(state));
  return [state, off.length + on.length === 0 ? effects : [...off, ...effects, ...on]];
}

/// As long as there is anything to show: in the mirror to myself alone, in a room as I chose, elsewhere as the next
/// partner will find me.
function shows(state: State): boolean {
  if (state.media.is === "closed") return false;
  if (state.phase === "preview") return true;
  return inRoom(state) ? state.room.shown : state.settings.showAtOnce;
}

function looks(state: State): boolean {
  return inRoom(state) && state.room.looked;
}
