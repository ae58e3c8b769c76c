// English slurs, from the list of the `obscenity` package. It knows all kinds of coarse words; covered are only those that
// are aimed at people, since to swear, or to speak of sex or of violence suffered, is nobody's business but the two's.

import { englishDataset, englishRecommendedTransformers, DataSet, RegExpMatcher } from "obscenity";
import type { Finder } from "./veil";

const SLURS = new Set(
  "abo abeed africoon arabush bitch boonga chingchong chink cunt dyke fag kike nigger retard slut spastic tranny twat whore".split(
    " ",
  ),
);

const slurs = new DataSet<{ originalWord: string }>()
  .addAll(englishDataset)
  .removePhrasesIf(({ metadata }) => !SLURS.has(metadata?.originalWord ?? ""));

const matcher = new RegExpMatcher({ ...slurs.build(), ...englishRecommendedTransformers });

export const find: Finder = (text) =>
  matcher.getAllMatches(text, true).map(({ startIndex, endIndex }) => [startIndex, endIndex + 1] as const);
