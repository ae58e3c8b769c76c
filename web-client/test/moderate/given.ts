// The moderators' page in the situations that its rules are tested in.

import type { Appeal, CaseFile, Earlier, Queue, Row } from "../../src/moderate/api";
import type { Effect, Event } from "../../src/moderate/event";
import { FIRST, type State } from "../../src/moderate/state";
import { step } from "../../src/moderate/step";

export const NOW = 1_800_000_000_000;
const MINUTE = 60_000;

export const row = (id: number, minutes: number, more: Partial<Row> = {}): Row => ({
  id,
  urgent: false,
  oldest: NOW - minutes * MINUTE,
  newest: NOW - minutes * MINUTE,
  reports: 1,
  weight: 1,
  reasons: [{ reason: "harassment", count: 1 }],
  automatic: false,
  ...more,
});

export const earlier: Earlier = {
  id: 70,
  of: 7,
  made: NOW - 90 * MINUTE,
  measure: "ban",
  rule: "hate",
  facts: "You attacked somebody for who they are.",
  by: "Ada",
  appeal: "made",
};

export const appeal = (minutes: number, more: Partial<Appeal> = {}): Appeal => ({
  against: earlier,
  made: NOW - minutes * MINUTE,
  text: "It was not me.",
  yours: true,
  ...more,
});

export const file = (id = 1, more: Partial<CaseFile> = {}): CaseFile => ({
  now: NOW,
  row: row(id, 10, { taken: { name: "Ben", until: NOW + 10 * MINUTE, mine: true } }),
  version: 3,
  reports: [],
  earlier: [],
  ...more,
});

export const queue: Queue = {
  now: NOW,
  cases: [row(1, 10), row(2, 5, { urgent: true, reasons: [{ reason: "threat", count: 1 }] }), row(3, 30)],
  appeals: [appeal(20)],
};

export function after(state: State, ...events: Event[]): State {
  return events.reduce((now, event) => step(now, event)[0], state);
}

export const effects = (state: State, event: Event): readonly Effect[] => step(state, event)[1];

export const signedIn: State = after(FIRST, { type: "me", me: { name: "Ben" } }, { type: "queue", queue });
export const inCase: State = after(signedIn, { type: "open", id: 1 }, { type: "file", file: file() });
export const inAppeal: State = after(signedIn, { type: "appeal", appeal: appeal(20) });
