import { holder } from "../rules";
import type { Place, State } from "../state";
import { clock, date, waited, words } from "../words";
import type { Dispatch, Picture } from "./app";
import { Back } from "./back";
import { DecisionForm } from "./decision";
import { EarlierDecisions } from "./earlier";
import { ReportView } from "./report";

interface CaseProps {
  state: State;
  place: Extract<Place, { at: "case" }>;
  dispatch: Dispatch;
  picture: Picture;
}

/** One case: what was reported, what was decided before, and what is to be decided. */
export function CaseView({ state, place, dispatch, picture }: CaseProps) {
  const { row, reports, earlier, hold } = place.file;
  const other = holder(row, state.now);
  return (
    <div class="stack">
      <Back dispatch={dispatch} />
      <div>
        <h1 tabIndex={-1}>
          {words.caseNumber(row.id)}
          {row.urgent && <span class="mark bad">{words.urgent}</span>}
        </h1>
        <p class="soft">
          {words.counts(row.reports, row.weight)} · {words.age(waited(Math.max(0, state.now - row.oldest)))}
          {row.automatic && ` · ${words.automatic}`}
          {row.decided !== undefined && ` · ${words.decidedAt(date(row.decided))}`}
        </p>
        {other !== null && row.taken !== undefined && (
          <p class="warning" data-testid="taken">
            {words.takenBy(other, clock(row.taken.until))}
          </p>
        )}
      </div>
      {place.changed && (
        <p class="warning" role="status" data-testid="changed">
          {words.changed}
        </p>
      )}
      <div class="columns">
        <div class="stack">
          <h2>{words.reports}</h2>
          {reports.map((report) => (
            <ReportView key={report.id} of={row.id} report={report} picture={picture} />
          ))}
          <EarlierDecisions earlier={earlier} dispatch={dispatch} />
        </div>
        <div class="stack decide">
          {other === null && row.decided === undefined && (
            <DecisionForm draft={place.draft} busy={state.busy} dispatch={dispatch} />
          )}
          <details class="card more">
            <summary>{words.more}</summary>
            <div class="stack">
              {hold === undefined ? (
                <button
                  class="button"
                  type="button"
                  data-testid="hold"
                  onClick={() => dispatch({ type: "dialog", dialog: "hold" })}
                >
                  {words.hold}
                </button>
              ) : (
                <>
                  <p data-testid="held">
                    {words.held(hold.by, date(hold.until))}: <bdi>{hold.reason}</bdi>
                  </p>
                  <button
                    class="button"
                    type="button"
                    data-testid="release"
                    onClick={() => dispatch({ type: "release" })}
                  >
                    {words.release}
                  </button>
                </>
              )}
              <button class="button" type="button" data-testid="export" onClick={() => dispatch({ type: "export" })}>
                {words.export}
              </button>
            </div>
          </details>
        </div>
      </div>
    </div>
  );
}
