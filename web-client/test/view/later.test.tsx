import { render } from "preact";
import { afterEach, expect, it } from "vitest";
import { later } from "../../src/view/later";
import { all, drawn, press, the } from "./page";

let root: HTMLElement;

afterEach(() => {
  render(null, root);
  root.remove();
});

it("says where a part of the page did not come, and tries again", async () => {
  let online = false;
  const Part = later(async () => {
    if (!online) throw new TypeError("Failed to fetch dynamically imported module");
    return ({ word }: { word: string }) => <p data-testid="part">{word}</p>;
  });
  root = document.body.appendChild(document.createElement("div"));
  render(<Part word="here" />, root);
  await drawn();
  expect(all("part")).toHaveLength(0);
  await press("missing-retry");
  expect(all("missing")).toHaveLength(1);
  online = true;
  await press("missing-retry");
  expect(the("part").textContent).toBe("here");
  expect(all("missing")).toHaveLength(0);
});
