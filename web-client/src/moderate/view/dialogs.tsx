import { useState } from "preact/hooks";
import { Modal } from "../../view/modal";
import type { State } from "../state";
import { words } from "../words";
import type { Dispatch } from "./app";

export function Dialogs({ state, dispatch }: { state: State; dispatch: Dispatch }) {
  const close = () => dispatch({ type: "dialog", dialog: null });
  const { dialog, latest } = state;
  if (dialog === "help") return <Help close={close} />;
  if (dialog === "undo" && latest !== null) {
    return (
      <Why
        test="undo-dialog"
        title={words.undoTitle}
        line={words.undoLine}
        first={words.undoReason}
        act={words.undo}
        close={close}
        done={(reason) => dispatch({ type: "undo", decision: latest, reason })}
      />
    );
  }
  if (dialog === "hold") {
    return (
      <Why
        test="hold-dialog"
        title={words.holdTitle}
        line={words.holdLine}
        first=""
        act={words.hold}
        close={close}
        done={(reason) => dispatch({ type: "hold", reason })}
      />
    );
  }
  return null;
}

function Help({ close }: { close: () => void }) {
  return (
    <Modal test="help-dialog" title={words.shortcuts} close={close}>
      <dl class="keys stack">
        {words.keys.map(([keys, meaning]) => (
          <div key={keys} class="row">
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}

interface WhyProps {
  test: string;
  title: string;
  line: string;
  first: string;
  act: string;
  close: () => void;
  done: (reason: string) => void;
}

/** Something that needs a reason. */
function Why({ test, title, line, first, act, close, done }: WhyProps) {
  const [reason, say] = useState(first);
  return (
    <Modal test={test} title={title} close={close}>
      <p>{line}</p>
      <div class="field">
        <label for="why">{words.reason}</label>
        <textarea
          id="why"
          data-testid="why"
          rows={3}
          maxLength={2000}
          value={reason}
          onInput={(event) => say(event.currentTarget.value)}
        />
      </div>
      <div class="buttons end">
        <button class="button plain" type="button" onClick={close}>
          {words.cancel}
        </button>
        <button
          class="button primary"
          type="button"
          data-testid="why-done"
          disabled={reason.trim() === ""}
          onClick={() => done(reason.trim())}
        >
          {act}
        </button>
      </div>
    </Modal>
  );
}
