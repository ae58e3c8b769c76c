import { describe, expect, it } from "vitest";
import { begun, decision, gap, holder, items, missing, oldest } from "../../src/moderate/rules";
import { EMPTY } from "../../src/moderate/state";
import { span, words } from "../../src/moderate/words";
import { file, NOW, queue, row } from "./given";

const names = (filter: string): string[] =>
  items(queue, filter).map((item) => (item.is === "case" ? `case ${item.row.id}` : "appeal"));

describe("the queue", () => {
  it("has the urgent first, then what has waited longest, appeals among it", () => {
    expect(names("")).toEqual(["case 2", "case 3", "appeal", "case 1"]);
  });

  it.each([
    ["threat", ["case 2"]],
    ["URGENT", ["case 2"]],
    ["appeal", ["appeal"]],
    ["free harass", ["case 3", "case 1"]],
    ["nothing of that", []],
  ])("is filtered by %s", (filter, left) => {
    expect(names(filter)).toEqual(left);
  });

  it("says how long the oldest has waited, whatever is more urgent", () => {
    expect(oldest(queue, NOW)).toBe(30 * 60_000);
    expect(oldest({ now: NOW, cases: [], appeals: [] }, NOW)).toBeNull();
  });

  it("says who else has a case, as long as they have it", () => {
    const taken = row(1, 1, { taken: { name: "Ada", until: NOW + 1, mine: false } });
    expect(holder(taken, NOW)).toBe("Ada");
    expect(holder(taken, NOW + 1)).toBeNull();
    expect(holder(row(1, 1, { taken: { name: "Ada", until: NOW + 1, mine: true } }), NOW)).toBeNull();
  });
});

it.each([
  [undefined, 1, 0],
  [undefined, 4, 3],
  [4, 5, 0],
  [4, 9, 4],
])("sees after line %s that before line %s stood %s more", (before, line, more) => {
  expect(gap(before, line)).toBe(more);
});

describe("a draft", () => {
  const whole = { ...EMPTY, ruling: "ban", rule: "hate", facts: " You did. " } as const;

  it("is a decision once it has a ruling, and for a measure a rule and facts", () => {
    expect(missing(EMPTY)).toBe("ruling");
    expect(missing({ ...whole, rule: null })).toBe("rule");
    expect(missing({ ...whole, facts: " " })).toBe("facts");
    expect(missing(whole)).toBeNull();
    expect(missing({ ...EMPTY, ruling: "dismiss" })).toBeNull();
  });

  it("says what was read, and only what the ruling has", () => {
    expect(decision(file(5), whole)).toEqual({
      id: 5,
      version: 3,
      ruling: "ban",
      rule: "hate",
      minutes: 7 * 24 * 60,
      facts: "You did.",
    });
    expect(decision(file(5), { ...whole, ruling: "dismiss" })).toEqual({
      id: 5,
      version: 3,
      ruling: "dismiss",
      facts: "You did.",
    });
    expect(decision(file(5), { ...whole, ruling: "warn", network: true })).not.toHaveProperty("network");
    expect(decision(file(5), { ...whole, network: true })).toHaveProperty("network", true);
    expect(decision(file(5), EMPTY)).toBeNull();
  });

  it("begins with the rule's words, and never loses the moderator's own", () => {
    expect(begun("", null, "scams")).toBe(words.templates.scams);
    expect(begun(words.templates.scams, "scams", "hate")).toBe(words.templates.hate);
    expect(begun("You sold me a bridge.", "scams", "hate")).toBe("You sold me a bridge.");
  });
});

it.each([
  [0.5, "0 minutes"],
  [1, "1 minute"],
  [61, "1 hour"],
  [47 * 60, "47 hours"],
  [7 * 24 * 60, "7 days"],
])("calls %s minutes %s", (minutes, said) => {
  expect(span(minutes)).toBe(said);
});
