// Covers slurs in what one reads, where a visitor wants that. On this device: no line is judged anywhere else.
//
// A language is a list of its own, loaded when the veil is first drawn. To add one: a file beside `en.ts` that exports a
// Finder, a row here, and somebody who lives in that language to say that it is right.

/// Where the slurs are in a text: from, to (exclusive), in order, without overlaps.
export type Finder = (text: string) => readonly (readonly [from: number, to: number])[];

type Load = () => Promise<{ readonly find: Finder }>;

const lists: Readonly<Record<string, Load>> = { en: () => import("./en") };

export function hasList(language: string | null): boolean {
  return language !== null && Object.hasOwn(lists, language);
}

/// What any list finds. Nobody says in which language a line is.
export async function loadVeil(): Promise<Finder> {
  const finders = await Promise.all(Object.values(lists).map(async (load) => (await load()).find));
  return (text) => merged(finders.flatMap((find) => find(text)));
}

function merged(spans: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const apart: (readonly [number, number])[] = [];
  for (const [from, to] of spans.toSorted(([one], [other]) => one - other)) {
    const last = apart.at(-1);
    if (last === undefined || from >= last[1]) apart.push([from, to]);
    else apart[apart.length - 1] = [last[0], Math.max(last[1], to)];
  }
  return apart;
}

/// The text with each slur behind dots; null if there is none.
export function covered(text: string, find: Finder): string | null {
  const spans = find(text);
  if (spans.length === 0) return null;
  let behind = "";
  let done = 0;
  for (const [from, to] of spans) {
    behind += `${text.slice(done, from)}•••`;
    done = to;
  }
  return behind + text.slice(done);
}
