// What the moderators' page knows. Immutable; `step.ts` makes the next from it.

import type { Appeal, CaseFile, Entry, Figures, Me, Queue, Row, Rule, Ruling } from "./api";

/// What one is about to decide.
export interface Draft {
  readonly ruling: Ruling | null;
  readonly rule: Rule | null;
  readonly facts: string;
  /// Minutes, for each that lasts.
  readonly lasts: { readonly "cool-down": number; readonly ban: number };
  readonly network: boolean;
}

export type Place =
  | { readonly at: "opening" }
  | { readonly at: "door"; readonly invitation: string | null; readonly why: string | null }
  | { readonly at: "queue" }
  | { readonly at: "case"; readonly file: CaseFile; readonly draft: Draft; readonly changed: boolean }
  | { readonly at: "appeal"; readonly appeal: Appeal; readonly reverse: boolean | null; readonly words: string }
  | { readonly at: "log"; readonly entries: readonly Entry[] }
  | { readonly at: "figures"; readonly figures: Figures };

/// Said once, aloud: how something went.
export interface Notice {
  readonly wrong: boolean;
  readonly code: string;
  readonly detail: string;
}

export type Dialog = "help" | "undo" | "hold";

export interface State {
  readonly me: Me | null;
  readonly place: Place;
  readonly queue: Queue | null;
  /// Which thing in the queue the keyboard is at.
  readonly cursor: number;
  readonly filter: string;
  /// The server's time.
  readonly now: number;
  /// Something was asked and is not answered yet.
  readonly busy: boolean;
  readonly notice: Notice | null;
  /// What `u` takes back.
  readonly latest: number | null;
  readonly dialog: Dialog | null;
}

export const FIRST: State = {
  me: null,
  place: { at: "opening" },
  queue: null,
  cursor: 0,
  filter: "",
  now: 0,
  busy: false,
  notice: null,
  latest: null,
  dialog: null,
};

export const HOUR = 60;
export const DAY = 24 * HOUR;

export const EMPTY: Draft = {
  ruling: null,
  rule: null,
  facts: "",
  lasts: { "cool-down": HOUR, ban: 7 * DAY },
  network: false,
};

/// A thing in the queue.
export type Item = { readonly is: "case"; readonly row: Row } | { readonly is: "appeal"; readonly appeal: Appeal };
