import type { Settings } from "../state";
import { guideWords } from "./guide.words";
import type { Page } from "./page";

/** For who listens. Put away once it stays away, and can be opened again where it was. */
export function Guide({ settings, page }: { settings: Settings; page: Page }) {
  return (
    <details
      class="guide"
      data-testid="guide"
      open={!settings.guided}
      onToggle={({ currentTarget: { open } }) => {
        if (open === settings.guided) page.dispatch({ type: "prefer", name: "guided", on: !open });
      }}
    >
      <summary>{guideWords.title}</summary>
      <ul>
        {guideWords.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <button
        class="button"
        type="button"
        data-testid="guide-away"
        onClick={() => page.dispatch({ type: "prefer", name: "guided", on: true })}
      >
        {guideWords.away}
      </button>
    </details>
  );
}
