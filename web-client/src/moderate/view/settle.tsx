import { words } from "../words";
import type { Dispatch } from "./app";

type Answer = "uphold" | "reverse" | "refuse" | "act";

interface SettleProps {
  /** What one may answer: first the one that changes nothing, then the one that does. */
  answers: readonly [Answer, Answer];
  place: { readonly reverse: boolean | null; readonly words: string };
  busy: boolean;
  dispatch: Dispatch;
}

/** One of two answers, and words to somebody. */
export function Settle({ answers, place, busy, dispatch }: SettleProps) {
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
        {answers.map((name, index) => (
          <label key={name} class="ruling">
            <input
              class="unseen"
              type="radio"
              name="answer"
              data-testid={name}
              checked={place.reverse === (index === 1)}
              onChange={() => dispatch({ type: "settling", reverse: index === 1 })}
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
          disabled={busy || place.reverse === null || place.words.trim() === ""}
        >
          {words.send}
        </button>
      </div>
    </form>
  );
}
