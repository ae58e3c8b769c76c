import { expect, it } from "vitest";
import type { Event } from "../../src/state";
import * as given from "../given";
import { after, ROOM, server } from "../given";
import { all, key, press, show, the, write } from "./page";

const line = (n: number, text: string): Event =>
  server({ type: "chat", room: ROOM, line: n, at: n, text, seal: `s${n}` });

const nasty = [
  "<img src=x onerror=alert(1)>",
  "<script>alert(1)</script>",
  "https://example.org/ and javascript:alert(1)",
  "&lt;b&gt; {{x}} ${x}",
];

it("shows text as text: no markup, no links", () => {
  show(after(given.textRoom(), ...nasty.map((text, at) => line(at + 1, text))));
  expect(all("chat-line").map((each) => each.textContent)).toEqual(nasty);
  expect(the("chat-log").querySelectorAll("a, img, script, b")).toHaveLength(1); // the own alias, in bold
});

it("shows interests as text", () => {
  show(given.landing({ settings: { interests: nasty.slice(0, 2) } }));
  expect(all("interest-tag").map((each) => each.textContent)).toEqual(nasty.slice(0, 2));
});

it("says whose each line is and how far it has come", async () => {
  const page = show(after(given.textRoom(), line(1, "hi"), { type: "chat", text: "hello" }));
  const [theirs, mine] = all("chat-line").map(({ dataset }) => [dataset["from"], dataset["line"], dataset["state"]]);
  expect(theirs).toEqual(["partner", "1", "received"]);
  expect(mine).toEqual(["me", "1", "pending"]);
  await page.happens(server({ type: "sealed", room: ROOM, line: 1, at: 5, seal: "s" }));
  expect(all("chat-line")[1]?.dataset["state"]).toBe("sent");
});

it("announces new lines only", () => {
  show(given.textRoom());
  expect(the("chat-log").getAttribute("role")).toBe("log");
  expect(the("chat-log").getAttribute("aria-relevant")).toBe("additions");
});

it("sends with Enter and with the button, and empties the field", async () => {
  const page = show(given.textRoom());
  await write("chat-input", " one ");
  await key(the("chat-input"), "Enter");
  expect(the<HTMLTextAreaElement>("chat-input").value).toBe("");
  await write("chat-input", "two");
  await press("chat-send");
  expect(page.dispatched.filter((event) => event.type === "chat")).toMatchObject([
    { type: "chat", text: "one" },
    { type: "chat", text: "two" },
  ]);
});

it("does not send while composing, with Shift, or nothing", async () => {
  const page = show(given.textRoom());
  await key(the("chat-input"), "Enter");
  await write("chat-input", "にほ");
  await key(the("chat-input"), "Enter", { isComposing: true });
  await key(the("chat-input"), "Enter", { shiftKey: true });
  expect(page.dispatched.filter((event) => event.type === "chat")).toEqual([]);
});

it("shows that the partner is writing, until the line is there", async () => {
  const page = show(given.textRoom());
  await page.happens(server({ type: "typing", room: ROOM }));
  expect(all("typing")).toHaveLength(1);
  await page.happens(line(1, "there"));
  expect(all("typing")).toHaveLength(0);
});

it("lets one read on after the partner left, and write no more", () => {
  const left = server({ type: "partner-left", room: ROOM, reason: "left" });
  show(after(given.textRoom(), line(1, "bye"), left));
  expect(all("chat-line")).toHaveLength(1);
  expect(all("chat-input")).toHaveLength(0);
});

it("makes tags of what is entered, by Enter and by comma", async () => {
  show(given.landing());
  await write("interests", "night trains");
  await key(the("interests"), "Enter");
  await write("interests", "tea,");
  expect(all("interest-tag").map((each) => each.textContent)).toEqual(["night trains", "tea"]);
  await key(the("interests"), "Backspace");
  expect(all("interest-tag").map((each) => each.textContent)).toEqual(["night trains"]);
});
