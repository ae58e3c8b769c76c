// A stranger's words as they are to be seen: characters that steer, and are not words, are shown instead of obeyed.

/// Those that turn the direction of writing, by their usual names.
const TURNS: Readonly<Record<string, string>> = {
  "\u061c": "ALM",
  "\u200e": "LRM",
  "\u200f": "RLM",
  "\u202a": "LRE",
  "\u202b": "RLE",
  "\u202c": "PDF",
  "\u202d": "LRO",
  "\u202e": "RLO",
  "\u2066": "LRI",
  "\u2067": "RLI",
  "\u2068": "FSI",
  "\u2069": "PDI",
};

const MARKS = 4;
const PILE = new RegExp(`(\\p{M}{${MARKS}})\\p{M}+`, "gu");

export function plain(text: string): string {
  return (
    text
      .replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n")
      // A page of nothing could push away what was said before.
      .replace(/\n(?:[^\S\n]*\n){2,}/g, "\n\n")
      .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, (turn) => `[${TURNS[turn] ?? ""}]`)
      // oxlint-disable-next-line no-control-regex -- they are what this is about
      .replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, pictureOf)
      .replace(PILE, "$1")
  );
}

/// Unicode has pictures of the old control characters; of the newer ones it has none.
function pictureOf(control: string): string {
  const code = control.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? "\u2421" : "\ufffd";
}
