// Every rule of the moderators' page: a state and an event in, the next state and what to do out. No clock, network or
// browser in here.

import type { Effect, Event } from "./event";
import { decision, begun, items } from "./rules";
import { EMPTY, type Draft, type Notice, type Place, type State } from "./state";
import type { Ruling } from "./api";

type Next = readonly [State, readonly Effect[]];

const remember = (known: boolean): Effect => ({ do: "remember", known });
const HEADING: Effect = { do: "focus", on: "heading" };
const QUEUE: Effect = { do: "ask", word: "queue", body: {} };
const RULINGS: Record<string, Ruling> = { "1": "dismiss", "2": "warn", "3": "cool-down", "4": "ban" };

export function step(state: State, event: Event): Next {
  switch (event.type) {
    case "begin":
      // Where nobody was signed in, the server need not be asked.
      if (event.invitation !== null || !event.known) return [at(state, door(event.invitation)), [HEADING]];
      return [state, [{ do: "ask", word: "me", body: {} }]];
    case "sign-in":
      return signIn(state);
    case "me":
      return [{ ...at(state, { at: "queue" }), me: event.me, notice: null }, [remember(true), QUEUE, HEADING]];
    case "sign-out":
      return busy(state, { do: "ask", word: "sign-out", body: {} });
    case "signed-out":
      return [
        { ...state, me: null, queue: null, latest: null, dialog: null, busy: false, place: door(null) },
        [remember(false), HEADING],
      ];
    case "queue":
      return [queued({ ...state, queue: event.queue, now: event.queue.now, busy: false }), []];
    case "file":
      return opened(state, event.file);
    case "log":
      return [at(state, { at: "log", entries: event.entries }), [HEADING]];
    case "figures":
      return [at(state, { at: "figures", figures: event.figures }), [HEADING]];
    case "decided":
      return decided(state, event);
    case "refused":
      return refused(state, event);
    case "tick":
      return tick(state, event.passed);
    case "go":
      return go(state, event.to);
    case "open":
      return busy(state, { do: "ask", word: "open", body: { id: event.id } });
    case "appeal":
      return [at(state, { at: "appeal", appeal: event.appeal, reverse: null, words: "" }), [HEADING]];
    case "filter":
      return [queued({ ...state, filter: event.text, cursor: 0 }), []];
    case "draft":
      return [drafted(state, event.change), []];
    case "settling":
      return [settling(state, event), []];
    case "decide":
      return decide(state);
    case "undo":
      return busy(
        { ...state, dialog: null },
        { do: "ask", word: "undo", body: { decision: event.decision, reason: event.reason } },
      );
    case "hold":
      return ofCase({ ...state, dialog: null }, (id) => ({
        do: "ask",
        word: "hold",
        body: { id, reason: event.reason },
      }));
    case "release":
      return ofCase(state, (id) => ({ do: "ask", word: "release", body: { id } }));
    case "export":
      return [state, state.place.at === "case" ? [{ do: "download", id: state.place.file.row.id }] : []];
    case "dialog":
      return [{ ...state, dialog: event.dialog }, []];
    case "undoing":
      return [{ ...state, dialog: "undo", latest: event.decision }, []];
    case "notice-seen":
      return [{ ...state, notice: null }, []];
    case "key":
      return key(state, event.key);
  }
}

const door = (invitation: string | null, why: string | null = null): Place => ({ at: "door", invitation, why });

const at = (state: State, place: Place): State => ({ ...state, place, busy: false, dialog: null });

const said = (code: string, wrong = false, detail = ""): Notice => ({ code, wrong, detail });

/// One thing at a time: what is asked twice would be decided twice.
const busy = (state: State, effect: Effect): Next =>
  state.busy ? [state, []] : [{ ...state, busy: true, notice: null }, [effect]];

function signIn(state: State): Next {
  if (state.place.at !== "door") return [state, []];
  const { invitation } = state.place;
  return busy(state, invitation === null ? { do: "sign-in" } : { do: "register", code: invitation });
}

function queued(state: State): State {
  const last = Math.max(0, items(state.queue, state.filter).length - 1);
  return { ...state, cursor: Math.min(state.cursor, last) };
}

/// The same case again is its renewal: words and choices stay, and one is told what came in.
function opened(state: State, file: Extract<Place, { at: "case" }>["file"]): Next {
  const now = { ...state, now: file.now };
  const { place } = state;
  if (place.at !== "case" || place.file.row.id !== file.row.id) {
    if (!state.busy) return [state, []]; // renewed while one was leaving it
    return [{ ...at(now, { at: "case", file, draft: EMPTY, changed: false }) }, [HEADING]];
  }
  const changed = place.changed || place.file.version !== file.version;
  return [{ ...now, busy: false, place: { ...place, file, changed } }, []];
}

function decided(state: State, { word, decision: id }: Extract<Event, { type: "decided" }>): Next {
  const notice = said(word);
  const { place } = state;
  if ((word === "hold" || word === "release") && place.at === "case") {
    return [{ ...state, busy: false, notice }, [{ do: "ask", word: "open", body: { id: place.file.row.id } }]];
  }
  const latest = word === "decide" ? id : word === "undo" ? null : state.latest;
  if (word === "undo" && place.at !== "queue") return [{ ...state, busy: false, notice, latest }, []];
  return [{ ...at(state, { at: "queue" }), notice, latest }, [QUEUE, HEADING]];
}

function refused(state: State, { code, detail }: Extract<Event, { type: "refused" }>): Next {
  const { place } = state;
  if (code === "signed-out") {
    // At the first question of a page, nobody was.
    const notice = state.me === null ? null : said(code, true);
    return [
      { ...state, me: null, queue: null, latest: null, dialog: null, busy: false, place: door(null), notice },
      [remember(false), HEADING],
    ];
  }
  if (place.at === "opening") return [at({ ...state, notice: said(code, true, detail) }, door(null)), [HEADING]];
  const now = { ...state, busy: false, notice: said(code, true, detail) };
  // What changed is shown at once; the words that were written stay.
  if (code === "changed" && place.at === "case") {
    return [now, [{ do: "ask", word: "open", body: { id: place.file.row.id } }]];
  }
  return [now, code === "changed" ? [QUEUE] : []];
}

const RENEWED = 60_000;

/// Time goes on; a case that one reads stays one's own, and the queue stays true.
function tick(state: State, passed: number): Next {
  const now = { ...state, now: state.now + passed };
  if (state.me === null || state.busy) return [now, []];
  if (Math.floor(now.now / RENEWED) === Math.floor(state.now / RENEWED)) return [now, []];
  const { place } = state;
  if (place.at === "queue") return [now, [{ do: "ask", word: "queue", body: {}, by: "page" }]];
  const mine = place.at === "case" && place.file.row.taken?.mine === true;
  return [now, mine ? [{ do: "ask", word: "open", body: { id: place.file.row.id }, by: "page" }] : []];
}

function go(state: State, to: "queue" | "log" | "figures"): Next {
  if (to === "queue") return [{ ...at(state, { at: "queue" }), notice: null }, [QUEUE, HEADING]];
  return busy(state, to === "log" ? { do: "ask", word: "audit", body: {} } : { do: "ask", word: "figures", body: {} });
}

function drafted(state: State, change: Partial<Draft>): State {
  const { place } = state;
  if (place.at !== "case") return state;
  const facts =
    change.rule === undefined || change.rule === null
      ? place.draft.facts
      : begun(place.draft.facts, place.draft.rule, change.rule);
  return { ...state, place: { ...place, draft: { ...place.draft, facts, ...change } } };
}

function settling(state: State, event: Extract<Event, { type: "settling" }>): State {
  const { place } = state;
  if (place.at !== "appeal" || !place.appeal.yours) return state;
  return {
    ...state,
    place: { ...place, reverse: event.reverse ?? place.reverse, words: event.words ?? place.words },
  };
}

function decide(state: State): Next {
  const { place } = state;
  if (place.at === "case") {
    const body = decision(place.file, place.draft);
    return body === null ? [state, []] : busy(state, { do: "ask", word: "decide", body });
  }
  if (place.at !== "appeal" || place.reverse === null || place.words.trim() === "") return [state, []];
  const body = { decision: place.appeal.against.id, reverse: place.reverse, words: place.words.trim() };
  return busy(state, { do: "ask", word: "settle", body });
}

function ofCase(state: State, effect: (id: number) => Effect): Next {
  return state.place.at === "case" ? busy(state, effect(state.place.file.row.id)) : [state, []];
}

function key(state: State, pressed: string): Next {
  if (state.me === null || state.dialog !== null) return [state, []];
  if (pressed === "?") return [{ ...state, dialog: "help" }, []];
  if (pressed === "u" && state.latest !== null) return [{ ...state, dialog: "undo" }, []];
  const { place } = state;
  if (place.at === "queue") return inQueue(state, pressed);
  if (pressed === "Escape") return go(state, "queue");
  const ruling = RULINGS[pressed];
  if (ruling === undefined) return [state, []];
  if (place.at === "case") return [drafted(state, { ruling }), []];
  if (place.at === "appeal" && (pressed === "1" || pressed === "2")) {
    return [settling(state, { type: "settling", reverse: pressed === "2" }), []];
  }
  return [state, []];
}

function inQueue(state: State, pressed: string): Next {
  const shown = items(state.queue, state.filter);
  const move = (by: number): Next => {
    const cursor = Math.max(0, Math.min(shown.length - 1, state.cursor + by));
    return [{ ...state, cursor }, [{ do: "focus", on: "row" }]];
  };
  if (pressed === "j" && shown.length > 0) return move(1);
  if (pressed === "k" && shown.length > 0) return move(-1);
  if (pressed === "/") return [state, [{ do: "focus", on: "filter" }]];
  const item = shown[state.cursor];
  if (pressed !== "Enter" || item === undefined) return [state, []];
  if (item.is === "appeal") return step(state, { type: "appeal", appeal: item.appeal });
  return step(state, { type: "open", id: item.row.id });
}
