import { expect, it } from "vitest";
import type { Event } from "../../src/state";
import { seen } from "../../src/view/snapshot";
import * as given from "../given";
import { after, ROOM, server } from "../given";
import { all, drawn, key, press, show, the, write } from "./page";

const line = (n: number): Event =>
  server({ type: "chat", room: ROOM, line: n, at: n, text: `line ${n}`, seal: `s${n}` });
const escapes = (events: readonly Event[]): number => events.filter((event) => event.type === "escape").length;

it("tells of Esc, but not from a dialog, nor while composing, nor when held down", async () => {
  const page = show(given.connected());
  await key(document.body, "Escape");
  expect(escapes(page.dispatched)).toBe(1);
  await key(document.body, "Escape", { isComposing: true });
  await key(document.body, "Escape", { repeat: true });
  await press("report");
  await key(the("report-dialog"), "Escape");
  expect(escapes(page.dispatched)).toBe(1);
});

it("goes next by Esc twice", async () => {
  const page = show(given.connected());
  await key(document.body, "Escape");
  expect(the("status").textContent).toContain("Esc");
  await key(document.body, "Escape");
  expect(page.state.value.phase).toBe("waiting");
});

it("holds everything else still while a dialog is open", async () => {
  const page = show(given.left());
  await press("left-report");
  expect(page.state.value.dialog).toBe(true);
  expect(all("auto-next-countdown")).toHaveLength(0);
  the<HTMLDialogElement>("report-dialog").close();
  await drawn();
  expect(all("report-dialog")).toHaveLength(0);
  expect(page.state.value.dialog).toBe(false);
});

it("opens the shortcuts with a question mark, unless one is writing", async () => {
  show(given.textRoom());
  await key(the("chat-input"), "?");
  expect(all("shortcuts")).toHaveLength(0);
  await key(document.body, "?");
  expect(the("shortcuts").textContent).toContain("Esc");
});

it("switches Esc off where it is explained", async () => {
  const page = show(given.connected());
  await press("shortcuts-open");
  await press("esc-next-toggle");
  expect(page.state.value.settings.escNext).toBe(false);
});

it("reports with a reason, a note and the lines one chose, and goes on", async () => {
  const page = show(after(given.textRoom(), line(1), line(2), { type: "chat", text: "not sealed yet" }));
  await press("report");
  expect(the<HTMLButtonElement>("report-send").disabled).toBe(true);
  expect(all("report-line")).toHaveLength(2);
  document.querySelector<HTMLInputElement>('[data-testid="report-reason"][value="spam"]')?.click();
  all("report-line")[1]?.click();
  await write("report-note", "sells things");
  await press("report-send");
  expect(page.said().findLast(({ type }) => type === "report")).toMatchObject({
    reason: "spam",
    note: "sells things",
    lines: [{ line: 2, text: "line 2" }],
  });
  expect(page.state.value.phase).toBe("waiting");
  await page.happens(server({ type: "reported", room: ROOM, receipt: "ABCD-EFGH" }));
  expect(the("receipt").textContent).toBe("ABCD-EFGH");
});

it("reports and leaves", async () => {
  const page = show(given.textRoom());
  await press("report");
  document.querySelector<HTMLInputElement>('[data-testid="report-reason"][value="minor"]')?.click();
  await drawn();
  await press("report-send-stop");
  expect(page.state.value.phase).toBe("landing");
});

it("reports and blocks the last partner, too", async () => {
  const page = show(given.left());
  await press("left-block");
  await press("block-confirm");
  expect(page.said().at(-1)).toMatchObject({ type: "block", room: ROOM });
  await page.happens(server({ type: "blocked", room: ROOM }));
  expect(the<HTMLButtonElement>("left-block").disabled).toBe(true);
});

it("blocks only when sure", async () => {
  const page = show(given.connected());
  await press("block");
  await press("block-cancel");
  expect(page.state.value.phase).toBe("connected");
  await press("block");
  await press("block-confirm");
  expect(page.state.value.phase).toBe("waiting");
});

it("closes what is about a room when the room is gone", async () => {
  const page = show(given.connected());
  await press("block");
  await page.happens({ type: "next" });
  expect(all("block-dialog")).toHaveLength(0);
  expect(page.state.value.dialog).toBe(false);
});

it("forgets everything only when sure", async () => {
  const page = show(given.landing({ settings: { adult: true, interests: ["tea"] } }));
  await press("settings-open");
  await press("forget");
  expect(page.state.value.settings.adult).toBe(true);
  await press("forget");
  expect(page.state.value.settings.adult).toBe(false);
  expect(all("settings")).toHaveLength(0);
});

it("says what went wrong as an alert that one can put away", async () => {
  const page = show(given.inLine());
  await page.happens(server({ type: "refused", code: "too-fast", about: "find", detail: "slow", retryAfter: 4 }));
  expect(the("alert").textContent).toContain("4");
  the("alert").querySelector("button")?.click();
  await drawn();
  expect(the("alert").textContent).toBe("");
});

it("shows the gaps that a moderator will see, and attaches all or none with one press", async () => {
  show(after(given.textRoom(), line(1), line(2), line(3), line(4)));
  await press("report");
  expect(all("report-gap")).toHaveLength(0);
  all("report-line")[1]?.click();
  await drawn();
  expect(all("report-gap").map((gap) => gap.textContent)).toEqual(["1 line not attached", "2 lines not attached"]);
  await press("report-lines-all");
  expect(all("report-gap")).toHaveLength(0);
  expect(all("report-line").every((box) => (box as HTMLInputElement).checked)).toBe(true);
  await press("report-lines-all");
  expect(all("report-line").some((box) => (box as HTMLInputElement).checked)).toBe(false);
});

it("marks what is read first, in the order of the reasons", async () => {
  show(given.connected());
  await press("report");
  const reasons = all("report-reason").map((radio) => (radio as HTMLInputElement).value);
  expect(reasons).toEqual("minor sexual intimate-image harassment hate threat self-harm spam other".split(" "));
  const urgent = all("report-reason").filter((radio) => radio.parentElement?.querySelector(".urgent"));
  expect(urgent.map((radio) => (radio as HTMLInputElement).value)).toEqual(["minor", "intimate-image", "threat"]);
});

it("offers no picture where there is none, and attaches none by itself", async () => {
  const page = show(given.connected());
  await press("report");
  expect(all("report-frame")).toHaveLength(0);
  document.querySelector<HTMLInputElement>('[data-testid="report-reason"][value="sexual"]')?.click();
  await drawn();
  await press("report-send");
  expect(page.said().findLast(({ type }) => type === "report")).toMatchObject({ frame: false });
});

it("attaches nothing that its maker did not look at", () => {
  const [hidden, looked] = [
    after(given.connected(), { type: "look", on: false }),
    after(given.connected(), { type: "look", on: true }),
  ];
  expect(seen(given.room(hidden))).toBe(false);
  expect(seen(given.room(looked))).toBe(true);
  const cameraOff = server({ type: "media", room: ROOM, microphone: true, camera: false, shown: true, looks: true });
  expect(seen(given.room(after(looked, cameraOff)))).toBe(false);
});
