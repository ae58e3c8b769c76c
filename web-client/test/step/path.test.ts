// @vitest-environment node
import { expect, it } from "vitest";
import type { Effect } from "../../src/effect";
import type { State } from "../../src/state";
import { hides } from "../../src/state";
import * as given from "../given";
import type { Played } from "../given";
import { after, lost, matched, OTHER, play, rejoined, ROOM, said, saidTypes, server, welcome } from "../given";

const both = server({ type: "paths", paths: ["direct", "private"] });
const noRelay = server({ type: "paths", paths: ["direct"] });
const onlyRelays = server({ type: "paths", paths: ["private"] });
const nothing = server({ type: "paths", paths: [] });
const iceServers = [{ urls: ["turn:turn.example.org"], username: "1:a", credential: "b" }];

/// At the mirror, with camera and microphone open, the choice not made.
function mirror(path: "direct" | "private" | null = null): State {
  return after(
    given.landing({ settings: { adult: true, path } }),
    { type: "start", mode: "video" },
    { type: "media-open", hasCamera: true, hasMicrophone: true },
  );
}

/// The effects of this kind.
function those(played: Played, kind: Effect["do"]): Effect[] {
  return played.effects.filter((effect) => effect.do === kind);
}

const privately = { type: "go", path: "private" } as const;

it("asks in the click that starts, and remembers", () => {
  expect(after(mirror(), { type: "go" }).phase).toBe("preview");
  const gone = play(mirror(), privately);
  expect(gone.state.phase).toBe("waiting");
  expect(gone.state.settings.path).toBe("private");
  expect(said(gone)).toContainEqual(expect.objectContaining({ type: "find", mode: "video", path: "private" }));
  expect(said(play(mirror("private"), { type: "go" }))).toContainEqual(expect.objectContaining({ path: "private" }));
});

it("says nothing of paths in text", () => {
  const text = play(given.landing({ settings: { adult: true, path: "private" } }), { type: "start", mode: "text" });
  expect(said(text).find(({ type }) => type === "find")).not.toHaveProperty("path");
});

it("needs no choice where there is none, and remembers none", () => {
  const direct = play(after(mirror(), noRelay), { type: "go" });
  expect(direct.state.phase).toBe("waiting");
  expect(direct.state.settings.path).toBeNull();
  expect(hides(direct.state)).toBe(false);

  const hidden = play(after(mirror(), onlyRelays), { type: "go" });
  expect(hidden.state.phase).toBe("waiting");
  expect(hides(hidden.state)).toBe(true);
});

it("does not start at all where nothing is offered", () => {
  expect(after(mirror(), nothing, { type: "go" }).phase).toBe("preview");
  expect(after(mirror("direct"), nothing, { type: "go" }).phase).toBe("preview");
});

it("never goes straight by itself for one who hides; on their word, this once", () => {
  const stuck = after(mirror("private"), noRelay);
  expect(after(stuck, { type: "go" }).phase).toBe("preview");
  const once = play(stuck, { type: "go", path: "direct" });
  expect(once.state.phase).toBe("waiting");
  expect(once.state.settings.path).toBeNull();
  expect(said(once).find(({ type }) => type === "find")).not.toHaveProperty("path");
});

it("gathers nothing but relays for one who hides, from the deposit on", () => {
  const line = play(
    mirror(),
    privately,
    server({ type: "waiting", mode: "video", online: 2, relaxed: [], iceServers }),
  );
  expect(those(line, "prepare")).toEqual([{ do: "prepare", n: 1, ice: { iceServers, relayed: true } }]);
  const open = play(
    after(mirror(), { type: "go", path: "direct" }),
    server({ type: "waiting", mode: "video", online: 2, relaxed: [], iceServers }),
  );
  expect(those(open, "prepare")).toEqual([{ do: "prepare", n: 1, ice: { iceServers, relayed: false } }]);
});

it("uses nothing but relays in a room where somebody hides", () => {
  const met = play(after(mirror(), { type: "go", path: "direct" }), matched({ relayed: true, iceServers }));
  expect(those(met, "call")).toEqual([expect.objectContaining({ ice: { iceServers, relayed: true } })]);
});

it("walks on from a room that is not relayed, if it hides: whatever the server says", () => {
  const met = play(after(mirror(), privately), matched({ relayed: false }));
  expect(met.state.phase).toBe("waiting");
  expect(those(met, "call")).toEqual([]);
  expect(said(met)).toEqual([{ type: "next", room: ROOM, path: "private" }]);
});

it("changes from the next partner on", () => {
  const talking = after(mirror(), { type: "go", path: "direct" }, matched());
  const changed = play(talking, { type: "path", path: "private" });
  expect(changed.effects).toEqual([]);
  expect(said(play(changed.state, { type: "next" }))).toContainEqual({ type: "next", room: ROOM, path: "private" });
});

it("looks anew, in the line, on the other path", () => {
  const line = after(mirror(), { type: "go", path: "direct" }, given.waitingForVideo);
  const changed = play(line, { type: "path", path: "private" });
  expect(saidTypes(changed).filter((type) => type !== "ping")).toEqual(["stop", "find"]);
  expect(those(changed, "drop-prepared")).toHaveLength(1);
  const prepared = play(changed.state, given.waitingForVideo);
  expect(those(prepared, "prepare")).toEqual([expect.objectContaining({ ice: { iceServers: [], relayed: true } })]);
  // a match from before
  expect(after(prepared.state, matched({ room: OTHER, relayed: false })).phase).toBe("waiting");
});

it("comes back to the mirror when the last relay goes, and when the server refuses", () => {
  const line = after(mirror(), privately, given.waitingForVideo);
  const gone = play(line, noRelay);
  expect(gone.state.phase).toBe("preview");
  expect(gone.state.media.is).toBe("open");
  expect(saidTypes(gone)).toContain("stop");
  const refused = after(line, server({ type: "refused", code: "no-path", about: "find", detail: "" }));
  expect(refused.phase).toBe("preview");
  expect(refused.paths).toEqual(["direct"]);
  expect(after(refused, both, { type: "go" }).phase).toBe("waiting");
});

it("stays in the line when it goes straight, and a relay comes or goes", () => {
  const line = after(mirror(), { type: "go", path: "direct" }, given.waitingForVideo);
  expect(after(line, noRelay).phase).toBe("waiting");
  expect(after(line, noRelay, both).phase).toBe("waiting");
  expect(after(line, onlyRelays).phase).toBe("waiting");
  expect(after(line, nothing).phase).toBe("preview");
});

it("a conversation goes on when a relay fails", () => {
  const talking = after(mirror(), privately, matched({ relayed: true }));
  expect(after(talking, noRelay).phase).toBe("connecting");
});

it("makes a new deposit with newer ICE servers, or gives them to the call", () => {
  const fresh = server({ type: "ice-servers", iceServers });
  const line = after(mirror(), privately, given.waitingForVideo, { type: "timer", name: "deposit" });
  expect(those(play(line, fresh), "prepare")).toEqual([{ do: "prepare", n: 2, ice: { iceServers, relayed: true } }]);
  const talking = after(mirror(), privately, matched({ relayed: true }));
  expect(those(play(talking, fresh), "ice-servers")).toEqual([{ do: "ice-servers", iceServers }]);
  expect(play(given.landing(), fresh).effects).toEqual([]);
});

it("knows the way that the call takes", () => {
  const talking = after(mirror(), privately, matched({ relayed: true }));
  const routed = after(talking, { type: "route", ...given.of, route: "relayed" });
  expect(given.room(routed).call?.route).toBe("relayed");
});

it("walks on when it comes back into a room that is not relayed, matched before it chose to hide", () => {
  const line = after(mirror(), { type: "go", path: "direct" }, given.waitingForVideo);
  const hidden = after(line, lost, { type: "path", path: "private" }, { type: "socket-open" }, welcome);
  const back = play(hidden, rejoined({ room: OTHER }));
  expect(back.state.phase).toBe("waiting");
  expect(those(back, "call")).toEqual([]);
  expect(said(back)).toEqual([{ type: "next", room: OTHER, path: "private" }]);
});

it("walks on from another tab's room that is not relayed, if it hides", () => {
  const cut = after(mirror(), privately, matched({ relayed: true }), lost, { type: "socket-open" }, welcome);
  const back = play(cut, rejoined({ room: OTHER }));
  expect(back.state.phase).toBe("waiting");
  expect(those(back, "call")).toEqual([]);
  expect(those(back, "hang-up")).not.toEqual([]);
  expect(said(back)).toEqual([{ type: "next", room: OTHER, path: "private" }]);
});

it("stays in its own direct room when it comes back, the choice counting from the next partner on", () => {
  const talking = after(mirror(), { type: "go", path: "direct" }, matched(), { type: "path", path: "private" });
  expect(after(talking, lost, { type: "socket-open" }, welcome, rejoined()).phase).toBe("connecting");
});

it("makes a new deposit after walking on", () => {
  const line = after(mirror(), privately, given.waitingForVideo, matched({ relayed: false }));
  expect(those(play(line, given.waitingForVideo), "prepare")).toHaveLength(1);
});

it("does not wait in silence where the server puts it in the line, and no relay works", () => {
  const talking = after(mirror(), privately, matched({ relayed: true }), noRelay);
  const asleep = server({ type: "partner-left", room: ROOM, reason: "asleep" });
  for (const out of [{ type: "block" } as const, asleep]) {
    const line = play(talking, out, given.waitingForVideo);
    expect(line.state.phase).toBe("preview");
    expect(saidTypes(line)).toContain("stop");
  }
});

it("asks at the next partner who went direct without a choice, when there is one again", () => {
  const once = after(mirror("private"), noRelay, { type: "go", path: "direct" }, matched());
  expect(after(once, { type: "next" }).phase).toBe("waiting");
  const talking = after(once, both);
  const next = play(talking, { type: "next" });
  expect(next.state.phase).toBe("preview");
  expect(saidTypes(next)).toContain("stop");
  expect(those(next, "hang-up")).not.toEqual([]);
  const left = after(talking, server({ type: "partner-left", room: ROOM, reason: "left" }));
  expect(after(left, { type: "next" }).phase).toBe("preview");
});

it("has the newest ICE servers after it came back", () => {
  const talking = after(mirror(), privately, matched({ relayed: true }));
  const back = play(talking, lost, { type: "socket-open" }, welcome, rejoined({ relayed: true, iceServers }));
  expect(those(back, "ice-servers")).toEqual([{ do: "ice-servers", iceServers }]);
});
