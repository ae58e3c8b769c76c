import type { Settings } from "../state";
import type { Page } from "./page";
import { showingWords } from "./showing.words";

/** How each new conversation begins. In the mirror, and `later` in the settings. */
export function AtOnce({ settings, page, later }: { settings: Settings; page: Page; later?: boolean }) {
  const prefix = later ? "settings-" : "";
  return (
    <fieldset class="paths">
      <legend class="label">{showingWords.atOnce}</legend>
      <Check
        test={`${prefix}show-at-once`}
        label={showingWords.showAtOnce}
        line={showingWords.showAtOnceLine}
        on={settings.showAtOnce}
        set={(on) => page.dispatch({ type: "prefer", name: "showAtOnce", on })}
      />
      <Check
        test={`${prefix}look-at-once`}
        label={showingWords.lookAtOnce}
        line={showingWords.lookAtOnceLine}
        on={settings.lookAtOnce}
        set={(on) => page.dispatch({ type: "prefer", name: "lookAtOnce", on })}
      />
    </fieldset>
  );
}

interface CheckProps {
  test: string;
  label: string;
  line: string;
  on: boolean;
  set: (on: boolean) => void;
}

function Check({ test, label, line, on, set }: CheckProps) {
  return (
    <label class="check">
      <input type="checkbox" data-testid={test} checked={on} onChange={(event) => set(event.currentTarget.checked)} />
      <span>
        {label}
        <span class="block small soft">{line}</span>
      </span>
    </label>
  );
}
