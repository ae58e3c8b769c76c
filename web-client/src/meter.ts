// How loud my microphone is, for as long as somebody looks.

import { signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";

/// Often enough to follow a voice, seldom enough not to be felt.
const PERIOD = 100;
/// Speech is some -40 to -10 dB: a straight scale would hardly move.
const QUIET = -60;

export class Meter {
  readonly level: ReadonlySignal<number>;
  #track: MediaStreamTrack | null = null;
  #watched = false;
  #stop: () => void = () => undefined;
  readonly #level = signal(0, {
    watched: () => this.#watch(true),
    unwatched: () => this.#watch(false),
  });

  constructor() {
    this.level = this.#level;
  }

  listen(track: MediaStreamTrack | null): void {
    this.#track = track;
    this.#start();
  }

  #watch(watched: boolean): void {
    this.#watched = watched;
    this.#start();
  }

  #start(): void {
    this.#stop();
    this.#stop = () => undefined;
    if (this.#track === null || !this.#watched) return;
    const context = new AudioContext();
    const analyser = new AnalyserNode(context, { fftSize: 1024 });
    context.createMediaStreamSource(new MediaStream([this.#track])).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      this.#level.value = loudness(samples);
    }, PERIOD);
    this.#stop = () => {
      clearInterval(timer);
      void context.close();
      this.#level.value = 0;
    };
  }
}

/// 0 for silence, 1 for full scale, along decibels.
export function loudness(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  const decibels = 10 * Math.log10(power);
  return Math.min(1, Math.max(0, 1 - decibels / QUIET));
}
