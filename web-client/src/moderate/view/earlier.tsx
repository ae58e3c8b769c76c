import type { Earlier } from "../api";
import { date, words } from "../words";

/** What was decided, never what was said. */
export function Decision({ earlier }: { earlier: Earlier }) {
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
    </div>
  );
}

export function EarlierDecisions({ earlier }: { earlier: readonly Earlier[] }) {
  return (
    <section class="card">
      <h2>{words.earlier}</h2>
      {earlier.length === 0 && <p class="soft">{words.noEarlier}</p>}
      {earlier.map((one) => (
        <Decision key={one.id} earlier={one} />
      ))}
    </section>
  );
}
