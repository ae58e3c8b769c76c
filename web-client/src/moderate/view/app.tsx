import type { ReadonlySignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Icon } from "../../view/icons";
import { canSign } from "../client";
import type { Event } from "../event";
import type { State } from "../state";
import { words } from "../words";
import { AppealView } from "./appeal";
import { CaseView } from "./case";
import { Dialogs } from "./dialogs";
import { Door } from "./door";
import { FiguresView } from "./figures";
import { LogView } from "./log";
import { QueueView } from "./queue";

export type Dispatch = (event: Event) => void;
/** The picture of a report, as it was uploaded. */
export type Picture = (id: number, report: number) => Promise<Blob>;

interface AppProps {
  state: ReadonlySignal<State>;
  dispatch: Dispatch;
  picture: Picture;
}

export function App({ state, dispatch, picture }: AppProps) {
  const now = state.value;
  useKeys(dispatch);
  return (
    <>
      <div class="house">
        <Top state={now} dispatch={dispatch} />
        <main aria-busy={now.busy}>
          <Place state={now} dispatch={dispatch} picture={picture} />
        </main>
      </div>
      <Notices state={now} dispatch={dispatch} />
      <Dialogs state={now} dispatch={dispatch} />
    </>
  );
}

function Place({ state, dispatch, picture }: { state: State; dispatch: Dispatch; picture: Picture }) {
  const { place } = state;
  switch (place.at) {
    case "opening":
      return <h1 tabIndex={-1}>{words.opening}</h1>;
    case "door":
      return <Door invited={place.invitation !== null} able={canSign()} busy={state.busy} dispatch={dispatch} />;
    case "queue":
      return <QueueView state={state} dispatch={dispatch} />;
    case "case":
      return <CaseView state={state} place={place} dispatch={dispatch} picture={picture} />;
    case "appeal":
      return <AppealView state={state} place={place} dispatch={dispatch} />;
    case "log":
      return <LogView entries={place.entries} />;
    case "figures":
      return <FiguresView figures={place.figures} />;
  }
}

function Top({ state, dispatch }: { state: State; dispatch: Dispatch }) {
  const tabs = ["queue", "log", "figures"] as const;
  const here = state.place.at === "case" || state.place.at === "appeal" ? "queue" : state.place.at;
  return (
    <header class="top row">
      <p class="brand row">
        <svg viewBox="0 0 32 36" aria-hidden="true">
          <path class="brand-arch" d="M2 36V14a14 14 0 0 1 28 0v22Z" />
          <path class="brand-one" d="M6 36c0-7 2-10 6-10s6 3 6 10ZM12 16a4 4 0 1 1 0 8 4 4 0 0 1 0-8Z" />
          <path class="brand-two" d="M17 36c0-6 2-9 5-9s5 3 5 9ZM22 19a3.3 3.3 0 1 1 0 6.6 3.3 3.3 0 0 1 0-6.6Z" />
        </svg>
        <span>
          {words.name} <span class="soft">{words.place}</span>
        </span>
      </p>
      {state.me !== null && (
        <>
          <nav class="tabs row">
            {tabs.map((tab) => (
              <button
                key={tab}
                class="tab"
                type="button"
                data-testid={`tab-${tab}`}
                aria-current={here === tab ? "page" : undefined}
                onClick={() => dispatch({ type: "go", to: tab })}
              >
                {words.tabs[tab]}
              </button>
            ))}
          </nav>
          <div class="who row">
            <bdi class="small soft" data-testid="me">
              {state.me.name}
            </bdi>
            <button
              class="button plain square"
              type="button"
              data-testid="help"
              aria-label={words.shortcuts}
              title={words.shortcuts}
              onClick={() => dispatch({ type: "dialog", dialog: "help" })}
            >
              <Icon name="help" />
            </button>
            <button
              class="button plain square"
              type="button"
              data-testid="sign-out"
              aria-label={words.signOut}
              title={words.signOut}
              onClick={() => dispatch({ type: "sign-out" })}
            >
              <Icon name="leave" />
            </button>
          </div>
        </>
      )}
    </header>
  );
}

/** What is said aloud: how something went, and the way to take it back. */
function Notices({ state, dispatch }: { state: State; dispatch: Dispatch }) {
  const { notice, latest } = state;
  const known = notice !== null && notice.code in words.notices;
  const text = known ? words.notices[notice.code as keyof typeof words.notices] : (notice?.detail ?? "");
  return (
    <div class="alerts">
      <div role={notice?.wrong === true ? "alert" : "status"} data-testid="notice">
        {notice !== null && (
          <div class={notice.wrong ? "toast row wrong" : "toast row"}>
            <p>
              {text}
              {known && notice.detail !== "" && <span class="block small">{notice.detail}</span>}
            </p>
            {notice.code === "decide" && latest !== null && (
              <button
                class="button"
                type="button"
                data-testid="undo"
                onClick={() => dispatch({ type: "dialog", dialog: "undo" })}
              >
                {words.undo} <kbd class="keyboard">u</kbd>
              </button>
            )}
            <button
              class="button plain square"
              type="button"
              aria-label={words.close}
              onClick={() => dispatch({ type: "notice-seen" })}
            >
              <Icon name="close" />
            </button>
          </div>
        )}
      </div>
    </div>
  );
}

const writes = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches("textarea, select, input:not([type=radio], [type=checkbox])");
const pressable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest("button, a, input, summary") !== null;

/** One key, one thing. While one writes, only Esc and Ctrl+Enter count; Enter on a button is the button's. */
function useKeys(dispatch: Dispatch): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented || event.altKey) return;
      if (document.querySelector("dialog[open]") !== null) return;
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return dispatch({ type: "decide" });
      if (event.ctrlKey || event.metaKey) return;
      if (writes(event.target)) {
        if (event.key === "Escape" && event.target instanceof HTMLElement) event.target.blur();
        return;
      }
      if (event.key === "Enter" && pressable(event.target)) return;
      if (event.key === "/") event.preventDefault();
      dispatch({ type: "key", key: event.key });
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, [dispatch]);
}
