// @vitest-environment node
// Every phase × every event: where it leads. What a row does not name stays where it is.

import { describe, expect, it } from "vitest";
import type { Phase, State } from "../src/state";
import { events } from "./events";
import * as given from "./given";
import { checkedStep } from "./invariants";

const sentAway = {
  lane: "landing",
  "server evicted": "refused",
  "socket-closed 4001": "replaced",
  "socket-closed 4003": "refused",
  "socket-closed 4004": "refused",
  "socket-closed 4006": "refused",
  "socket-closed 4007": "refused",
} as const;

const cuts = ["1000", "1006", "1009", "1011", "1012", "1013", "4002", "4005"];
const cut = (to: Phase): Record<string, Phase> => Object.fromEntries(cuts.map((code) => [`socket-closed ${code}`, to]));

const gone: Record<string, Phase> = {
  ...sentAway,
  next: "waiting",
  block: "waiting",
  stop: "landing",
  forget: "landing",
  "report and go on": "waiting",
  "report and stop": "landing",
  "server no-room": "partner-left",
  "server partner-left left": "partner-left",
  "server partner-left asleep": "waiting",
};

const byVideo: Record<string, Phase> = { "server waiting video": "waiting", "server matched video": "connecting" };
const byText: Record<string, Phase> = { "server waiting text": "waiting", "server matched text": "connected" };

const roomy: Record<string, Phase> = { ...gone, "end-gently": "landing", ...cut("reconnecting") };

const table: readonly (readonly [string, () => State, Readonly<Record<string, Phase>>])[] = [
  ["landing", given.landing, { ...sentAway, "start text": "waiting", "start video": "preview" }],
  [
    "preview",
    given.preview,
    {
      ...sentAway,
      go: "waiting",
      "go private": "waiting",
      "text-instead": "waiting",
      back: "landing",
      forget: "landing",
    },
  ],
  [
    "waiting for text",
    given.inLine,
    {
      ...sentAway,
      // At once one after the other they are still one blip; late ones are not.
      "socket-closed 1013": "server-away",
      "socket-closed 4005": "server-away",
      stop: "landing",
      forget: "landing",
      "server matched text": "connected",
      "server refused find: busy": "refused",
      "server refused find: invalid": "landing",
    },
  ],
  [
    "waiting for video",
    given.inVideoLine,
    {
      ...sentAway,
      "socket-closed 1013": "server-away",
      "socket-closed 4005": "server-away",
      stop: "landing",
      forget: "landing",
      "server paths none": "preview",
      "server refused find: no-path": "preview",
      "server refused next: no-path": "preview",
      "server matched video": "connecting",
      "server rejoined": "connecting",
      "server rejoined after another tab": "connecting",
      "server refused find: busy": "refused",
      "server refused find: invalid": "landing",
    },
  ],
  [
    "connecting",
    given.connecting,
    {
      ...roomy,
      ...byVideo,
      frame: "connected",
      "text-instead": "connected",
    },
  ],
  ["connected by video", given.connected, { ...roomy, ...byVideo, "server partner-back": "connecting" }],
  ["connected by text", given.textRoom, { ...roomy, ...byText }],
  [
    "reconnecting",
    given.reconnecting,
    {
      ...gone,
      "end-gently": "landing",
      ...byVideo,
      "server rejoined": "connected",
      "server rejoined after another tab": "connected",
      "server partner-back": "connecting",
    },
  ],
  [
    "partner-left",
    given.left,
    { ...sentAway, next: "waiting", stop: "landing", home: "landing", forget: "landing", "report and stop": "landing" },
  ],
  [
    "refused",
    given.refused,
    { lane: "landing", "socket-closed 4001": "replaced", home: "landing", stop: "landing", forget: "landing" },
  ],
  [
    "sent away by a moderator",
    given.sentAway,
    {
      lane: "landing",
      "server welcome": "landing",
      "socket-closed 4001": "replaced",
      home: "landing",
      stop: "landing",
      forget: "landing",
    },
  ],
  ["server-away", given.away, { ...sentAway, stop: "landing", forget: "landing", "server welcome": "waiting" }],
  [
    "replaced",
    given.replaced,
    {
      lane: "landing",
      "server evicted": "refused",
      "socket-closed 4003": "refused",
      "socket-closed 4004": "refused",
      "socket-closed 4006": "refused",
      "socket-closed 4007": "refused",
      "use-here": "reconnecting",
      stop: "landing",
      forget: "landing",
      "report and stop": "landing",
    },
  ],
];

const names = new Set(events.map(([name]) => name));

describe.each(table)("%s", (_, make, moves) => {
  it("names only events that there are", () => {
    expect(Object.keys(moves).filter((name) => !names.has(name))).toEqual([]);
  });

  it.each(events)("%s", (name, event) => {
    const before = make();
    expect(checkedStep(before, event).phase).toBe(moves[name] ?? before.phase);
  });
});
