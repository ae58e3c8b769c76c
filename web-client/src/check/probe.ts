// One address of a relay, tried by a call of this page with itself: both ends may use nothing but the relay.

import type { Address } from "./servers";

/// What came of it. Nothing of it leaves the page.
export interface Seen {
  /// The relayed addresses that were given.
  readonly relayed: readonly string[];
  /// What the browser says about those that were not (W3C WebRTC, RTCPeerConnectionIceErrorEvent).
  readonly refusals: readonly Refusal[];
  /// How long each message that came back took, in milliseconds; null if the two ends never met.
  readonly rounds: readonly number[] | null;
}

export interface Refusal {
  readonly code: number;
  readonly text: string;
}

export const ROUNDS = 20;

/// Chromium gives up an address that is silent after 9.5 s.
const GATHERING = 12_000;
const MEETING = 8_000;
const RETURNING = 1_000;

type Make = (configuration: RTCConfiguration) => RTCPeerConnection;

export async function probe(
  address: Address,
  make: Make = (configuration) => new RTCPeerConnection(configuration),
): Promise<Seen> {
  const configuration: RTCConfiguration = {
    iceServers: [{ urls: address.url, username: address.username, credential: address.credential }],
    iceTransportPolicy: "relay",
  };
  const near = make(configuration);
  const far = make(configuration);
  try {
    const relayed = new Set<string>();
    const refusals = new Map<number, Refusal>();
    near.addEventListener("icecandidate", ({ candidate }) => {
      const at = candidate?.type === "relay" ? relayedAddress(candidate) : null;
      if (at !== null) relayed.add(at);
    });
    near.addEventListener("icecandidateerror", ({ errorCode, errorText }) =>
      refusals.set(errorCode, { code: errorCode, text: errorText }),
    );
    // No message is sent twice: what is lost is lost, as in a call.
    const channel = near.createDataChannel("check", { ordered: false, maxRetransmits: 0 });
    far.addEventListener("datachannel", ({ channel: other }) =>
      other.addEventListener("message", ({ data }) => other.send(data)),
    );
    await near.setLocalDescription();
    await gathered(near);
    const rounds = relayed.size > 0 && (await meet(near, far, channel)) ? await returns(channel) : null;
    return { relayed: [...relayed], refusals: [...refusals.values()], rounds };
  } finally {
    near.close();
    far.close();
  }
}

function relayedAddress({ address, port }: RTCIceCandidate): string | null {
  if (address === null) return null;
  return `${address.includes(":") ? `[${address}]` : address}:${port}`;
}

/// Complete descriptions both ways; whether the channel opens.
async function meet(near: RTCPeerConnection, far: RTCPeerConnection, channel: RTCDataChannel): Promise<boolean> {
  if (near.localDescription === null) return false;
  await far.setRemoteDescription(near.localDescription);
  await far.setLocalDescription();
  await gathered(far);
  if (far.localDescription === null) return false;
  await near.setRemoteDescription(far.localDescription);
  return happens(channel, "open", () => channel.readyState === "open", MEETING);
}

function gathered(peer: RTCPeerConnection): Promise<boolean> {
  return happens(peer, "icegatheringstatechange", () => peer.iceGatheringState === "complete", GATHERING);
}

/// One message after the other, there and back.
async function returns(channel: RTCDataChannel): Promise<number[]> {
  const took: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    let back = false;
    const listen = ({ data }: MessageEvent) => {
      if (data === String(round)) back = true;
    };
    channel.addEventListener("message", listen);
    const sent = performance.now();
    channel.send(String(round));
    // eslint-disable-next-line no-await-in-loop -- one after the other is what is measured
    if (await happens(channel, "message", () => back, RETURNING)) took.push(performance.now() - sent);
    channel.removeEventListener("message", listen);
  }
  return took;
}

/// Waits until it is so, as looked at whenever the event comes; for so many milliseconds at most.
function happens(on: EventTarget, event: string, isSo: () => boolean, longest: number): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (so: boolean) => {
      clearTimeout(timer);
      on.removeEventListener(event, look);
      resolve(so);
    };
    const look = () => {
      if (isSo()) end(true);
    };
    const timer = setTimeout(() => end(false), longest);
    on.addEventListener(event, look);
    look();
  });
}
