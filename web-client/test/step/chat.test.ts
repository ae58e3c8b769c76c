// @vitest-environment node
import { expect, it } from "vitest";
import type { Event } from "../../src/event";
import { unacknowledged } from "../../src/state";
import type { State } from "../../src/state";
import * as given from "../given";
import { after, play, room, ROOM, said, server, timer } from "../given";

const chat = (text: string): Event => ({ type: "chat", text });
const line = (n: number, text = "hi"): Event =>
  server({ type: "chat", room: ROOM, line: n, at: n, text, seal: `s${n}` });
const sealed = (n: number): Event => server({ type: "sealed", room: ROOM, line: n, at: 5, seal: "seal" });
const received = (n: number): Event => server({ type: "received", room: ROOM, line: n });
const back = (n: number): Event => server({ type: "partner-back", room: ROOM, negotiation: 1, received: n });
const states = (state: State): string[] => room(state).lines.map((each) => each.state);
const texts = (state: State): string[] => room(state).lines.map((each) => each.text);
const linesSaid = (played: given.Played): number[] =>
  said(played).flatMap((each) => (each.type === "chat" ? [each.line] : []));

it("numbers lines from one and shows them before the server has them", () => {
  const played = play(given.textRoom(), chat("one"), chat("two"));
  expect(said(played)).toEqual([
    { type: "chat", room: ROOM, line: 1, text: "one" },
    { type: "chat", room: ROOM, line: 2, text: "two" },
  ]);
  expect(states(played.state)).toEqual(["pending", "pending"]);
});

it("goes from pending to sent to received, whichever of the two words comes first", () => {
  const one = after(given.textRoom(), chat("one"), sealed(1));
  expect(room(one).lines[0]).toMatchObject({ state: "sent", at: 5, seal: "seal" });
  expect(states(after(one, received(1)))).toEqual(["received"]);
  expect(room(after(given.textRoom(), chat("one"), received(1), sealed(1))).lines[0]).toMatchObject({
    state: "received",
    seal: "seal",
  });
});

it("does not send blank lines", () => {
  expect(said(play(given.textRoom(), chat("  \n "), chat("\u001c"), chat("")))).toEqual([]);
});

it("sends no more than 2,000 characters and no half character", () => {
  const [sent] = said(play(given.textRoom(), chat(`${"x".repeat(1_999)}😀`)));
  expect(sent).toMatchObject({ text: "x".repeat(1_999) });
  expect(said(play(given.textRoom(), chat("a\ud800b")))[0]).toMatchObject({ text: "a\ufffdb" });
});

it("holds the input at 64 unacknowledged lines and says so", () => {
  const full = after(given.textRoom(), ...Array.from({ length: 64 }, (_, n) => [chat(`${n}`), timer("burst")]).flat());
  const played = play(full, chat("one too many"));
  expect(said(played)).toEqual([]);
  expect(played.state.notice?.code).toBe("lines-full");
  expect(unacknowledged(room(played.state))).toHaveLength(64);
  expect(said(play(played.state, received(1), chat("room again")))).toHaveLength(1);
});

it("acknowledges a line at once, and a repeated one again without showing it twice", () => {
  const played = play(given.textRoom(), line(1, "once"), line(1, "once"));
  expect(texts(played.state)).toEqual(["once"]);
  expect(said(played)).toEqual([
    { type: "received", room: ROOM, line: 1 },
    { type: "received", room: ROOM, line: 1 },
  ]);
});

it("keeps the newest seal of a repeated line", () => {
  const again = server({ type: "chat", room: ROOM, line: 1, at: 9, text: "hi", seal: "newer" });
  expect(room(after(given.textRoom(), line(1), again)).lines[0]).toMatchObject({ at: 9, seal: "newer" });
});

it("drops lines of another room", () => {
  const foreign = server({ type: "chat", room: given.OTHER, line: 1, at: 1, text: "late", seal: "s" });
  const played = play(given.textRoom(), foreign);
  expect(texts(played.state)).toEqual([]);
  expect(said(played)).toEqual([]);
});

it("sends nothing to an away partner, and after their return what they do not have, in order", () => {
  const away = server({ type: "partner-away", room: ROOM, seconds: 15 });
  const before = play(given.textRoom(), chat("1"), chat("2"), away, chat("3"));
  expect(linesSaid(before)).toEqual([1, 2]);
  const returned = play(before.state, back(1));
  expect(linesSaid(returned)).toEqual([2, 3]);
  expect(states(returned.state)).toEqual(["received", "pending", "pending"]);
});

it("acknowledges again when the partner comes back: the last word may have been lost", () => {
  expect(said(play(given.textRoom(), line(1), line(2), back(0))).at(-1)).toEqual({
    type: "received",
    room: ROOM,
    line: 2,
  });
});

it("says lines of a lost connection again after coming back, with those written meanwhile", () => {
  const cut = play(given.textRoom(), chat("1"), received(1), chat("2"), given.lost, chat("3"));
  expect(linesSaid(cut)).toEqual([1, 2]);
  const resumed = play(cut.state, { type: "socket-open" }, given.welcome, given.rejoined({ mode: "text" }));
  expect(linesSaid(resumed)).toEqual([2, 3]);
});

it("closes the gap that lines of another tab have left, which nobody can say again", () => {
  const rejoined = given.rejoined({ mode: "text", line: 3 });
  const resumed = [given.lost, { type: "socket-open" }, given.welcome, rejoined] as const;
  const taken = after(given.textRoom(), chat("1"), ...resumed, chat("4"), chat("5"));
  const returned = play(taken, server({ type: "partner-back", room: ROOM, negotiation: 1, received: 2 }));
  expect(linesSaid(returned)).toEqual([3, 4]);
  expect(linesSaid(play(returned.state, chat("6")))).toEqual([5]);
});

it("says all unacknowledged lines again at a gap, once until the server got one", () => {
  const gap = server({ type: "refused", code: "line-gap", about: "chat", detail: "" });
  const two = after(given.textRoom(), chat("1"), chat("2"));
  const played = play(two, gap, gap);
  expect(linesSaid(played)).toEqual([1, 2]);
  expect(linesSaid(play(played.state, sealed(1), gap))).toEqual([1, 2]);
});

it("says lines again after a pause when they came too fast", () => {
  const fast = server({ type: "refused", code: "too-fast", about: "chat", detail: "", retryAfter: 2 });
  const played = play(given.textRoom(), chat("1"), fast);
  expect(played.effects).toContainEqual({ do: "timer", name: "resend", ms: 2_000 });
  expect(linesSaid(play(played.state, timer("resend")))).toEqual([1]);
});

it("says its media state and acknowledgement again when those were too fast", () => {
  const fast = server({ type: "refused", code: "too-fast", about: "media", detail: "" });
  const played = play(after(given.connected(), line(1)), fast, timer("resend"));
  expect(said(played).map(({ type }) => type)).toEqual(["received", "media"]);
  expect(played.state.notice).toBeNull();
});

it("tells of typing every three seconds at most", () => {
  const played = play(given.textRoom(), { type: "typed" }, { type: "typed" });
  expect(said(played)).toEqual([{ type: "typing", room: ROOM }]);
  expect(said(play(played.state, timer("typing-said"), { type: "typed" }))).toHaveLength(1);
});

it("shows typing for five seconds, or until the next line", () => {
  const typing = play(given.textRoom(), server({ type: "typing", room: ROOM }));
  expect(typing.effects).toContainEqual({ do: "timer", name: "typing", ms: 5_000 });
  expect(room(typing.state).partnerTyping).toBe(true);
  expect(room(after(typing.state, timer("typing"))).partnerTyping).toBe(false);
  expect(room(after(typing.state, line(1))).partnerTyping).toBe(false);
  expect(room(after(typing.state, server({ type: "partner-away", room: ROOM, seconds: 15 }))).partnerTyping).toBe(
    false,
  );
});

it("keeps 500 lines, and never drops one that may have to be said again", () => {
  const many = after(given.textRoom(), chat("mine"), ...Array.from({ length: 600 }, (_, n) => line(n + 1)));
  expect(room(many).lines).toHaveLength(500);
  expect(unacknowledged(room(many))).toHaveLength(1);
});

it("shows a line in a hidden tab by its title, until it is looked at", () => {
  const hidden = after(given.textRoom(), { type: "visible", visible: false }, line(1));
  expect(hidden.attention).toBe("line");
  expect(after(hidden, { type: "visible", visible: true }).attention).toBeNull();
});
