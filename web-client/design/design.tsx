// The visual language on one page, in development only: /design/ lists every screen, /design/#name shows one,
// /design/#name+dialog opens a dialog over it.

import { signal } from "@preact/signals";
import { render } from "preact";
import { App } from "../src/view/app";
import { fetchLater } from "../src/view/later";
import type { State } from "../src/state";
import { answers, dialogs, helplines, landingDialogs, receipts, screens } from "./fixtures";
import { mine, theirs } from "./pictures";
import { Sheet } from "./sheet";

window.fetch = () => Promise.resolve(Response.json(helplines));
await fetchLater();

const app = document.getElementById("app");
if (app === null) throw new Error("design/index.html has no #app");

const level = signal(0.42);
const play = (make: () => MediaStream, muted: boolean) => (element: HTMLVideoElement | null) => {
  if (element === null) return;
  element.srcObject ??= make();
  element.muted = muted;
  void element.play();
};

window.fetch = async (url) => {
  const answer = answers[String(url)];
  return answer === undefined ? new Response(null, { status: 404 }) : Response.json(answer);
};

function show(root: HTMLElement): void {
  const [name = "", dialog] = decodeURIComponent(location.hash.slice(1)).split("+");
  const state = screens[name];
  if (state === undefined)
    return render(<Sheet names={Object.keys(screens)} dialogs={dialogs} landing={landingDialogs} />, root);
  root.dataset["phase"] = state.phase;
  localStorage.setItem("passerby.reports", JSON.stringify(receipts));
  const current = signal<State>(state);
  render(
    <App
      state={current}
      dispatch={() => undefined}
      level={level}
      ownVideo={play(mine, true)}
      remoteVideo={play(theirs, name === "video-silent")}
    />,
    root,
  );
  const opener = `[data-testid=${dialog}${["report", "block", "gentle"].includes(dialog ?? "") ? "" : "-open"}]`;
  if (dialog !== undefined) setTimeout(() => document.querySelector<HTMLElement>(opener)?.click(), 50);
  if (dialog === "sheet") setTimeout(() => document.querySelector<HTMLElement>("[data-testid=chat-open]")?.click(), 50);
}

show(app);
window.addEventListener("hashchange", () => location.reload());
