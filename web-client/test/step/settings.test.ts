// @vitest-environment node
import { expect, it } from "vitest";
import { first } from "../../src/first";
import { cleanInterests } from "../../src/step/settings";
import { after, landing, memory } from "../given";

it("starts from the browser's language, and can do without any", () => {
  expect(first(memory({ language: "pt" })).settings.language).toBe("pt");
  expect(after(landing(), { type: "language", language: null }).settings.language).toBeNull();
  expect(after(landing(), { type: "language", language: "not a language" }).settings.language).toBeNull();
});

it("remembers any over the browser's language", () => {
  expect(first(memory({ settings: { language: null }, language: "pt" })).settings.language).toBeNull();
});

it("cleans interests as the server compares them", () => {
  expect(cleanInterests(["  Board   Games ", "board games", "ＣＡＴＳ", "", " ", "a\u200bb\u0007"])).toEqual([
    "board games",
    "cats",
    "ab",
  ]);
});

it("keeps eight interests of 24 characters", () => {
  const many = Array.from({ length: 12 }, (_, n) => `${n}`.repeat(30));
  const clean = cleanInterests(many);
  expect(clean).toHaveLength(8);
  expect(clean.every((tag) => tag.length <= 24)).toBe(true);
});
