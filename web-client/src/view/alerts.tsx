import type { State } from "../state";
import { cannotHide } from "../state";
import { Icon } from "./icons";
import { later } from "./later";
import type { Page } from "./page";
import { words } from "./words";

const Quiet = later(async () => (await import("./quiet")).Quiet);
const Receipt = later(async () => (await import("./receipt")).Receipt);

/** What is said aloud: one status for what goes on, one alert for what went wrong, and the receipt of a report. */
export function Alerts({ state, page, told }: { state: State; page: Page; told: string }) {
  const { notice } = state;
  return (
    <div class="alerts">
      <p class={state.escArmed ? "toast" : "unseen"} data-testid="status" role="status">
        {state.escArmed ? words.escOnceMore : statusOf(state, told)}
      </p>
      <div data-testid="alert" role="alert">
        {notice !== null && (
          <div class="toast row wrong">
            <p>{noticeOf(notice.code, notice.retryAfter)}</p>
            <button
              class="button plain square"
              type="button"
              aria-label={words.close}
              onClick={() => page.dispatch({ type: "notice-seen" })}
            >
              <Icon name="close" />
            </button>
          </div>
        )}
      </div>
      <Quiet state={state} page={page} />
      {state.report !== null && <Receipt report={state.report} page={page} />}
    </div>
  );
}

function statusOf(state: State, told: string): string {
  switch (state.phase) {
    // Why one is back there.
    case "preview":
      return cannotHide(state) ? words.onlyPath.direct : state.paths?.length === 0 ? words.noPath : "";
    case "landing":
    case "refused":
    case "replaced":
      return "";
    case "waiting":
      return words.waiting;
    case "server-away":
      return words.serverAway;
    case "reconnecting":
      return words.reconnecting;
    case "partner-left":
      return words.parted[state.reason](state.room.partner);
    case "connecting":
    case "connected":
      if (!state.room.partnerHere) return words.partnerIsAway(state.room.partner);
      return told || words.withPartner(state.room.partner);
  }
}

function noticeOf(code: NonNullable<State["notice"]>["code"], retryAfter: number | null): string {
  const known = code in words.notices ? words.notices[code as keyof typeof words.notices] : words.notices.other;
  return retryAfter === null ? known : `${known} ${words.retryAfter(retryAfter)}`;
}
