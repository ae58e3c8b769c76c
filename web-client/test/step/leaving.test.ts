// @vitest-environment node
import { expect, it } from "vitest";
import type { Event } from "../../src/event";
import * as given from "../given";
import { after, as, done, matched, play, room, ROOM, said, saidTypes, server, timer } from "../given";

const report: Event = {
  type: "report",
  reason: "harassment",
  note: " rude ",
  lines: [
    { from: "partner", line: 1 },
    { from: "me", line: 1 },
    { from: "me", line: 2 },
  ],
  frame: false,
  stop: false,
};
const refusal = (code: "storage" | "reported" | "unknown-room" | "too-fast", about: string): Event =>
  server({ type: "refused", code, about, detail: "", retryAfter: 2 });

function countdown(...events: Event[]): number | null {
  return as("partner-left", after(given.connected(), ...events)).countdown;
}

it("leaves at once with next, telling the server which room", () => {
  const played = play(given.connected(), { type: "next" });
  expect(as("waiting", played.state).leaving).toEqual({ room: ROOM, by: "next" });
  expect(said(played)).toEqual([{ type: "next", room: ROOM, path: "direct" }]);
  expect(done(played)).toContain("hang-up");
});

it("keeps the camera open between partners and closes it at stop", () => {
  expect(done(play(given.connected(), { type: "next" }))).not.toContain("close-media");
  const stopped = play(given.connected(), { type: "stop" });
  expect(done(stopped)).toContain("close-media");
  expect(saidTypes(stopped)).toEqual(["stop"]);
});

it("goes on after three seconds when the partner left, counting down", () => {
  const first = play(given.connected(), server({ type: "partner-left", room: ROOM, reason: "left" }));
  expect(as("partner-left", first.state).countdown).toBe(3);
  const later = after(first.state, timer("countdown"), timer("countdown"));
  expect(as("partner-left", later).countdown).toBe(1);
  const over = play(later, timer("countdown"));
  expect(over.state.phase).toBe("waiting");
  expect(saidTypes(over)).toContain("find");
});

it("does not go on once the countdown was cancelled", () => {
  const still = play(given.left(), { type: "auto-next-cancel" }, timer("countdown"));
  expect(as("partner-left", still.state).countdown).toBeNull();
  expect(saidTypes(still)).toEqual([]);
});

it("remembers that the automatic next was turned off", () => {
  const off = after(given.left(), { type: "auto-next", on: false });
  expect(as("partner-left", off).countdown).toBeNull();
  const again = after(off, { type: "next" }, matched(), server({ type: "partner-left", room: ROOM, reason: "left" }));
  expect(as("partner-left", again).countdown).toBeNull();
});

it("does not go on behind a dialog, in a hidden tab, or when the server ended it", () => {
  const gone = server({ type: "partner-left", room: ROOM, reason: "left" });
  expect(countdown({ type: "dialog", open: true }, gone)).toBeNull();
  expect(countdown({ type: "visible", visible: false }, gone)).toBeNull();
  expect(countdown(gone, { type: "dialog", open: true })).toBeNull();
  expect(countdown(gone, { type: "visible", visible: false })).toBeNull();
  expect(countdown(server({ type: "partner-left", room: ROOM, reason: "ended" }))).toBeNull();
});

it("takes Esc twice within a second for next", () => {
  const once = play(given.connected(), { type: "escape" });
  expect(once.state.escArmed).toBe(true);
  expect(once.effects).toEqual([{ do: "timer", name: "escape", ms: 1_000 }]);
  expect(after(once.state, { type: "escape" }).phase).toBe("waiting");
});

it("forgets the first Esc after a second", () => {
  expect(after(given.connected(), { type: "escape" }, timer("escape"), { type: "escape" }).phase).toBe("connected");
});

it("takes no Esc in dialogs, or when that was turned off", () => {
  const esc: Event = { type: "escape" };
  expect(after(given.connected(), { type: "dialog", open: true }, esc, esc).phase).toBe("connected");
  expect(after(given.connected(), { type: "esc-next", on: false }, esc, esc).phase).toBe("connected");
});

it("reports the chosen lines that the server sealed, by seat, and goes on", () => {
  const talked = after(
    given.textRoom({ side: "b" }),
    server({ type: "chat", room: ROOM, line: 1, at: 7, text: "bad", seal: "s1" }),
    { type: "chat", text: "stop it" },
    server({ type: "sealed", room: ROOM, line: 1, at: 8, seal: "s2" }),
    { type: "chat", text: "not sealed yet" },
  );
  const played = play(talked, report);
  expect(said(played)).toEqual([
    {
      type: "report",
      room: ROOM,
      reason: "harassment",
      note: "rude",
      lines: [
        { from: "a", line: 1, at: 7, text: "bad", seal: "s1" },
        { from: "b", line: 1, at: 8, text: "stop it", seal: "s2" },
      ],
      frame: false,
    },
  ]);
  expect(played.state.phase).toBe("waiting");
  const stored = after(played.state, server({ type: "reported", room: ROOM, receipt: "R-42" }));
  expect(stored.report).toEqual({ room: ROOM, is: "stored", receipt: "R-42", frame: "none" });
});

it("attaches of many long lines the newest that one message can carry", () => {
  const long = Array.from({ length: 60 }, (_, n) =>
    server({ type: "chat", room: ROOM, line: n + 1, at: n, text: "\u20ac".repeat(2_000), seal: "s" }),
  );
  const lines = long.map((_, n) => ({ from: "partner" as const, line: n + 1 }));
  const [sent] = said(play(after(given.textRoom(), ...long), { ...report, lines } as Event));
  expect(new TextEncoder().encode(JSON.stringify(sent)).length).toBeLessThan(64 * 1024);
  expect(sent).toMatchObject({
    type: "report",
    lines: expect.arrayContaining([expect.objectContaining({ line: 60 })]),
  });
});

it("does not say for ever what the server stumbles over", () => {
  const fault = after(given.left(), report, { type: "socket-closed", code: 1011 });
  expect(fault.report?.is).toBe("failed");
  expect(saidTypes(play(fault, { type: "socket-open" }, given.welcome))).toEqual(["hello"]);
});

it("leaves a blank note out", () => {
  expect(said(play(given.textRoom(), { ...report, note: " \n" } as Event))[0]).not.toHaveProperty("note");
});

it("reports and stops", () => {
  const played = play(given.connected(), { ...report, stop: true } as Event);
  expect(saidTypes(played)).toEqual(["report", "stop"]);
  expect(played.state.phase).toBe("landing");
});

it("reports after the end without leaving the screen, and the countdown stops", () => {
  const played = play(given.left(), report);
  expect(as("partner-left", played.state).countdown).toBeNull();
  expect(saidTypes(played)).toEqual(["report"]);
});

it("leaves the room with next when a report could not be stored, and says that it failed", () => {
  const failed = play(given.textRoom(), report, refusal("storage", "report"));
  expect(saidTypes(failed)).toEqual(["report", "next"]);
  expect(failed.state.report?.is).toBe("failed");
  expect(failed.state.notice?.code).toBe("storage");
});

it("takes a second report of the same conversation for stored", () => {
  const twice = after(given.left(), report, refusal("reported", "report"));
  expect(twice.report?.is).toBe("stored");
  expect(twice.notice).toBeNull();
});

it("blocks and goes on", () => {
  const played = play(given.connected(), { type: "block" });
  expect(said(played)).toEqual([{ type: "block", room: ROOM }]);
  expect(as("waiting", played.state).leaving?.by).toBe("block");
});

it("blocks after the end, once, and shows it when the server knows", () => {
  const played = play(given.left(), { type: "block" }, server({ type: "blocked", room: ROOM }), { type: "block" });
  expect(saidTypes(played)).toEqual(["block"]);
  expect(room(played.state).blocked).toBe(true);
});

it("finds by itself when the partner had left before the block came", () => {
  const late = play(given.textRoom(), { type: "block" }, server({ type: "partner-left", room: ROOM, reason: "left" }));
  expect(saidTypes(late)).toEqual(["block", "find"]);
});

it("finds by itself when it had been found asleep before the report came", () => {
  expect(saidTypes(play(given.textRoom(), report, server({ type: "no-room", reason: "asleep" })))).toEqual([
    "report",
    "find",
  ]);
});

it("does not find twice when both press next at once", () => {
  const both = play(given.textRoom(), { type: "next" }, server({ type: "partner-left", room: ROOM, reason: "left" }));
  expect(saidTypes(both)).toEqual(["next"]);
});

it("says a block again after a reconnection until it is answered, so that it holds", () => {
  const lost = play(given.connected(), given.lost, { type: "block" });
  expect(saidTypes(lost)).toEqual([]);
  const back = play(lost.state, { type: "socket-open" }, given.welcome);
  expect(said(back)).toContainEqual({ type: "block", room: ROOM });
  const answered = after(back.state, server({ type: "blocked", room: ROOM }));
  expect(saidTypes(play(answered, given.lost, { type: "socket-open" }, given.welcome))).not.toContain("block");
});

it("tries a report again that was too fast, and leaves the room meanwhile", () => {
  const slowed = play(given.textRoom(), report, refusal("too-fast", "report"));
  expect(saidTypes(slowed)).toEqual(["report", "next"]);
  expect(slowed.state.report?.is).toBe("sending");
  expect(saidTypes(play(slowed.state, timer("owed")))).toEqual(["report"]);
});

it("goes to another lane as to another page: leaves the partner and the session, and starts over", () => {
  const gone = play(given.connected(), { type: "lane", lane: "quality-lane" });
  expect(saidTypes(gone)).toEqual(["stop"]);
  expect(done(gone)).toEqual(expect.arrayContaining(["hang-up", "close-media"]));
  expect(done(gone).at(-1)).toBe("start-over");
  expect(gone.state.session.token).toBeNull();
});

it("stays where it is when it is in that lane", () => {
  const there = given.landing({ lane: "quality-lane" });
  expect(play(there, { type: "lane", lane: "quality-lane" })).toEqual({ state: there, effects: [] });
});

it("forgets everything: settings, key, session", () => {
  const forgot = play(given.connected(), { type: "interests", tags: ["tea"] }, { type: "forget" });
  expect(forgot.state).toMatchObject({
    phase: "landing",
    settings: { adult: false, interests: [], language: "en" },
    session: { token: null, browserKey: null },
  });
  expect(done(forgot)).toEqual(expect.arrayContaining(["hang-up", "close-media", "disconnect", "forget", "connect"]));
  expect(saidTypes(forgot)).toContain("stop");
});
