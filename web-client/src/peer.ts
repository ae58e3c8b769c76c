// One peer connection: perfect negotiation as in the W3C's example (WebRTC §10.7), begun in one of three ways.
//
// mine    the offer was made and deposited while waiting; now its answer comes
// theirs  the partner's deposited offer came with the match; answer it
// none    the impolite side offers first; the polite side adds nothing before it, since transceivers of its own would
//         not be paired with the offer's, and the call would get four sections instead of two
//
// Glare remains possible later, at ICE restarts, and is settled by politeness: by then that of whoever offered first.

import type { Ice } from "./effect";
import { preferCodecs } from "./codecs";
import type { Of, Peer as PeerEvent } from "./event";
import { bounds } from "./protocol.generated";
import type { IceServer } from "./protocol.generated";
import { Pulse } from "./pulse";
import { routeOf } from "./route";
import type { Call } from "./room";

/// What I send now; null is nothing. Shared by all peer connections: the next partner gets what this one got.
export interface Tracks {
  readonly audio: MediaStreamTrack | null;
  readonly video: MediaStreamTrack | null;
}

export type Kind = keyof Tracks;
type Told = Exclude<PeerEvent, { type: "prepared" }>;

/// Candidates that take longer than this to find are sent after the match.
const GATHERING = 3_000;

export class Peer {
  /// The partner's sound and picture, as they come.
  readonly remote = new MediaStream();
  readonly #pc: RTCPeerConnection;
  #configuration: RTCConfiguration;
  readonly #pulse: Pulse;
  readonly #tracks: () => Tracks;
  readonly #dispatch: (event: Told) => void;
  #of: Of | null = null;
  #polite = false;
  #met = false;
  #route: Call["route"] = null;
  #makingOffer = false;
  #ignoreOffer = false;
  #settingAnswer = false;
  #candidatesSaid = 0;
  /// Found after the deposit and before the match.
  #late: RTCIceCandidateInit[] = [];

  constructor(ice: Ice, tracks: () => Tracks, dispatch: (event: Told) => void) {
    this.#tracks = tracks;
    this.#dispatch = dispatch;
    this.#configuration = {
      iceServers: [...ice.iceServers],
      iceTransportPolicy: ice.relayed ? "relay" : "all",
      bundlePolicy: "max-bundle",
    };
    const pc = new RTCPeerConnection(this.#configuration);
    this.#pc = pc;
    this.#pulse = new Pulse(pc, {
      beat: (stats) => this.#tellRoute(stats),
      silence: () => this.#onSilence(),
      sound: () => this.#showAtOnce(),
    });
    pc.addEventListener("negotiationneeded", () => void this.#offer());
    pc.addEventListener("icecandidate", ({ candidate }) => this.#onOwnCandidate(candidate));
    pc.addEventListener("connectionstatechange", () => this.#onConnection());
    pc.addEventListener("track", ({ track }) => this.remote.addTrack(track));
  }

  /// A complete offer, for the deposit.
  async prepare(): Promise<string> {
    this.#addMedia();
    await this.#pc.setLocalDescription();
    await this.#gathered();
    this.#late = [];
    return this.#pc.localDescription?.sdp ?? "";
  }

  /// Whose call this is; from now on it has somebody to talk to.
  seat(of: Of, polite: boolean): void {
    this.#of = of;
    this.#polite = polite;
    for (const candidate of this.#late.splice(0)) this.#tellCandidate(candidate);
  }

  /// The first offer is mine: adding media asks for it.
  begin(): void {
    this.#addMedia();
  }

  async onDescription(type: "offer" | "answer", sdp: string): Promise<void> {
    const pc = this.#pc;
    const ready = !this.#makingOffer && (pc.signalingState === "stable" || this.#settingAnswer);
    const collision = type === "offer" && !ready;
    this.#ignoreOffer = !this.#polite && collision;
    if (this.#ignoreOffer) return;
    try {
      this.#settingAnswer = type === "answer";
      await pc.setRemoteDescription({ type, sdp });
      this.#settingAnswer = false;
      if (type === "answer") return;
      this.#adoptMedia();
      await pc.setLocalDescription();
      this.#describe();
    } catch {
      // Words that make no sense, or an answer to an offer long withdrawn. If there is no call, start anew.
      this.#settingAnswer = false;
      if (pc.connectionState !== "connected") this.#tell("failed");
    }
  }

  /// A candidate for a description that was passed over, or is older than the last restart, fits nowhere: let it go.
  onCandidate(candidate: RTCIceCandidateInit): void {
    this.#pc.addIceCandidate(candidate).catch(() => undefined);
  }

  /// After a reconnection of either side: what was said last may not have arrived, and the network may be another.
  resume(): void {
    if (this.#pc.signalingState === "have-local-offer") this.#describe();
    else if (this.#pc.connectionState !== "connected" || this.#pulse.silent) this.restart();
  }

  /// Before the first description there is nothing to restart, and the polite side has to wait for it.
  restart(): void {
    if (this.#pc.localDescription !== null) this.#pc.restartIce();
  }

  /// For the next restart: the credentials of those before will be over by then.
  serve(iceServers: readonly IceServer[]): void {
    this.#configuration = { ...this.#configuration, iceServers: [...iceServers] };
    this.#pc.setConfiguration(this.#configuration);
  }

  /// Another device, or none: no renegotiation.
  replace(kind: Kind, track: MediaStreamTrack | null): void {
    for (const { sender, receiver } of this.#pc.getTransceivers()) {
      if (receiver.track.kind === kind) void put(sender, track);
    }
  }

  close(): void {
    this.#of = null;
    this.#pulse.stop();
    this.#pc.close();
  }

  async #offer(): Promise<void> {
    if (this.#of === null) return;
    try {
      this.#makingOffer = true;
      await this.#pc.setLocalDescription();
      this.#describe();
    } catch {
      this.#tell("failed");
    } finally {
      this.#makingOffer = false;
    }
  }

  #describe(): void {
    const description = this.#pc.localDescription;
    if (this.#of === null || description === null) return;
    const { type, sdp } = description;
    if (type === "offer" || type === "answer") this.#dispatch({ type: "description", ...this.#of, kind: type, sdp });
  }

  #addMedia(): void {
    const { audio, video } = this.#tracks();
    this.#pc.addTransceiver(audio ?? "audio", { direction: "sendrecv" });
    preferCodecs(this.#pc.addTransceiver(video ?? "video", { direction: "sendrecv" }));
  }

  /// The offer's sections become two-way, with what I have to send.
  #adoptMedia(): void {
    const tracks = this.#tracks();
    for (const transceiver of this.#pc.getTransceivers()) {
      const kind: Kind = transceiver.receiver.track.kind === "video" ? "video" : "audio";
      if (transceiver.direction !== "stopped") transceiver.direction = "sendrecv";
      if (kind === "video") preferCodecs(transceiver);
      void put(transceiver.sender, tracks[kind]);
    }
  }

  #onOwnCandidate(candidate: RTCIceCandidate | null): void {
    if (candidate === null || candidate.candidate === "") return;
    if (this.#of !== null) this.#tellCandidate(candidate.toJSON());
    else if (this.#late.length < bounds.candidates) this.#late.push(candidate.toJSON());
  }

  #tellCandidate(candidate: RTCIceCandidateInit): void {
    if (this.#of === null || this.#candidatesSaid >= bounds.candidates) return;
    this.#candidatesSaid += 1;
    this.#dispatch({ type: "candidate", ...this.#of, candidate });
  }

  #onConnection(): void {
    const connection = this.#pc.connectionState;
    if (connection === "connected") this.#onConnected();
    if (connection !== "closed") this.#tell(connection);
  }

  /// From now on whoever offered first gives way. To one who answered first, and takes back an offer of theirs, Chromium
  /// shows a frozen picture for ever.
  #onConnected(): void {
    if (!this.#met) this.#polite = this.#pc.currentLocalDescription?.type === "offer";
    this.#met = true;
    this.#pulse.start();
    void this.#pc.getStats().then((stats) => this.#tellRoute(stats));
  }

  /// A path can change without a word.
  #tellRoute(stats: RTCStatsReport): void {
    const route = routeOf(stats);
    if (this.#of === null || route === null || route === this.#route) return;
    this.#route = route;
    this.#dispatch({ type: "route", ...this.#of, route });
  }

  #onSilence(): void {
    if (this.#of !== null) this.#dispatch({ type: "silence", ...this.#of });
  }

  /// A whole picture: the partner's request for one went into the dead path, and is made again after nine seconds only.
  #showAtOnce(): void {
    for (const { sender, receiver } of this.#pc.getTransceivers()) {
      if (receiver.track.kind !== "video") continue;
      const parameters = sender.getParameters();
      const encodingOptions = parameters.encodings.map(() => ({ keyFrame: true }));
      sender.setParameters(parameters, { encodingOptions } as RTCSetParameterOptions).catch(() => undefined);
    }
  }

  #tell(connection: Exclude<RTCPeerConnectionState, "closed">): void {
    if (this.#of !== null) this.#dispatch({ type: "connection", ...this.#of, connection });
  }

  #gathered(): Promise<void> {
    const pc = this.#pc;
    return new Promise((resolve) => {
      const look = (): void => {
        if (pc.iceGatheringState === "complete") resolve();
      };
      pc.addEventListener("icegatheringstatechange", look);
      setTimeout(resolve, GATHERING);
      look();
    });
  }
}

/// What cannot be sent must not leave in its place what was sent before.
async function put(sender: RTCRtpSender, track: MediaStreamTrack | null): Promise<void> {
  try {
    await sender.replaceTrack(track);
  } catch {
    await sender.replaceTrack(null).catch(() => undefined);
  }
}
