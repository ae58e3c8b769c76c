// The peer connections of this page: the one of the call, and while waiting the one whose offer is deposited (and its
// predecessor, until the server has the new one).

import type { CallSetup, Ice } from "./effect";
import type { Event, Of } from "./event";
import { Peer } from "./peer";
import type { Kind, Tracks } from "./peer";
import type { IceServer, ServerAnswer, ServerCandidate, ServerOffer } from "./protocol.generated";

/// The partner's media, and whose they are.
export interface Shown extends Of {
  readonly stream: MediaStream;
}

export class Calls {
  #call: Peer | null = null;
  readonly #prepared = new Map<number, Peer>();
  readonly #tracks: () => Tracks;
  readonly #dispatch: (event: Event) => void;
  readonly #show: (shown: Shown | null) => void;

  constructor(tracks: () => Tracks, dispatch: (event: Event) => void, show: (shown: Shown | null) => void) {
    this.#tracks = tracks;
    this.#dispatch = dispatch;
    this.#show = show;
  }

  prepare(n: number, ice: Ice): void {
    this.keepPrepared(n - 1);
    const peer = this.#make(ice);
    this.#prepared.set(n, peer);
    peer
      .prepare()
      // Closed meanwhile: then nobody waits for it.
      .then((sdp) => this.#prepared.get(n) === peer && this.#dispatch({ type: "prepared", n, sdp }))
      .catch(() => undefined);
  }

  keepPrepared(n: number): void {
    for (const [older, peer] of this.#prepared) if (older < n) this.#drop(older, peer);
  }

  dropPrepared(): void {
    for (const [n, peer] of this.#prepared) this.#drop(n, peer);
  }

  call(setup: CallSetup): void {
    const { room, negotiation, polite, start, n, offer, ice } = setup;
    this.hangUp();
    const deposited = start === "mine" && n !== null ? this.#prepared.get(n) : undefined;
    if (n !== null && deposited) this.#prepared.delete(n);
    this.dropPrepared();
    const peer = deposited ?? this.#make(ice);
    // What it was made with may be over at the next restart.
    deposited?.serve(ice.iceServers);
    this.#call = peer;
    peer.seat({ room, negotiation }, polite);
    this.#show({ room, negotiation, stream: peer.remote });
    if (start === "theirs" && offer !== null) void peer.onDescription("offer", offer);
    else if (!deposited && !polite) peer.begin();
  }

  signal(message: ServerOffer | ServerAnswer | ServerCandidate): void {
    if (message.type !== "candidate") {
      void this.#call?.onDescription(message.type, message.sdp);
      return;
    }
    const { candidate, sdpMid = null, sdpMLineIndex = null, usernameFragment = null } = message;
    this.#call?.onCandidate({ candidate, sdpMid, sdpMLineIndex, usernameFragment });
  }

  resume(): void {
    this.#call?.resume();
  }

  restartIce(): void {
    this.#call?.restart();
  }

  serve(iceServers: readonly IceServer[]): void {
    this.#call?.serve(iceServers);
  }

  hangUp(): void {
    this.#call?.close();
    this.#call = null;
    this.#show(null);
  }

  replace(kind: Kind, track: MediaStreamTrack | null): void {
    this.#call?.replace(kind, track);
    for (const peer of this.#prepared.values()) peer.replace(kind, track);
  }

  #make(ice: Ice): Peer {
    return new Peer(ice, this.#tracks, this.#dispatch);
  }

  #drop(n: number, peer: Peer): void {
    this.#prepared.delete(n);
    peer.close();
  }
}
