// What was decided about this visitor. A warning is told until it is noted. Who is sent away asks now and then whether
// that is over or lifted: a little less often each time, when the page comes into sight, and when the time is up.

import type { ServerJudged } from "../protocol.generated";
import type { Refused, State } from "../state";
import { NEW_LINK } from "../first";
import { stopCountdown } from "./leave";
import { say, stay, timer } from "./parts";
import type { Step } from "./parts";

export const NOT_LOOKED = { looks: 0, lately: false } as const;

const MINUTE = 60_000;
const SELDOM = 15 * MINUTE;
const LATELY = 10_000;

export function onJudged(state: State, { statement }: ServerJudged): Step {
  return stopCountdown({ ...state, judged: statement });
}

export function onNoted(state: State): Step {
  const { judged } = state;
  if (judged?.measure !== "warn") return stay(state);
  return [{ ...state, judged: null }, say(state, { type: "noted", code: judged.code })];
}

/// Sent away for a while: by a decision about oneself, or about somebody on the same network.
export function mayEnd(why: Refused["why"]): boolean {
  return why === "moderation" || why === "network";
}

/// Sent away: nobody asks within the next ten seconds, and by itself the page asks after one minute, two, four …
export function rest(state: State): Step {
  if (state.phase !== "refused") return stay(state);
  const pause = Math.min(MINUTE * 2 ** state.looks, SELDOM);
  return [{ ...state, lately: true }, [timer("looked", LATELY), timer("look-again", pause)]];
}

/// The visitor wants to know, or looks at the page again, or the time is up.
export function onLook(state: State): Step {
  return state.phase === "refused" && !state.lately ? lookAgain(state) : stay(state);
}

/// A hello is the question: the answer is `welcome`, or `judged` and `evicted` once more.
export function lookAgain(state: State): Step {
  if (state.phase !== "refused" || !mayEnd(state.why) || state.link.is !== "closed") return stay(state);
  const asking: State = { ...state, link: NEW_LINK, looks: state.looks + 1, lately: true };
  return [asking, [{ do: "connect", after: { is: "none" } }]];
}

export function onLooked(state: State): Step {
  return state.phase === "refused" ? stay({ ...state, lately: false }) : stay(state);
}
