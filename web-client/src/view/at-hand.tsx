import { useRef, useState } from "preact/hooks";
import { another, icebreakersIn } from "../care/icebreakers/icebreakers";
import { TEXT, type Held } from "../state";
import type { InConversation } from "./conversation";
import { conversationWords } from "./conversation.words";
import { Icon, type IconName } from "./icons";
import type { Page } from "./page";
import { words } from "./words";

interface AtHandProps {
  state: InConversation;
  page: Page;
  draft: string;
  setDraft: (draft: string) => void;
}

/** Between the lines and the field: whether the partner writes, and what may help just now. */
export function AtHand({ state, page, draft, setDraft }: AtHandProps) {
  const { room, settings, session } = state;
  const offered = useRef<string[]>([]);
  const [missing, setMissing] = useState(false);
  const ask = async () => {
    try {
      const line = another(await icebreakersIn(settings.language, session.language), offered.current, Math.random());
      setMissing(false);
      setDraft(withLine(draft, line, offered.current.at(-1)));
      offered.current = [...offered.current, line];
    } catch {
      setMissing(true);
    }
    document.getElementById("message")?.focus();
  };
  const { held } = room;
  return (
    <div class="at-hand row small soft">
      <p class={held === null ? "unseen" : "held"} role="status" data-testid="held" data-why={held?.why ?? ""}>
        {held !== null && reason(held)}
      </p>
      <p class="typing">
        {missing && words.notHere}
        {!missing && room.partnerTyping && <span data-testid="typing">{conversationWords.typing(room.partner)}</span>}
      </p>
      <Small test="ask" icon="ask" label={conversationWords.ask} press={() => void ask()} />
      <Small test="gentle" icon="wave" label={conversationWords.gentle} press={() => page.show("gentle")} />
      <Small test="chat-help" icon="heart" label={words.help} press={() => page.show("help")} />
    </div>
  );
}

function reason(held: Held): string {
  if (held.why !== "contact") return conversationWords.held[held.why];
  const kinds = held.contacts.map((contact) => conversationWords.contacts[contact]);
  return conversationWords.heldContact(new Intl.ListFormat("en", { type: "disjunction" }).format(kinds));
}

/** In place of the last one if that was left as it was; never over what somebody wrote. */
function withLine(draft: string, line: string, last: string | undefined): string {
  const own = draft.trim();
  return (own === "" || own === last ? line : `${own} ${line}`).slice(0, TEXT);
}

function Small({ test, icon, label, press }: { test: string; icon: IconName; label: string; press: () => void }) {
  return (
    <button
      class="button plain small"
      type="button"
      data-testid={test}
      aria-label={label}
      title={label}
      aria-haspopup={test === "ask" ? undefined : "dialog"}
      onClick={press}
    >
      <Icon name={icon} />
      <span>{label}</span>
    </button>
  );
}
