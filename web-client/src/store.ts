// One State, one queue: events are taken one after the other, also those that come while effects are being done.

import { signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import type { Effect } from "./effect";
import type { Event, State } from "./state";
import { step } from "./step";

export interface Store {
  readonly state: ReadonlySignal<State>;
  readonly dispatch: (event: Event) => void;
}

/// `changed` is told of every new state before the effects are done: what has to be remembered is then safe.
export function makeStore(
  first: State,
  perform: (effect: Effect) => void,
  changed: (before: State | null, state: State) => void,
): Store {
  const state = signal(first);
  const events: Event[] = [];
  changed(null, first);
  const take = (event: Event): void => {
    const before = state.value;
    const [now, effects] = step(before, event);
    if (now !== before) {
      changed(before, now);
      state.value = now;
    }
    for (const effect of effects) perform(effect);
  };
  const dispatch = (event: Event): void => {
    if (events.push(event) > 1) return;
    for (let next = events[0]; next !== undefined; next = events[0]) {
      try {
        take(next);
      } finally {
        events.shift();
      }
    }
  };
  return { state, dispatch };
}
