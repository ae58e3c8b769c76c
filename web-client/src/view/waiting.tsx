import type { Shared, Waiting as WaitingState } from "../state";
import { Top } from "./frame";
import { later } from "./later";
import type { Page } from "./page";
import { Street } from "./street";
import { AliasWindow } from "./window";
import { words } from "./words";

const Thought = later(async () => (await import("./thought")).Thought);

export function Waiting({ state, page }: { state: Shared & WaitingState; page: Page }) {
  const { estimate, relaxed } = state.outlook;
  // The server counts every few seconds: it may not have counted us yet.
  const online = Math.max(1, state.online ?? 1);
  return (
    <div class="page waiting">
      <Top page={page} />
      <main class="quiet middle" data-testid="waiting">
        <Windows state={state} page={page} />
        <h1 tabIndex={-1}>{words.waiting}</h1>
        {state.asleepPartner && <p>{words.asleepPartner}</p>}
        <p class="lede">
          <span class="block" data-testid="wait-online">
            {words.onlineLong(online)}
          </span>
          <span class="block" data-testid="wait-estimate">
            {online === 1 ? words.waitAlone : estimate === null ? words.waitUnknown : words.waitEstimate(estimate)}
          </span>
        </p>
        {state.mode === "video" && state.media.problem !== null && (
          <p class="warning" data-testid="problem" data-problem={state.media.problem}>
            {words.problems[state.media.problem]}{" "}
            <button
              class="button"
              type="button"
              data-testid="problem-retry"
              onClick={() => page.dispatch({ type: "problem-retry" })}
            >
              {words.retry}
            </button>
          </p>
        )}
        <Thought state={state} page={page} />
        <button class="button" type="button" data-testid="stop" onClick={() => page.dispatch({ type: "stop" })}>
          {words.stop}
        </button>
        <div class="wider small">
          {relaxed.length > 0 && (
            <>
              <p class="label">{words.relaxedTitle}</p>
              <ul data-testid="relaxed">
                {relaxed.map((wish) => (
                  <li key={wish}>{words.relaxed[wish]}</li>
                ))}
              </ul>
            </>
          )}
        </div>
      </main>
      <footer>
        <Street online={online} walkers />
      </footer>
    </div>
  );
}

/** Mine is lit; the other is about to be. */
function Windows({ state, page }: { state: Shared & WaitingState; page: Page }) {
  const picture = state.mode === "video" && state.media.is === "open" && state.media.camera && state.media.hasCamera;
  return (
    <div class="windows row">
      {picture ? (
        <div class="own-arch">
          <video ref={page.ownVideo} class="mirrored" aria-label={words.ownVideo} playsInline muted />
        </div>
      ) : (
        <AliasWindow alias={state.alias ?? ""} />
      )}
      <AliasWindow alias={words.name} dark />
    </div>
  );
}
