// The page in sight or not, the network, dialogs, forgetting.

import type { State } from "../state";
import { defaults, NEW_LINK } from "../first";
import { mend } from "./call";
import { onLook } from "./judged";
import { stopCountdown, toLanding } from "./leave";
import { hurry, onHome, ping } from "./link";
import { sayHere } from "./meet";
import { andThen, idle, say, stay } from "./parts";
import type { Step } from "./parts";
import { refreshDeposit } from "./wait";

export function onVisible(state: State, visible: boolean): Step {
  // A page out of sight looks for nobody by itself.
  if (!visible) return stopCountdown({ ...state, visible });
  const seen: Step = [{ ...state, visible, attention: null }, []];
  return [hurry, ping, sayHere, onLook].reduce(andThen, seen);
}

export function onNetwork(state: State): Step {
  const alive = andThen(hurry(state), ping);
  const fresh = andThen(alive, (now) => (now.phase === "waiting" ? refreshDeposit(now) : stay(now)));
  return andThen(fresh, mend);
}

export function onDialog(state: State, open: boolean): Step {
  const to = { ...state, dialog: open, escArmed: false };
  return open ? stopCountdown(to) : stay(to);
}

export function onNoticeSeen(state: State): Step {
  const report = state.report?.is === "sending" ? state.report : null;
  return stay({ ...state, notice: null, report });
}

/// Whoever enters an address means to go there: what is going on here ends, and the partner is told at once. The session
/// stays in the lane that it is from.
export function onLane(state: State, lane: string): Step {
  if (lane === state.session.lane) return stay(state);
  return andThen(rest(state), (now) => [{ ...now, session: { ...now.session, token: null } }, [{ do: "start-over" }]]);
}

/// Said in the next hello; whoever was turned away without it tries again at once.
export function onAge(state: State, age: string): Step {
  const proven: State = { ...state, session: { ...state.session, age } };
  return proven.phase === "refused" && proven.why === "age" ? onHome(proven) : stay(proven);
}

function rest(state: State): Step {
  const told: Step = [state, idle(state) ? [] : say(state, { type: "stop" })];
  return andThen(told, toLanding);
}

/// Everything this browser remembers. The server meets a stranger.
export function onForget(state: State): Step {
  return andThen(rest(state), (now) => {
    const session = { ...now.session, token: null, browserKey: null, age: null, owed: [] };
    const blank: State = {
      ...now,
      session,
      link: NEW_LINK,
      settings: defaults(session.language),
      alias: null,
      judged: null,
      report: null,
    };
    return [blank, [{ do: "disconnect" }, { do: "forget" }, { do: "connect", after: { is: "none" } }]];
  });
}
