// Something to ask a stranger, in the visitor's own language; each language is loaded when it is first wanted.

export interface Icebreakers {
  /// Primary subtag, as `lang` wants it.
  readonly language: string;
  /// Whether somebody who lives in the language has gone over them. Until then they are a translation in good faith.
  readonly reviewed: boolean;
  readonly lines: readonly string[];
}

type Load = () => Promise<{ readonly icebreakers: Icebreakers }>;

export const languages: Readonly<Record<string, Load>> = {
  en: () => import("./en"),
  es: () => import("./es"),
  pt: () => import("./pt"),
  fr: () => import("./fr"),
  de: () => import("./de"),
  ar: () => import("./ar"),
  hi: () => import("./hi"),
  zh: () => import("./zh"),
  ja: () => import("./ja"),
  id: () => import("./id"),
};

/// In the first of these languages that there are any in, else in English.
export async function icebreakersIn(...wished: (string | null)[]): Promise<Icebreakers> {
  const known = wished.find((each) => each !== null && Object.hasOwn(languages, each)) ?? "en";
  return (await (languages[known] ?? (() => import("./en")))()).icebreakers;
}

/// One that was not offered yet, as long as there are any. `chance` is from 0 to 1.
export function another({ lines }: Icebreakers, offered: readonly string[], chance: number): string {
  const fresh = lines.filter((line) => !offered.includes(line));
  const from = fresh.length > 0 ? fresh : lines.filter((line) => line !== offered.at(-1));
  return from[Math.floor(chance * from.length)] ?? lines[0] ?? "";
}
