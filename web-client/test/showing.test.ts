// What is really put into peer connections, from the camera to the sender: nothing clear before I show myself.

import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Calls } from "../src/calls";
import type { CallSetup, MediaWants } from "../src/effect";
import { OwnMedia } from "../src/media";
import { Devices, Stream, Track } from "./devices";
import { Ether } from "./rtc";
import type { PeerConnection } from "./rtc";

const wants: MediaWants = { camera: null, microphone: null, originalSound: false, cameraOn: true, microphoneOn: true };
const ice = { iceServers: [], relayed: false };
const setup: CallSetup = { room: "r", negotiation: 1, polite: false, start: "none", n: null, offer: null, ice };

let devices: Devices;
let ether: Ether;
let mosaic: Track;
let media: OwnMedia;
let calls: Calls;
let own: MediaStreamTrack | null;

beforeEach(() => {
  vi.useFakeTimers();
  ether = new Ether();
  ether.install();
  devices = new Devices();
  vi.stubGlobal("navigator", { mediaDevices: devices, permissions: { query: async () => ({ state: "prompt" }) } });
  mosaic = new Track("video");
  const captured = new Stream([mosaic]) as unknown as MediaStream;
  vi.spyOn(HTMLCanvasElement.prototype, "captureStream").mockReturnValue(captured);
  calls = new Calls(
    () => media.tracks,
    () => undefined,
    () => undefined,
  );
  media = new OwnMedia(
    () => undefined,
    (kind, mine, sent) => {
      calls.replace(kind, sent);
      if (kind === "video") own = mine;
    },
  );
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const time = (): Promise<unknown> => vi.advanceTimersByTimeAsync(1_000);
const connections = (): PeerConnection[] => [...ether.pcs.values()];

/// All that was ever in a sender's place, of all peer connections that there were.
const seen = new Set<PeerConnection>();

function everSent(): unknown[] {
  for (const each of connections()) seen.add(each);
  return [...seen].flatMap(({ transceivers }) => transceivers.flatMap((each) => each.sent));
}
const now = (): unknown[] => connections().flatMap((pc) => pc.transceivers.map(({ sender }) => sender.track));

async function open(change: Partial<MediaWants> = {}): Promise<void> {
  const opened = media.open({ ...wants, ...change });
  await time();
  await opened;
}

it("prepares, calls, changes devices and switches the camera with nothing but a mosaic and silence", async () => {
  await open();
  calls.prepare(1, ice);
  await time();
  expect(now()).toEqual([null, mosaic]);
  await open({ camera: "c2", microphone: "m2" });
  calls.call({ ...setup, start: "mine", n: 1 });
  await time();
  media.send(false, true);
  await time();
  expect(now()).toEqual([null, null]);
  media.send(true, true);
  calls.restartIce();
  await time();
  expect(now()).toEqual([null, mosaic]);
  calls.call({ ...setup, negotiation: 2 });
  await time();
  expect(connections()).toHaveLength(1);
  expect(new Set(everSent())).toEqual(new Set([null, mosaic]));
});

it("answers with nothing else, too", async () => {
  await open();
  const other = new RTCPeerConnection() as unknown as PeerConnection;
  other.addTransceiver("audio", { direction: "sendrecv" });
  other.addTransceiver("video", { direction: "sendrecv" });
  await Promise.all([other.setLocalDescription(), time()]);
  calls.call({ ...setup, polite: true, start: "theirs", offer: other.localDescription?.sdp ?? "" });
  await time();
  expect(connections()[1]?.transceivers.map((each) => each.sent)).toEqual([
    [null, null],
    [null, mosaic],
  ]);
});

it("shows me without negotiating, and hides me again", async () => {
  await open();
  calls.call(setup);
  await time();
  media.show(true);
  await time();
  const [microphone, camera] = devices.given;
  expect(now()).toEqual([microphone, camera]);
  media.show(false);
  await time();
  expect(now()).toEqual([null, mosaic]);
  expect(connections()[0]?.transceivers.map(({ mid }) => mid)).not.toContain(null);
});

it("sends nothing at all where the mosaic cannot take the camera's place", async () => {
  media.show(true);
  await open();
  calls.call(setup);
  await time();
  const [, picture] = connections()[0]?.transceivers ?? [];
  if (picture) picture.unfit = mosaic;
  media.show(false);
  await time();
  expect(now()).toEqual([null, null]);
});

it("sends nothing where the browser cannot make a mosaic", async () => {
  vi.spyOn(HTMLCanvasElement.prototype, "captureStream").mockReturnValue(new Stream([]) as unknown as MediaStream);
  await open();
  calls.call(setup);
  await time();
  expect(everSent()).not.toContain(own);
  expect(now()).toEqual([null, null]);
});

it("lets the camera go with its light, also while the mosaic follows it", async () => {
  await open();
  media.close();
  expect(devices.given.map(({ readyState }) => readyState)).toEqual(["ended", "ended"]);
  expect(media.tracks).toEqual({ audio: null, video: null });
});
