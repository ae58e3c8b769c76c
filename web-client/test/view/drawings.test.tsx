import { render } from "preact";
import { expect, it } from "vitest";
import { Street } from "../../src/view/street";
import { AliasWindow } from "../../src/view/window";
import { conversationWords } from "../../src/view/conversation.words";
import { words } from "../../src/view/words";

function drawn(picture: preact.JSX.Element): string {
  const place = document.createElement("div");
  render(picture, place);
  return place.innerHTML;
}

it("draws the same window for the same alias, and seldom the same for another", () => {
  const aliases = Array.from({ length: 100 }, (_, number) => `Tired Lobster ${number}`);
  const windows = aliases.map((alias) => drawn(<AliasWindow alias={alias} />));
  expect(drawn(<AliasWindow alias="Tired Lobster 7" />)).toBe(windows[7]);
  expect(new Set(windows).size).toBeGreaterThan(80);
});

function lit(online: number): number {
  return (drawn(<Street online={online} />).match(/class="lit" d="([^"]*)"/)?.[1] ?? "").split("Z").length - 1;
}

it("lights as many windows as people are online, as far as there are windows", () => {
  expect(lit(0)).toBe(0);
  expect(lit(7)).toBe(7);
  expect(lit(1_000_000)).toBeLessThan(1_000);
});

it("has a word for everything", () => {
  // One flat object in each file of words.
  const files = import.meta.glob<Record<string, object>>("../../src/view/*words.ts", { eager: true });
  const every = Object.values(files).flatMap((file) => Object.values(file).flatMap((each) => Object.entries(each)));
  expect(every.length).toBeGreaterThan(100);
  const silent = every.flatMap(([key, word]) =>
    (typeof word === "object" ? Object.entries(word) : [["", word]])
      .filter(([, each]) => each === "" || (Array.isArray(each) && each.includes("")))
      .map(([inner]) => `${key}.${String(inner)}`),
  );
  expect(silent).toEqual(["partnerWished.chat"]);
});

it("counts properly", () => {
  expect(words.onlineLong(1)).not.toContain("1");
  expect(words.onlineLong(2)).toContain("2");
  expect(conversationWords.openChat(1)).toContain("1 new line");
  expect(conversationWords.openChat(2)).toContain("2 new lines");
});
