// WCAG 2.2 contrast, computed from the tokens: words 4.5 to 1, edges of what one may use and focus rings 3 to 1.

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync("src/styles/tokens.css", "utf8");

function colours(block: string): Record<string, string> {
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6,8});/g)].map((found) => [found[1], found[2]]),
  );
}

const [day = "", night = ""] = css.split("@media (prefers-color-scheme: dark)");
const light = colours(day);
const themes = { light, dark: { ...light, ...colours(night) } };

function channels(hex: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}

function luminance(rgb: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/// A see-through colour, as it looks over another.
function over(top: string, ground: string): number[] {
  const alpha = top.length === 9 ? Number.parseInt(top.slice(7), 16) / 255 : 1;
  const below = channels(ground);
  return channels(top).map((channel, at) => channel * alpha + (below[at] ?? 0) * (1 - alpha));
}

function contrast(one: readonly number[], other: readonly number[]): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

const written = [
  ...["paper", "card", "hollow", "glow", "blush"].map((ground) => ["ink", ground]),
  ...["paper", "card", "hollow", "glow"].map((ground) => ["soft", ground]),
  ["on-lamp", "lamp"],
  ["on-lamp", "lamp-deep"],
  ["on-brick", "brick"],
  ["brick", "paper"],
  ["brick", "card"],
  ["on-night", "night"],
  ["soft-night", "night"],
  ["on-night", "ground"],
];

const edges = [
  ["edge", "paper"],
  ["edge", "card"],
  ["ink", "paper"],
  ["sage", "card"],
  ["night", "on-night"],
];

describe.each(Object.entries(themes))("the %s theme", (_, theme) => {
  const of = (name = ""): string => theme[name] ?? expect.fail(`tokens.css has no colour --${name}`);
  const ratio = (one = "", other = ""): number => contrast(channels(of(one)), channels(of(other)));

  it.each(written)("lets one read %s on %s", (words, ground) => {
    expect(ratio(words, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(edges)("shows %s against %s", (edge, ground) => {
    expect(ratio(edge, ground)).toBeGreaterThanOrEqual(3);
  });

  it.each([
    ["on-night", "veil"],
    ["soft-night", "veil"],
    ["on-night", "dial"],
  ])("lets one read %s on the %s over any picture", (words, ground) => {
    for (const picture of ["#ffffff", "#000000", "#808080"]) {
      expect(contrast(channels(of(words)), over(of(ground), picture))).toBeGreaterThanOrEqual(4.5);
    }
  });
});
