import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { MediaWants } from "../src/effect";
import type { Event } from "../src/event";
import { OwnMedia } from "../src/media";
import { loudness } from "../src/meter";
import { problemOf } from "../src/problem";
import { Devices } from "./devices";

const wants: MediaWants = { camera: null, microphone: null, originalSound: false, cameraOn: true, microphoneOn: true };
let devices: Devices;
let told: Event[];
let sent: Record<string, unknown>;
let media: OwnMedia;

beforeEach(() => {
  devices = new Devices();
  vi.stubGlobal("navigator", { mediaDevices: devices, permissions: { query: async () => ({ state: "prompt" }) } });
  told = [];
  sent = {};
  media = new OwnMedia(
    (event) => told.push(event),
    (kind, _, track) => (sent[kind] = track),
  );
  media.show(true);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const words = (): Event[] => told.filter((event) => event.type !== "devices");
const live = (): string[] => devices.given.filter((track) => track.readyState === "live").map((track) => track.kind);

it("opens camera and microphone, and tells which devices there are to choose from", async () => {
  await media.open(wants);
  expect(words()).toEqual([{ type: "media-open", hasCamera: true, hasMicrophone: true }]);
  expect(told.at(-1)).toMatchObject({
    type: "devices",
    devices: { cameras: [{ id: "c1", label: "Front" }], microphones: [] },
  });
  expect(sent).toEqual({ audio: media.tracks.audio, video: media.tracks.video });
});

it("asks for the chosen devices, and for the sound as it is", async () => {
  await media.open({ ...wants, camera: "c1", microphone: "m1", originalSound: true });
  expect(devices.asked[0]).toMatchObject({
    video: { deviceId: { ideal: "c1" } },
    audio: {
      deviceId: { ideal: "m1" },
      echoCancellation: false,
      noiseSuppression: false,
      autoGainControl: false,
    },
  });
});

it("opens anew only what changed", async () => {
  await media.open(wants);
  const { video } = media.tracks;
  await media.open({ ...wants, microphone: "m2" });
  expect(devices.asked[1]).not.toHaveProperty("video");
  expect(media.tracks.video).toBe(video);
  expect(live()).toEqual(["video", "audio"]);
});

it("does without a microphone, not without a camera", async () => {
  devices.missing = "audio";
  await media.open(wants);
  expect(words()).toEqual([{ type: "media-open", hasCamera: true, hasMicrophone: false }]);
  media.close();
  devices.missing = "video";
  await media.open(wants);
  expect(words().at(-1)).toEqual({ type: "media-problem", problem: "none" });
});

it("stops the camera when it is switched off, and opens it again without the microphone", async () => {
  await media.open(wants);
  media.send(false, true);
  expect(live()).toEqual(["audio"]);
  expect(sent["video"]).toBeNull();
  media.send(true, true);
  await vi.waitFor(() => expect(live()).toEqual(["audio", "video"]));
  expect(devices.asked[1]).not.toHaveProperty("audio");
});

it("mutes without closing the microphone, and stays muted with another one", async () => {
  await media.open(wants);
  media.send(true, false);
  expect(media.tracks.audio?.enabled).toBe(false);
  await media.open({ ...wants, microphone: "m2", microphoneOn: false });
  expect(media.tracks.audio?.enabled).toBe(false);
  media.send(true, true);
  expect(media.tracks.audio?.enabled).toBe(true);
});

it("opens muted for those who were", async () => {
  await media.open({ ...wants, microphoneOn: false });
  expect(media.tracks.audio?.enabled).toBe(false);
});

it("leaves the camera out when it is switched off while the browser asks", async () => {
  const answer = new AbortController();
  devices.asking = new Promise((resolve) => answer.signal.addEventListener("abort", () => resolve()));
  const opening = media.open(wants);
  await vi.waitFor(() => expect(devices.asked).toHaveLength(1));
  media.send(false, true);
  answer.abort();
  await opening;
  await vi.waitFor(() => expect(words()).toEqual([{ type: "media-open", hasCamera: true, hasMicrophone: true }]));
  expect(live()).toEqual(["audio"]);
});

it("closes what opens too late", async () => {
  const answer = new AbortController();
  devices.asking = new Promise((resolve) => answer.signal.addEventListener("abort", () => resolve()));
  const opening = media.open(wants);
  await vi.waitFor(() => expect(devices.asked).toHaveLength(1));
  media.close();
  answer.abort();
  await opening;
  expect(live()).toEqual([]);
  expect(words()).toEqual([]);
});

it("takes another camera when one is unplugged, and says so when there is none", async () => {
  await media.open(wants);
  devices.given.find((track) => track.kind === "video")?.unplug();
  await vi.waitFor(() => expect(live()).toEqual(["audio", "video"]));
  devices.error = new DOMException("", "NotFoundError");
  devices.given.findLast((track) => track.kind === "video")?.unplug();
  await vi.waitFor(() => expect(words().at(-1)).toEqual({ type: "media-problem", problem: "none" }));
  expect(live()).toEqual([]);
});

it("says blocked where the page is no secure context", async () => {
  vi.stubGlobal("navigator", {});
  const insecure = new OwnMedia(
    (event) => told.push(event),
    () => undefined,
  );
  await insecure.open(wants);
  expect(words()).toEqual([{ type: "media-problem", problem: "blocked" }]);
});

it.each([
  ["NotAllowedError", "Permission denied", false, "denied"],
  ["NotAllowedError", "Permission denied", true, "blocked"],
  ["NotAllowedError", "Permission denied by system", false, "blocked"],
  ["NotAllowedError", "Permissions policy violation", false, "blocked"],
  ["SecurityError", "", false, "blocked"],
  ["NotFoundError", "", false, "none"],
  ["NotReadableError", "Could not start video source", false, "in-use"],
  ["AbortError", "", false, "in-use"],
  ["TypeError", "", false, "other"],
] as const)("takes %s (%s, denied before: %s) for %s", (name, message, before, problem) => {
  expect(problemOf(new DOMException(message, name), before)).toBe(problem);
});

it("measures loudness along decibels", () => {
  expect(loudness(new Float32Array(64))).toBe(0);
  expect(loudness(new Float32Array(64).fill(1))).toBe(1);
  expect(loudness(new Float32Array(64).fill(0.1))).toBeCloseTo(2 / 3);
});
