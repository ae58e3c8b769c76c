import type { MediaPath } from "../protocol.generated";
import type { State } from "../state";
import { cannotHide } from "../state";
import { Icon, type IconName } from "./icons";
import type { Page } from "./page";
import { pathWords } from "./path.words";
import { words } from "./words";

const icons: Record<MediaPath, IconName> = { direct: "next", private: "hidden" };

/** The way into the line for video. The first time each way is a button of its own, later the choice stands beside. */
export function Go({ state, page }: { state: State; page: Page }) {
  const { path } = state.settings;
  const paths = state.paths ?? [];
  const closed = state.media.is !== "open";
  if (paths.length > 1 && path === null) return <Ask paths={paths} closed={closed} page={page} />;
  const [only] = paths;
  const stuck = cannotHide(state);
  const none = state.paths === null ? words.serverAway : words.noPath;
  return (
    <>
      {paths.length > 1 ? (
        <Paths path={path} page={page} />
      ) : (
        <p
          class={stuck || only === undefined ? "warning" : "small soft"}
          data-testid="only-path"
          data-path={only ?? ""}
        >
          {only === undefined ? none : words.onlyPath[only]}
        </p>
      )}
      <div class="buttons">
        {stuck ? (
          <button
            class="button"
            type="button"
            data-testid="go-direct"
            disabled={closed}
            onClick={() => page.dispatch({ type: "go", path: "direct" })}
          >
            {pathWords.goDirect}
          </button>
        ) : (
          <button
            class="button primary"
            type="button"
            data-testid="go"
            disabled={closed || only === undefined}
            onClick={() => page.dispatch({ type: "go" })}
          >
            {pathWords.go}
            <Icon name="next" />
          </button>
        )}
      </div>
    </>
  );
}

/** Asked in the click that starts. */
function Ask({ paths, closed, page }: { paths: readonly MediaPath[]; closed: boolean; page: Page }) {
  return (
    <div role="group" aria-labelledby="path">
      <h2 id="path">{pathWords.path}</h2>
      <div class="choices">
        {paths.map((path) => (
          <button
            key={path}
            class="choice"
            type="button"
            data-testid={`go-${path}`}
            disabled={closed}
            onClick={() => page.dispatch({ type: "go", path })}
          >
            <Icon name={icons[path]} />
            <strong>{pathWords.paths[path][0]}</strong>
            <span class="small">{pathWords.paths[path][1]}</span>
          </button>
        ))}
      </div>
    </div>
  );
}

/** The choice as it is remembered. */
export function Paths({ path, page, later }: { path: MediaPath | null; page: Page; later?: boolean }) {
  return (
    <fieldset class="paths">
      <legend class="label">{pathWords.path}</legend>
      {(["direct", "private"] as const).map((each) => (
        <label key={each} class="check">
          <input
            type="radio"
            name={later ? "path-later" : "path"}
            data-testid={`path-${each}`}
            checked={path === each}
            onChange={() => page.dispatch({ type: "path", path: each })}
          />
          <span>
            {pathWords.paths[each][0]}
            <span class="block small soft">{pathWords.paths[each][1]}</span>
          </span>
        </label>
      ))}
      {later && <p class="small soft">{pathWords.pathLater}</p>}
    </fieldset>
  );
}
