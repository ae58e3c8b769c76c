// @vitest-environment node
import { expect, it } from "vitest";
import type { Event } from "../../src/event";
import { first, tabOf } from "../../src/first";
import * as given from "../given";
import { after, done, play, said, saidTypes, server } from "../given";

const video: Event = { type: "start", mode: "video" };
const denied: Event = { type: "media-problem", problem: "denied" };
const open: Event = { type: "media-open", hasCamera: true, hasMicrophone: true };

it("asks for the camera in the preview, and goes on only with it", () => {
  const asking = play(given.landing(), video);
  expect(asking.state).toMatchObject({ phase: "preview", media: { is: "asking" } });
  expect(done(asking)).toEqual(["open-media", "show"]);
  expect(after(asking.state, { type: "go" }).phase).toBe("preview");
  expect(after(asking.state, open, { type: "go" }).phase).toBe("waiting");
});

it("shows the problem, tries again, and goes on with text where there is no camera", () => {
  const problem = after(given.landing(), video, denied);
  expect(problem.media).toMatchObject({ is: "problem", problem: "denied" });
  expect(after(problem, { type: "problem-retry" }).media).toMatchObject({ is: "asking", problem: null });
  const text = play(problem, { type: "text-instead" });
  expect(text.state).toMatchObject({ phase: "waiting", mode: "text" });
  expect(said(text)).toContainEqual(expect.objectContaining({ type: "find", mode: "text" }));
});

it("never asks a text visitor for a camera", () => {
  const text = play(
    given.landing(),
    { type: "start", mode: "text" },
    given.waiting,
    given.matched({ mode: "text" }),
    { type: "camera", on: true },
    { type: "camera-resume" },
    { type: "problem-retry" },
    { type: "choose-camera", id: "c2" },
    { type: "next" },
  );
  expect(done(text)).not.toContain("open-media");
});

it("closes a camera that opens when nobody waits for it any more", () => {
  const gone = after(given.landing(), video, { type: "back" });
  expect(done(play(gone, open))).toEqual(["close-media"]);
  expect(after(gone, open).media.is).toBe("closed");
});

it("changes devices in a call without leaving it, and remembers them", () => {
  const changed = play(
    given.connected(),
    { type: "choose-camera", id: "c2" },
    { type: "choose-microphone", id: "m2" },
    { type: "choose-speaker", id: "s2" },
    { type: "original-sound", on: true },
  );
  expect(changed.effects.at(-1)).toEqual({
    do: "open-media",
    wants: { camera: "c2", microphone: "m2", originalSound: true, cameraOn: true, microphoneOn: true },
  });
  expect(changed.effects).toContainEqual({ do: "use-speaker", id: "s2" });
  expect(changed.state.settings).toMatchObject({ camera: "c2", microphone: "m2", speaker: "s2", originalSound: true });
});

it("chooses devices before they are open without opening them", () => {
  expect(done(play(given.landing(), { type: "choose-camera", id: "c2" }))).toEqual([]);
});

it("tells the partner when the camera is gone, and the call goes on", () => {
  const unplugged = play(given.connected(), { type: "media-problem", problem: "none" });
  expect(unplugged.state.phase).toBe("connected");
  expect(said(unplugged)[0]).toMatchObject({ type: "media", camera: false, microphone: false });
});

it("begins seen and heard at a new start, whatever was switched off before", () => {
  const off = after(given.connected(), { type: "camera", on: false }, { type: "stop" }, video);
  expect(off.media).toMatchObject({ camera: true, microphone: true });
});

it("keeps the camera off with the next partner", () => {
  const next = play(given.connected(), { type: "camera", on: false }, { type: "next" }, given.matched());
  expect(said(next).at(-1)).toMatchObject({ type: "media", camera: false });
});

it("stays muted after a reload, when the camera comes back", () => {
  const muted = after(given.connected(), { type: "microphone", on: false });
  const back = play(
    given.reloaded(muted, tabOf(muted)),
    { type: "socket-open" },
    given.welcome,
    given.rejoined({ negotiation: 2 }),
    { type: "camera-resume" },
  );
  const wants = expect.objectContaining({ cameraOn: true, microphoneOn: false });
  expect(back.effects).toContainEqual({ do: "open-media", wants });
});

it("uses the speaker that was chosen another day", () => {
  const remembered = first(given.memory({ settings: { speaker: "s1" } }));
  expect(play(remembered, { type: "begin" }).effects).toContainEqual({ do: "use-speaker", id: "s1" });
});

it("rests when the server is full, and says when to try again", () => {
  const busy = server({ type: "refused", code: "busy", about: "find", detail: "", retryAfter: 30 });
  const rest = play(given.inVideoLine(), busy);
  expect(rest.state).toMatchObject({ phase: "refused", why: "busy", retryAfter: 30 });
  expect(done(rest)).toContain("close-media");
  expect(saidTypes(rest)).toEqual(["stop"]);
});
