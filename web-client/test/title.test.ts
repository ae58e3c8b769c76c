import { expect, it } from "vitest";
import { showAttention } from "../src/title";

function icon(): string | undefined {
  return document.querySelector("link")?.href.replace(/^.*\//, "");
}

it("calls by title and icon, and is calm again afterwards", () => {
  document.head.innerHTML =
    '<title>Passerby: hello</title><link rel="icon" href="/icon.svg" data-attention="/icon-here.svg">';
  showAttention(null);
  expect([document.title, icon()]).toEqual(["Passerby: hello", "icon.svg"]);
  showAttention("match");
  expect(document.title).toContain("Someone is here");
  expect(icon()).toBe("icon-here.svg");
  showAttention("line");
  expect(document.title).toContain("New message");
  showAttention(null);
  expect([document.title, icon()]).toEqual(["Passerby: hello", "icon.svg"]);
});
