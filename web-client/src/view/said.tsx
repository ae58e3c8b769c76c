import { useEffect, useState } from "preact/hooks";
import { Arriving } from "../arriving";
import { plain } from "../care/plain";
import { covered, loadVeil, type Finder } from "../care/veil/veil";
import type { Line } from "../state";
import { conversationWords } from "./conversation.words";

/** Comes when the first visitor wants it; where it does not come, lines stay uncovered. */
const veilOfThisPage = new Arriving(loadVeil, () => undefined);

interface SaidProps {
  line: Line;
  /** How often the same came again. */
  more: number;
  who: string;
  first: boolean;
  last: boolean;
  veil: boolean;
}

/**
 * Text is text: never markup, never a link, in its own direction, and always inside this bubble with the name of who said
 * it. What the page itself says stands elsewhere and looks different, so nobody can speak in its voice.
 */
export function Said({ line, more, who, first, last, veil }: SaidProps) {
  return (
    <div class={`said ${line.from} ${first ? "first" : ""}`}>
      <span class="unseen">{who}: </span>
      <p dir="auto" data-testid="chat-line" data-from={line.from} data-line={line.line} data-state={line.state}>
        {veil && line.from === "partner" ? <Veiled text={line.text} /> : <Written text={line.text} />}
      </p>
      {more > 0 && (
        <span class="small soft" data-testid="more-of-it">
          {conversationWords.more(more)}
        </span>
      )}
      {line.from === "me" && (
        <span class={last ? "small soft" : "unseen"}>{conversationWords.arrival[line.state]}</span>
      )}
    </div>
  );
}

/** Somebody's own words, wherever they are shown or quoted: steering characters are seen, not obeyed. */
export function Written({ text }: { text: string }) {
  return <bdi>{plain(text)}</bdi>;
}

/** The newest line above a closed chat. What it covers is shown where the line itself stands. */
export function Glimpse({ text, veil }: { text: string; veil: boolean }) {
  const find = useVeil(veil);
  const seen = plain(text);
  return <bdi>{(find && covered(seen, find)) ?? seen}</bdi>;
}

/** Null where it is not wanted, or not yet there. */
function useVeil(wanted: boolean): Finder | null {
  useEffect(() => {
    if (wanted) void veilOfThisPage.fetch();
  }, [wanted]);
  return wanted ? veilOfThisPage.here.value : null;
}

function Veiled({ text }: { text: string }) {
  const [shown, show] = useState(false);
  const find = useVeil(true);
  const seen = plain(text);
  const cover = shown || find === null ? null : covered(seen, find);
  if (cover === null) return <bdi>{seen}</bdi>;
  return (
    <>
      <bdi>{cover}</bdi>{" "}
      <button class="unveil small" type="button" data-testid="unveil" onClick={() => show(true)}>
        {conversationWords.unveil}
      </button>
    </>
  );
}
