import { Icon } from "../../view/icons";
import { Street } from "../../view/street";
import type { Appeal, Row } from "../api";
import { holder, items, oldest, since } from "../rules";
import type { Item, State } from "../state";
import { clock, waited, words } from "../words";
import type { Dispatch } from "./app";

/** What waits, the most urgent first, with how long the oldest has waited. */
export function QueueView({ state, dispatch }: { state: State; dispatch: Dispatch }) {
  const { queue } = state;
  const shown = items(queue, state.filter);
  const age = queue === null ? null : oldest(queue, state.now);
  const nothing = queue !== null && queue.cases.length + queue.appeals.length === 0;
  return (
    <div class="stack">
      <div class="head">
        <div>
          <h1 tabIndex={-1}>{words.queue}</h1>
          <p class="soft" data-testid="waiting">
            {queue !== null && !nothing && (
              <>
                {words.waits(queue.cases.length, queue.appeals.length)}
                {age !== null && `; ${words.oldest(waited(age))}`}
              </>
            )}
          </p>
        </div>
        {!nothing && (
          <div class="find row">
            <input
              id="filter"
              type="search"
              data-testid="filter"
              aria-label={words.filter}
              placeholder={words.filterHint}
              value={state.filter}
              onInput={(event) => dispatch({ type: "filter", text: event.currentTarget.value })}
            />
            <button
              class="button square"
              type="button"
              data-testid="refresh"
              aria-label={words.refresh}
              title={words.refresh}
              onClick={() => dispatch({ type: "go", to: "queue" })}
            >
              <Icon name="again" />
            </button>
          </div>
        )}
      </div>
      {nothing ? (
        <Nothing />
      ) : (
        <ul class="items">
          {shown.map((item, index) => (
            <li key={keyOf(item)}>
              <Entry item={item} now={state.now} current={index === state.cursor} dispatch={dispatch} />
            </li>
          ))}
        </ul>
      )}
      {!nothing && queue !== null && shown.length === 0 && <p class="soft">{words.noneFound}</p>}
    </div>
  );
}

const keyOf = (item: Item): string => (item.is === "case" ? `case ${item.row.id}` : `appeal ${item.appeal.against.id}`);

function Nothing() {
  return (
    <section class="nothing" data-testid="nothing">
      <h2>{words.none}</h2>
      <p class="soft">{words.noneLine}</p>
      <Street online={60} walkers />
    </section>
  );
}

interface EntryProps {
  item: Item;
  now: number;
  current: boolean;
  dispatch: Dispatch;
}

function Entry({ item, now, current, dispatch }: EntryProps) {
  const open = () =>
    dispatch(item.is === "case" ? { type: "open", id: item.row.id } : { type: "appeal", appeal: item.appeal });
  return (
    <button
      class={item.is === "case" && item.row.urgent ? "item urgent" : "item"}
      type="button"
      data-testid={item.is === "case" ? "case-row" : "appeal-row"}
      aria-current={current}
      onClick={open}
    >
      {item.is === "case" ? <CaseLine row={item.row} now={now} /> : <AppealLine appeal={item.appeal} />}
      <span class="age small">{words.age(waited(Math.max(0, now - since(item))))}</span>
    </button>
  );
}

function CaseLine({ row, now }: { row: Row; now: number }) {
  const other = holder(row, now);
  return (
    <span class="about">
      <span class="row marks">
        {row.urgent && <span class="mark bad">{words.urgent}</span>}
        {row.automatic && <span class="mark">{words.automatic}</span>}
        <strong>{row.reasons.map(({ reason }) => words.reasons[reason]).join(", ")}</strong>
      </span>
      <span class="small soft block">
        {words.caseNumber(row.id)} · {words.counts(row.reports, row.weight)}
        {other !== null && row.taken !== undefined && (
          <b class="taken"> · {words.takenBy(other, clock(row.taken.until))}</b>
        )}
      </span>
    </span>
  );
}

function AppealLine({ appeal }: { appeal: Appeal }) {
  const { measure, rule, by } = appeal.against;
  return (
    <span class="about">
      <span class="row marks">
        <span class="mark calm">{words.appeal}</span>
        <strong>
          {measure !== undefined && words.measures[measure]}
          {rule !== undefined && `: ${words.rules[rule]}`}
        </strong>
      </span>
      <span class="small soft block">
        {words.by(by)}
        {!appeal.yours && ` · ${words.notYours}`}
      </span>
    </span>
  );
}
