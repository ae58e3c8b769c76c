import type { Room } from "../state";
import type { InConversation } from "./conversation";
import { Tools } from "./frame";
import { Icon } from "./icons";
import type { Page } from "./page";
import { AliasWindow } from "./window";
import { conversationWords } from "./conversation.words";
import { words } from "./words";

/** Who sits opposite, how they are, and the ways out of this conversation. */
export function PartnerBar({ state, page }: { state: InConversation; page: Page }) {
  const { room } = state;
  const over = state.phase === "partner-left";
  return (
    <div class="partner-bar row">
      <AliasWindow alias={room.partner} dark={over || !room.partnerHere} />
      <div class="who">
        {over ? (
          <p class="alias">{room.partner}</p>
        ) : (
          <h1 class="alias" tabIndex={-1} data-testid="partner-alias">
            {room.partner}
          </h1>
        )}
        <p class="small soft" data-testid="partner-status">
          {over ? "" : statusOf(room)}
        </p>
      </div>
      {!over && <WaysOut page={page} />}
      <Tools page={page} />
    </div>
  );
}

function WaysOut({ page }: { page: Page }) {
  return (
    <div class="ways-out row">
      <button
        class="button plain"
        type="button"
        data-testid="report"
        aria-haspopup="dialog"
        title={conversationWords.report}
        onClick={() => page.show("report")}
      >
        <Icon name="flag" />
        <span>{conversationWords.report}</span>
      </button>
      <button
        class="button plain"
        type="button"
        data-testid="block"
        aria-haspopup="dialog"
        title={words.block}
        onClick={() => page.show("block")}
      >
        <Icon name="block" />
        <span>{words.block}</span>
      </button>
      <button
        class="button plain"
        type="button"
        data-testid="stop"
        title={conversationWords.stopLine}
        onClick={() => page.dispatch({ type: "stop" })}
      >
        <Icon name="leave" />
        <span>{words.stop}</span>
      </button>
    </div>
  );
}

function statusOf(room: Room): string {
  if (!room.partnerHere) return conversationWords.partnerAway;
  if (room.again) return conversationWords.again;
  if (room.shared.length > 0) return conversationWords.shared(room.shared.join(", "));
  return conversationWords.partnerWished[room.partnerRole];
}
