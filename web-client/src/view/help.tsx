import { useEffect, useMemo, useState } from "preact/hooks";
import { dialled, fetchHelplines, guess, type Country } from "../care/helplines";
import { helpWords } from "./help.words";
import { Modal } from "./modal";
import { words } from "./words";

/** Who can help better than a stranger. It is fetched when it is opened, and nobody is told that it was. */
export function HelpPanel({ close }: { close: () => void }) {
  const [countries, setCountries] = useState<readonly Country[] | "missing" | null>(null);
  const load = () => void fetchHelplines().then(setCountries, () => setCountries("missing"));
  useEffect(load, []);
  return (
    <Modal test="help" title={words.help} close={close}>
      <p>{helpWords.notUs}</p>
      {countries === "missing" && (
        <>
          <p class="warning" role="alert" data-testid="help-missing">
            {helpWords.missing}
          </p>
          <div class="buttons">
            <button class="button" type="button" data-testid="help-retry" onClick={load}>
              {words.retry}
            </button>
          </div>
        </>
      )}
      {Array.isArray(countries) && <Lines countries={countries as readonly Country[]} />}
      <p class="small soft">{helpWords.told}</p>
    </Modal>
  );
}

function Lines({ countries }: { countries: readonly Country[] }) {
  const [chosen, choose] = useState(() => guess(countries, navigator.languages));
  const names = useMemo(() => named(countries), [countries]);
  const here = countries.find(({ country }) => country === chosen);
  return (
    <>
      <div class="field">
        <label for="help-country">{helpWords.country}</label>
        <select
          id="help-country"
          data-testid="help-country"
          value={chosen ?? ""}
          onChange={(event) => choose(event.currentTarget.value || null)}
        >
          <option value="">{helpWords.choose}</option>
          {names.map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </div>
      {here === undefined ? (
        <p data-testid="help-elsewhere">{helpWords.elsewhere}</p>
      ) : (
        <ul class="helplines stack" data-testid="helplines" aria-live="polite">
          {here.emergency && <Entry name={helpWords.emergency} {...here.emergency} />}
          {here.lines.map((line) => (
            <Entry key={line.number} {...line} />
          ))}
        </ul>
      )}
    </>
  );
}

interface EntryProps {
  name: string;
  number: string;
  about?: string;
  checked: string;
}

function Entry({ name, number, about, checked }: EntryProps) {
  return (
    <li class="card">
      <span>
        <b>
          <bdi>{name}</bdi>
        </b>
        {about !== undefined && (
          <span class="block small soft">
            <bdi>{about}</bdi>
          </span>
        )}
        <span class="block small soft">{helpWords.checked(checked)}</span>
      </span>
      <a class="button" href={dialled(number)} data-testid="helpline" aria-label={helpWords.call(name, number)}>
        {number}
      </a>
    </li>
  );
}

/** Countries by name, as they are called in the page's language. */
function named(countries: readonly Country[]): readonly (readonly [string, string])[] {
  const names = new Intl.DisplayNames(["en"], { type: "region" });
  return countries
    .map(({ country }) => [country, names.of(country) ?? country] as const)
    .toSorted(([, one], [, other]) => one.localeCompare(other));
}
