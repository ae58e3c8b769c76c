// The way that a call takes, as the browser's statistics tell it (W3C webrtc-stats).

import type { Call } from "./room";

interface Stat {
  readonly id: string;
  readonly type: string;
  readonly selectedCandidatePairId?: string;
  /// Firefox, which has no `transport` statistics.
  readonly selected?: boolean;
  readonly localCandidateId?: string;
  readonly remoteCandidateId?: string;
  readonly candidateType?: RTCIceCandidateType;
}

/// Relayed if either end of the pair in use is at a relay; null while there is none.
export function routeOf(stats: { values(): Iterable<unknown> }): Call["route"] {
  const all = [...stats.values()] as Stat[];
  const of = (id: string | undefined): Stat | undefined => all.find((stat) => stat.id === id);
  const chosen = all.find((stat) => stat.type === "transport" && stat.selectedCandidatePairId !== undefined);
  const pair = of(chosen?.selectedCandidatePairId) ?? all.find((stat) => stat.selected);
  const ends = [of(pair?.localCandidateId), of(pair?.remoteCandidateId)];
  if (ends.every((end) => end === undefined)) return null;
  return ends.some((end) => end?.candidateType === "relay") ? "relayed" : "direct";
}
