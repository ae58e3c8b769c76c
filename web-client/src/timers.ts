// Named timers: each runs once at most, and starts anew when set again.

import type { TimerName } from "./effect";
import type { Event } from "./event";

export class Timers {
  readonly #running = new Map<TimerName, ReturnType<typeof setTimeout>>();
  readonly #dispatch: (event: Event) => void;

  constructor(dispatch: (event: Event) => void) {
    this.#dispatch = dispatch;
  }

  set(name: TimerName, ms: number): void {
    this.cancel(name);
    const fire = (): void => {
      this.#running.delete(name);
      this.#dispatch({ type: "timer", name });
    };
    this.#running.set(name, setTimeout(fire, ms));
  }

  cancel(name: TimerName): void {
    clearTimeout(this.#running.get(name));
    this.#running.delete(name);
  }
}
