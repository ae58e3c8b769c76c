// @vitest-environment node
// Long random walks from every phase: whatever happens in whatever order, the invariants hold.

import { expect, it } from "vitest";
import type { State } from "../src/state";
import { events } from "./events";
import * as given from "./given";
import { checkedStep } from "./invariants";

const STEPS = 600;

/// mulberry32: small, seeded, good enough to wander.
function chances(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

// What forbids to come back would end most walks early; it has its rows in the table.
const roads = events
  .filter(([name]) => !/^socket-closed 400[1346]|evicted|forget/.test(name))
  .map(([, event]) => event);
const { landing, preview, inLine, inVideoLine, textRoom, connecting, connected, reconnecting, left, refused, away } =
  given;
const starts: Readonly<Record<string, () => State>> = {
  landing,
  preview,
  inLine,
  inVideoLine,
  textRoom,
  connecting,
  connected,
  reconnecting,
  left,
  refused,
  away,
  sentAway: given.sentAway,
  replaced: given.replaced,
};

it.each(Object.entries(starts))("walks from %s", (_, start) => {
  const chance = chances(7);
  const phases = new Set<string>();
  let state = start();
  for (let n = 0; n < STEPS; n += 1) {
    const event = roads[Math.floor(chance() * roads.length)];
    if (event) state = checkedStep(state, event);
    phases.add(state.phase);
  }
  expect(phases.size).toBeGreaterThan(1);
});
