import { LINES, type Line, type Room } from "../state";
import { reportWords } from "./report.words";
import { Written } from "./said";
import { words } from "./words";

const keyOf = (line: Line): string => `${line.from}-${line.line}`;
/** Only what the server sealed can be proved. */
const sealedOf = (room: Room): readonly Line[] => room.lines.filter((line) => line.seal !== null);

export function chosenOf(room: Room, chosen: ReadonlySet<string>): readonly Line[] {
  return sealedOf(room).filter((line) => chosen.has(keyOf(line)));
}

interface EvidenceProps {
  room: Room;
  chosen: ReadonlySet<string>;
  choose: (chosen: ReadonlySet<string>) => void;
}

/** The lines to attach, and the gaps as a moderator will see them. */
export function Evidence({ room, chosen, choose }: EvidenceProps) {
  const sealed = sealedOf(room);
  if (sealed.length === 0) return <p class="small soft">{reportWords.reportNoLines}</p>;
  const toggle = (key: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(key);
    else next.delete(key);
    choose(next);
  };
  const last = sealed.slice(-LINES).map(keyOf);
  const all = last.every((key) => chosen.has(key));
  return (
    <fieldset class="evidence-box">
      <legend class="label">{reportWords.reportLines}</legend>
      <button
        class="button plain small"
        type="button"
        data-testid="report-lines-all"
        onClick={() => choose(new Set(all ? [] : last))}
      >
        {all ? reportWords.noLines : sealed.length > LINES ? reportWords.lastLines(LINES) : reportWords.allLines}
      </button>
      <div class="evidence">
        {sealed.map((line, at) => {
          const on = chosen.has(keyOf(line));
          const gap = chosen.size > 0 && !on ? gapAt(sealed, at, chosen) : 0;
          return (
            <div key={keyOf(line)}>
              {gap > 0 && (
                <p class="gap small" data-testid="report-gap">
                  {reportWords.notAttached(gap)}
                </p>
              )}
              <label class={`check small ${chosen.size > 0 && !on ? "left-out" : ""}`}>
                <input
                  type="checkbox"
                  data-testid="report-line"
                  checked={on}
                  disabled={!on && chosen.size >= LINES}
                  onChange={(event) => toggle(keyOf(line), event.currentTarget.checked)}
                />
                <span>
                  {line.from === "me" ? words.you : room.partner}: <Written text={line.text} />
                </span>
              </label>
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}

/** How many lines are left out from here on, where such a gap begins; else 0. */
function gapAt(lines: readonly Line[], at: number, chosen: ReadonlySet<string>): number {
  const out = (line: Line | undefined): boolean => line !== undefined && !chosen.has(keyOf(line));
  if (out(lines[at - 1])) return 0;
  const end = lines.findIndex((line, index) => index > at && !out(line));
  return (end < 0 ? lines.length : end) - at;
}
