import type { Refused as RefusedState, ServerAway as AwayState, Shared, State } from "../state";
import { Plain } from "./frame";
import { Icon } from "./icons";
import type { Page } from "./page";
import { words } from "./words";

/** The server will not have us, or not now. */
export function Refused({ state, page }: { state: Shared & RefusedState; page: Page }) {
  const [title, line] = words.refused[state.why];
  return (
    <Plain page={page} online={state.online ?? 1}>
      <h1 tabIndex={-1}>{title}</h1>
      <p data-testid="refused">{line}</p>
      {state.why === "age" && (
        <a class="button primary" href="/age" data-testid="prove-age">
          {words.prove}
        </a>
      )}
      {state.retryAfter !== null && <p class="soft">{words.retryAfter(state.retryAfter)}</p>}
      <button class="button" type="button" data-testid="home" onClick={() => page.dispatch({ type: "home" })}>
        {words.home}
      </button>
    </Plain>
  );
}

/** We are wanted elsewhere and cannot get there: the server does not answer. */
export function ServerAway({ state, page }: { state: Shared & AwayState; page: Page }) {
  return (
    <Plain page={page} online={0}>
      <h1 tabIndex={-1} data-testid="server-away">
        {words.serverAway}
      </h1>
      <p>{words.serverAwayLine}</p>
      <p class="soft">{words.attempt(state.link.attempt)}</p>
      <div class="buttons">
        <button
          class="button primary"
          type="button"
          data-testid="retry-now"
          onClick={() => page.dispatch({ type: "retry-now" })}
        >
          <Icon name="again" />
          {words.retryNow}
        </button>
        <button class="button" type="button" data-testid="stop" onClick={() => page.dispatch({ type: "stop" })}>
          {words.stop}
        </button>
      </div>
    </Plain>
  );
}

/** The session went on in another tab. */
export function Replaced({ state, page }: { state: State; page: Page }) {
  return (
    <Plain page={page} online={state.online ?? 1}>
      <h1 tabIndex={-1}>{words.replaced}</h1>
      <p>{words.replacedLine}</p>
      <button
        class="button primary"
        type="button"
        data-testid="use-here"
        onClick={() => page.dispatch({ type: "use-here" })}
      >
        {words.takeOver}
      </button>
    </Plain>
  );
}
