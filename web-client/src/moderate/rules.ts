// Small rules of the moderators' page, each by itself.

import type { CaseFile, DecideBody, Queue, Row, Rule } from "./api";
import { DAY, HOUR, type Draft, type Item } from "./state";
import { words } from "./words";

export const FACTS = 2000;
export const COOL_DOWNS = [15, HOUR, 6 * HOUR, DAY, 3 * DAY];
export const BANS = [DAY, 7 * DAY, 30 * DAY, 90 * DAY, 365 * DAY];

/// What the queue shows: first what is urgent, then by age; the appeals stand among what is usual.
export function items(queue: Queue | null, filter: string): readonly Item[] {
  if (queue === null) return [];
  const all: Item[] = [
    ...queue.cases.map((row): Item => ({ is: "case", row })),
    ...queue.appeals.map((appeal): Item => ({ is: "appeal", appeal })),
  ];
  const wanted = filter.trim().toLowerCase().split(/\s+/);
  return all
    .filter((item) => wanted.every((word) => described(item).includes(word)))
    .toSorted((one, other) => Number(urgent(other)) - Number(urgent(one)) || since(one) - since(other));
}

const urgent = (item: Item): boolean => item.is === "case" && item.row.urgent;

export const since = (item: Item): number => (item.is === "case" ? item.row.oldest : item.appeal.made);

/// What one may type to find it.
function described(item: Item): string {
  if (item.is === "appeal") return `appeal ${item.appeal.against.measure} ${item.appeal.against.rule ?? ""}`;
  const { row } = item;
  const marks = `${row.urgent ? "urgent" : ""} ${row.automatic ? "automatic" : ""} ${row.taken?.name ?? "free"}`;
  return `case ${row.id} ${row.reasons.map(({ reason }) => words.reasons[reason]).join(" ")} ${marks}`.toLowerCase();
}

/// How long the oldest thing has waited; null where nothing waits.
export function oldest(queue: Queue, now: number): number | null {
  const times = items(queue, "").map(since);
  return times.length === 0 ? null : Math.max(0, now - Math.min(...times));
}

/// Who else has it open just now.
export const holder = (row: Row, now: number): string | null =>
  row.taken === undefined || row.taken.mine || row.taken.until <= now ? null : row.taken.name;

/// Lines that stand between two attached ones, by one of the two.
export function gap(before: number | undefined, line: number): number {
  return Math.max(0, line - (before ?? 0) - 1);
}

/// What keeps a draft from being a decision.
export function missing(draft: Draft): "ruling" | "rule" | "facts" | null {
  if (draft.ruling === null) return "ruling";
  if (draft.ruling === "dismiss") return null;
  if (draft.rule === null) return "rule";
  return draft.facts.trim() === "" ? "facts" : null;
}

export function decision(file: CaseFile, draft: Draft): DecideBody | null {
  const { ruling, rule } = draft;
  if (ruling === null || missing(draft) !== null) return null;
  const body: DecideBody = { id: file.row.id, version: file.version, ruling, facts: draft.facts.trim() };
  if (rule !== null && ruling !== "dismiss") body.rule = rule;
  if (ruling === "cool-down" || ruling === "ban") body.minutes = draft.lasts[ruling];
  if (ruling === "ban" && draft.network) body.network = true;
  return body;
}

/// The facts to begin with, once the rule is chosen: never over somebody's own words.
export function begun(facts: string, before: Rule | null, rule: Rule): string {
  const untouched = facts.trim() === "" || (before !== null && facts === words.templates[before]);
  return untouched ? words.templates[rule] : facts;
}
