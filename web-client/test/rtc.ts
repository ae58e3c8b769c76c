// A small RTCPeerConnection: the signalling states, the operations chain, transceivers, negotiationneeded, rollback and
// ICE generations as WebRTC 1.0 (§4.4–4.7) has them, without media. Its "SDP" is lines that only it reads.

import { vi } from "vitest";

type Direction = "sendrecv" | "sendonly" | "recvonly" | "inactive";
type Kind = "audio" | "video";

interface Section {
  readonly mid: string;
  readonly kind: Kind;
  readonly direction: Direction;
}

interface Description {
  readonly type: "offer" | "answer";
  readonly sdp: string;
}

export class Transceiver {
  mid: string | null = null;
  direction: Direction;
  /// Mine, as the last description of mine had it.
  said: Direction | null = null;
  offered: Direction | null = null;
  readonly receiver: { readonly track: { readonly kind: Kind } };
  readonly setCodecPreferences = (): void => undefined;
  readonly sender: {
    track: unknown;
    replaceTrack: (track: unknown) => Promise<void>;
    getParameters: () => { encodings: object[] };
    setParameters: (parameters: object, options: { encodingOptions: object[] }) => Promise<void>;
  };
  /// All that was ever put in to be sent, the first first.
  readonly sent: unknown[];
  /// Cannot be sent without negotiating anew.
  unfit: unknown = undefined;
  /// How often a whole picture was asked of the encoder.
  whole = 0;

  constructor(kind: Kind, direction: Direction, track: unknown) {
    this.direction = direction;
    this.receiver = { track: { kind } };
    this.sent = [track];
    const sender = {
      track,
      replaceTrack: async (next: unknown): Promise<void> => {
        if (next === this.unfit) throw new DOMException("", "InvalidModificationError");
        sender.track = next;
        this.sent.push(next);
      },
      getParameters: () => ({ encodings: [{}] }),
      setParameters: async (_: object, options: { encodingOptions: object[] }): Promise<void> => {
        this.whole += options.encodingOptions.length;
      },
    };
    this.sender = sender;
  }
}

function both(mine: Direction, theirs: Direction): Direction {
  const send = mine.startsWith("send") && theirs.includes("recv");
  const receive = mine.includes("recv") && theirs.startsWith("send");
  if (send && receive) return "sendrecv";
  if (send) return "sendonly";
  return receive ? "recvonly" : "inactive";
}

/// The ether: who is reachable, and how long things take.
export class Ether {
  readonly pcs = new Map<string, PeerConnection>();
  cut = false;
  /// Milliseconds an operation takes; the test's chance.
  pace: () => number = () => 0;
  /// Milliseconds until candidates are found.
  gathering = 0;
  candidates = 1;

  wait(ms = this.pace()): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, ms));
  }

  /// Connects whoever has understood each other.
  look(): void {
    for (const pc of this.pcs.values()) pc.connect();
  }

  /// Puts it where browsers have it.
  install(): void {
    const make = (configuration: RTCConfiguration): PeerConnection => new PeerConnection(this, configuration);
    vi.stubGlobal("RTCPeerConnection", function RTCPeerConnection(configuration: RTCConfiguration) {
      return make(configuration);
    });
    vi.stubGlobal("RTCRtpReceiver", { getCapabilities: () => ({ codecs: [{ mimeType: "video/VP8" }] }) });
  }
}

let ids = 0;

export class PeerConnection extends EventTarget {
  signalingState: RTCSignalingState = "stable";
  connectionState: RTCPeerConnectionState = "new";
  iceGatheringState: RTCIceGatheringState = "new";
  configuration: RTCConfiguration;
  readonly id = `pc${++ids}`;
  readonly transceivers: Transceiver[] = [];
  readonly heard: string[] = [];
  /// Descriptions that did not fit the state: perfect negotiation makes none.
  readonly faults: string[] = [];
  /// Offers taken back.
  rollbacks = 0;
  #local: { current: Description | null; pending: Description | null } = { current: null, pending: null };
  #remote: { current: Description | null; pending: Description | null } = { current: null, pending: null };
  #operations = 0;
  #chain: Promise<unknown> = Promise.resolve();
  #updateWhenEmpty = false;
  #needed = false;
  #restart = false;
  #ufrag = 1;
  #mids = 0;
  #packets = 0;
  readonly #ether: Ether;

  constructor(ether: Ether, configuration: RTCConfiguration) {
    super();
    this.configuration = configuration;
    this.#ether = ether;
    ether.pcs.set(this.id, this);
  }

  get localDescription(): Description | null {
    return this.#local.pending ?? this.#local.current;
  }

  get currentLocalDescription(): Description | null {
    return this.#local.current;
  }

  get remoteDescription(): Description | null {
    return this.#remote.pending ?? this.#remote.current;
  }

  getTransceivers(): readonly Transceiver[] {
    return this.transceivers;
  }

  addTransceiver(what: Kind | { kind: Kind }, { direction }: { direction: Direction }): Transceiver {
    const kind = typeof what === "string" ? what : what.kind;
    const added = new Transceiver(kind, direction, typeof what === "string" ? null : what);
    this.transceivers.push(added);
    this.#update();
    return added;
  }

  restartIce(): void {
    this.#restart = true;
    this.#update();
  }

  setLocalDescription(): Promise<void> {
    return this.#chained(async () => {
      const type = this.signalingState === "have-remote-offer" ? "answer" : "offer";
      await this.#ether.wait();
      if (type === "offer" && this.#restart) this.#ufrag += 1;
      this.#restart = type === "offer" ? false : this.#restart;
      const description = { type, sdp: this.#write(type) } as const;
      if (type === "offer") {
        this.#local.pending = description;
        this.signalingState = "have-local-offer";
      } else this.#agree({ local: description, remote: this.#remote.pending });
      void this.#gather();
    });
  }

  setRemoteDescription(description: Description): Promise<void> {
    return this.#chained(async () => {
      await this.#ether.wait();
      if (!description.sdp.startsWith("v=0\n")) throw new DOMException("not SDP", "InvalidAccessError");
      if (description.type === "answer") {
        if (this.signalingState !== "have-local-offer") {
          this.faults.push(`answer while ${this.signalingState}`);
          throw new DOMException("no offer", "InvalidStateError");
        }
        this.#read(description);
        this.#agree({ local: this.#local.pending, remote: description });
        return;
      }
      // An offer while mine is out takes mine back.
      if (this.signalingState === "have-local-offer") this.#rollback();
      this.#remote.pending = description;
      this.signalingState = "have-remote-offer";
      this.#read(description);
    });
  }

  addIceCandidate({ candidate }: { candidate: string }): Promise<void> {
    return this.#chained(async () => {
      if (this.remoteDescription === null) throw new DOMException("no description", "InvalidStateError");
      if (!this.remoteDescription.sdp.includes(candidate.split(" ")[1] ?? "?")) {
        throw new DOMException("of another generation", "OperationError");
      }
      this.heard.push(candidate);
      this.#ether.look();
    });
  }

  setConfiguration(configuration: RTCConfiguration): void {
    if (this.signalingState === "closed") throw new DOMException("closed", "InvalidStateError");
    this.configuration = configuration;
  }

  /// Packets come while there is a way for them.
  async getStats(): Promise<Map<string, { id: string; type: string; packetsReceived: number }>> {
    if (this.connectionState === "connected" && !this.#ether.cut) this.#packets += 1;
    return new Map([["T", { id: "T", type: "transport", packetsReceived: this.#packets }]]);
  }

  close(): void {
    this.signalingState = "closed";
    this.connectionState = "closed";
    this.#ether.pcs.delete(this.id);
  }

  connect(): void {
    const peer = [...this.#ether.pcs.values()].find((other) => this.knows(other) && other.knows(this));
    const reachable = peer !== undefined && !this.#ether.cut;
    if (reachable) this.to("connected");
  }

  to(state: RTCPeerConnectionState): void {
    if (this.connectionState === state || this.connectionState === "closed") return;
    this.connectionState = state;
    this.dispatchEvent(new Event("connectionstatechange"));
  }

  /// Whether this side has agreed to the other's present ICE generation, and has a way to it.
  /// Whether this side has agreed to the present ICE generation of the other, and has a way to it.
  knows(other: PeerConnection): boolean {
    const agreed = this.#remote.current?.sdp ?? "";
    const heard = this.heard.some((candidate) => candidate.includes(other.#mark)) || agreed.includes("a=candidate");
    return this.signalingState === "stable" && agreed.includes(`ice:${other.#mark};`) && heard;
  }

  get #mark(): string {
    return `${this.id}/${this.#ufrag}`;
  }

  async #gather(): Promise<void> {
    const mark = this.#mark;
    this.iceGatheringState = "gathering";
    await this.#ether.wait(this.#ether.gathering);
    for (let n = 0; n < this.#ether.candidates; n += 1) this.#found(`candidate:${n} ice:${mark};`);
    this.#found(null);
    this.iceGatheringState = "complete";
    this.dispatchEvent(new Event("icegatheringstatechange"));
  }

  #found(candidate: string | null): void {
    if (this.signalingState === "closed") return;
    const { pending } = this.#local;
    if (pending && candidate) this.#local.pending = { ...pending, sdp: `${pending.sdp}a=${candidate}\n` };
    const told = candidate === null ? null : { candidate, toJSON: () => ({ candidate, sdpMid: "0" }) };
    this.dispatchEvent(Object.assign(new Event("icecandidate"), { candidate: told }));
  }

  #write(type: "offer" | "answer"): string {
    const used = type === "offer" ? this.transceivers : this.transceivers.filter(({ offered }) => offered !== null);
    const sections = used.map((each) => {
      each.mid ??= `${this.id}-${this.#mids++}`;
      each.said = type === "offer" ? each.direction : both(each.direction, each.offered ?? "inactive");
      return `m=${each.receiver.track.kind} ${each.mid} ${each.said}\n`;
    });
    return `v=0\nice:${this.#mark};\n${sections.join("")}`;
  }

  /// An offer's new sections are paired with nothing that `addTransceiver` made (RFC 9429 §5.10).
  #read({ type, sdp }: Description): void {
    for (const { mid, kind, direction } of sectionsOf(sdp)) {
      const known = this.transceivers.find((each) => each.mid === mid);
      if (known) known.offered = type === "offer" ? direction : null;
      else {
        const added = new Transceiver(kind, "recvonly", null);
        this.transceivers.push(Object.assign(added, { mid, offered: direction }));
        this.dispatchEvent(Object.assign(new Event("track"), { track: { kind } }));
      }
    }
  }

  #rollback(): void {
    this.rollbacks += 1;
    const agreed = new Set(sectionsOf(this.#local.current?.sdp ?? "").map(({ mid }) => mid));
    for (const each of this.transceivers) if (!agreed.has(each.mid ?? "")) each.mid = null;
    if (this.#ufrag > 1) this.#restart = true;
    this.#local.pending = null;
    this.signalingState = "stable";
  }

  #agree({ local, remote }: { local: Description | null; remote: Description | null }): void {
    this.#local = { current: local, pending: null };
    this.#remote = { current: remote, pending: null };
    this.signalingState = "stable";
    for (const each of this.transceivers) each.offered = null;
    this.#needed = false;
    this.#update();
    this.#ether.look();
  }

  #chained(operation: () => Promise<void>): Promise<void> {
    this.#operations += 1;
    const done = this.#chain.then(() => {
      if (this.signalingState === "closed") throw new DOMException("closed", "InvalidStateError");
      return operation();
    });
    this.#chain = done
      .catch(() => undefined)
      .then(() => {
        this.#operations -= 1;
        const due = this.#operations === 0 && this.#updateWhenEmpty;
        if (due) this.#updateWhenEmpty = false;
        return due ? this.#update() : undefined;
      });
    return done;
  }

  #update(): void {
    if (this.#operations > 0) {
      this.#updateWhenEmpty = true;
      return;
    }
    setTimeout(() => {
      if (this.signalingState !== "stable") return;
      if (this.#operations > 0) this.#updateWhenEmpty = true;
      else if (!this.#isNeeded()) this.#needed = false;
      else if (!this.#needed) {
        this.#needed = true;
        this.dispatchEvent(new Event("negotiationneeded"));
      }
    }, 0);
  }

  #isNeeded(): boolean {
    return this.#restart || this.transceivers.some(({ mid, said }) => mid === null || said === null);
  }
}

function sectionsOf(sdp: string): Section[] {
  return [...sdp.matchAll(/^m=(\w+) (\S+) (\w+)$/gm)].map(([, kind = "", mid = "", direction = ""]) => ({
    kind: kind as Kind,
    mid,
    direction: direction as Direction,
  }));
}
