import { useState } from "preact/hooks";
import { TEXT } from "../state";
import { conversationWords } from "./conversation.words";
import { gentleWords } from "./gentle.words";
import { Modal } from "./modal";
import type { Page } from "./page";
import { words } from "./words";

/** A kind last line, as one likes it, and then one leaves. */
export function Gentle({ partner, page, close }: { partner: string; page: Page; close: () => void }) {
  const [line, setLine] = useState(gentleWords.line);
  const leave = () => {
    close();
    page.dispatch({ type: "end-gently", text: line });
  };
  return (
    <Modal test="gentle-dialog" title={gentleWords.title} close={close}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          leave();
        }}
      >
        <div class="field">
          <label for="gentle-line">{gentleWords.label(partner)}</label>
          <textarea
            id="gentle-line"
            data-testid="gentle-line"
            dir="auto"
            rows={2}
            maxLength={TEXT}
            value={line}
            onInput={(event) => setLine(event.currentTarget.value)}
          />
        </div>
        <div class="buttons end">
          <button class="button plain" type="button" data-testid="gentle-cancel" onClick={close}>
            {words.cancel}
          </button>
          <button class="button primary" data-testid="gentle-leave">
            {line.trim() === "" ? conversationWords.leave : gentleWords.leave}
          </button>
        </div>
      </form>
    </Modal>
  );
}
