// @vitest-environment node
import { describe, expect, it } from "vitest";
import type { Signs } from "../../src/care/signs";
import type { Event, State } from "../../src/state";
import * as given from "../given";
import { after, done, play, room, said, saidTypes, timer } from "../given";

const write = (text: string, signs: Partial<Signs> = {}): Event => ({
  type: "chat",
  text,
  signs: { contacts: [], harm: false, ...signs },
});
const phone = write("0176 1234567", { contacts: ["phone"] });
const lines = (state: State): string[] => room(state).lines.map((line) => line.text);

describe("before something is sent that strangers could keep", () => {
  it("holds it back, once, and sends it at the next press", () => {
    const held = play(given.textRoom(), phone);
    expect(saidTypes(held)).toEqual([]);
    expect(room(held.state).held).toEqual({ text: "0176 1234567", why: "contact", contacts: ["phone"] });
    const sent = play(held.state, phone);
    expect(said(sent)).toMatchObject([{ type: "chat", text: "0176 1234567" }]);
    expect(room(sent.state).held).toBeNull();
  });

  it("says nothing of the same kind again in this conversation, and of another kind it does", () => {
    const sent = after(given.textRoom(), phone, phone);
    expect(saidTypes(play(sent, write("0177 7654321", { contacts: ["phone"] })))).toEqual(["chat"]);
    const both = play(sent, write("0177 7654321 a@b.org", { contacts: ["email", "phone"] }));
    expect(room(both.state).held).toMatchObject({ contacts: ["email"] });
  });

  it("lets the visitor think better of it: another line goes out at once", () => {
    const other = play(given.textRoom(), phone, write("never mind"));
    expect(said(other)).toMatchObject([{ text: "never mind" }]);
    expect(room(other.state).held).toBeNull();
  });

  it("is silent where it is switched off", () => {
    const off = after(given.textRoom(), { type: "prefer", name: "nudge", on: false });
    expect(saidTypes(play(off, phone))).toEqual(["chat"]);
  });

  it("begins anew with the next partner", () => {
    const next = after(given.textRoom(), phone, { type: "next" }, given.waiting);
    const met = after(next, given.matched({ mode: "text", room: given.OTHER }));
    expect(room(after(met, phone)).held).not.toBeNull();
  });
});

describe("a flood", () => {
  it("holds back the fourth same line in a row, however it is spaced and spelled", () => {
    const thrice = after(given.textRoom(), write("hi"), write("Hi"), write("hi "));
    const fourth = play(thrice, write(" hI"));
    expect(saidTypes(fourth)).toEqual([]);
    expect(room(fourth.state).held).toEqual({ text: " hI", why: "repeat" });
    const other = after(fourth.state, write("hello?"));
    expect(lines(other).at(-1)).toBe("hello?");
    expect(saidTypes(play(other, write("hi")))).toEqual(["chat"]);
  });

  it("holds back the eleventh line within ten seconds, and takes it after them; nothing is lost", () => {
    const ten = Array.from({ length: 10 }, (_, number) => write(`line ${number}`));
    const fast = play(given.textRoom(), ...ten);
    expect(saidTypes(fast).filter((type) => type === "chat")).toHaveLength(10);
    const eleventh = play(fast.state, write("one more"));
    expect(saidTypes(eleventh)).toEqual([]);
    expect(room(eleventh.state).held).toEqual({ text: "one more", why: "fast" });
    const later = after(eleventh.state, timer("burst"));
    expect(room(later).held).toBeNull();
    expect(said(play(later, write("one more")))).toMatchObject([{ text: "one more" }]);
  });
});

describe("writing of harming oneself", () => {
  const harm = write("I want to die", { harm: true });

  it("shows a quiet line, sends the words as always and nothing else, and remembers the day", () => {
    const played = play(given.textRoom(), harm);
    expect(said(played)).toEqual([{ type: "chat", room: given.ROOM, line: 1, text: "I want to die" }]);
    expect(done(played)).toContain("helped");
    expect(played.state.care.help).toBe(true);
  });

  it("is answered once a day, in whichever tab", () => {
    const seen = after(given.textRoom(), harm, { type: "care-seen" });
    expect(seen.care.help).toBe(false);
    expect(after(seen, harm).care.help).toBe(false);
    expect(after(given.textRoom(), { type: "helped" }, harm).care.help).toBe(false);
    expect(after(given.landing({ helped: true }), harm).care.help).toBe(false);
  });
});

describe("ending gently", () => {
  it("says a last line, then leaves: in this order", () => {
    const played = play(given.textRoom(), { type: "end-gently", text: "Thank you!" });
    expect(said(played)).toMatchObject([{ type: "chat", text: "Thank you!" }, { type: "stop" }]);
    expect(played.state.phase).toBe("landing");
  });

  it("leaves also where nothing can be said", () => {
    expect(after(given.textRoom(), { type: "end-gently", text: " " }).phase).toBe("landing");
    expect(after(given.reconnecting(), { type: "end-gently", text: "bye" }).phase).toBe("landing");
  });
});

describe("an hour of talking", () => {
  const hour = Array.from({ length: 60 }, () => timer("minute"));

  it("is followed by a word about a break, and that by another hour", () => {
    const almost = after(given.textRoom(), ...hour.slice(1));
    expect(almost.care.rest).toBe(false);
    const now = after(almost, timer("minute"));
    expect(now.care.rest).toBe(true);
    const seen = after(now, { type: "care-seen" });
    expect(seen.care).toMatchObject({ rest: false, talked: 0 });
    expect(after(seen, ...hour).care.rest).toBe(true);
  });

  it("is made of conversations only, of several too", () => {
    expect(after(given.landing(), ...hour, ...hour).care.rest).toBe(false);
    const half = after(given.textRoom(), ...hour.slice(30), { type: "next" }, given.waiting, ...hour);
    const met = after(half, given.matched({ mode: "text", room: given.OTHER }));
    expect(met.care.rest).toBe(false);
    expect(after(met, ...hour.slice(30)).care.rest).toBe(true);
  });

  it("goes by in silence where that is wished", () => {
    const off = after(given.textRoom(), { type: "prefer", name: "breaks", on: false });
    expect(after(off, ...hour).care.rest).toBe(false);
  });
});
