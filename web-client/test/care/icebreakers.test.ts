import { describe, expect, it } from "vitest";
import { another, icebreakersIn, languages } from "../../src/care/icebreakers/icebreakers";
import { contactsIn } from "../../src/care/contacts";
import { TEXT } from "../../src/state";

it("has sixty in English, with something true among them", async () => {
  const { lines } = await icebreakersIn("en");
  expect(lines).toHaveLength(60);
  expect(lines).toContain("Tell me something true.");
});

describe.each(Object.keys(languages))("in %s", (language) => {
  it("has at least fifteen, each once, each a line that can be sent", async () => {
    const found = await icebreakersIn(language);
    expect(found.language).toBe(language);
    expect(found.lines.length).toBeGreaterThanOrEqual(15);
    expect(new Set(found.lines).size).toBe(found.lines.length);
    for (const line of found.lines) {
      expect(line).toBe(line.trim());
      expect(line.length).toBeLessThan(TEXT);
      expect(contactsIn(line)).toEqual([]);
    }
  });
});

it("speaks the first language that it knows of those wished for, else English", async () => {
  expect((await icebreakersIn(null, "fr")).language).toBe("fr");
  expect((await icebreakersIn("nl", "de")).language).toBe("de");
  expect((await icebreakersIn("constructor", null)).language).toBe("en");
});

it("offers each before it begins anew, and never the same twice in a row", async () => {
  const all = await icebreakersIn("en");
  const offered: string[] = [];
  for (let at = 0; at < 60; at++) offered.push(another(all, offered, (at * 0.37) % 1));
  expect(new Set(offered).size).toBe(60);
  for (const chance of [0, 0.5, 0.999]) expect(another(all, offered, chance)).not.toBe(offered.at(-1));
});
