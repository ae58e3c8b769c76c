import { expect, it } from "vitest";
import type { State } from "../../src/state";
import { pictureWords } from "../../src/view/picture.words";
import { words } from "../../src/view/words";
import * as given from "../given";
import { after, server, timer } from "../given";
import { all, drawn, press, show, the } from "./page";

const conversation = ["partner-alias", "partner-status", "chat-log", "chat-input", "chat-send", "next", "stop"];
const ways = ["report", "block", "settings-open", "shortcuts-open", "status", "alert"];
const picture = ["remote-video", "own-video", "own-alias", "mute", "camera"];
const blank = { adult: false };

const screens: readonly (readonly [string, () => State, readonly string[]])[] = [
  [
    "landing",
    () => given.landing({ settings: blank }),
    "adult start-text start-video interests language role-chat role-talk role-listen online settings-open status alert".split(
      " ",
    ),
  ],
  [
    "preview",
    given.preview,
    "preview-video camera-select microphone-select level original-sound go text-instead back".split(" "),
  ],
  ["waiting", given.inLine, ["waiting", "wait-online", "wait-estimate", "stop"]],
  ["connecting", given.connecting, [...conversation, ...ways, ...picture]],
  ["a connected call", given.connected, [...conversation, ...ways, ...picture]],
  ["a connected chat", given.textRoom, [...conversation, ...ways, "own-alias"]],
  ["reconnecting", given.reconnecting, [...conversation, ...ways, ...picture]],
  [
    "partner-left",
    given.left,
    "partner-left left-next auto-next-countdown auto-next-cancel auto-next-toggle left-report left-block left-home".split(
      " ",
    ),
  ],
  ["refused", given.refused, ["refused", "home"]],
  ["server-away", given.away, ["server-away", "retry-now", "stop"]],
  ["replaced", given.replaced, ["use-here"]],
];

it.each(screens)("shows what one looks for in %s, once each, under one heading", (_, state, ids) => {
  show(state());
  for (const id of ids) the(id);
  expect(document.querySelectorAll("h1")).toHaveLength(1);
  expect(document.querySelectorAll("main")).toHaveLength(1);
});

it.each(["denied", "blocked", "none", "in-use", "other"] as const)(
  "says of a camera that is %s what that means, what helps, and tries again",
  async (problem) => {
    const page = show(after(given.landing(), { type: "start", mode: "video" }));
    expect(the("problem").dataset["problem"]).toBe("asking");
    await page.happens({ type: "media-problem", problem });
    expect(the("problem").dataset["problem"]).toBe(problem);
    expect(the("problem").textContent).toContain(words.problems[problem] + pictureWords.problemHelp[problem]);
    await press("problem-retry");
    expect(the("problem").dataset["problem"]).toBe("asking");
  },
);

it("does not start before the box is ticked, and then takes one to it", async () => {
  const page = show(given.landing({ settings: blank }));
  await press("start-text");
  expect(page.state.value.phase).toBe("landing");
  expect(document.activeElement).toBe(the("adult"));
  await press("adult");
  await press("start-text");
  expect(page.state.value.phase).toBe("waiting");
});

it("lists what a wait has let go of, in words", () => {
  show(after(given.inLine(), server({ type: "waiting", mode: "text", online: 2, relaxed: ["interests", "role"] })));
  expect(the("relaxed").children).toHaveLength(2);
});

it("helps after ten seconds without a picture", async () => {
  const page = show(given.connecting());
  expect(all("connecting-help")).toHaveLength(0);
  await page.happens(timer("media"));
  expect(the("connecting-help").textContent).not.toBe("");
});

it("says in words what the partner does not send", async () => {
  const page = show(given.connected());
  const media = { type: "media", room: given.ROOM, shown: true, looks: true } as const;
  await page.happens(server({ ...media, microphone: false, camera: false }));
  expect(all("partner-muted")).toHaveLength(1);
  expect(all("partner-camera-off")).toHaveLength(1);
  await page.happens(server({ ...media, microphone: true, camera: true }));
  expect(all("partner-muted")).toHaveLength(0);
  expect(all("partner-camera-off")).toHaveLength(0);
});

it("keeps one picture of the partner through all of a conversation", async () => {
  const page = show(given.connecting());
  const video = the("remote-video");
  await page.happens({ type: "frame", ...given.of }, given.lost);
  expect(page.state.value.phase).toBe("reconnecting");
  expect(the("remote-video")).toBe(video);
});

it("hands over the own picture from the line to the call", async () => {
  const page = show(given.inVideoLine());
  expect(page.ownVideo.mock.lastCall?.[0]).toBeInstanceOf(HTMLVideoElement);
  await page.happens(given.matched());
  expect(page.ownVideo.mock.lastCall?.[0]).toBe(the("own-video"));
});

it("counts down in sight, and stops when told to wait", async () => {
  const page = show(given.left());
  expect(the("auto-next-countdown").textContent).toContain("3");
  await page.happens(timer("countdown"));
  expect(the("auto-next-countdown").textContent).toContain("2");
  await press("auto-next-cancel");
  expect(all("auto-next-countdown")).toHaveLength(0);
});

it("takes the keyboard to the line in a chat, and to the heading elsewhere", async () => {
  const page = show(given.inLine());
  await page.happens(given.matched({ mode: "text" }));
  expect(document.activeElement).toBe(the("chat-input"));
  await page.happens(server({ type: "partner-left", room: given.ROOM, reason: "left" }));
  expect(document.activeElement?.tagName).toBe("H1");
  await drawn();
});
