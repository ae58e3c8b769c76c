import type { Figures } from "../api";
import { words } from "../words";

/** What the public page is going to say. */
export function FiguresView({ figures }: { figures: Figures }) {
  return (
    <div class="stack">
      <div>
        <h1 tabIndex={-1}>{words.figures}</h1>
        <p class="soft">{words.figuresLine}</p>
      </div>
      {figures.rows.length === 0 ? (
        <p>{words.noFigures}</p>
      ) : (
        <div class="table" tabIndex={0} role="region" aria-label={words.figures}>
          <table data-testid="figures">
            <thead>
              <tr>
                <th scope="col">{words.figure}</th>
                {figures.months.map((month) => (
                  <th key={month} scope="col">
                    {month}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {figures.rows.map((row) => (
                <tr key={row.name}>
                  <th scope="row">{row.name}</th>
                  {row.values.map((value, index) => (
                    <td key={figures.months[index]}>{value}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
