import "../styles/index.css";
import { useSignal } from "@preact/signals";
import { useCallback } from "preact/hooks";
import type { AppProps } from "../props";
import type { State } from "../state";
import { Alerts } from "./alerts";
import { Dialogs } from "./dialogs";
import { useCode } from "./address";
import { useFocus } from "./focus";
import { useKeys } from "./keys";
import { later } from "./later";
import { Landing } from "./landing";
import { Refused, Replaced, ServerAway } from "./obstacles";
import type { DialogName, Page } from "./page";
import { Waiting } from "./waiting";

const Conversation = later(async () => (await import("./conversation")).Conversation);
const Preview = later(async () => (await import("./picture")).Preview);
const Warning = later(async () => (await import("./judged")).Warning);
const SentAway = later(async () => (await import("./judged")).SentAway);

/** The page: the screen of the current phase, whatever dialog is open, and what must be said aloud. */
export function App({ state: signal, ...hooks }: AppProps) {
  const state = signal.value;
  const dialog = useSignal<DialogName | null>(null);
  const show = (name: DialogName | null) => {
    dialog.value = name;
    hooks.dispatch({ type: "dialog", open: name !== null });
  };
  const told = useSignal("");
  const page: Page = { ...hooks, show, tell: useCallback((line) => (told.value = line), [told]) };
  const code = useCode(() => show("code"));
  const close = () => {
    code.value = null;
    show(null);
  };
  useKeys(page, dialog);
  useFocus(state);
  return (
    <>
      <Screen state={state} page={page} />
      <Dialogs name={dialog.value} code={code.value} state={state} page={page} close={close} />
      {state.judged?.measure === "warn" && (
        <Warning key={state.judged.code} statement={state.judged} noted={() => page.dispatch({ type: "noted" })} />
      )}
      <Alerts state={state} page={page} told={told.value} />
    </>
  );
}

function Screen({ state, page }: { state: State; page: Page }) {
  switch (state.phase) {
    case "landing":
      return <Landing state={state} page={page} />;
    case "preview":
      return <Preview state={state} page={page} />;
    case "waiting":
      return <Waiting state={state} page={page} />;
    case "connecting":
    case "connected":
    case "reconnecting":
    case "partner-left":
      return <Conversation state={state} page={page} />;
    case "refused":
      return state.judged === null || state.judged.measure === "warn" ? (
        <Refused state={state} page={page} />
      ) : (
        <SentAway state={state} statement={state.judged} page={page} />
      );
    case "server-away":
      return <ServerAway state={state} page={page} />;
    case "replaced":
      return <Replaced state={state} page={page} />;
  }
}
