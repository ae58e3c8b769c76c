import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { LINES, TEXT, unacknowledged, type Line } from "../state";
import type { InConversation } from "./conversation";
import { Icon } from "./icons";
import type { Page } from "./page";
import { conversationWords } from "./conversation.words";
import { words } from "./words";

interface ChatProps {
  state: InConversation;
  page: Page;
  open: boolean;
  close: () => void;
}

export function Chat({ state, page, open, close }: ChatProps) {
  const { room } = state;
  return (
    <div class={`chat ${open ? "open" : ""}`}>
      <div class="sheet-head sheet-only row">
        <h2>{conversationWords.chat}</h2>
        <button
          class="button plain square"
          type="button"
          data-testid="chat-close"
          aria-label={conversationWords.closeChat}
          onClick={close}
        >
          <Icon name="down" />
        </button>
      </div>
      <Log state={state} />
      <p class="typing small soft">
        {room.partnerTyping && state.phase !== "partner-left" && (
          <span data-testid="typing">{conversationWords.typing(room.partner)}</span>
        )}
      </p>
      {state.phase !== "partner-left" && <Composer state={state} page={page} />}
    </div>
  );
}

/** New lines are announced as they come (role log); that a line arrived is there to be read, not announced. */
function Log({ state }: { state: InConversation }) {
  const { lines, partner, mode, sent } = state.room;
  const log = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const mine = lines.at(-1)?.from === "me";
  useLayoutEffect(() => {
    const element = log.current;
    if (element !== null && (atEnd.current || mine)) element.scrollTop = element.scrollHeight;
  }, [lines.length, mine]);
  return (
    <div
      ref={log}
      class="log"
      data-testid="chat-log"
      role="log"
      aria-label={conversationWords.conversation(partner)}
      aria-relevant="additions"
      tabIndex={0}
      onScroll={({ currentTarget: box }) => {
        atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < 48;
      }}
    >
      <p class="log-start small soft">
        {mode === "text" && state.alias !== null && (
          <span class="block">
            {conversationWords.youAre} <b data-testid="own-alias">{state.alias}</b>.
          </span>
        )}
        {conversationWords.chatStart}
      </p>
      {lines.map((line, at) => (
        <Said
          key={`${line.from}-${line.line}`}
          line={line}
          who={line.from === "me" ? words.you : partner}
          first={lines[at - 1]?.from !== line.from}
          last={line.from === "me" && line.line === sent}
        />
      ))}
    </div>
  );
}

interface SaidProps {
  line: Line;
  who: string;
  first: boolean;
  last: boolean;
}

/** Text is text: never markup, never a link, in its own direction. */
function Said({ line, who, first, last }: SaidProps) {
  return (
    <div class={`said ${line.from} ${first ? "first" : ""}`}>
      <span class="unseen">{who}: </span>
      <p dir="auto" data-testid="chat-line" data-from={line.from} data-line={line.line} data-state={line.state}>
        {line.text}
      </p>
      {line.from === "me" && (
        <span class={last ? "small soft" : "unseen"}>{conversationWords.arrival[line.state]}</span>
      )}
    </div>
  );
}

function Composer({ state, page }: { state: InConversation; page: Page }) {
  const [draft, setDraft] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  const full = unacknowledged(state.room).length >= LINES;
  const send = () => {
    const text = draft.trim();
    if (text === "" || full) return;
    page.dispatch({ type: "chat", text });
    setDraft("");
    field.current?.focus();
  };
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
      <button
        class="button primary square"
        data-testid="chat-send"
        aria-label={conversationWords.send}
        title={conversationWords.send}
        disabled={full}
      >
        <Icon name="send" />
      </button>
    </form>
  );
}
