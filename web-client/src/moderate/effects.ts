// What the rules want done, done: questions to the server, ceremonies, downloads, focus.

import type { Asks, Word } from "./api";
import * as client from "./client";
import type { Effect, Event } from "./event";

const KNOWN = "passerby-moderator";

export const isKnown = (): boolean => localStorage.getItem(KNOWN) !== null;

type Dispatch = (event: Event) => void;

export function perform(effect: Effect, dispatch: Dispatch): void {
  switch (effect.do) {
    case "focus":
      // After the view is drawn.
      requestAnimationFrame(() => requestAnimationFrame(() => focus(effect.on)));
      return;
    case "remember":
      if (effect.known) localStorage.setItem(KNOWN, "1");
      else localStorage.removeItem(KNOWN);
      return;
    case "sign-in":
      return told(dispatch, async () => ({ type: "me", me: await client.signIn() }));
    case "register":
      return told(dispatch, async () => ({ type: "me", me: await client.register(effect.code) }));
    case "download":
      return told(dispatch, async () => {
        save(await client.file("export", { id: effect.id }), `case-${effect.id}`);
        return { type: "notice-seen" };
      });
    case "ask":
      return told(dispatch, async () =>
        heard(effect.word, await client.ask(effect.word, effect.body as never, effect.by)),
      );
  }
}

function told(dispatch: Dispatch, doing: () => Promise<Event>): void {
  doing().then(dispatch, (wrong: unknown) => {
    const { code, detail } =
      wrong instanceof client.Refused ? { code: wrong.code, detail: wrong.message } : { code: "away", detail: "" };
    dispatch({ type: "refused", code, detail });
  });
}

/// The answer to each question, as what happened.
function heard(word: Word, answer: Asks[Word][1]): Event {
  switch (word) {
    case "me":
      return { type: "me", me: answer as Asks["me"][1] };
    case "sign-out":
      return { type: "signed-out" };
    case "queue":
      return { type: "queue", queue: answer as Asks["queue"][1] };
    case "open":
      return { type: "file", file: answer as Asks["open"][1] };
    case "audit":
      return { type: "log", entries: (answer as Asks["audit"][1]).entries };
    case "figures":
      return { type: "figures", figures: answer as Asks["figures"][1] };
    case "decide":
      return { type: "decided", word, decision: (answer as Asks["decide"][1]).decision };
    case "undo":
    case "settle":
    case "hold":
    case "release":
      return { type: "decided", word, decision: null };
  }
}

function focus(on: "heading" | "filter" | "row" | "facts"): void {
  const places = { heading: "h1", filter: "#filter", row: "[aria-current=true]", facts: "#facts" };
  const goal = document.querySelector<HTMLElement>(places[on]);
  goal?.focus({ preventScroll: on === "heading" });
  if (on === "heading") window.scrollTo(0, 0);
}

function save(content: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = `${name}.${content.type.includes("zip") ? "zip" : "json"}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
