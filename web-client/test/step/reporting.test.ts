// @vitest-environment node
import { expect, it } from "vitest";
import type { Event } from "../../src/event";
import * as given from "../given";
import { after, play, ROOM, said, server } from "../given";

const report = (frame: boolean): Event => ({
  type: "report",
  reason: "threat",
  note: "",
  lines: [],
  frame,
  stop: false,
});
const reported = (upload?: string): Event =>
  server({ type: "reported", room: ROOM, receipt: "R-1", ...(upload === undefined ? {} : { upload }) });

it("keeps the receipt with what it was about, once", () => {
  const played = play(given.connected(), report(false), reported(), reported());
  expect(played.effects.filter((effect) => effect.do === "keep-receipt")).toEqual([
    { do: "keep-receipt", receipt: "R-1", reason: "threat" },
  ]);
});

it("keeps the receipt of a report that is no longer on the screen", () => {
  const played = play(after(given.connected(), report(false), { type: "notice-seen" }), { type: "stop" }, reported());
  expect(played.effects).toContainEqual({ do: "keep-receipt", receipt: "R-1", reason: "threat" });
});

it("announces a picture, sends it with the server's code, and says what became of it", () => {
  const made = play(given.connected(), report(true));
  expect(said(made)).toContainEqual(expect.objectContaining({ type: "report", frame: true }));
  const stored = play(made.state, reported("U-1"));
  expect(stored.effects).toContainEqual({ do: "send-frame", room: ROOM, upload: "U-1" });
  expect(stored.state.report).toMatchObject({ is: "stored", frame: "sending" });
  expect(after(stored.state, { type: "frame-sent", room: ROOM, ok: true }).report?.frame).toBe("sent");
  expect(after(stored.state, { type: "frame-sent", room: ROOM, ok: false }).report?.frame).toBe("failed");
});

it("forgets a picture that the server does not take", () => {
  const stored = play(given.connected(), report(true), reported());
  expect(stored.effects).toContainEqual({ do: "send-frame", room: ROOM, upload: null });
  expect(stored.state.report?.frame).toBe("failed");
  const refusal = server({ type: "refused", code: "storage", about: "report", detail: "" });
  const refused = play(given.connected(), report(true), refusal);
  expect(refused.effects).toContainEqual({ do: "send-frame", room: ROOM, upload: null });
});

it("sends no picture with a report that has none, whatever the server offers", () => {
  const stored = play(given.connected(), report(false), reported("U-1"));
  expect(stored.effects.some((effect) => effect.do === "send-frame")).toBe(false);
});

it("hears of a picture for another report without a word", () => {
  const state = after(given.connected(), report(true), reported("U-1"));
  expect(after(state, { type: "frame-sent", room: given.OTHER, ok: false })).toBe(state);
});
