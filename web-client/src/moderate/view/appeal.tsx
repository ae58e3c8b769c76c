import type { Place, State } from "../state";
import { date, words } from "../words";
import type { Dispatch } from "./app";
import { Back } from "./back";
import { Decision } from "./earlier";
import { Settle } from "./settle";

interface AppealProps {
  state: State;
  place: Extract<Place, { at: "appeal" }>;
  dispatch: Dispatch;
}

/** An appeal beside what it is against; the server holds that nobody judges themselves where there are two. */
export function AppealView({ state, place, dispatch }: AppealProps) {
  const { appeal } = place;
  return (
    <div class="stack">
      <Back dispatch={dispatch} />
      <h1 tabIndex={-1}>{words.appealTitle}</h1>
      <div class="columns">
        <div class="stack">
          <section class="card">
            <h2>{words.appealText}</h2>
            <p>
              <bdi data-testid="appeal-text">{appeal.text}</bdi>
            </p>
            <p class="small soft">{date(appeal.made)}</p>
          </section>
          <section class="card">
            <h2>{words.firstDecision}</h2>
            <Decision earlier={appeal.against} />
            <div>
              <button
                class="button"
                type="button"
                data-testid="open-case"
                disabled={state.busy}
                onClick={() => dispatch({ type: "open", id: appeal.against.of })}
              >
                {words.openCase}
              </button>
            </div>
          </section>
        </div>
        <div class="stack decide">
          {appeal.yours ? (
            <Settle answers={["uphold", "reverse"]} busy={state.busy} place={place} dispatch={dispatch} />
          ) : (
            <p class="card" data-testid="not-yours">
              {words.notYours}
            </p>
          )}
        </div>
      </div>
    </div>
  );
}
