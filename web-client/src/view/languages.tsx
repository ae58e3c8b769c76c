import { useMemo } from "preact/hooks";
import { words } from "./words";

/** Primary language subtags (BCP 47) of the most spoken languages; the browser knows their names. */
const spoken =
  "am ar az bg bn ca cs da de el en es et fa fi fil fr gu ha he hi hr hu hy id ig is it ja ka kk km kn ko ku lo lt lv ml mn mr ms my ne nl no pa pl ps pt ro ru sk sl so sq sr sv sw ta te th tr uk ur uz vi xh yo zh zu".split(
    " ",
  );

function named(code: string): [string, string] {
  try {
    return [code, new Intl.DisplayNames([code], { type: "language" }).of(code) ?? code];
  } catch {
    return [code, code];
  }
}

/** Each language by its own name, as its speakers look for it; those the browser is set to come first. */
function choices(): [string, string][] {
  const own = navigator.languages.flatMap((tag) => tag.toLowerCase().match(/^[a-z]{2,3}\b/) ?? []);
  const rest = spoken.map(named).toSorted(([, one], [, other]) => one.localeCompare(other));
  return [...new Map([...[...new Set(own)].map(named), ...rest])];
}

interface LanguageProps {
  language: string | null;
  change: (language: string | null) => void;
}

export function LanguageChoice({ language, change }: LanguageProps) {
  const all = useMemo(choices, []);
  return (
    <div class="field">
      <label for="language">{words.language}</label>
      <select
        id="language"
        data-testid="language"
        value={language ?? ""}
        onChange={(event) => change(event.currentTarget.value || null)}
      >
        <option value="">{words.anyLanguage}</option>
        {all.map(([code, name]) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
