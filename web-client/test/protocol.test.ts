// @vitest-environment node
// The examples in docs/protocol are the contract of both sides: what the server may say, this page understands.

import { expect, it } from "vitest";
import { decode } from "../src/protocol";
import type { ServerMessage } from "../src/protocol.generated";

const files = import.meta.glob<string>("../../docs/protocol/valid/*.json", {
  eager: true,
  query: "?raw",
  import: "default",
});
const examples = Object.entries(files)
  .map(([path, text]) => [path.replace(/^.*\//, ""), text] as const)
  .filter(([name]) => name.startsWith("server."));

const types: Record<ServerMessage["type"], true> = {
  welcome: true,
  paths: true,
  waiting: true,
  deposited: true,
  matched: true,
  rejoined: true,
  "no-room": true,
  "ice-servers": true,
  ticket: true,
  offer: true,
  answer: true,
  candidate: true,
  chat: true,
  sealed: true,
  received: true,
  typing: true,
  media: true,
  "partner-away": true,
  "partner-back": true,
  "partner-left": true,
  reported: true,
  blocked: true,
  replaced: true,
  judged: true,
  evicted: true,
  refused: true,
  stopped: true,
  pong: true,
};

function kind(value: unknown): string {
  return Array.isArray(value) ? "array" : typeof value;
}

it("has an example of every message that the server may say", () => {
  const seen = new Set<string | undefined>(examples.map(([, text]) => decode(text)?.type));
  expect(Object.keys(types).filter((type) => !seen.has(type))).toEqual([]);
});

it.each(examples)("understands %s whole", (_, text) => {
  expect(decode(text)).toEqual(JSON.parse(text));
});

it.each(examples)("ignores fields that it does not know in %s", (_, text) => {
  const message: unknown = JSON.parse(text);
  expect(decode(JSON.stringify({ ...(message as object), later: { version: [2] } }))).toEqual(message);
});

it.each(examples)("is not misled by a field of the wrong type in %s", (_, text) => {
  const message = JSON.parse(text) as Record<string, unknown>;
  for (const name of Object.keys(message)) {
    for (const wrong of [null, {}, -0.5, true, "?"]) {
      const read = decode(JSON.stringify({ ...message, [name]: wrong }));
      if (read === null) continue;
      // Understood all the same: then the value fits, or stands for a word of a later version.
      expect(kind((read as unknown as Record<string, unknown>)[name])).toBe(kind(message[name]));
    }
  }
});

it.each([
  "",
  "null",
  "[]",
  "7",
  '"welcome"',
  "{",
  "{}",
  '{"type":7}',
  '{"type":"later"}',
  '{"type":"toString"}',
  '{"type":"__proto__"}',
  '{"type":"chat"}',
])("takes %s for nothing", (text) => {
  expect(decode(text)).toBeNull();
});

it("takes binary messages for nothing", () => {
  expect(decode(new ArrayBuffer(8))).toBeNull();
});

it("does not lose an ending whose reason is of a later version", () => {
  expect(decode('{"type":"partner-left","room":"r","reason":"vanished"}')).toEqual({
    type: "partner-left",
    room: "r",
    reason: "ended",
  });
  expect(decode('{"type":"refused","code":"later","detail":""}')).toMatchObject({ code: "invalid" });
  expect(decode('{"type":"waiting","mode":"text","online":1,"relaxed":["later","role"]}')).toMatchObject({
    relaxed: ["role"],
  });
});
