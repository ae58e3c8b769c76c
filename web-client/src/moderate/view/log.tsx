import type { Entry } from "../api";
import { date, words } from "../words";

/** The end of the audit log: ids and codes only. */
export function LogView({ entries }: { entries: readonly Entry[] }) {
  return (
    <div class="stack">
      <div>
        <h1 tabIndex={-1}>{words.log}</h1>
        <p class="soft">{words.logLine}</p>
      </div>
      <div class="table" tabIndex={0} role="region" aria-label={words.log}>
        <table data-testid="log">
          <thead>
            <tr>
              <th scope="col">{words.when}</th>
              <th scope="col">{words.who}</th>
              <th scope="col">{words.what}</th>
              <th scope="col">{words.about}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <tr key={entry.id}>
                <td>{date(entry.at)}</td>
                <td>
                  <bdi>{entry.actor}</bdi>
                </td>
                <td>{entry.action}</td>
                <td>{entry.case !== undefined && words.caseNumber(entry.case)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
