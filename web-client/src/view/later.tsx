import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { Arriving } from "../arriving";
import { words } from "./words";

/** All that was said to come later. */
const parts: { fetch: () => Promise<void> }[] = [];

/**
 * A part of the screen whose code comes after the first picture of the page. Nothing stands in its place while it is on
 * its way, which seldom anybody sees; where it does not come (no network, or a newer page on the server) that is said.
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const missing = signal(false);
  const part = new Arriving(load, () => (missing.value = true));
  parts.push(part);
  return function Later(props: P) {
    const Here = part.here.value;
    useEffect(() => void part.fetch(), []);
    if (Here !== null) return <Here {...props} />;
    return missing.value ? <Missing retry={() => void part.fetch()} /> : null;
  };
}

/** Everything, once the page has nothing better to do. What has come may have its own parts. */
export async function fetchLater(from = 0): Promise<void> {
  const known = parts.length;
  await Promise.all(parts.slice(from).map((part) => part.fetch()));
  if (parts.length > known) await fetchLater(known);
}

/** To reload is safe anywhere: a conversation goes on after it. */
function Missing({ retry }: { retry: () => void }) {
  return (
    <div class="missing card middle" data-testid="missing" role="alert">
      <p>{words.notHere}</p>
      <div class="buttons">
        <button class="button primary" type="button" data-testid="missing-retry" onClick={retry}>
          {words.retry}
        </button>
        <button class="button" type="button" onClick={() => location.reload()}>
          {words.reload}
        </button>
      </div>
    </div>
  );
}
