// Wired by hand: what this browser remembers, the rules, what does their bidding, and the view.

import { render } from "preact";
import { Effects } from "./effects";
import { first } from "./first";
import { describeRoot } from "./root";
import { remember, save } from "./storage";
import { makeStore } from "./store";
import type { Event } from "./state";
import { showAttention } from "./title";
import { App } from "./view/app";
import { fetchLater } from "./view/later";

const root = document.getElementById("app");
if (root === null) throw new Error("index.html has no #app");

const beginning = first(await remember());
// The two need each other: effects tell the store what happened, the store tells them what to do.
const effects = new Effects((event: Event) => store.dispatch(event));
const store = makeStore(
  beginning,
  (effect) => effects.perform(effect),
  (before, state) => {
    save(before, state);
    describeRoot(root, state);
    if (state.attention !== before?.attention) showAttention(state.attention);
  },
);

const { ownVideo, remoteVideo } = effects.pictures;
render(<App {...store} level={effects.level} ownVideo={ownVideo} remoteVideo={remoteVideo} />, root);
store.dispatch({ type: "begin" });

// The rest of the page comes while one reads the first of it: before it is needed, and not in the way of anything.
const rest = (): void => void Promise.all([effects.fetch(), fetchLater()]);
if ("requestIdleCallback" in window) requestIdleCallback(rest, { timeout: 1_000 });
else setTimeout(rest, 200);
