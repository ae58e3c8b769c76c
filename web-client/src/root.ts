// What tests (and styles) read off the root element. README.md lists it: it is a contract.

import type { State } from "./state";
import { inRoom, roomOf } from "./state";

export function describeRoot(root: HTMLElement, state: State): void {
  const room = inRoom(state) ? state.room : null;
  const mode = "mode" in state ? state.mode : roomOf(state)?.mode;
  const attributes = {
    phase: state.phase,
    mode: mode ?? (state.phase === "preview" ? "video" : null),
    room: room?.id ?? null,
    negotiation: room === null ? null : String(room.negotiation),
    partner: room === null ? null : room.partnerHere ? "here" : "away",
  };
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null) root.removeAttribute(`data-${name}`);
    else root.setAttribute(`data-${name}`, value);
  }
}
