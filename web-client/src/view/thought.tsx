import { useState } from "preact/hooks";
import { Icon } from "./icons";
import { thoughtWords } from "./thought.words";

/** Something kind to look at that may be of use in a minute. It changes only when asked to. */
export function Thought() {
  const [at, setAt] = useState(() => Math.floor(Math.random() * thoughtWords.thoughts.length));
  return (
    <figure class="thought middle">
      <figcaption class="small soft">{thoughtWords.thought}</figcaption>
      <blockquote>{thoughtWords.thoughts[at]}</blockquote>
      <button class="button plain" type="button" onClick={() => setAt((at + 1) % thoughtWords.thoughts.length)}>
        <Icon name="again" />
        {thoughtWords.anotherThought}
      </button>
    </figure>
  );
}
