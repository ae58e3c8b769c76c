import { useEffect, useState } from "preact/hooks";
import type { State } from "../state";
import { roomOf } from "../state";
import { Modal } from "./modal";
import type { DialogName, Page } from "./page";
import { Paths } from "./path";
import { ReportDialog } from "./report";
import { words } from "./words";

interface DialogsProps {
  name: DialogName | null;
  state: State;
  page: Page;
  close: () => void;
}

/** At most one dialog at a time. Report and block are about one room and go when it goes. */
export function Dialogs({ name, state, page, close }: DialogsProps) {
  const room = roomOf(state);
  const orphaned = room === null && (name === "report" || name === "block");
  useEffect(() => {
    if (orphaned) close();
  });
  switch (name) {
    case null:
      return null;
    case "report":
      return room && <ReportDialog key={room.id} room={room} page={page} close={close} />;
    case "block":
      return room && <BlockDialog key={room.id} partner={room.partner} page={page} close={close} />;
    case "shortcuts":
      return <Shortcuts state={state} page={page} close={close} />;
    case "settings":
      return <Settings state={state} page={page} close={close} />;
  }
}

function BlockDialog({ partner, page, close }: { partner: string; page: Page; close: () => void }) {
  return (
    <Modal test="block-dialog" title={words.blockTitle(partner)} close={close}>
      <p>{words.blockLine}</p>
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

function Shortcuts({ state, page, close }: PanelProps) {
  return (
    <Modal test="shortcuts" title={words.shortcuts} close={close}>
      <dl class="stack">
        {words.keys.map(([keys, meaning]) => (
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
        label={words.escNext}
        on={state.settings.escNext}
        set={(on) => page.dispatch({ type: "esc-next", on })}
      />
    </Modal>
  );
}

function Settings({ state, page, close }: PanelProps) {
  const { autoNext, escNext, originalSound } = state.settings;
  return (
    <Modal test="settings" title={words.settings} close={close}>
      {state.paths !== null && state.paths.length > 1 && <Paths path={state.settings.path} page={page} later />}
      <Switch
        test="settings-auto-next"
        label={words.autoNextToggle}
        on={autoNext}
        set={(on) => page.dispatch({ type: "auto-next", on })}
      />
      <Switch
        test="settings-esc-next"
        label={words.escNext}
        on={escNext}
        set={(on) => page.dispatch({ type: "esc-next", on })}
      />
      <Switch
        test="settings-original-sound"
        label={words.originalSound}
        line={words.originalSoundLine}
        on={originalSound}
        set={(on) => page.dispatch({ type: "original-sound", on })}
      />
      <Forget page={page} close={close} />
    </Modal>
  );
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
      <p class="small soft">{words.forgetLine}</p>
      <button class={`button ${sure ? "danger" : ""}`} type="button" data-testid="forget" onClick={press}>
        {sure ? words.forgetSure : words.forget}
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
