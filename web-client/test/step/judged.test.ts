// @vitest-environment node
import { expect, it } from "vitest";
import type { Event } from "../../src/event";
import * as given from "../given";
import { after, as, banned, done, evicted, judged, play, ROOM, said, server, timer, warned, welcome } from "../given";

const closed: Event = { type: "socket-closed", code: 4006 };
const again = [banned, evicted, closed];

it("tells a warning over whatever one is doing, and says once that it was read", () => {
  const told = after(given.connected(), warned);
  expect(told.phase).toBe("connected");
  expect(told.judged?.measure).toBe("warn");
  const noted = play(told, { type: "noted" });
  expect(said(noted)).toEqual([{ type: "noted", code: "5NXQ-0C8M-J3VT-WR6K" }]);
  expect(noted.state.judged).toBeNull();
  expect(said(play(noted.state, { type: "noted" }))).toEqual([]);
});

it("holds still while a warning is read: no countdown, no Esc", () => {
  const left = server({ type: "partner-left", room: ROOM, reason: "left" });
  expect(as("partner-left", after(given.connected(), warned, left)).countdown).toBeNull();
  expect(as("partner-left", after(given.left(), warned)).countdown).toBeNull();
  expect(after(given.connected(), warned, { type: "escape" }).escArmed).toBe(false);
});

it("keeps a warning that is not noted across the screens", () => {
  expect(after(given.connected(), warned, { type: "stop" }).judged?.measure).toBe("warn");
});

it.each(["ban", "cool-down"] as const)("is sent away by a %s out of a call, with the reasons at hand", (measure) => {
  const gone = play(given.connected(), judged({ measure }), evicted, closed);
  expect(as("refused", gone.state).why).toBe("moderation");
  expect(gone.state.judged?.measure).toBe(measure);
  expect(done(gone)).toContain("hang-up");
  expect(done(gone)).toContain("close-media");
});

it("asks by itself, each time a little later, and a quarter of an hour at most", () => {
  let state = given.sentAway();
  const pauses: number[] = [];
  for (let n = 0; n < 6; n += 1) {
    const asked = play(state, timer("look-again"));
    expect(done(asked)).toContain("connect");
    const refused = play(asked.state, { type: "socket-open" }, ...again);
    for (const effect of refused.effects)
      if (effect.do === "timer" && effect.name === "look-again") pauses.push(effect.ms / 60_000);
    state = refused.state;
  }
  expect(pauses).toEqual([2, 4, 8, 15, 15, 15]);
});

it("asks when one looks at the page or presses, but not twice within ten seconds", () => {
  const state = given.sentAway();
  for (const wish of [{ type: "visible", visible: true }, { type: "look-again" }] as const) {
    expect(done(play(state, wish))).not.toContain("connect");
    expect(done(play(state, timer("looked"), wish))).toContain("connect");
    expect(done(play(state, timer("looked"), wish, wish)).filter((what) => what === "connect")).toHaveLength(1);
  }
});

it("says hello as ever, and is back at the start once it is over or lifted", () => {
  const asked = after(given.sentAway(), timer("look-again"));
  const hello = play(asked, { type: "socket-open" });
  expect(said(hello)).toMatchObject([{ type: "hello", browserKey: "k".repeat(22) }]);
  const back = after(hello.state, welcome);
  expect(back.phase).toBe("landing");
  expect(back.judged).toBeNull();
  expect(back.link.is).toBe("open");
});

it("does not ask for those who are refused for another reason", () => {
  for (const event of [timer("look-again"), { type: "look-again" }, { type: "visible", visible: true }] as const)
    expect(done(play(given.refused(), event))).not.toContain("connect");
});

it("keeps no reasons once one went home or forgot everything", () => {
  expect(after(given.sentAway(), { type: "home" }).judged).toBeNull();
  expect(after(given.sentAway(), { type: "forget" }).judged).toBeNull();
  expect(after(given.landing(), warned, { type: "forget" }).judged).toBeNull();
});
