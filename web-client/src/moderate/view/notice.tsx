import type { Place, State } from "../state";
import { date, waited, words } from "../words";
import type { Dispatch } from "./app";
import { Back } from "./back";
import { Settle } from "./settle";

interface NoticeProps {
  state: State;
  place: Extract<Place, { at: "notice" }>;
  dispatch: Dispatch;
}

/** What somebody says about an intimate picture of theirs, and until when the law wants an answer. */
export function NoticeView({ state, place, dispatch }: NoticeProps) {
  const { notice, open, locked, byOther, shows, seen, signature, contact } = place.notice;
  const said = [
    [words.noticeShows, shows],
    [words.noticeSeen, seen],
    [words.noticeSigned, signature],
    [words.noticeContact, contact],
  ] as const;
  return (
    <div class="stack">
      <Back dispatch={dispatch} />
      <div>
        <h1 tabIndex={-1}>{words.noticeTitle}</h1>
        <p class={notice.due <= state.now ? "warning" : "soft"}>
          {date(notice.created)} ·{" "}
          {notice.due <= state.now ? words.noticeLate : words.noticeDue(waited(notice.due - state.now))}
        </p>
      </div>
      <div class="columns">
        <section class="card" data-testid="notice-words">
          {locked ? <p>{words.noticeLocked}</p> : <h2>{byOther ? words.noticeBy.other : words.noticeBy.self}</h2>}
          {said.map(
            ([title, text]) =>
              text !== undefined && (
                <div key={title}>
                  <p class="small soft">{title}</p>
                  <p class="decision">
                    <bdi>{text}</bdi>
                  </p>
                </div>
              ),
          )}
          <p class="small soft">{words.noticeSearch}</p>
        </section>
        <div class="stack decide">
          {open ? (
            <Settle answers={["refuse", "act"]} busy={state.busy} place={place} dispatch={dispatch} />
          ) : (
            <p class="card">{words.noticeAnswered}</p>
          )}
        </div>
      </div>
    </div>
  );
}
