import type { Earlier } from "../api";
import { date, words } from "../words";
import type { Dispatch } from "./app";

/** What was decided, never what was said. */
export function Decision({ earlier, undo }: { earlier: Earlier; undo?: (() => void) | undefined }) {
  const { measure, rule, facts, until, lifted } = earlier;
  return (
    <div class="decision" data-testid="earlier">
      <p>
        <strong>{measure === undefined ? words.dismissed : words.measures[measure]}</strong>
        {rule !== undefined && ` · ${words.rules[rule]}`}
      </p>
      {facts !== undefined && facts !== "" && (
        <p>
          <bdi>{facts}</bdi>
        </p>
      )}
      <p class="small soft">
        {date(earlier.made)}, {words.by(earlier.by)}
        {until !== undefined && ` · ${words.until(date(until))}`}
        {lifted !== undefined && ` · ${words.lifted(date(lifted))}`}
        {measure !== undefined && ` · ${words.appeals[earlier.appeal]}`}
      </p>
      {undo !== undefined && lifted === undefined && (
        <div>
          <button class="button plain back" type="button" data-testid="undo-earlier" onClick={undo}>
            {words.undoTitle}
          </button>
        </div>
      )}
    </div>
  );
}

interface EarlierProps {
  earlier: readonly Earlier[];
  dispatch: Dispatch;
}

export function EarlierDecisions({ earlier, dispatch }: EarlierProps) {
  return (
    <section class="card">
      <h2>{words.earlier}</h2>
      {earlier.length === 0 && <p class="soft">{words.noEarlier}</p>}
      {earlier.map((one) => (
        <Decision key={one.id} earlier={one} undo={() => dispatch({ type: "undoing", decision: one.id })} />
      ))}
    </section>
  );
}
