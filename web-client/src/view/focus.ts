import { useEffect, useRef } from "preact/hooks";
import { inRoom, roomOf, type State } from "../state";

/**
 * Where the keyboard goes when the screen changes: to the line one writes in, where a keyboard is at hand and the chat
 * is the screen; else to the heading, so that a screen reader reads on from there. Within one conversation it stays
 * where the visitor put it.
 */
export function useFocus(state: State): void {
  const room = roomOf(state);
  const place = inRoom(state) ? `room ${room?.id ?? ""}` : state.phase;
  const last = useRef(place);
  useEffect(() => {
    if (last.current === place) return;
    last.current = place;
    if (document.querySelector("dialog[open]") !== null) return;
    const chat = inRoom(state) && room?.call === null && !window.matchMedia("(pointer: coarse)").matches;
    const goal = document.querySelector<HTMLElement>(chat ? "[data-testid=chat-input]" : "h1");
    goal?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  });
}
