import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { probe, ROUNDS } from "../../src/check/probe";

const ADDRESS = { url: "turn:turn.example.org:3478", username: "u", credential: "c" };

/// How the relay between the two ends behaves.
interface Relay {
  readonly candidates: readonly object[];
  readonly errors: readonly { readonly errorCode: number; readonly errorText: string }[];
  readonly finishes: boolean;
  readonly meets: boolean;
  /// Which messages come back.
  readonly passes: (message: number) => boolean;
}

const WELL: Relay = {
  candidates: [{ type: "relay", address: "203.0.113.7", port: 50_000 }],
  errors: [],
  finishes: true,
  meets: true,
  passes: () => true,
};

function happen(on: EventTarget, type: string, more: object = {}): void {
  on.dispatchEvent(Object.assign(new Event(type), more));
}

/// One end of a channel.
class Channel extends EventTarget {
  readyState = "connecting";
  other: Channel | null = null;
  passes: Relay["passes"] = () => true;

  open(): void {
    this.readyState = "open";
    happen(this, "open");
  }

  send(data: string): void {
    if (this.passes(Number(data))) queueMicrotask(() => this.other && happen(this.other, "message", { data }));
  }
}

/// Two of them, as far as the probe uses them.
function wire(relay: Relay) {
  const ends: End[] = [];
  class End extends EventTarget {
    readonly configuration: RTCConfiguration;
    closed = false;
    iceGatheringState = "new";
    localDescription: object | null = null;
    readonly channel = new Channel();

    constructor(configuration: RTCConfiguration) {
      super();
      this.configuration = configuration;
      ends.push(this);
    }

    createDataChannel(): Channel {
      return this.channel;
    }

    async setLocalDescription(): Promise<void> {
      this.localDescription = {};
      this.iceGatheringState = "gathering";
      queueMicrotask(() => {
        for (const candidate of relay.candidates) happen(this, "icecandidate", { candidate });
        for (const error of relay.errors) happen(this, "icecandidateerror", error);
        if (!relay.finishes) return;
        happen(this, "icecandidate", { candidate: null });
        this.iceGatheringState = "complete";
        happen(this, "icegatheringstatechange");
      });
    }

    async setRemoteDescription(): Promise<void> {
      const [near, far] = ends;
      if (this !== near || far === undefined || !relay.meets) return;
      const there = new Channel();
      there.other = near.channel;
      near.channel.other = there;
      near.channel.passes = relay.passes;
      happen(far, "datachannel", { channel: there });
      queueMicrotask(() => near.channel.open());
    }

    close(): void {
      this.closed = true;
    }
  }
  const make = (configuration: RTCConfiguration) => new End(configuration) as unknown as RTCPeerConnection;
  return { ends, make };
}

async function tried(relay: Partial<Relay>) {
  const { ends, make } = wire({ ...WELL, ...relay });
  const seen = probe(ADDRESS, make);
  await vi.runAllTimersAsync();
  return { ends, seen: await seen };
}

describe("an address is tried", () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
  afterEach(() => vi.useRealTimers());

  it("by two ends that may use nothing but the relay, and are closed afterwards", async () => {
    const { ends, seen } = await tried({});
    expect(ends).toHaveLength(2);
    for (const { configuration, closed } of ends) {
      expect(configuration).toEqual({
        iceServers: [{ urls: ADDRESS.url, username: "u", credential: "c" }],
        iceTransportPolicy: "relay",
      });
      expect(closed).toBe(true);
    }
    expect(seen.relayed).toEqual(["203.0.113.7:50000"]);
    expect(seen.rounds).toHaveLength(ROUNDS);
  });

  it("and a refusal is told by its number, once", async () => {
    const error = { errorCode: 401, errorText: "Unauthorized" };
    const { seen, ends } = await tried({ candidates: [], errors: [error, error] });
    expect(seen).toEqual({ relayed: [], refusals: [{ code: 401, text: "Unauthorized" }], rounds: null });
    expect(ends.every(({ closed }) => closed)).toBe(true);
  });

  it("and silence ends by itself", async () => {
    const { seen } = await tried({ candidates: [], finishes: false });
    expect(seen).toEqual({ relayed: [], refusals: [], rounds: null });
  });

  it("and two who never meet are told from two who lose messages", async () => {
    expect((await tried({ meets: false })).seen.rounds).toBeNull();
    expect((await tried({ passes: (message) => message % 2 === 0 })).seen.rounds).toHaveLength(ROUNDS / 2);
    expect((await tried({ passes: () => false })).seen.rounds).toEqual([]);
  });

  it("and IPv6 is written in brackets, and no address but a relayed one counts", async () => {
    const { seen } = await tried({
      candidates: [
        { type: "host", address: "192.168.1.2", port: 1 },
        { type: "relay", address: "2001:db8::7", port: 50_001 },
        { type: "relay", address: null, port: null },
      ],
    });
    expect(seen.relayed).toEqual(["[2001:db8::7]:50001"]);
  });
});
