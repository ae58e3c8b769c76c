import type { PartnerLeft, Shared } from "../state";
import { Icon } from "./icons";
import type { Page } from "./page";
import { AliasWindow } from "./window";
import { conversationWords } from "./conversation.words";
import { words } from "./words";

/** The conversation is over: who ended it, in kind words, and where to from here. */
export function Parted({ state, page }: { state: Shared & PartnerLeft; page: Page }) {
  const { room, reason, countdown, settings } = state;
  return (
    <section class="parted card" data-testid="partner-left" data-reason={reason}>
      <div class="row">
        <AliasWindow alias={room.partner} dark />
        <div>
          <h1 tabIndex={-1}>{words.parted[reason](room.partner)}</h1>
          <p class="soft">{conversationWords.partedLine[reason]}</p>
        </div>
      </div>
      <div class="buttons">
        <button
          class="button primary"
          type="button"
          data-testid="left-next"
          onClick={() => page.dispatch({ type: "next" })}
        >
          {words.next}
          <Icon name="next" />
        </button>
        {countdown !== null && (
          <>
            <span class="countdown middle" data-testid="auto-next-countdown" role="timer">
              <svg viewBox="0 0 36 36" aria-hidden="true">
                <circle cx="18" cy="18" r="16" />
                <circle class="ring" cx="18" cy="18" r="16" pathLength={3} stroke-dasharray={`${countdown} 3`} />
              </svg>
              <span class="unseen">{conversationWords.autoNext}</span> {countdown}
            </span>
            <button
              class="button"
              type="button"
              data-testid="auto-next-cancel"
              onClick={() => page.dispatch({ type: "auto-next-cancel" })}
            >
              {conversationWords.autoNextCancel}
            </button>
          </>
        )}
      </div>
      <label class="check small">
        <input
          type="checkbox"
          data-testid="auto-next-toggle"
          checked={settings.autoNext}
          onChange={(event) => page.dispatch({ type: "auto-next", on: event.currentTarget.checked })}
        />
        <span>{words.autoNextToggle}</span>
      </label>
      <div class="buttons after">
        <button class="button plain" type="button" data-testid="left-report" onClick={() => page.show("report")}>
          <Icon name="flag" />
          {conversationWords.report}
        </button>
        <button
          class="button plain"
          type="button"
          data-testid="left-block"
          disabled={room.blocked}
          onClick={() => page.show("block")}
        >
          <Icon name="block" />
          {room.blocked ? conversationWords.blocked : words.block}
        </button>
        <button
          class="button plain"
          type="button"
          data-testid="left-home"
          onClick={() => page.dispatch({ type: "home" })}
        >
          <Icon name="leave" />
          {conversationWords.leave}
        </button>
      </div>
    </section>
  );
}
