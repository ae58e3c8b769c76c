import type { State } from "../state";
import { Icon } from "./icons";
import type { Page } from "./page";
import { quietWords } from "./quiet.words";
import { words } from "./words";

/** What the page says of its own accord, softly, and only while it is not yet put away. */
export function Quiet({ state, page }: { state: State; page: Page }) {
  const { help, rest } = state.care;
  if (!help && !rest) return null;
  return (
    <div class="toast quiet row" data-testid={help ? "help-hint" : "break-hint"}>
      <Icon name={help ? "heart" : "again"} />
      <p>{help ? quietWords.help : quietWords.rest}</p>
      {help && (
        <button
          class="button"
          type="button"
          data-testid="help-hint-open"
          onClick={() => {
            page.dispatch({ type: "care-seen" });
            page.show("help");
          }}
        >
          {words.help}
        </button>
      )}
      <button
        class="button plain square"
        type="button"
        data-testid="care-seen"
        aria-label={words.close}
        onClick={() => page.dispatch({ type: "care-seen" })}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
