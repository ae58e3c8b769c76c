import type { Signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { DialogName, Page } from "./page";

const writing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));

/**
 * Esc and `?` anywhere on the page. Whether an Esc goes next is not decided here; only where it means something else
 * (a dialog, full screen, an input method composing) it is not told.
 */
export function useKeys(page: Page, dialog: Signal<DialogName | null>): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented || dialog.value !== null) return;
      if (event.key === "Escape" && !event.repeat && !document.fullscreenElement) {
        page.dispatch({ type: "escape" });
      }
      if (event.key === "?" && !event.ctrlKey && !event.metaKey && !writing(event.target)) {
        event.preventDefault();
        page.show("shortcuts");
      }
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  });
}
