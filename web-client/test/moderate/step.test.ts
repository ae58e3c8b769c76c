import { describe, expect, it } from "vitest";
import type { Event } from "../../src/moderate/event";
import { FIRST } from "../../src/moderate/state";
import { step } from "../../src/moderate/step";
import { after, appeal, effects, file, inAppeal, inCase, NOW, row, signedIn } from "./given";

const key = (pressed: string): Event => ({ type: "key", key: pressed });
const asked = (word: string) => expect.objectContaining({ do: "ask", word });
const whole: Event = { type: "draft", change: { ruling: "warn", rule: "hate" } };

describe("at the door", () => {
  it("asks who one is, and nobody is told off for not being signed in yet", () => {
    expect(after(FIRST, { type: "begin", invitation: null, known: false }).place.at).toBe("door");
    expect(effects(FIRST, { type: "begin", invitation: null, known: true })).toEqual([asked("me")]);
    const shut = after(FIRST, { type: "refused", code: "signed-out", detail: "" });
    expect(shut.place.at).toBe("door");
    expect(shut.notice).toBeNull();
  });

  it("makes a passkey where there is an invitation, else asks for one", () => {
    const invited = after(FIRST, { type: "begin", invitation: "CODE", known: true });
    expect(effects(invited, { type: "sign-in" })).toEqual([{ do: "register", code: "CODE" }]);
    const known = after(FIRST, { type: "signed-out" });
    expect(effects(known, { type: "sign-in" })).toEqual([{ do: "sign-in" }]);
  });

  it("forgets all that it showed when the shift is over, and says so", () => {
    const shut = after(inCase, { type: "refused", code: "signed-out", detail: "" });
    expect(shut).toMatchObject({ me: null, queue: null, place: { at: "door" }, notice: { code: "signed-out" } });
  });

  it("hears no keys", () => {
    expect(step(after(FIRST, { type: "signed-out" }), key("?"))[0].dialog).toBeNull();
  });
});

describe("by keyboard", () => {
  it("goes down and up the queue, and not beyond its ends", () => {
    expect(after(signedIn, key("k")).cursor).toBe(0);
    const last = after(signedIn, key("j"), key("j"), key("j"), key("j"));
    expect(last.cursor).toBe(3);
    expect(effects(last, key("k"))).toEqual([{ do: "focus", on: "row" }]);
  });

  it("opens what it is at, the most urgent first", () => {
    expect(effects(signedIn, key("Enter"))).toEqual([{ do: "ask", word: "open", body: { id: 2 } }]);
    expect(after(signedIn, key("j"), key("j"), key("Enter")).place.at).toBe("appeal");
  });

  it("filters, helps, and goes back", () => {
    expect(effects(signedIn, key("/"))).toEqual([{ do: "focus", on: "filter" }]);
    expect(after(signedIn, key("?")).dialog).toBe("help");
    expect(after(inCase, key("Escape")).place.at).toBe("queue");
  });

  it.each([
    ["1", "dismiss"],
    ["2", "warn"],
    ["3", "cool-down"],
    ["4", "ban"],
  ])("%s in a case is %s", (pressed, ruling) => {
    expect(after(inCase, key(pressed)).place).toMatchObject({ draft: { ruling } });
  });

  it("1 upholds and 2 reverses, unless one decided first", () => {
    expect(after(inAppeal, key("2")).place).toMatchObject({ reverse: true });
    expect(after(inAppeal, key("1")).place).toMatchObject({ reverse: false });
    const own = after(signedIn, { type: "appeal", appeal: appeal(1, { yours: false }) }, key("2"));
    expect(own.place).toMatchObject({ reverse: null });
  });

  it("takes the latest decision back only while there is one, and with a reason", () => {
    expect(after(signedIn, key("u")).dialog).toBeNull();
    const did = after(inCase, { type: "decided", word: "decide", decision: 9 });
    expect(after(did, key("u")).dialog).toBe("undo");
    expect(effects(did, { type: "undo", decision: 9, reason: "Oh" })).toEqual([
      { do: "ask", word: "undo", body: { decision: 9, reason: "Oh" } },
    ]);
    expect(after(did, { type: "decided", word: "undo", decision: null }, key("u")).dialog).toBeNull();
  });
});

describe("in a case", () => {
  it("decides once, however often one presses", () => {
    const drafted = after(inCase, whole);
    expect(effects(drafted, { type: "decide" })).toEqual([asked("decide")]);
    expect(effects(after(drafted, { type: "decide" }), { type: "decide" })).toEqual([]);
  });

  it("decides nothing that lacks its reason", () => {
    expect(effects(inCase, { type: "decide" })).toEqual([]);
    const empty = after(inCase, whole, { type: "draft", change: { facts: " " } });
    expect(effects(empty, { type: "decide" })).toEqual([]);
  });

  it("keeps it for oneself as long as one reads, and the words when something comes in", () => {
    const drafted = after(inCase, whole, { type: "draft", change: { facts: "Mine." } });
    expect(effects(drafted, { type: "tick", passed: 60_000 })).toEqual([asked("open")]);
    const renewed = after(drafted, { type: "file", file: file(1) });
    expect(renewed.place).toMatchObject({ changed: false, draft: { facts: "Mine." } });
    const more = after(renewed, { type: "file", file: file(1, { version: 4 }) });
    expect(more.place).toMatchObject({ changed: true, draft: { facts: "Mine." }, file: { version: 4 } });
  });

  it("leaves to others what it only reads, and tells that nobody pressed anything", () => {
    expect(effects(inCase, { type: "tick", passed: 60_000 })).toMatchObject([{ word: "open", by: "page" }]);
    const read = after(signedIn, { type: "open", id: 1 }, { type: "file", file: file(1, { row: row(1, 5) }) });
    expect(effects(read, { type: "tick", passed: 60_000 })).toEqual([]);
  });

  it("looks again when somebody else was quicker, and says so", () => {
    const [now, then] = step(after(inCase, whole, { type: "decide" }), {
      type: "refused",
      code: "changed",
      detail: "",
    });
    expect(now).toMatchObject({ busy: false, notice: { wrong: true, code: "changed" }, place: { at: "case" } });
    expect(then).toEqual([asked("open")]);
  });

  it("does not come back to a case that one has left meanwhile", () => {
    expect(after(inCase, { type: "go", to: "queue" }, { type: "file", file: file() }).place.at).toBe("queue");
  });
});

it("takes nobody away from what they went on to, when an answer comes late", () => {
  const did = after(inCase, { type: "decided", word: "decide", decision: 9 });
  const went = after(did, { type: "undo", decision: 9, reason: "Oh" }, { type: "appeal", appeal: appeal(20) });
  const [now, then] = step(went, { type: "decided", word: "undo", decision: null });
  expect(now).toMatchObject({ place: { at: "appeal" }, busy: false, latest: null, notice: { code: "undo" } });
  expect(then).toEqual([]);
});

it("answers an appeal only with words", () => {
  const silent = after(inAppeal, { type: "settling", reverse: true });
  expect(effects(silent, { type: "decide" })).toEqual([]);
  expect(effects(after(silent, { type: "settling", words: " Sorry. " }), { type: "decide" })).toEqual([
    { do: "ask", word: "settle", body: { decision: 70, reverse: true, words: "Sorry." } },
  ]);
});

it("lets time go on by what passed", () => {
  expect(after(signedIn, { type: "tick", passed: 10_000 }).now).toBe(NOW + 10_000);
});
