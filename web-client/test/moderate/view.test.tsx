import { signal } from "@preact/signals";
import { render } from "preact";
import { afterEach, expect, it, vi } from "vitest";
import type { Event } from "../../src/moderate/event";
import type { State } from "../../src/moderate/state";
import { App } from "../../src/moderate/view/app";
import { words } from "../../src/moderate/words";
import { all, drawn, press, the } from "../view/page";
import { after, appeal, earlier, file, inAppeal, inCase, NOW, row, signedIn } from "./given";

const root = document.createElement("div");
afterEach(() => {
  render(null, root);
  root.remove();
});

function show(state: State, picture = vi.fn<() => Promise<Blob>>()) {
  const dispatch = vi.fn<(event: Event) => void>();
  document.body.append(root);
  render(<App state={signal(state)} dispatch={dispatch} picture={picture} />, root);
  return { dispatch, picture };
}

const report = {
  id: 11,
  created: NOW,
  reason: "harassment",
  note: "<img src=x onerror=sly()>",
  mode: "text",
  seconds: 90,
  lines: [
    { reported: true, line: 2, at: NOW, text: "<script>sly()</script>" },
    { reported: true, line: 5, at: NOW, text: "hello" },
  ],
  notAttached: 3,
  evidence: "readable",
  frame: true,
  credible: true,
} as const;
const reported = after(inCase, { type: "file", file: file(1, { reports: [report] }) });

it("hides what was written until it is asked for, and shows it as text with its gaps", async () => {
  show(reported);
  expect(root.textContent).not.toContain("hello");
  await press("show-lines");
  expect(all("line").map((line) => line.querySelector("bdi")?.textContent)).toEqual([
    "<script>sly()</script>",
    "hello",
  ]);
  expect(the("note").textContent).toBe("<img src=x onerror=sly()>");
  expect(root.querySelectorAll("script, img")).toHaveLength(0);
  expect([...root.querySelectorAll(".gap")].map((gap) => gap.textContent)).toEqual([
    "1 line not attached",
    "2 lines not attached",
  ]);
  expect(the("not-attached").textContent).toBe("3 lines not attached");
});

it("fetches a picture only when asked, and shows it blurred until asked again", async () => {
  vi.stubGlobal("createImageBitmap", () => Promise.resolve({ width: 4, height: 3, close: () => undefined }));
  const { picture } = show(
    reported,
    vi.fn(() => Promise.resolve(new Blob())),
  );
  expect(picture).not.toHaveBeenCalled();
  await press("frame-fetch");
  await drawn();
  expect(the("frame").className).toBe("blurred");
  await press("frame-clear");
  expect(the("frame").className).toBe("");
  vi.unstubAllGlobals();
});

it("lets nobody decide what somebody else reads just now", () => {
  const taken = row(1, 1, { taken: { name: "Ada", until: NOW + 60_000, mine: false } });
  show(after(signedIn, { type: "open", id: 1 }, { type: "file", file: file(1, { row: taken }) }));
  expect(the("taken").textContent).toContain("Ada");
  expect(all("decision")).toHaveLength(0);
});

it("lets one take back what was decided, and decide nothing twice", async () => {
  const done = file(1, { row: row(1, 9, { decided: NOW }), earlier: [earlier, { ...earlier, id: 71, lifted: NOW }] });
  const { dispatch } = show(after(signedIn, { type: "open", id: 1 }, { type: "file", file: done }));
  expect(all("decision")).toHaveLength(0);
  await press("undo-earlier");
  expect(dispatch).toHaveBeenCalledWith({ type: "undoing", decision: 70 });
});

it("tells the first decider why the appeal is another's", () => {
  show(after(signedIn, { type: "appeal", appeal: appeal(1, { yours: false }) }));
  expect(the("not-yours").textContent).toBe(words.notYours);
  expect(all("answer")).toHaveLength(0);
});

it("shows an appeal beside the first decision and who made it", () => {
  show(inAppeal);
  expect(the("appeal-text").textContent).toBe("It was not me.");
  expect(the("earlier").textContent).toContain("by Ada");
});

it("has a kind word where nothing waits", () => {
  show(after(signedIn, { type: "queue", queue: { now: NOW, cases: [], appeals: [] } }));
  expect(the("nothing").textContent).toContain(words.none);
  expect(all("filter")).toHaveLength(0);
});
