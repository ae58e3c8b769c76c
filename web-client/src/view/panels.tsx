import { useState } from "preact/hooks";
import { hasList } from "../care/veil/veil";
import type { State } from "../state";
import { AtOnce } from "./at-once";
import { Modal } from "./modal";
import type { Page } from "./page";
import { panelWords } from "./panels.words";
import { Paths } from "./path";
import { pathWords } from "./path.words";
import { words } from "./words";

export function BlockDialog({ partner, page, close }: { partner: string; page: Page; close: () => void }) {
  return (
    <Modal test="block-dialog" title={panelWords.blockTitle(partner)} close={close}>
      <p>{panelWords.blockLine}</p>
      <div class="buttons end">
        <button class="button" type="button" data-testid="block-cancel" onClick={close}>
          {words.cancel}
        </button>
        <button
          class="button danger"
          type="button"
          data-testid="block-confirm"
          onClick={() => {
            close();
            page.dispatch({ type: "block" });
          }}
        >
          {words.block}
        </button>
      </div>
    </Modal>
  );
}

interface PanelProps {
  state: State;
  page: Page;
  close: () => void;
}

export function Shortcuts({ state, page, close }: PanelProps) {
  return (
    <Modal test="shortcuts" title={words.shortcuts} close={close}>
      <dl class="stack">
        {panelWords.keys.map(([keys, meaning]) => (
          <div key={meaning} class="keys row">
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <Switch
        test="esc-next-toggle"
        label={panelWords.escNext}
        on={state.settings.escNext}
        set={(on) => page.dispatch({ type: "esc-next", on })}
      />
    </Modal>
  );
}

export function Settings({ state, page, close }: PanelProps) {
  const { autoNext, escNext, originalSound } = state.settings;
  return (
    <Modal test="settings" title={words.settings} close={close}>
      {state.paths !== null && state.paths.length > 1 && <Paths path={state.settings.path} page={page} later />}
      <AtOnce settings={state.settings} page={page} later />
      <Switch
        test="settings-auto-next"
        label={words.autoNextToggle}
        on={autoNext}
        set={(on) => page.dispatch({ type: "auto-next", on })}
      />
      <Switch
        test="settings-esc-next"
        label={panelWords.escNext}
        on={escNext}
        set={(on) => page.dispatch({ type: "esc-next", on })}
      />
      <Switch
        test="settings-original-sound"
        label={pathWords.originalSound}
        line={pathWords.originalSoundLine}
        on={originalSound}
        set={(on) => page.dispatch({ type: "original-sound", on })}
      />
      <Caring state={state} page={page} />
      <Forget page={page} close={close} />
    </Modal>
  );
}

function Caring({ state, page }: { state: State; page: Page }) {
  const { nudge, veil, breaks } = state.settings;
  const language = state.settings.language ?? state.session.language;
  const unknown = language !== null && !hasList(language);
  return (
    <fieldset class="stack">
      <legend class="label">{panelWords.care}</legend>
      <Switch
        test="settings-nudge"
        label={panelWords.nudge}
        line={panelWords.nudgeLine}
        on={nudge}
        set={(on) => page.dispatch({ type: "prefer", name: "nudge", on })}
      />
      <Switch
        test="settings-veil"
        label={panelWords.veil}
        line={`${panelWords.veilLine}${unknown ? ` ${panelWords.veilOnly(nameOf(language))}` : ""}`}
        on={veil}
        set={(on) => page.dispatch({ type: "prefer", name: "veil", on })}
      />
      <Switch
        test="settings-breaks"
        label={panelWords.breaks}
        on={breaks}
        set={(on) => page.dispatch({ type: "prefer", name: "breaks", on })}
      />
    </fieldset>
  );
}

function nameOf(language: string): string {
  return new Intl.DisplayNames(["en"], { type: "language" }).of(language) ?? language;
}

/** Twice, because it cannot be undone. */
function Forget({ page, close }: { page: Page; close: () => void }) {
  const [sure, setSure] = useState(false);
  const press = () => {
    if (!sure) return setSure(true);
    close();
    page.dispatch({ type: "forget" });
  };
  return (
    <section class="forget stack">
      <p class="small soft">{panelWords.forgetLine}</p>
      <button class={`button ${sure ? "danger" : ""}`} type="button" data-testid="forget" onClick={press}>
        {sure ? panelWords.forgetSure : panelWords.forget}
      </button>
    </section>
  );
}

interface SwitchProps {
  test: string;
  label: string;
  line?: string;
  on: boolean;
  set: (on: boolean) => void;
}

function Switch({ test, label, line, on, set }: SwitchProps) {
  return (
    <label class="check">
      <input type="checkbox" data-testid={test} checked={on} onChange={(event) => set(event.currentTarget.checked)} />
      <span>
        {label}
        {line !== undefined && <span class="block small soft">{line}</span>}
      </span>
    </label>
  );
}
