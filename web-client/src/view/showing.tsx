import "../styles/showing.css";
import { useEffect, useRef } from "preact/hooks";
import { veil } from "../mosaic";
import type { Room } from "../state";
import { Icon } from "./icons";
import type { Page } from "./page";
import { showingWords } from "./showing.words";

/** Lies over the partner's picture until one looks: their colours, averaged here, and nothing else of it. */
export function Veil({ alias }: { alias: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const video = canvas.current?.parentElement?.querySelector<HTMLVideoElement>("video.remote");
    return canvas.current && video ? veil(canvas.current, video) : undefined;
  }, []);
  return <canvas ref={canvas} class="veil" data-testid="veil" role="img" aria-label={showingWords.veiled(alias)} />;
}

/** Who waits for whom, and one's own two choices, as long as anything is open between the two. */
export function Between({ room, page }: { room: Room; page: Page }) {
  const { tell } = page;
  useNearby(room);
  const sentence = between(room);
  useEffect(() => {
    tell(sentence ?? "");
    return () => tell("");
  }, [tell, sentence]);
  if (sentence === null) return null;
  return (
    <div class="between">
      <p data-testid="between">{sentence}</p>
      {!room.looked && (
        <button
          class={room.partnerMedia?.shown ? "button primary" : "button"}
          type="button"
          data-testid="look"
          onClick={() => page.dispatch({ type: "look", on: true })}
        >
          <Icon name="look" />
          {showingWords.look}
        </button>
      )}
      {!room.shown && (
        <button
          class="button primary"
          type="button"
          data-testid="show"
          onClick={() => page.dispatch({ type: "show", on: true })}
        >
          <Icon name="show" />
          {showingWords.show}
        </button>
      )}
    </div>
  );
}

/**
 * The button that was pressed is gone, and the focus with it. It goes to what is near, and never to *Show yourself*:
 * nobody shows themselves by pressing once too often.
 */
function useNearby({ shown, looked }: Room): void {
  const begun = useRef(false);
  useEffect(() => {
    const lost = begun.current && document.activeElement === document.body;
    begun.current = true;
    if (lost) document.querySelector<HTMLElement>(".controls button:not([disabled])")?.focus();
  }, [shown, looked]);
}

/** Null when both show and both look, and before the partner has said what they do. */
export function between({ shown, looked, partner, partnerMedia, call }: Room): string | null {
  if (partnerMedia === null && call?.connection !== "connected") return null;
  const theyShow = partnerMedia?.shown === true;
  const unseen = shown && partnerMedia?.looks === false;
  if (shown && theyShow && looked && !unseen) return null;
  const { who, unseen: unseenBy } = showingWords;
  const words = unseen ? unseenBy : who;
  if (shown) return (theyShow ? words.both : words.me)(partner);
  return (theyShow ? who.they : who.neither)(partner);
}

/** Wherever the focus is, and only to hide: nobody shows themselves by a slip of the finger. */
export function useHideKey({ dispatch }: Page, shown: boolean): void {
  useEffect(() => {
    if (!shown) return undefined;
    const pressed = (event: KeyboardEvent): void => {
      if (!event.altKey || event.code !== "KeyH" || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      dispatch({ type: "show", on: false });
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, [dispatch, shown]);
}
