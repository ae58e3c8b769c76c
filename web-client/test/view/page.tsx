// The whole page on a state, with the real rules behind it and nothing behind those: what a visitor sees and presses.

import { render } from "preact";
import { signal } from "@preact/signals";
import { afterEach, expect, vi } from "vitest";
import type { Effect } from "../../src/effect";
import type { ClientMessage } from "../../src/protocol.generated";
import type { Event, State } from "../../src/state";
import { makeStore } from "../../src/store";
import { App } from "../../src/view/app";
import { fetchLater } from "../../src/view/later";

// As they are a second after the page opened.
await fetchLater();

let root: HTMLElement | null = null;

afterEach(() => {
  if (root === null) return;
  render(null, root);
  root.remove();
  root = null;
});

export function show(state: State) {
  const effects: Effect[] = [];
  const dispatched: Event[] = [];
  const store = makeStore(
    state,
    (effect) => effects.push(effect),
    () => undefined,
  );
  const dispatch = (event: Event): void => {
    dispatched.push(event);
    store.dispatch(event);
  };
  const [ownVideo, remoteVideo] = [vi.fn<Show>(), vi.fn<Show>()];
  root = document.createElement("div");
  document.body.append(root);
  render(
    <App
      state={store.state}
      dispatch={dispatch}
      level={signal(0)}
      ownVideo={ownVideo as Show}
      remoteVideo={remoteVideo as Show}
    />,
    root,
  );
  return {
    state: store.state,
    dispatched,
    ownVideo,
    remoteVideo,
    /// Something happens that is not the visitor's doing.
    async happens(...events: Event[]): Promise<void> {
      for (const event of events) store.dispatch(event);
      await drawn();
    },
    said: (): ClientMessage[] => effects.flatMap((effect) => (effect.do === "send" ? [effect.message] : [])),
  };
}

type Show = (element: HTMLVideoElement | null) => void;

/// Preact draws in its own time.
export async function drawn(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await new Promise((resolve) => setTimeout(resolve, 0));
}

export function all(id: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`[data-testid="${id}"]`)];
}

export function the<E extends HTMLElement = HTMLElement>(id: string): E {
  const found = all(id);
  if (found.length !== 1) expect.fail(`${found.length} elements are called ${id}`);
  return found[0] as E;
}

export async function press(id: string): Promise<void> {
  the(id).click();
  await drawn();
}

export async function write(id: string, text: string): Promise<void> {
  const field = the<HTMLInputElement | HTMLTextAreaElement>(id);
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  await drawn();
}

export async function key(target: EventTarget, name: string, more: KeyboardEventInit = {}): Promise<void> {
  await drawn();
  target.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true, ...more }));
  await drawn();
}
