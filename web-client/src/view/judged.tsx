import { useEffect, useRef, useState } from "preact/hooks";
import type { Statement } from "../protocol.generated";
import type { Refused, Shared } from "../state";
import { Plain } from "./frame";
import { judgedWords } from "./judged.words";
import { Modal } from "./modal";
import type { Page } from "./page";
import { Reasons } from "./statement";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
/** After the end by this clock; the server's may go a little later. */
const AGAIN = 12 * SECOND;

/** Over whatever one is doing: a warning, which one reads and then goes on. */
export function Warning({ statement, noted }: { statement: Statement; noted: () => void }) {
  return (
    <Modal test="warning" title={judgedWords.titles.warn} close={noted}>
      <p>{judgedWords.lines.warn}</p>
      <Reasons statement={statement} />
      <div class="buttons end">
        <button class="button primary" type="button" data-testid="noted" onClick={noted}>
          {judgedWords.goOn}
        </button>
      </div>
    </Modal>
  );
}

interface SentAwayProps {
  state: Shared & Refused;
  statement: Statement;
  page: Page;
}

/** For a while nobody can be met here: why, for how long, and what one can do. */
export function SentAway({ state, statement, page }: SentAwayProps) {
  const { measure, until } = statement;
  const asking = state.link.is !== "closed";
  const lookAgain = () => page.dispatch({ type: "look-again" });
  return (
    <Plain page={page} online={state.online ?? 1}>
      <div class="sent-away card" data-testid="refused" data-measure={measure}>
        <h1 tabIndex={-1}>{judgedWords.titles[measure]}</h1>
        <p class="soft">{judgedWords.lines[measure]}</p>
        {until !== undefined && <Countdown until={until} over={lookAgain} />}
        <Reasons statement={statement} />
        <div class="buttons">
          <button
            class="button plain"
            type="button"
            data-testid="look-again"
            disabled={state.lately || asking}
            onClick={lookAgain}
          >
            {asking ? judgedWords.looking : judgedWords.lookAgain}
          </button>
        </div>
      </div>
    </Plain>
  );
}

/** It ends by itself: then the server is asked, and once more a little later. */
function Countdown({ until, over }: { until: number; over: () => void }) {
  const [now, setNow] = useState(() => Date.now());
  const left = until - now;
  useEffect(() => {
    if (left <= 0) return;
    const pause = left <= MINUTE ? SECOND : Math.min(left - MINUTE, MINUTE);
    const ticking = setTimeout(() => setNow(Date.now()), pause);
    return () => clearTimeout(ticking);
  }, [left]);
  return (
    <p class="countdown-long" role="timer" data-testid="until">
      {left > 0 ? judgedWords.stillLeft(left) : <Over over={over} />}
    </p>
  );
}

function Over({ over }: { over: () => void }) {
  const tell = useRef(over);
  useEffect(() => {
    tell.current();
    const again = setTimeout(() => tell.current(), AGAIN);
    return () => clearTimeout(again);
  }, []);
  return <>{judgedWords.over}</>;
}
