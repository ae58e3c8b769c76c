// @vitest-environment node
import { describe, expect, it } from "vitest";
import type { Tab } from "../../src/first";
import { first, tabOf } from "../../src/first";
import type { Event } from "../../src/state";
import * as given from "../given";
import { after, done, memory, play, said } from "../given";

const closed: Event = { type: "socket-closed", code: 4007 };
const hello = (played: given.Played) => said(played).find(({ type }) => type === "hello");

describe("who has not said to be an adult", () => {
  const child = { settings: { adult: false } };

  it.each(["text", "video"] as const)("does not start with %s, in any lane", (mode) => {
    const lane = after(given.landing({ ...child, lane: "quality-lane" }), { type: "start", mode });
    expect(lane.phase).toBe("landing");
    expect(after(given.landing(child), { type: "start", mode }).phase).toBe("landing");
  });

  it.each<[string, Tab]>([
    ["a conversation", tabOf(given.textRoom())],
    ["a call", tabOf(given.connected())],
    ["the line", tabOf(given.inLine())],
  ])("does not come back to %s after a reload, when that was forgotten meanwhile", (_, tab) => {
    expect(first(memory({ tab })).phase).not.toBe("landing");
    const state = first(memory({ ...child, tab }));
    expect(state.phase).toBe("landing");
    expect(hello(play(state, { type: "begin" }, { type: "socket-open" }))).not.toHaveProperty("resume");
  });
});

describe("a proof of age", () => {
  it("is said in each hello, where there is one", () => {
    const state = first(memory({ age: "a.b.c" }));
    expect(hello(play(state, { type: "begin" }, { type: "socket-open" }))).toMatchObject({ age: "a.b.c" });
    expect(hello(play(first(memory()), { type: "begin" }, { type: "socket-open" }))).not.toHaveProperty("age");
  });

  it("is asked for where the hoster wants one: nobody tries again without", () => {
    const asked = play(first(memory()), { type: "begin" }, { type: "socket-open" }, closed);
    expect(asked.state).toMatchObject({ phase: "refused", why: "age" });
    expect(done(asked).filter((effect) => effect === "connect")).toHaveLength(1);
  });

  it("opens the door when it comes", () => {
    const asked = after(first(memory()), { type: "begin" }, { type: "socket-open" }, closed);
    const proven = play(asked, { type: "age", token: "a.b.c" });
    expect(proven.state.phase).toBe("landing");
    expect(done(proven)).toContain("connect");
    expect(hello(play(proven.state, { type: "socket-open" }))).toMatchObject({ age: "a.b.c" });
  });

  it("changes nothing where nobody asked, and is forgotten with the rest", () => {
    const talking = after(given.textRoom(), { type: "age", token: "a.b.c" });
    expect(talking.phase).toBe("connected");
    expect(after(talking, { type: "forget" }).session.age).toBeNull();
  });
});
