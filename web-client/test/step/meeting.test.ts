// @vitest-environment node
import { expect, it } from "vitest";
import { tabOf } from "../../src/first";
import * as given from "../given";
import { after, as, done, matched, OTHER, play, room, ROOM, said, saidTypes, server, timer } from "../given";

const asleep = server({ type: "partner-left", room: ROOM, reason: "asleep" });

it("finds with the preferences of the landing page", () => {
  const landing = after(
    given.landing(),
    { type: "interests", tags: ["Tea", "  green   TEA ", "tea"] },
    { type: "role", role: "talk" },
    { type: "language", language: null },
  );
  expect(said(play(landing, { type: "start", mode: "text" }))).toContainEqual({
    type: "find",
    mode: "text",
    role: "talk",
    interests: ["tea", "green tea"],
    languages: [],
  });
});

it("starts nothing before the visitor said to be of age", () => {
  const minor = given.landing({ settings: { adult: false } });
  expect(after(minor, { type: "start", mode: "text" }).phase).toBe("landing");
  expect(after(minor, { type: "start", mode: "video" }).phase).toBe("landing");
});

it("says here at once where the page is in sight", () => {
  expect(saidTypes(play(given.inLine(), matched({ mode: "text" })))).toEqual(["here"]);
});

it("says here of a hidden tab when it comes into sight, once, and changes the title meanwhile", () => {
  const hidden = after(given.inLine(), { type: "visible", visible: false });
  const met = play(hidden, matched({ mode: "text" }));
  expect(saidTypes(met)).toEqual([]);
  expect(met.state.attention).toBe("match");
  const seen = play(met.state, { type: "visible", visible: true }, { type: "visible", visible: true });
  expect(saidTypes(seen).filter((type) => type === "here")).toEqual(["here"]);
  expect(seen.state.attention).toBeNull();
});

it("says here again after a lost connection, for the first may have been lost with it", () => {
  const back = play(given.reconnecting(), { type: "socket-open" }, given.welcome, given.rejoined());
  expect(saidTypes(back)).toContain("here");
});

it("tells the partner of camera and microphone after a match for video, never in text", () => {
  expect(said(play(given.inVideoLine(), matched()))).toContainEqual({
    type: "media",
    room: ROOM,
    microphone: true,
    camera: true,
    shown: true,
    looks: true,
  });
  expect(saidTypes(play(given.inLine(), matched({ mode: "text" })))).not.toContain("media");
});

it("ignores a match that comes after stop", () => {
  const stopped = after(given.inVideoLine(), { type: "stop" });
  const late = play(stopped, given.waitingForVideo, matched());
  expect(late.state.phase).toBe("landing");
  expect(late.effects).toEqual([]);
});

it("ignores a match for the mode it wished for before", () => {
  const text = after(given.inVideoLine(), { type: "stop" }, { type: "start", mode: "text" });
  const late = play(text, given.waitingForVideo, matched());
  expect(late.state).toMatchObject({ phase: "waiting", mode: "text" });
  expect(late.effects).toEqual([]);
});

it("ignores what still comes from a room that was left", () => {
  const left = after(given.connected(), { type: "next" });
  const late = play(
    left,
    server({ type: "chat", room: ROOM, line: 1, at: 1, text: "wait!", seal: "s" }),
    server({ type: "offer", room: ROOM, negotiation: 1, sdp: "v=0" }),
    server({ type: "partner-left", room: ROOM, reason: "left" }),
  );
  expect(late.state.phase).toBe("waiting");
  expect(late.effects).toEqual([]);
});

it("takes a partner-left of the old room for nothing when already in the next", () => {
  const next = after(given.connected(), { type: "next" }, matched({ room: OTHER }));
  expect(after(next, server({ type: "partner-left", room: ROOM, reason: "left" }))).toBe(next);
});

it("goes back to the line by itself when the partner gave no sign of life", () => {
  const back = play(given.connected(), asleep);
  expect(as("waiting", back.state).asleepPartner).toBe(true);
  expect(saidTypes(back)).toEqual([]);
  expect(done(back)).toContain("hang-up");
});

it("opens no camera by itself when it goes back to the line after a reload", () => {
  const met = given.connecting();
  const back = after(given.reloaded(met, tabOf(met)), { type: "socket-open" }, given.welcome, given.rejoined());
  const asleepAgain = play(back, asleep, given.waitingForVideo);
  expect(asleepAgain.state).toMatchObject({ phase: "waiting", media: { is: "closed" } });
  expect(done(asleepAgain)).not.toContain("open-media");
});

it("is calm again when the one who came has gone before anybody looked", () => {
  const hidden = after(given.inLine(), { type: "visible", visible: false }, matched({ mode: "text" }));
  expect(after(hidden, server({ type: "partner-left", room: ROOM, reason: "left" })).attention).toBeNull();
});

it("rests when it gave no sign of life itself, and does not go on by itself", () => {
  const hidden = after(given.textRoom(), { type: "visible", visible: false });
  const rested = as("partner-left", after(hidden, server({ type: "no-room", reason: "asleep" })));
  expect(rested).toMatchObject({ reason: "asleep", countdown: null });
});

it("believes the server when it says that we wait, though we thought to be in a room", () => {
  const waits = play(given.textRoom(), given.waiting);
  expect(waits.state.phase).toBe("waiting");
  expect(done(waits)).toContain("hang-up");
});

it("believes the server when it says that we are in another room", () => {
  const moved = play(given.connected(), matched({ room: OTHER }));
  expect(room(moved.state).id).toBe(OTHER);
  expect(done(moved).indexOf("hang-up")).toBeLessThan(done(moved).indexOf("call"));
});

it("shows how the wait looks", () => {
  const told = server({ type: "waiting", mode: "text", online: 40, estimate: 8, relaxed: ["interests", "language"] });
  const state = as("waiting", after(given.inLine(), told));
  expect(state.outlook).toEqual({ estimate: 8, relaxed: ["interests", "language"] });
  expect(state.online).toBe(40);
});

it("prepares an offer on entering the line for video, and deposits it", () => {
  const entered = play(given.preview(), { type: "go" }, given.waitingForVideo);
  expect(entered.effects).toContainEqual({ do: "prepare", n: 1, ice: { iceServers: [], relayed: false } });
  const made = play(entered.state, { type: "prepared", n: 1, sdp: "v=0 complete" });
  expect(said(made)).toEqual([{ type: "deposit", n: 1, sdp: "v=0 complete" }]);
  expect(play(made.state, server({ type: "deposited", n: 1 })).effects).toEqual([{ do: "keep-prepared", n: 1 }]);
});

it("deposits no offer that is too long, and none after the wait", () => {
  const long = { type: "prepared", n: 1, sdp: "v=0".padEnd(16_385) } as const;
  expect(said(play(given.inVideoLine(), long))).toEqual([]);
  expect(said(play(given.connecting(), { type: "prepared", n: 1, sdp: "v=0" }))).toEqual([]);
});

it("deposits anew when the network changes, every ten seconds at most, and only the newest counts", () => {
  const soon = play(given.inVideoLine(), { type: "network" }, { type: "network" });
  expect(done(soon)).not.toContain("prepare");
  const later = play(soon.state, timer("deposit"));
  expect(later.effects).toContainEqual({ do: "prepare", n: 2, ice: { iceServers: [], relayed: false } });
  expect(said(play(later.state, { type: "prepared", n: 1, sdp: "v=0" }))).toEqual([]);
  const calm = after(later.state, timer("deposit"));
  expect(done(play(calm, { type: "network" }))).toContain("prepare");
});

it("numbers deposits through one connection, over several waits, and from one on the next", () => {
  const again = play(given.inVideoLine(), matched(), { type: "next" }, given.waitingForVideo);
  expect(again.effects).toContainEqual({ do: "prepare", n: 2, ice: { iceServers: [], relayed: false } });
  const reconnected = play(again.state, given.lost, { type: "socket-open" }, given.welcome, given.waitingForVideo);
  expect(done(reconnected)).toContain("drop-prepared");
  expect(reconnected.effects).toContainEqual({ do: "prepare", n: 1, ice: { iceServers: [], relayed: false } });
});

it("hands the call what the match says to start from", () => {
  const theirs = play(given.inVideoLine(), matched({ start: "theirs", offer: "v=0 theirs", polite: true }));
  expect(theirs.effects).toContainEqual({
    do: "call",
    room: ROOM,
    negotiation: 1,
    polite: true,
    start: "theirs",
    n: null,
    offer: "v=0 theirs",
    ice: { iceServers: [], relayed: false },
  });
  const mine = play(given.inVideoLine(), matched({ start: "mine", n: 1 }));
  expect(mine.effects).toContainEqual(expect.objectContaining({ do: "call", start: "mine", n: 1 }));
});

it("asks again after the pause when a find was too fast", () => {
  const fast = server({ type: "refused", code: "too-fast", about: "find", detail: "", retryAfter: 3 });
  const slowed = play(given.inLine(), fast);
  expect(slowed.effects).toContainEqual({ do: "timer", name: "again", ms: 3_000 });
  expect(slowed.state.notice).toMatchObject({ code: "too-fast", retryAfter: 3 });
  expect(saidTypes(play(slowed.state, timer("again")))).toEqual(["find"]);
});

it("asks for the next again after the pause when that was too fast, naming the room", () => {
  const fast = server({ type: "refused", code: "too-fast", about: "next", detail: "", retryAfter: 1 });
  const slowed = after(given.connected(), { type: "next" }, fast);
  expect(said(play(slowed, timer("again")))).toEqual([{ type: "next", room: ROOM, path: "direct" }]);
});

it("marks click and match for those who measure", () => {
  expect(play(given.textRoom(), { type: "next" }).effects).toContainEqual({ do: "mark", name: "next-click" });
  expect(play(given.inLine(), matched({ mode: "text" })).effects).toContainEqual({ do: "mark", name: "matched" });
});
