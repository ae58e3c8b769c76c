// The same line over and over: said three times it is read three times, and then counted.

import type { Line } from "../state";

const READ = 3;

export interface Folded {
  readonly line: Line;
  /// How often it came again after this.
  readonly more: number;
}

/// Whether two lines say the same, however spaced and spelled.
export function alike(one: string, other: string): boolean {
  return bare(one) === bare(other);
}

function bare(text: string): string {
  return text.replace(/\s+/gu, " ").trim().toLowerCase();
}

/// Mine I have chosen myself.
export function folded(lines: readonly Line[]): readonly Folded[] {
  const read: { line: Line; more: number }[] = [];
  let row = 0;
  for (const line of lines) {
    const last = read.at(-1);
    const again = last?.line.from === "partner" && line.from === "partner" && alike(last.line.text, line.text);
    row = again ? row + 1 : 1;
    if (last !== undefined && row > READ) last.more += 1;
    else read.push({ line, more: 0 });
  }
  return read;
}
