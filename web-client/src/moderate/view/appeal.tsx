import type { Place, State } from "../state";
import { date, words } from "../words";
import type { Dispatch } from "./app";
import { Back } from "./back";
import { Decision } from "./earlier";

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
            <Settle state={state} place={place} dispatch={dispatch} />
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

const answers = [
  ["uphold", false],
  ["reverse", true],
] as const;

function Settle({ state, place, dispatch }: AppealProps) {
  return (
    <form
      class="card"
      aria-label={words.settle}
      onSubmit={(event) => {
        event.preventDefault();
        dispatch({ type: "decide" });
      }}
    >
      <fieldset class="rulings">
        <legend class="label">{words.settle}</legend>
        {answers.map(([name, reverse], index) => (
          <label key={name} class="ruling">
            <input
              class="unseen"
              type="radio"
              name="answer"
              data-testid={name}
              checked={place.reverse === reverse}
              onChange={() => dispatch({ type: "settling", reverse })}
            />
            <span class="row">
              <strong>{words[name][0]}</strong>
              <kbd class="keyboard">{index + 1}</kbd>
            </span>
            <span class="small soft">{words[name][1]}</span>
          </label>
        ))}
      </fieldset>
      <div class="field">
        <label for="answer">{words.answer}</label>
        <textarea
          id="answer"
          data-testid="answer"
          rows={4}
          maxLength={2000}
          value={place.words}
          onInput={(event) => dispatch({ type: "settling", words: event.currentTarget.value })}
        />
      </div>
      <div class="buttons">
        <button
          class="button primary"
          type="submit"
          data-testid="settle"
          disabled={state.busy || place.reverse === null || place.words.trim() === ""}
        >
          {words.send}
        </button>
      </div>
    </form>
  );
}
