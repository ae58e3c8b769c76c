// A part of the page that is loaded after the first picture of it. What is asked of it meanwhile waits, in order.

import { signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";

/// More is asked of nothing that comes within seconds; beyond it the part is taken for missing.
const WAITING = 1_000;

export class Arriving<Part> {
  /// Null until it is there.
  readonly here: ReadonlySignal<Part | null>;
  readonly #here = signal<Part | null>(null);
  readonly #load: () => Promise<Part>;
  readonly #missing: () => void;
  #asked: ((part: Part) => void)[] = [];
  #coming = false;

  /// `missing` is told of each attempt that failed (no network, or the server has a newer page); what was asked by then
  /// is forgotten, and the next one to ask makes another attempt.
  constructor(load: () => Promise<Part>, missing: () => void) {
    this.here = this.#here;
    this.#load = load;
    this.#missing = missing;
  }

  /// At once if it is there, else as soon as it is.
  ask(act: (part: Part) => void): void {
    const here = this.#here.peek();
    if (here !== null) return act(here);
    this.#asked.push(act);
    if (this.#asked.length > WAITING) this.#asked.shift();
    void this.fetch();
  }

  async fetch(): Promise<void> {
    if (this.#coming || this.#here.peek() !== null) return;
    this.#coming = true;
    try {
      const part = await this.#load();
      this.#here.value = part;
      for (const act of this.#asked.splice(0)) act(part);
    } catch {
      this.#asked = [];
      this.#missing();
    } finally {
      this.#coming = false;
    }
  }
}
