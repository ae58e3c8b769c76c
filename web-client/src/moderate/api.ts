// What the console answers: the records of chat.passerby.signaling.console, as JSON. Times are milliseconds since 1970.

import type { Mode, Reason } from "../protocol.generated";

export type Measure = "warn" | "cool-down" | "ban";
export type Ruling = "dismiss" | Measure;
export type Rule = "adults" | "nudity" | "images" | "harassment" | "hate" | "threats" | "scams" | "law";
export type AppealState = "open" | "made" | "upheld" | "reversed" | "over";

export interface Me {
  readonly name: string;
}

/// A ceremony of WebAuthn: what the browser is to sign.
export interface Ceremony {
  readonly ceremony: string;
  readonly options: string;
  readonly name?: string;
}

export interface Row {
  readonly id: number;
  readonly urgent: boolean;
  readonly oldest: number;
  readonly newest: number;
  readonly reports: number;
  /// How many reporters count: credible, and no two of them on one browser or network.
  readonly weight: number;
  readonly reasons: readonly Count[];
  readonly automatic: boolean;
  readonly taken?: { readonly name: string; readonly until: number; readonly mine: boolean };
  readonly decided?: number;
}

export interface Count {
  readonly reason: Reason;
  readonly count: number;
}

export interface Earlier {
  readonly id: number;
  readonly of: number;
  readonly made: number;
  readonly measure?: Measure;
  readonly rule?: Rule;
  readonly facts?: string;
  readonly by?: string;
  readonly until?: number;
  readonly lifted?: number;
  readonly appeal: AppealState;
}

export interface Appeal {
  readonly against: Earlier;
  readonly made: number;
  readonly text: string;
  /// Not by who decided first, where there are two.
  readonly yours: boolean;
}

export interface Queue {
  readonly now: number;
  readonly cases: readonly Row[];
  readonly appeals: readonly Appeal[];
}

export interface Line {
  readonly reported: boolean;
  readonly line: number;
  readonly at: number;
  readonly text: string;
}

export interface Report {
  readonly id: number;
  readonly created: number;
  readonly reason: Reason;
  readonly note?: string;
  readonly mode: Mode;
  readonly seconds: number;
  readonly lines: readonly Line[];
  readonly notAttached: number;
  readonly evidence: "readable" | "deleted" | "locked";
  readonly frame: boolean;
  readonly credible: boolean;
}

export interface CaseFile {
  readonly now: number;
  readonly row: Row;
  readonly version: number;
  readonly reports: readonly Report[];
  readonly earlier: readonly Earlier[];
  readonly hold?: { readonly until: number; readonly by: string; readonly reason: string };
}

export interface Decided {
  readonly decision: number;
}

export interface Entry {
  readonly id: number;
  readonly at: number;
  readonly actor: string;
  readonly action: string;
  readonly case?: number;
  readonly decision?: number;
}

export interface Figure {
  readonly name: string;
  readonly values: readonly string[];
}

export interface Figures {
  readonly months: readonly string[];
  readonly rows: readonly Figure[];
}

/// What is asked, with what; and what is answered.
export interface Asks {
  readonly me: [Record<never, never>, Me];
  readonly "sign-out": [Record<never, never>, Record<never, never>];
  readonly queue: [Record<never, never>, Queue];
  readonly open: [{ id: number }, CaseFile];
  readonly decide: [DecideBody, Decided];
  readonly undo: [{ decision: number; reason: string }, Decided];
  readonly hold: [{ id: number; reason: string }, Record<never, never>];
  readonly release: [{ id: number }, Record<never, never>];
  readonly settle: [{ decision: number; reverse: boolean; words: string }, Decided];
  readonly audit: [Record<never, never>, { entries: readonly Entry[] }];
  readonly figures: [Record<never, never>, Figures];
}

export interface DecideBody {
  id: number;
  version: number;
  ruling: Ruling;
  minutes?: number;
  network?: boolean;
  rule?: Rule;
  facts: string;
}

export type Word = keyof Asks;
