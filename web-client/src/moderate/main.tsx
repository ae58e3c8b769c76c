// The moderators' page, wired by hand: the rules, what does their bidding, and the view.

import { signal } from "@preact/signals";
import { render } from "preact";
import { file } from "./client";
import { isKnown, perform } from "./effects";
import type { Event } from "./event";
import { FIRST } from "./state";
import { step } from "./step";
import "./styles.css";
import { App } from "./view/app";

const root = document.getElementById("app");
if (root === null) throw new Error("moderate.html has no #app");

const state = signal(FIRST);
const dispatch = (event: Event): void => {
  const [next, effects] = step(state.value, event);
  state.value = next;
  root.dataset["place"] = next.place.at;
  for (const effect of effects) perform(effect, dispatch);
};

/// An invitation stands behind the #, which no server and no log gets to see; nor does the history keep it.
const invitation = new URLSearchParams(location.hash.slice(1)).get("invite");
if (invitation !== null) history.replaceState(null, "", location.pathname);

const TICK = 10_000;
setInterval(() => dispatch({ type: "tick", passed: TICK }), TICK);

render(<App state={state} dispatch={dispatch} picture={(id, report) => file("frame", { id, report })} />, root);
dispatch({ type: "begin", invitation, known: isKnown() });
