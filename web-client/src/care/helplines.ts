// Whom to call, from the hoster's file. Fetched from our own server, when the panel opens; nothing is told with it.

export interface Helplines {
  readonly countries: readonly Country[];
}

export interface Country {
  readonly country: string;
  readonly emergency?: { readonly number: string; readonly checked: string };
  readonly lines: readonly {
    readonly name: string;
    readonly number: string;
    readonly about?: string;
    readonly checked: string;
  }[];
}

export async function fetchHelplines(): Promise<readonly Country[]> {
  const answer = await fetch("/helplines.json");
  if (!answer.ok) throw new Error(`helplines: ${answer.status}`);
  // Checked by the server when it started.
  return ((await answer.json()) as Helplines).countries;
}

/// Where the visitor probably is: the region of their browser's languages. A guess, which one can change.
export function guess(countries: readonly Country[], languages: readonly string[]): string | null {
  const known = new Set(countries.map(({ country }) => country));
  for (const language of languages) {
    const region = /-([A-Z]{2})(?=-|$)/.exec(language)?.[1];
    if (region !== undefined && known.has(region)) return region;
  }
  return null;
}

/// As a telephone takes it.
export function dialled(number: string): string {
  return `tel:${number.replace(/[^+0-9*#]/g, "")}`;
}
