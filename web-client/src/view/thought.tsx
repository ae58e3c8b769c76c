import { useEffect, useState } from "preact/hooks";
import { another, icebreakersIn, type Icebreakers } from "../care/icebreakers/icebreakers";
import type { State } from "../state";
import { Guide } from "./guide";
import { Icon } from "./icons";
import type { Page } from "./page";
import { thoughtWords } from "./thought.words";

/** Something kind to look at that may be of use in a minute. It changes only when asked to. */
export function Thought({ state, page }: { state: State; page: Page }) {
  const { settings, session } = state;
  const [all, setAll] = useState<Icebreakers | null>(null);
  const [seen, setSeen] = useState<readonly string[]>([]);
  const [chance] = useState(Math.random);
  useEffect(() => {
    // Without it one simply waits.
    icebreakersIn(settings.language, session.language).then(setAll, () => undefined);
  }, [settings.language, session.language]);
  useEffect(() => setSeen([]), [all]);
  if (settings.role === "listen" && !settings.guided) return <Guide settings={settings} page={page} />;
  if (all === null) return null;
  const now = seen.at(-1) ?? another(all, [], chance);
  return (
    <figure class="thought middle">
      <figcaption class="small soft">{thoughtWords.thought}</figcaption>
      <blockquote lang={all.language} dir="auto">
        {now}
      </blockquote>
      <button
        class="button plain"
        type="button"
        onClick={() => setSeen([...seen, now, another(all, [...seen, now], Math.random())])}
      >
        <Icon name="again" />
        {thoughtWords.anotherThought}
      </button>
    </figure>
  );
}
