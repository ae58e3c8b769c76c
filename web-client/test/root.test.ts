import { expect, it } from "vitest";
import { describeRoot } from "../src/root";
import type { State } from "../src/state";
import * as given from "./given";

function attributes(state: State, root = document.createElement("div")): Record<string, string | undefined> {
  describeRoot(root, state);
  return { ...root.dataset };
}

it("names phase, mode, room, negotiation and partner for tests and styles", () => {
  expect(attributes(given.landing())).toEqual({ phase: "landing" });
  expect(attributes(given.preview())).toEqual({ phase: "preview", mode: "video" });
  expect(attributes(given.inLine())).toEqual({ phase: "waiting", mode: "text" });
  expect(attributes(given.connected())).toEqual({
    phase: "connected",
    mode: "video",
    room: given.ROOM,
    negotiation: "1",
    partner: "here",
  });
});

it("says when the partner is away, and nothing of a room that is over", () => {
  const root = document.createElement("div");
  const away = given.server({ type: "partner-away", room: given.ROOM, seconds: 15 });
  expect(attributes(given.after(given.connected(), away), root)["partner"]).toBe("away");
  expect(attributes(given.left(), root)).toEqual({ phase: "partner-left", mode: "video" });
});
