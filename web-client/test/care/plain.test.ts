import { expect, it } from "vitest";
import { plain } from "../../src/care/plain";

it.each([
  ["leaves words alone, in any script", "héllo שלום سلام नमस्ते 日本 👩‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿", "héllo שלום سلام नमस्ते 日本 👩‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿"],
  ["keeps tabs and line ends", "a\tb\nc\r\nd\re", "a\tb\nc\nd\ne"],
  ["shows what would turn the direction", "\u202egnp.exe\u202c", "[RLO]gnp.exe[PDF]"],
  ["and isolates and marks, too", "\u2066a\u2069\u200f\u061c", "[LRI]a[PDI][RLM][ALM]"],
  ["shows control characters", "a\0b\x1b[31m\x7f\x9b", "a␀b␛[31m␡�"],
  ["takes other line ends for what they are", "a\u2028b\u2029c", "a\nb\nc"],
  ["lets nobody push the rest away", "a\n\n\n \n\n\nb", "a\n\nb"],
  ["keeps four marks on a letter", `a${"\u0301".repeat(9)}b`, `a${"\u0301".repeat(4)}b`],
])("%s", (_, text, seen) => {
  expect(plain(text)).toBe(seen);
});
