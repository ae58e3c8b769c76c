import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { folded } from "../care/repeats";
import { AtHand } from "./at-hand";
import { Composer } from "./composer";
import type { InConversation } from "./conversation";
import { Guide } from "./guide";
import { Icon } from "./icons";
import type { Page } from "./page";
import { Said } from "./said";
import { conversationWords } from "./conversation.words";
import { words } from "./words";

interface ChatProps {
  state: InConversation;
  page: Page;
  open: boolean;
  close: () => void;
}

export function Chat({ state, page, open, close }: ChatProps) {
  const [draft, setDraft] = useState(state.room.held?.text ?? "");
  const over = state.phase === "partner-left";
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
      <Log state={state} page={page} />
      {over ? <p class="typing" /> : <AtHand state={state} page={page} draft={draft} setDraft={setDraft} />}
      {!over && <Composer state={state} page={page} draft={draft} setDraft={setDraft} />}
    </div>
  );
}

/** New lines are announced as they come (role log); that a line arrived is there to be read, not announced. */
function Log({ state, page }: { state: InConversation; page: Page }) {
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
      <div class="log-start small soft">
        {mode === "text" && state.alias !== null && (
          <p>
            {conversationWords.youAre} <b data-testid="own-alias">{state.alias}</b>.
          </p>
        )}
        <p>{conversationWords.chatStart}</p>
        {state.settings.role === "listen" && <Guide settings={state.settings} page={page} />}
      </div>
      {folded(lines).map(({ line, more }, at, all) => (
        <Said
          key={`${line.from}-${line.line}`}
          line={line}
          more={more}
          who={line.from === "me" ? words.you : partner}
          first={all[at - 1]?.line.from !== line.from}
          last={line.from === "me" && line.line === sent}
          veil={state.settings.veil}
        />
      ))}
    </div>
  );
}
