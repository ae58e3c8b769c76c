// Two peers, a server that passes their words in order, and as much bad luck as the order allows.

import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Calls } from "../src/calls";
import type { Shown } from "../src/calls";
import type { Peer as PeerEvent } from "../src/event";
import { Peer } from "../src/peer";
import type { Tracks } from "../src/peer";
import { Ether } from "./rtc";
import type { PeerConnection } from "./rtc";

type Told = Exclude<PeerEvent, { type: "prepared" }>;

const of = { room: "r", negotiation: 1 };
const audio = { kind: "audio" } as MediaStreamTrack;
const video = { kind: "video" } as MediaStreamTrack;
const ice = { iceServers: [], relayed: false };
const tracks = (): Tracks => ({ audio, video });

let ether: Ether;

beforeEach(() => {
  vi.useFakeTimers();
  ether = new Ether();
  ether.install();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/// Time for everything that is under way, and what follows from it.
async function settle(ms = 1_000): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
}

/// One end of the call, and the words on their way to the other.
class End {
  readonly peer: Peer;
  readonly pc: PeerConnection;
  readonly told: Told[] = [];
  other: End | null = null;
  /// Words are lost, as with a partner whose connection is.
  deaf = false;
  lag: () => number = () => 1;
  #due = 0;
  #now = 0;

  constructor(sent: () => Tracks = tracks) {
    const before = new Set(ether.pcs.keys());
    this.peer = new Peer(ice, sent, (event) => this.#tell(event));
    const pc = [...ether.pcs.values()].find(({ id }) => !before.has(id));
    if (!pc) throw new Error("made no peer connection");
    this.pc = pc;
  }

  get descriptions(): string[] {
    return this.told.flatMap((event) => (event.type === "description" ? [event.kind] : []));
  }

  /// In order, however slow.
  #tell(event: Told): void {
    this.told.push(event);
    const { other } = this;
    if (other === null || other.deaf) return;
    this.#now = performance.now();
    this.#due = Math.max(this.#due, this.#now + this.lag());
    setTimeout(() => other.hear(event), this.#due - this.#now);
  }

  hear(event: Told): void {
    if (event.type === "description") void this.peer.onDescription(event.kind, event.sdp);
    if (event.type === "candidate") this.peer.onCandidate(event.candidate);
  }
}

function pair(sent?: () => Tracks): [End, End] {
  const impolite = new End(sent);
  const polite = new End(sent);
  impolite.other = polite;
  polite.other = impolite;
  impolite.peer.seat(of, false);
  polite.peer.seat(of, true);
  return [impolite, polite];
}

function expectCall(one: End, other: End): void {
  expect([one.pc.knows(other.pc), other.pc.knows(one.pc)]).toEqual([true, true]);
  for (const { pc } of [one, other]) {
    expect(pc.signalingState).toBe("stable");
    expect(pc.connectionState).toBe("connected");
    expect(pc.faults).toEqual([]);
    expect(pc.transceivers.map(({ receiver }) => receiver.track.kind)).toEqual(["audio", "video"]);
    expect(pc.transceivers.map(({ said }) => said)).toEqual(["sendrecv", "sendrecv"]);
    expect(pc.transceivers.map(({ sender }) => sender.track)).toEqual([audio, video]);
  }
}

it("starts from nothing with one offer and one answer: the polite side waits", async () => {
  const [impolite, polite] = pair();
  impolite.peer.begin();
  await settle();
  expectCall(impolite, polite);
  expect(impolite.descriptions).toEqual(["offer"]);
  expect(polite.descriptions).toEqual(["answer"]);
});

it("starts from a deposited offer with an answer alone", async () => {
  const waiter = new End();
  const deposit = waiter.peer.prepare();
  await settle();
  const offer = await deposit;
  expect(offer).toContain("a=candidate");
  const comer = new End();
  waiter.other = comer;
  comer.other = waiter;
  waiter.peer.seat(of, false);
  comer.peer.seat(of, true);
  void comer.peer.onDescription("offer", offer);
  await settle();
  expectCall(waiter, comer);
  expect(waiter.told.filter(({ type }) => type !== "connection")).toEqual([]);
  expect(comer.descriptions).toEqual(["answer"]);
});

it("deposits after three seconds what it has by then, and tells the rest after the match", async () => {
  ether.gathering = 60_000;
  const waiter = new End();
  const deposit = waiter.peer.prepare();
  await settle(2_900);
  expect(waiter.told).toEqual([]);
  await settle(200);
  expect(await deposit).not.toContain("a=candidate");
  await settle(60_000);
  waiter.peer.seat(of, false);
  expect(waiter.told).toEqual([{ type: "candidate", ...of, candidate: expect.anything() }]);
});

it("says nothing of a prepared call to anybody before it has a room", async () => {
  const waiter = new End();
  void waiter.peer.prepare();
  await settle();
  waiter.pc.to("failed");
  expect(waiter.told).toEqual([]);
});

it("settles two offers at once by politeness", async () => {
  const [impolite, polite] = pair();
  impolite.peer.begin();
  await settle();
  impolite.peer.restart();
  polite.peer.restart();
  await settle();
  expectCall(impolite, polite);
  expect(impolite.descriptions).toContain("offer");
  expect(polite.descriptions.filter((kind) => kind === "offer").length).toBeGreaterThan(0);
});

it.each(Array.from({ length: 60 }, (_, seed) => seed))("settles glare in any timing (%i)", async (seed) => {
  let a = seed * 7919 + 1;
  const chance = (most: number) => (): number => {
    a = (a * 48271) % 2147483647;
    return a % most;
  };
  ether.pace = chance(20);
  const [impolite, polite] = pair();
  impolite.lag = chance(60);
  polite.lag = chance(60);
  impolite.peer.begin();
  await settle(chance(300)());
  for (let n = 0; n < 4; n += 1) {
    (chance(2)() === 0 ? impolite : polite).peer.restart();
    await settle(chance(40)());
  }
  impolite.peer.restart();
  polite.peer.restart();
  await settle(5_000);
  expectCall(impolite, polite);
});

it("takes back a restart that meets another one where the first offer was made", async () => {
  const waiter = new End();
  const deposit = waiter.peer.prepare();
  await settle();
  const comer = new End();
  [waiter.other, comer.other] = [comer, waiter];
  waiter.peer.seat(of, false);
  comer.peer.seat(of, true);
  void comer.peer.onDescription("offer", await deposit);
  await settle();
  expectCall(waiter, comer);
  for (const { peer } of [waiter, comer]) peer.restart();
  await settle();
  expectCall(waiter, comer);
  expect([waiter.pc.rollbacks, comer.pc.rollbacks]).toEqual([1, 0]);
});

it("says a lost offer again after a reconnection", async () => {
  const [impolite, polite] = pair();
  polite.deaf = true;
  impolite.peer.begin();
  await settle();
  polite.deaf = false;
  impolite.peer.resume();
  polite.peer.resume();
  await settle();
  expectCall(impolite, polite);
});

it("gets a lost answer again after a reconnection", async () => {
  const [impolite, polite] = pair();
  impolite.deaf = true;
  impolite.peer.begin();
  await settle();
  expect(polite.descriptions).toEqual(["answer"]);
  impolite.deaf = false;
  impolite.peer.resume();
  polite.peer.resume();
  await settle();
  expectCall(impolite, polite);
});

it("leaves a connected call alone after a reconnection", async () => {
  const [impolite, polite] = pair();
  impolite.peer.begin();
  await settle();
  const before = [...impolite.told, ...polite.told];
  impolite.peer.resume();
  polite.peer.resume();
  await settle();
  expect([...impolite.told, ...polite.told]).toEqual(before);
});

it("mends a failed call by a restart of either side", async () => {
  const [impolite, polite] = pair();
  impolite.peer.begin();
  await settle();
  for (const end of [impolite, polite]) end.pc.to("failed");
  polite.peer.restart();
  await settle();
  expectCall(impolite, polite);
});

it("tells how the connection is", async () => {
  const [impolite, polite] = pair();
  impolite.peer.begin();
  await settle();
  impolite.pc.to("disconnected");
  expect(impolite.told.at(-1)).toEqual({ type: "connection", ...of, connection: "disconnected" });
  expect(polite.told.at(-1)).toEqual({ type: "connection", ...of, connection: "connected" });
});

const silences = ({ told }: End): number => told.filter(({ type }) => type === "silence").length;

it("tells once that nothing comes any more; when it comes again, sends a whole picture", async () => {
  const [impolite, polite] = pair();
  impolite.peer.begin();
  await settle(10_000);
  expect(silences(impolite)).toBe(0);
  ether.cut = true;
  await settle(3_000);
  expect([silences(impolite), silences(polite)]).toEqual([1, 1]);
  await settle(10_000);
  expect(silences(impolite)).toBe(1);
  expect(polite.pc.transceivers.map(({ whole }) => whole)).toEqual([0, 0]);
  ether.cut = false;
  await settle(2_000);
  expect(polite.pc.transceivers.map(({ whole }) => whole)).toEqual([0, 1]);
  ether.cut = true;
  await settle(3_000);
  expect(silences(impolite)).toBe(2);
  impolite.peer.close();
  await settle(10_000);
  expect(silences(impolite)).toBe(2);
});

it("tries another way after a reconnection if nothing comes, whatever the connection says", async () => {
  const [impolite, polite] = pair();
  impolite.peer.begin();
  await settle();
  ether.cut = true;
  await settle(3_000);
  expect(impolite.pc.connectionState).toBe("connected");
  ether.cut = false;
  impolite.peer.resume();
  await settle();
  expect(impolite.descriptions).toEqual(["offer", "offer"]);
  expectCall(impolite, polite);
});

it("takes senseless words for a failed attempt, not for the end of a call", async () => {
  const [impolite, polite] = pair();
  void polite.peer.onDescription("offer", "nonsense");
  await settle();
  expect(polite.told.at(-1)).toMatchObject({ type: "connection", connection: "failed" });
  impolite.peer.begin();
  await settle();
  expectCall(impolite, polite);
  const before = [...impolite.told];
  void impolite.peer.onDescription("answer", "v=0\nlate");
  void impolite.peer.onCandidate({ candidate: "candidate:9 ice:pc0/0;" });
  await settle();
  expect(impolite.told).toEqual(before);
});

it("tells no more candidates than the server takes", async () => {
  ether.candidates = 100;
  const [impolite] = pair();
  impolite.peer.begin();
  await settle();
  expect(impolite.told.filter(({ type }) => type === "candidate")).toHaveLength(64);
});

it("changes devices without negotiating, and sends nothing where there is nothing", async () => {
  const [impolite, polite] = pair(() => ({ audio, video: null }));
  impolite.peer.begin();
  await settle();
  expect(polite.pc.transceivers.map(({ sender }) => sender.track)).toEqual([audio, null]);
  const words = impolite.descriptions.length;
  impolite.peer.replace("video", video);
  await settle();
  expect(impolite.pc.transceivers.map(({ sender }) => sender.track)).toEqual([audio, video]);
  expect(impolite.descriptions).toHaveLength(words);
});

it("is silent once closed", async () => {
  const [impolite, polite] = pair();
  impolite.peer.begin();
  impolite.peer.close();
  await settle();
  expect(impolite.told).toEqual([]);
  expect(polite.told).toEqual([]);
});

const theirs = { room: "r", negotiation: 1, polite: true, start: "theirs", n: null, ice } as const;
const mine = { ...theirs, polite: false, start: "mine", n: 2, offer: null } as const;

it("keeps the older prepared offer until the server has the newer, and one after that", async () => {
  const prepared: unknown[] = [];
  const calls = new Calls(
    tracks,
    (event) => prepared.push(event),
    () => undefined,
  );
  calls.prepare(1, ice);
  await settle();
  calls.prepare(2, ice);
  await settle();
  expect(prepared).toEqual([
    { type: "prepared", n: 1, sdp: expect.any(String) },
    { type: "prepared", n: 2, sdp: expect.any(String) },
  ]);
  expect(ether.pcs.size).toBe(2);
  calls.keepPrepared(2);
  expect(ether.pcs.size).toBe(1);
  const newer = [{ urls: ["turn:turn.example.org"], username: "2:b", credential: "c" }];
  calls.call({ ...mine, ice: { ...ice, iceServers: newer } });
  expect(ether.pcs.size).toBe(1);
  const [pc] = ether.pcs.values();
  expect(pc?.signalingState).toBe("have-local-offer");
  // what the deposit was made with may be over at the first restart
  expect(pc?.configuration.iceServers).toEqual(newer);
  calls.hangUp();
  expect(ether.pcs.size).toBe(0);
});

it("drops what it prepared when the call starts from the partner's offer", async () => {
  const waiter = new End();
  const deposit = waiter.peer.prepare();
  await settle();
  const told: { type: string }[] = [];
  const shown = vi.fn<(shown: Shown | null) => void>();
  const calls = new Calls(tracks, (event) => told.push(event), shown);
  calls.prepare(1, ice);
  calls.call({ ...theirs, offer: await deposit });
  await settle();
  expect(ether.pcs.size).toBe(2);
  expect(told.filter(({ type }) => type === "prepared")).toEqual([]);
  expect(told).toContainEqual(expect.objectContaining({ type: "description", kind: "answer" }));
  expect(shown).toHaveBeenLastCalledWith({ room: "r", negotiation: 1, stream: expect.any(MediaStream) });
  calls.hangUp();
  expect(shown).toHaveBeenLastCalledWith(null);
});
