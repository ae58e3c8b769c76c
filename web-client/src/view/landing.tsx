import { useRef, useState } from "preact/hooks";
import type { Mode, Role } from "../protocol.generated";
import type { State } from "../state";
import { Top } from "./frame";
import { Icon, type IconName } from "./icons";
import { Interests } from "./interests";
import { LanguageChoice } from "./languages";
import type { Page } from "./page";
import { Street } from "./street";
import { words } from "./words";

export function Landing({ state, page }: { state: State; page: Page }) {
  return (
    <div class="page landing">
      <Top page={page}>
        <p class="online small" data-testid="online">
          {state.link.is === "lost"
            ? words.serverAway
            : state.online !== null && words.online(Math.max(1, state.online))}
        </p>
      </Top>
      <main>
        <div class="welcome">
          <h1 tabIndex={-1}>{words.headline}</h1>
          <p class="lede">{words.lede}</p>
        </div>
        <div class="card">
          <Start state={state} page={page} />
          <Wishes state={state} page={page} />
        </div>
      </main>
      <footer>
        <Street online={Math.max(1, state.online ?? 0)} />
        <p class="small">{words.privacy(state.paths)}</p>
        <p class="codes small">
          <button type="button" data-testid="reports-open" onClick={() => page.show("reports")}>
            {words.myReports}
          </button>
          <button type="button" data-testid="code-open" onClick={() => page.show("code")}>
            {words.haveCode}
          </button>
        </p>
        <nav class="small" aria-label={words.about}>
          <ul class="more">
            {words.more.map(([path, title]) => (
              <li key={path}>
                <a href={path}>{title}</a>
              </li>
            ))}
          </ul>
        </nav>
      </footer>
    </div>
  );
}

function Start({ state, page }: { state: State; page: Page }) {
  const [asked, ask] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  const { adult } = state.settings;
  const start = (mode: Mode) => {
    if (adult) return page.dispatch({ type: "start", mode });
    ask(true);
    box.current?.focus();
  };
  return (
    <section aria-labelledby="start">
      <h2 id="start">{words.start}</h2>
      <label class="check">
        <input
          ref={box}
          type="checkbox"
          data-testid="adult"
          checked={adult}
          aria-describedby="adult-first"
          onChange={(event) => page.dispatch({ type: "adult", yes: event.currentTarget.checked })}
        />
        <span>{words.adult}</span>
      </label>
      <p id="adult-first" class="warning" hidden={adult || !asked}>
        {words.adultFirst}
      </p>
      <div class="choices">
        <Choice
          icon="text"
          test="start-text"
          title={words.startText}
          line={words.startTextLine}
          go={() => start("text")}
        />
        <Choice
          icon="camera"
          test="start-video"
          title={words.startVideo}
          line={words.startVideoLine}
          go={() => start("video")}
        />
      </div>
    </section>
  );
}

interface ChoiceProps {
  icon: IconName;
  test: string;
  title: string;
  line: string;
  go: () => void;
}

function Choice({ icon, test, title, line, go }: ChoiceProps) {
  return (
    <button class="choice" type="button" data-testid={test} onClick={go}>
      <Icon name={icon} />
      <strong>{title}</strong>
      <span class="small">{line}</span>
    </button>
  );
}

const roles: readonly [Role, IconName, string, string][] = [
  ["chat", "text", words.roleChat, words.roleChatLine],
  ["talk", "talk", words.roleTalk, words.roleTalkLine],
  ["listen", "listen", words.roleListen, words.roleListenLine],
];

function Wishes({ state, page }: { state: State; page: Page }) {
  return (
    <section class="wishes" aria-label={words.wishes}>
      <fieldset class="roles">
        <legend class="label">{words.role}</legend>
        {roles.map(([role, icon, title, line]) => (
          <label key={role} class="role">
            <input
              class="unseen"
              type="radio"
              name="role"
              data-testid={`role-${role}`}
              checked={state.settings.role === role}
              onChange={() => page.dispatch({ type: "role", role })}
            />
            <strong class="row">
              <Icon name={icon} />
              {title}
            </strong>
            <span class="small soft">{line}</span>
          </label>
        ))}
      </fieldset>
      <Interests tags={state.settings.interests} change={(tags) => page.dispatch({ type: "interests", tags })} />
      <LanguageChoice
        language={state.settings.language}
        change={(language) => page.dispatch({ type: "language", language })}
      />
    </section>
  );
}
