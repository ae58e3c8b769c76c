import type { Measure, Rule, Ruling } from "../api";
import { BANS, COOL_DOWNS, FACTS, missing } from "../rules";
import type { Draft } from "../state";
import { span, words } from "../words";
import type { Dispatch } from "./app";

const rulings = Object.keys(words.rulings) as Ruling[];
const rules = Object.keys(words.rules) as Rule[];

interface FormProps {
  draft: Draft;
  busy: boolean;
  dispatch: Dispatch;
}

/** What happens, under which rule, and what the person will read. */
export function DecisionForm({ draft, busy, dispatch }: FormProps) {
  const { ruling } = draft;
  const change = (changed: Partial<Draft>) => dispatch({ type: "draft", change: changed });
  const lacks = missing(draft);
  return (
    <form
      class="card"
      aria-label={words.decide}
      data-testid="decision"
      onSubmit={(event) => {
        event.preventDefault();
        dispatch({ type: "decide" });
      }}
    >
      <fieldset class="rulings">
        <legend class="label">{words.ruling}</legend>
        {rulings.map((value, index) => (
          <label key={value} class="ruling">
            <input
              class="unseen"
              type="radio"
              name="ruling"
              value={value}
              data-testid="ruling"
              checked={ruling === value}
              onChange={() => change({ ruling: value })}
            />
            <span class="row">
              <strong>{words.rulings[value][0]}</strong>
              <kbd class="keyboard">{index + 1}</kbd>
            </span>
            <span class="small soft">{words.rulings[value][1]}</span>
          </label>
        ))}
      </fieldset>
      {(ruling === "cool-down" || ruling === "ban") && <Lasts draft={draft} ruling={ruling} change={change} />}
      {ruling !== null && ruling !== "dismiss" && <Reasons draft={draft} change={change} />}
      {ruling !== null && ruling !== "dismiss" && lacks === null && <Preview draft={draft} ruling={ruling} />}
      <div class="buttons">
        <button
          class={ruling === "ban" ? "button danger" : "button primary"}
          type="submit"
          data-testid="decide"
          disabled={busy || lacks !== null}
        >
          {ruling === null ? words.decide : words.submit[ruling]}
        </button>
        {lacks !== null && <span class="small soft">{words.missing[lacks]}</span>}
      </div>
    </form>
  );
}

type Change = (changed: Partial<Draft>) => void;

function Lasts({ draft, ruling, change }: { draft: Draft; ruling: "cool-down" | "ban"; change: Change }) {
  return (
    <>
      <div class="field">
        <label for="lasts">{words.lasts}</label>
        <select
          id="lasts"
          data-testid="lasts"
          value={draft.lasts[ruling]}
          onChange={(event) => change({ lasts: { ...draft.lasts, [ruling]: Number(event.currentTarget.value) } })}
        >
          {(ruling === "ban" ? BANS : COOL_DOWNS).map((minutes) => (
            <option key={minutes} value={minutes}>
              {span(minutes)}
            </option>
          ))}
        </select>
      </div>
      {ruling === "ban" && (
        <label class="check">
          <input
            type="checkbox"
            data-testid="network"
            checked={draft.network}
            onChange={(event) => change({ network: event.currentTarget.checked })}
          />
          <span>
            {words.network}
            <span class="small soft block">{words.networkLine}</span>
          </span>
        </label>
      )}
    </>
  );
}

function Reasons({ draft, change }: { draft: Draft; change: Change }) {
  return (
    <>
      <div class="field">
        <label for="rule">{words.rule}</label>
        <select
          id="rule"
          data-testid="rule"
          value={draft.rule ?? ""}
          onChange={(event) => change({ rule: event.currentTarget.value as Rule })}
        >
          <option value="" disabled>
            {words.chooseRule}
          </option>
          {rules.map((rule) => (
            <option key={rule} value={rule}>
              {words.rules[rule]}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="facts">{words.facts}</label>
        <textarea
          id="facts"
          data-testid="facts"
          rows={4}
          maxLength={FACTS}
          aria-describedby="facts-line"
          value={draft.facts}
          onInput={(event) => change({ facts: event.currentTarget.value })}
        />
        <p id="facts-line" class="small soft">
          {words.factsLine}
        </p>
      </div>
    </>
  );
}

function Preview({ draft, ruling }: { draft: Draft; ruling: Measure }) {
  const lasts = ruling === "warn" ? "" : span(draft.lasts[ruling]);
  return (
    <section class="preview" aria-label={words.reads} data-testid="preview">
      <p class="small soft">{words.reads}</p>
      <p>
        <strong>{words.readsRuling(ruling, lasts)}</strong>{" "}
        {draft.rule !== null && words.readsRule(words.rules[draft.rule])}
      </p>
      <p>
        <bdi>{draft.facts}</bdi>
      </p>
      <p class="small">{words.readsAppeal}</p>
    </section>
  );
}
