import { useEffect, useRef } from "preact/hooks";
import { signsOf } from "../care/signs";
import { LINES, TEXT, unacknowledged } from "../state";
import { conversationWords } from "./conversation.words";
import type { InConversation } from "./conversation";
import { Icon } from "./icons";
import type { Page } from "./page";

interface ComposerProps {
  state: InConversation;
  page: Page;
  draft: string;
  setDraft: (draft: string) => void;
}

export function Composer({ state, page, draft, setDraft }: ComposerProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const { held } = state.room;
  const full = unacknowledged(state.room).length >= LINES;
  // What is held back stands in the field again, as it was.
  useEffect(() => {
    if (held !== null) setDraft(held.text);
  }, [held, setDraft]);
  const send = () => {
    const text = draft.trim();
    if (text === "" || full) return;
    page.dispatch({ type: "chat", text, signs: signsOf(text) });
    setDraft("");
    field.current?.focus();
  };
  const anyway = held?.why === "contact" && held.text === draft.trim();
  const label = anyway ? conversationWords.sendAnyway : conversationWords.send;
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {full && <p class="small soft full">{conversationWords.chatFull}</p>}
      <label class="unseen" for="message">
        {conversationWords.message}
      </label>
      <textarea
        ref={field}
        id="message"
        data-testid="chat-input"
        dir="auto"
        rows={Math.min(draft.split("\n").length, 5)}
        maxLength={TEXT}
        enterkeyhint="send"
        autocomplete="off"
        placeholder={conversationWords.message}
        value={draft}
        onInput={(event) => {
          setDraft(event.currentTarget.value);
          page.dispatch({ type: "typed" });
        }}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      <button class="button primary square" data-testid="chat-send" aria-label={label} title={label} disabled={full}>
        <Icon name="send" />
      </button>
    </form>
  );
}
