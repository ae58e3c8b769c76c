// @vitest-environment node
import { expect, it } from "vitest";
import type { Event } from "../../src/event";
import { tabOf } from "../../src/first";
import { wantsCameraResume } from "../../src/state";
import type { Call, State } from "../../src/state";
import * as given from "../given";
import { after, as, done, matched, of, play, room, ROOM, said, saidTypes, server, timer } from "../given";

const is = (connection: Call["connection"]): Event => ({ type: "connection", ...of, connection });
const frame: Event = { type: "frame", ...of };
const partnerMedia = (camera: boolean): Event =>
  server({ type: "media", room: ROOM, microphone: true, camera, shown: true, looks: true });
const back = (negotiation: number): Event => server({ type: "partner-back", room: ROOM, negotiation, received: 0 });
const help = (state: State): string | null | undefined => room(state).call?.help;

it("is connecting until the first picture of the partner", () => {
  const connecting = after(given.inVideoLine(), matched(), is("connected"));
  expect(connecting.phase).toBe("connecting");
  expect(after(connecting, frame).phase).toBe("connected");
});

it("waits for no picture from a partner whose camera is off", () => {
  expect(after(given.connecting(), partnerMedia(false), is("connected")).phase).toBe("connected");
  expect(after(given.connecting(), is("connected"), partnerMedia(false)).phase).toBe("connected");
  expect(after(given.connecting(), is("connected"), partnerMedia(true)).phase).toBe("connecting");
});

it("says why after ten seconds without media", () => {
  const met = play(given.inVideoLine(), matched());
  expect(met.effects).toContainEqual({ do: "timer", name: "media", ms: 10_000 });
  const late = (...events: Event[]): string | null | undefined => help(after(met.state, ...events, timer("media")));
  expect(late()).toBe("searching");
  expect(late(is("connected"))).toBe("no-picture");
  expect(late(server({ type: "partner-away", room: ROOM, seconds: 15 }))).toBe("partner-away");
  expect(help(after(met.state, timer("media"), is("connected"), frame))).toBeNull();
});

it("restarts ICE three times before it gives up", () => {
  const tries = play(given.connecting(), is("failed"), is("failed"), is("failed"));
  expect(done(tries)).toEqual(["restart-ice", "restart-ice", "restart-ice"]);
  const over = play(tries.state, is("failed"));
  expect(over.effects).toEqual([]);
  expect(help(over.state)).toBe("no-route");
});

it("counts restarts afresh once it was connected", () => {
  const again = after(given.connecting(), is("failed"), is("failed"), is("connected"), is("failed"));
  expect(room(again).call?.restarts).toBe(1);
});

it("restarts ICE when the call has been cut for three seconds, or the network changed meanwhile", () => {
  const cut = play(given.connected(), is("disconnected"));
  expect(cut.effects).toContainEqual({ do: "timer", name: "unsteady", ms: 3_000 });
  expect(done(play(cut.state, timer("unsteady")))).toEqual(["restart-ice"]);
  expect(done(play(cut.state, { type: "network" }))).toContain("restart-ice");
  expect(done(play(cut.state, is("connected"), timer("unsteady")))).not.toContain("restart-ice");
});

it("restarts ICE when nothing comes any more, and asks whether the server is there", () => {
  const silent = play(given.connected(), { type: "silence", ...of });
  expect(done(silent)).toContain("restart-ice");
  expect(saidTypes(silent)).toContain("ping");
});

it("does not restart ICE while nobody could hear of it", () => {
  expect(done(play(given.reconnecting(), is("failed")))).toEqual([]);
  const away = after(given.connected(), server({ type: "partner-away", room: ROOM, seconds: 15 }));
  expect(done(play(away, is("failed")))).toEqual([]);
});

it("drops what comes from another negotiation, either way", () => {
  const old = { room: ROOM, negotiation: 0 };
  const played = play(
    given.connecting(),
    server({ type: "offer", ...old, sdp: "v=0" }),
    { type: "description", ...old, kind: "offer", sdp: "v=0" },
    { type: "frame", ...old },
  );
  expect(played.effects).toEqual([]);
  expect(played.state.phase).toBe("connecting");
});

it("passes offers, answers and candidates of this negotiation, and leaves out what is null", () => {
  const played = play(
    given.connecting(),
    { type: "description", ...of, kind: "answer", sdp: "v=0" },
    { type: "candidate", ...of, candidate: { candidate: "candidate:1", sdpMid: "0", sdpMLineIndex: null } },
    server({ type: "candidate", ...of, candidate: "candidate:2" }),
  );
  expect(said(played)).toEqual([
    { type: "answer", ...of, sdp: "v=0" },
    { type: "candidate", ...of, candidate: "candidate:1", sdpMid: "0" },
  ]);
  expect(played.effects).toContainEqual({
    do: "signal",
    message: { type: "candidate", ...of, candidate: "candidate:2" },
  });
});

it("makes a new peer connection when the partner comes back with another number", () => {
  const anew = play(given.connected(), back(2));
  expect(anew.state.phase).toBe("connecting");
  expect(anew.effects).toContainEqual(expect.objectContaining({ do: "call", negotiation: 2, start: "none" }));
});

it("keeps the peer connection when the partner comes back with the same number", () => {
  const kept = play(given.connected(), back(1));
  expect(kept.state.phase).toBe("connected");
  expect(done(kept)).toContain("resume-call");
  expect(done(kept)).not.toContain("call");
});

it("tells of muting and of the camera when they change", () => {
  const muted = play(given.connected(), { type: "microphone", on: false }, { type: "camera", on: false });
  expect(said(muted)).toEqual([
    { type: "media", room: ROOM, microphone: false, camera: true, shown: true, looks: true },
    { type: "media", room: ROOM, microphone: false, camera: false, shown: true, looks: true },
  ]);
  expect(muted.effects).toContainEqual({ do: "send-media", camera: false, microphone: false });
});

it("stays muted with the next partner", () => {
  const next = play(given.connected(), { type: "microphone", on: false }, { type: "next" }, matched());
  expect(said(next).at(-1)).toMatchObject({ type: "media", microphone: false });
});

it("brings chat and the partner's picture back after a reload, the camera with one tap", () => {
  const connected = given.connected();
  const reloaded = given.reloaded(connected, tabOf(connected));
  const rejoined = play(reloaded, { type: "socket-open" }, given.welcome, given.rejoined({ negotiation: 2 }));
  expect(rejoined.state.phase).toBe("connecting");
  expect(rejoined.effects).toContainEqual(expect.objectContaining({ do: "call", negotiation: 2 }));
  expect(done(rejoined)).not.toContain("open-media");
  expect(said(rejoined).at(-1)).toMatchObject({ type: "media", camera: false, microphone: false });
  expect(wantsCameraResume(rejoined.state)).toBe(true);
  const tapped = play(rejoined.state, { type: "camera-resume" });
  expect(done(tapped)).toEqual(["open-media", "show"]);
  const open = play(tapped.state, { type: "media-open", hasCamera: true, hasMicrophone: true });
  expect(said(open)).toEqual([{ type: "media", room: ROOM, microphone: true, camera: true, shown: true, looks: true }]);
  expect(wantsCameraResume(open.state)).toBe(false);
});

it("stays with the partner in text when the visitor gives up on media", () => {
  const text = play(after(given.connecting(), timer("media")), { type: "text-instead" });
  expect(as("connected", text.state).room.call).toBeNull();
  expect(done(text)).toEqual(expect.arrayContaining(["hang-up", "close-media"]));
  expect(said(text).at(-1)).toMatchObject({ type: "media", camera: false, microphone: false });
  expect(saidTypes(play(text.state, { type: "chat", text: "hi" }))).toEqual(["chat"]);
  expect(done(play(text.state, server({ type: "offer", ...of, sdp: "v=0" })))).toEqual([]);
  expect(done(play(text.state, { type: "next" }))).toContain("open-media");
});

it("says so when a call stays cut, and tries on: without a candidate left, a browser falls silent", () => {
  const cut = play(given.connected(), is("disconnected"));
  expect(cut.effects).toContainEqual({ do: "timer", name: "media", ms: 10_000 });
  const restarted = after(cut.state, timer("unsteady"));
  // The partner's word, in between, is no media.
  expect(done(play(restarted, partnerMedia(true)))).not.toContain("cancel");
  const late = play(restarted, timer("media"));
  expect(room(late.state).call?.help).toBe("searching");
  expect(done(late)).toContain("restart-ice");
  expect(late.effects).toContainEqual({ do: "timer", name: "media", ms: 10_000 });
  const mended = play(late.state, is("connected"));
  expect(room(mended.state).call?.help).toBeNull();
  expect(play(mended.state, timer("media")).effects).toEqual([]);
});
