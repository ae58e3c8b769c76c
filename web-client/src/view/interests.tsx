import { useState } from "preact/hooks";
import { INTEREST, INTERESTS } from "../state";
import { Icon } from "./icons";
import { words } from "./words";

interface InterestsProps {
  tags: readonly string[];
  change: (tags: readonly string[]) => void;
}

/** Tags: Enter, a comma or leaving the field adds one, Backspace in the empty field takes the last away. */
export function Interests({ tags, change }: InterestsProps) {
  const [draft, setDraft] = useState("");
  const full = tags.length >= INTERESTS;
  const add = (text: string) => {
    const more = text
      .split(",")
      .map((tag) => tag.trim())
      .filter((tag) => tag !== "");
    if (more.length > 0) change([...tags, ...more]);
    setDraft("");
  };
  const typed = (text: string) => (text.includes(",") ? add(text) : setDraft(text));
  const pressed = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === "Enter") {
      event.preventDefault();
      add(draft);
    } else if (event.key === "Backspace" && draft === "" && tags.length > 0) change(tags.slice(0, -1));
  };
  return (
    <div class="field">
      <label for="interests">{words.interests}</label>
      <div class="tags">
        <ul aria-label={words.interests}>
          {tags.map((tag) => (
            <li key={tag} class="tag row">
              <bdi data-testid="interest-tag">{tag}</bdi>
              <button
                type="button"
                aria-label={words.removeInterest(tag)}
                onClick={() => change(tags.filter((other) => other !== tag))}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
        <input
          id="interests"
          data-testid="interests"
          type="text"
          autocomplete="off"
          autocapitalize="none"
          enterkeyhint="done"
          maxLength={INTEREST}
          disabled={full}
          aria-describedby="interests-hint"
          value={draft}
          onInput={(event) => typed(event.currentTarget.value)}
          onKeyDown={pressed}
          onBlur={() => add(draft)}
        />
      </div>
      <p id="interests-hint" class="small soft">
        {full ? words.interestsFull : words.interestsHint}
      </p>
    </div>
  );
}
