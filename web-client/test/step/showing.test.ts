// @vitest-environment node
import { expect, it } from "vitest";
import type { Effect } from "../../src/effect";
import type { Event } from "../../src/event";
import { first, tabOf } from "../../src/first";
import type { State } from "../../src/state";
import { inRoom } from "../../src/state";
import { step } from "../../src/step";
import { events } from "../events";
import * as given from "../given";
import { after, connecting, done, matched, memory, OTHER, play, room, said, server } from "../given";

const careful = { settings: { adult: true, path: "direct" } } as const;
const open: Event = { type: "media-open", hasCamera: true, hasMicrophone: true };
const go: Event[] = [{ type: "start", mode: "video" }, open, { type: "go" }, given.waitingForVideo];
const show = (on: boolean): Event => ({ type: "show", on });
const look = (on: boolean): Event => ({ type: "look", on });

const inLine = (): State => after(given.landing(careful), ...go);
const met = (): State => after(inLine(), matched());

/// What is said of showing and looking, one after the other.
function toldOf(effects: readonly Effect[]): string[] {
  return effects.flatMap((effect) =>
    effect.do === "show" || effect.do === "look" ? [`${effect.do} ${effect.on ? "on" : "off"}`] : [],
  );
}

it("shows me to myself in the mirror, and to nobody in the line and in a room, until I say so", () => {
  const going = play(given.landing(careful), ...go, matched());
  expect(toldOf(going.effects)).toEqual(["show on", "show off"]);
  expect(room(going.state)).toMatchObject({ shown: false, looked: false });
  expect(said(going).at(-1)).toMatchObject({
    type: "media",
    camera: true,
    microphone: false,
    shown: false,
    looks: false,
  });
});

it("hides me before the offer is prepared", () => {
  const mirror = after(given.landing(careful), ...go.slice(0, 2));
  const does = done(play(mirror, ...go.slice(2)));
  expect(does.filter((each) => each === "show" || each === "prepare")).toEqual(["show", "prepare"]);
});

it("shows me to this partner, with sound, and says so", () => {
  const shown = play(met(), show(true));
  expect(toldOf(shown.effects)).toEqual(["show on"]);
  expect(said(shown)).toEqual([
    expect.objectContaining({ type: "media", microphone: true, camera: true, shown: true }),
  ]);
});

it("hides me again at once, and sends what was muted no louder when I show myself again", () => {
  const muted = after(met(), show(true), { type: "microphone", on: false });
  const hidden = play(muted, show(false));
  expect(toldOf(hidden.effects)).toEqual(["show off"]);
  expect(said(hidden)).toEqual([expect.objectContaining({ microphone: false, shown: false })]);
  expect(said(play(hidden.state, show(true)))).toEqual([expect.objectContaining({ microphone: false, shown: true })]);
});

it("looks at this partner, and away again, and says so", () => {
  const looking = play(met(), look(true));
  expect(toldOf(looking.effects)).toEqual(["look on"]);
  expect(said(looking)).toEqual([expect.objectContaining({ shown: false, looks: true })]);
  expect(toldOf(play(looking.state, look(false)).effects)).toEqual(["look off"]);
});

it("begins anew with each partner", () => {
  const next = play(after(met(), show(true), look(true)), { type: "next" });
  expect(toldOf(next.effects)).toEqual(["show off", "look off"]);
  expect(done(next).indexOf("show")).toBeLessThan(done(next).indexOf("hang-up"));
  expect(room(after(next.state, matched({ room: OTHER })))).toMatchObject({ shown: false, looked: false });
});

it("begins as it is remembered, from the next partner on", () => {
  const chosen = play(
    met(),
    { type: "prefer", name: "showAtOnce", on: true },
    { type: "prefer", name: "lookAtOnce", on: true },
  );
  expect(toldOf(chosen.effects)).toEqual([]);
  expect(room(chosen.state)).toMatchObject({ shown: false, looked: false });
  const next = play(chosen.state, { type: "next" }, matched({ room: OTHER }));
  expect(room(next.state)).toMatchObject({ shown: true, looked: true });
  expect(done(next).indexOf("show")).toBeGreaterThan(done(next).indexOf("hang-up"));
});

it("is two actions to a clear call for who remembers both", () => {
  const going = play(given.landing(), ...go, matched());
  expect(toldOf(going.effects)).toEqual(["show on", "look on"]);
  expect(said(going).at(-1)).toMatchObject({ microphone: true, camera: true, shown: true, looks: true });
});

it("hides me again after a reload, also when the camera comes back", () => {
  const shown = after(met(), show(true), look(true));
  const back = play(
    first(memory({ ...careful, tab: tabOf(shown) })),
    { type: "begin" },
    { type: "socket-open" },
    given.welcome,
    given.rejoined({ negotiation: 2 }),
    { type: "camera-resume" },
    open,
  );
  expect(toldOf(back.effects)).toEqual([]);
  expect(said(back).at(-1)).toMatchObject({ camera: true, microphone: false, shown: false, looks: false });
});

it("shows me after a reload as it is remembered, once the camera is started", () => {
  const reloaded = given.reloaded(given.connected(), tabOf(given.connected()));
  expect(toldOf(play(reloaded, { type: "begin" }).effects)).toEqual(["look on"]);
  expect(toldOf(play(reloaded, { type: "camera-resume" }).effects)).toEqual(["show on"]);
});

it("keeps hidden through a lost connection and another device", () => {
  const through = play(
    met(),
    given.lost,
    { type: "socket-open" },
    given.welcome,
    given.rejoined({ negotiation: 2 }),
    { type: "choose-camera", id: "c2" },
    open,
    { type: "camera", on: false },
    { type: "camera", on: true },
    open,
    { type: "network" },
  );
  expect(toldOf(through.effects)).toEqual([]);
});

it("does not wait for a clear picture from who does not show one", () => {
  const media = {
    type: "media",
    room: given.ROOM,
    microphone: false,
    camera: true,
    shown: false,
    looks: false,
  } as const;
  const connected: Event = { type: "connection", ...given.of, connection: "connected" };
  expect(after(connecting(), server(media), connected).phase).toBe("connected");
});

it("shows nothing in a conversation without media", () => {
  const text = after(
    inLine(),
    { type: "stop" },
    { type: "start", mode: "text" },
    given.waiting,
    matched({ mode: "text" }),
  );
  expect(play(text, show(true), look(true)).effects).toEqual([]);
});

it("never shows me by anything but my word, whatever happens", () => {
  let [seed, times] = [1, 0];
  for (let walk = 0; walk < 60; walk += 1) {
    let [state, shown, looked] = [met(), false, false];
    for (let n = 0; n < 40; n += 1) {
      seed = (seed * 48_271) % 2_147_483_647;
      const chosen = n % 8 === 0 ? (["show on", show(true)] as const) : events[seed % events.length];
      const [name, event] = chosen ?? ["", open];
      const [now, effects] = step(state, event);
      for (const each of toldOf(effects)) {
        if (each.startsWith("show")) shown = each === "show on";
        else looked = each === "look on";
      }
      const mine = now.phase === "preview" || (inRoom(now) && now.room.shown);
      expect(shown).toBe(now.media.is !== "closed" && mine);
      expect(looked).toBe(inRoom(now) && now.room.looked);
      const begun = inRoom(now) && now.room.shown && !(inRoom(state) && state.room.shown);
      expect(begun ? name : "show on").toBe("show on");
      times += begun ? 1 : 0;
      state = now;
    }
  }
  expect(times).toBeGreaterThan(20);
});
