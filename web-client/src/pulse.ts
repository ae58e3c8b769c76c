// Whether anything still comes from the partner. When a path dies, browsers take six seconds to say so, and up to
// twelve to try another one.

/// Pictures, sound, or at least what the two ends report to each other: something comes each second, unless both have
/// switched off everything. Then silence is found once, and does no harm.
const BEAT = 1_000;
const BEATS = 2;

export interface Listener {
  beat(stats: RTCStatsReport): void;
  silence(): void;
  /// Something comes again.
  sound(): void;
}

export class Pulse {
  #heard = 0;
  #missed = 0;
  #timer: ReturnType<typeof setInterval> | undefined;
  readonly #pc: RTCPeerConnection;
  readonly #listener: Listener;

  constructor(pc: RTCPeerConnection, listener: Listener) {
    this.#pc = pc;
    this.#listener = listener;
  }

  get silent(): boolean {
    return this.#missed >= BEATS;
  }

  start(): void {
    this.#timer ??= setInterval(() => void this.#listen(), BEAT);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async #listen(): Promise<void> {
    const stats = await this.#pc.getStats();
    this.#listener.beat(stats);
    const before = this.silent;
    const heard = received(stats);
    this.#missed = heard === this.#heard ? this.#missed + 1 : 0;
    this.#heard = heard;
    if (this.silent && !before) this.#listener.silence();
    if (before && !this.silent) this.#listener.sound();
  }
}

/// Packets, over all transports that there have been.
function received(stats: RTCStatsReport): number {
  let packets = 0;
  stats.forEach((one) => {
    if (one.type === "transport") packets += one.packetsReceived;
  });
  return packets;
}
