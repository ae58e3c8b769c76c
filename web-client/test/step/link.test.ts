// @vitest-environment node
import { expect, it } from "vitest";
import type { Event } from "../../src/event";
import { tabOf } from "../../src/first";
import type { State } from "../../src/state";
import * as given from "../given";
import { after, as, done, landing, play, room, ROOM, said, saidTypes, server, timer, TOKEN } from "../given";

const open: Event = { type: "socket-open" };
const closed = (code: number): Event => ({ type: "socket-closed", code });
const resumed: Event = server({ ...given.welcome.message, type: "welcome", resumed: true } as never);
const welcomeOf = (build: string): Event => server({ ...given.welcome.message, build } as never);
const reload = (state: State): State => given.reloaded(state, tabOf(state));

it("says hello with what the browser remembers", () => {
  const start = landing({ browserKey: "b".repeat(22), lane: "quality-lane" });
  expect(said(play({ ...start, session: { ...start.session, token: null } }, open))).toEqual([
    { type: "hello", versions: [1], browserKey: "k".repeat(22), lane: "quality-lane" },
  ]);
});

it("resumes with token, ticket, lines received and the peer connection that it holds", () => {
  const line = server({ type: "chat", room: ROOM, line: 3, at: 1, text: "hi", seal: "s" });
  const ticket = server({ type: "ticket", room: ROOM, ticket: "ticket-new" });
  expect(said(play(given.connected(), line, ticket, given.lost, open)).at(-1)).toMatchObject({
    resume: { token: TOKEN, ticket: "ticket-new", received: 3, negotiation: 1 },
  });
});

it("holds no peer connection after a reload", () => {
  expect(said(play(reload(given.connected()), open))[0]).toMatchObject({
    resume: { ticket: "ticket-1", negotiation: 0 },
  });
});

it("keeps the room with a banner while the connection is lost, and the call goes on", () => {
  const cut = play(given.connected(), given.lost);
  expect(as("reconnecting", cut.state).room.id).toBe(ROOM);
  expect(done(cut)).not.toContain("hang-up");
  expect(cut.effects).toContainEqual({ do: "connect", after: { is: "back-off", attempt: 1 } });
});

it("is back where it was after rejoining, with the call it had", () => {
  const back = play(given.reconnecting(), open, resumed, given.rejoined());
  expect(back.state.phase).toBe("connected");
  expect(done(back)).toContain("resume-call");
  expect(done(back)).not.toContain("call");
  expect(saidTypes(back)).toContain("media");
  expect(room(back.state).ticket).toBe("ticket-2");
});

it("tries again with growing patience", () => {
  const thrice = play(given.landing(), given.lost, given.lost, given.lost);
  expect(thrice.effects.flatMap((effect) => (effect.do === "connect" ? [effect.after] : []))).toEqual([
    { is: "back-off", attempt: 1 },
    { is: "back-off", attempt: 2 },
    { is: "back-off", attempt: 3 },
  ]);
  expect(after(thrice.state, open, given.welcome).link).toMatchObject({ is: "open", attempt: 0 });
});

it("comes back at once, with jitter, when the server restarts", () => {
  expect(play(given.connected(), closed(1012)).effects).toContainEqual({ do: "connect", after: { is: "jitter" } });
});

it("comes back late after a flood or when the server is full", () => {
  for (const code of [4005, 1013]) {
    expect(play(given.landing(), closed(code)).effects).toContainEqual({
      do: "connect",
      after: { is: "back-off", attempt: 9 },
    });
  }
});

it("shows that the server is away when a wait cannot come back at the first attempt", () => {
  const blip = after(given.inLine(), given.lost);
  expect(blip.phase).toBe("waiting");
  expect(after(blip, given.lost).phase).toBe("server-away");
});

it("finds again by itself when the server is back", () => {
  const back = play(given.away(), open, given.welcome);
  expect(back.state.phase).toBe("waiting");
  expect(saidTypes(back)).toEqual(["hello", "find"]);
});

it("tries at once when asked, when the network is back, and when the page is looked at", () => {
  const nudges: Event[] = [{ type: "retry-now" }, { type: "network" }, { type: "visible", visible: true }];
  for (const nudge of nudges) {
    expect(play(given.away(), nudge).effects).toContainEqual({ do: "connect", after: { is: "none" } });
  }
});

it("leaves a room that it meant to leave when it turns out to be there still", () => {
  const left = play(given.reconnecting(), { type: "next" }, open, resumed, given.rejoined());
  expect(saidTypes(left)).toEqual(["hello", "find", "next"]);
  expect(as("waiting", left.state).leaving).toEqual({ room: ROOM, by: "next" });
});

it("takes a seat that it was given while the connection was lost", () => {
  const met = play(given.inVideoLine(), given.lost, open, resumed, given.rejoined({ negotiation: 2 }));
  expect(room(met.state)).toMatchObject({ id: ROOM, lines: [], sent: 0, negotiation: 2 });
  expect(met.effects).toContainEqual(expect.objectContaining({ do: "call", negotiation: 2, start: "none" }));
  expect(saidTypes(met)).toEqual(["hello", "find", "here", "media"]);
});

it("stops a room or line that it does not want any more", () => {
  expect(saidTypes(play(given.reconnecting(), { type: "stop" }, open, resumed, given.rejoined()))).toEqual([
    "hello",
    "stop",
    "stop",
  ]);
});

it("ends the room as the server tells when it comes back", () => {
  const gone = after(given.reconnecting(), open, given.welcome, server({ type: "no-room", reason: "left" }));
  expect(as("partner-left", gone).reason).toBe("left");
});

it("ends the room when the server says welcome and then nothing of it", () => {
  const silent = after(given.reconnecting(), open, given.welcome, timer("resume"));
  expect(as("partner-left", silent).reason).toBe("expired");
  expect(after(given.reconnecting(), open, resumed, given.rejoined(), timer("resume")).phase).toBe("connected");
});

it("forgets a token that the server does not know, and takes the new one", () => {
  const unknown = server({ type: "refused", code: "unknown-token", about: "hello", detail: "" });
  const fresh = after(given.landing(), given.lost, open, unknown);
  expect(fresh.session.token).toBeNull();
  expect(after(fresh, given.welcome).session.token).toBe(TOKEN);
});

it("does not come back by itself when the session goes on in another tab", () => {
  const replaced = play(given.connected(), closed(4001));
  expect(replaced.state).toMatchObject({ phase: "replaced", link: { is: "closed" } });
  expect(done(replaced)).toEqual(expect.arrayContaining(["hang-up", "close-media"]));
  expect(done(replaced)).not.toContain("connect");
  expect(done(play(replaced.state, { type: "visible", visible: true }, { type: "network" }))).toEqual([]);
  expect(done(play(replaced.state, { type: "use-here" }))).toEqual(["connect", "look"]);
});

const handedOver = (token: string): Event => server({ type: "replaced", token });

it("takes the conversation back with the token that it was left, and numbers its lines on", () => {
  const ours = after(given.textRoom(), { type: "chat", text: "1" });
  const replaced = after(ours, handedOver("spare"), closed(4001));
  const back = play(replaced, { type: "use-here" }, open, resumed, given.rejoined({ mode: "text", line: 3 }));
  expect(said(back)[0]).toMatchObject({ resume: { token: "spare", ticket: "ticket-1" } });
  expect(back.state.phase).toBe("connected");
  expect(said(play(back.state, { type: "chat", text: "4" }))).toContainEqual(expect.objectContaining({ line: 4 }));
});

it("leaves the session to the other tab when it is reloaded, or had no conversation", () => {
  const replaced = after(given.connected(), handedOver("spare"), closed(4001));
  expect(said(play(reload(replaced), open))[0]).not.toHaveProperty("resume");
  const idle = after(landing(), handedOver("spare"), closed(4001));
  expect(said(play(idle, { type: "use-here" }, open))[0]).not.toHaveProperty("resume");
});

it("does not come back by itself when sent away, and says why", () => {
  const evicted = play(given.connected(), server({ type: "evicted", reason: "moderation" }), closed(4006));
  expect(evicted.state).toMatchObject({ phase: "refused", why: "moderation", link: { is: "closed" } });
  expect(done(evicted)).not.toContain("connect");
  expect(after(given.landing(), closed(4004))).toMatchObject({ phase: "refused", why: "unknown-lane" });
});

it("comes back from there when the visitor asks to", () => {
  const home = play(after(given.landing(), closed(4004)), { type: "home" });
  expect(home.state).toMatchObject({ phase: "landing", link: { is: "opening" } });
  expect(done(home)).toContain("connect");
});

it("reloads once where the versions do not fit, and says so", () => {
  const old = play(given.landing(), closed(4003));
  expect(old.state).toMatchObject({ phase: "refused", why: "version" });
  expect(old.effects).toContainEqual({ do: "reload", build: "protocol" });
});

it("reloads for another build when idle, not in a conversation", () => {
  const idle = after(landing({ build: "b1" }), given.lost, open);
  expect(play(idle, welcomeOf("b1")).effects.some((effect) => effect.do === "reload")).toBe(false);
  expect(play(idle, welcomeOf("b2")).effects).toContainEqual({ do: "reload", build: "b2" });
  const talking = after(landing({ build: "b1" }), { type: "start", mode: "text" }, given.matched({ mode: "text" }));
  const skewed = play(talking, given.lost, open, welcomeOf("b2"), given.rejoined({ mode: "text" }));
  expect(done(skewed)).not.toContain("reload");
  expect(play(skewed.state, { type: "stop" }).effects).toContainEqual({ do: "reload", build: "b2" });
});

it("pings every ten seconds while not idle, and takes five seconds of silence for the end", () => {
  const asked = play(given.connected(), timer("ping"));
  expect(saidTypes(asked)).toEqual(["ping"]);
  expect(asked.effects).toContainEqual({ do: "timer", name: "ping", ms: 10_000 });
  expect(asked.effects).toContainEqual({ do: "timer", name: "pong", ms: 5_000 });
  expect(done(play(asked.state, timer("pong")))).toEqual(["disconnect"]);
  expect(done(play(asked.state, server({ type: "pong" }), timer("pong")))).toEqual([]);
  expect(saidTypes(play(given.landing(), timer("ping")))).toEqual([]);
});

it("asks whether the server lives when the page is looked at, the network is back, and before a find", () => {
  expect(saidTypes(play(given.textRoom(), { type: "visible", visible: true }))).toContain("ping");
  expect(saidTypes(play(given.textRoom(), { type: "network" }))).toContain("ping");
  expect(saidTypes(play(given.landing(), { type: "start", mode: "text" }))).toEqual(["ping", "find"]);
});

it("gives up a connection on which hello is not answered", () => {
  expect(done(play(given.landing(), given.lost, open, timer("pong")))).toContain("disconnect");
});

it("goes on in text after a reload, chat and all", () => {
  const talked = after(given.textRoom(), { type: "chat", text: "still there?" });
  const back = reload(talked);
  expect(as("reconnecting", back).room.lines).toHaveLength(1);
  const rejoined = play(back, open, resumed, given.rejoined({ mode: "text" }));
  expect(rejoined.state.phase).toBe("connected");
  expect(saidTypes(rejoined)).toEqual(["hello", "chat", "here"]);
});

it("stands in the line for text again after a reload, not for video", () => {
  expect(reload(given.inLine()).phase).toBe("waiting");
  const video = reload(given.inVideoLine());
  expect(video.phase).toBe("landing");
  expect(saidTypes(play(video, open, resumed, given.waitingForVideo))).toEqual(["hello", "stop"]);
});

it("waits out a server that is about to stop", () => {
  const draining = server({ type: "refused", code: "draining", about: "find", detail: "" });
  const told = after(given.inLine(), draining);
  expect(told).toMatchObject({ phase: "waiting", notice: { code: "draining" } });
  expect(saidTypes(play(told, closed(1012), open, given.welcome))).toEqual(["hello", "find"]);
});
