import { expect, it } from "vitest";
import type { State } from "../../src/state";
import { words } from "../../src/view/words";
import * as given from "../given";
import { after, server } from "../given";
import { all, press, show, the } from "./page";

const both = server({ type: "paths", paths: ["direct", "private"] });
const noRelay = server({ type: "paths", paths: ["direct"] });
const nothing = server({ type: "paths", paths: [] });

function mirror(path: "direct" | "private" | null): State {
  return after(
    given.landing({ settings: { adult: true, path } }),
    { type: "start", mode: "video" },
    { type: "media-open", hasCamera: true, hasMicrophone: true },
  );
}

it("keeps the choice in sight when the settings show it, too", async () => {
  show(mirror("private"));
  await press("settings-open");
  const choices = all("path-private") as HTMLInputElement[];
  expect(choices).toHaveLength(2);
  // Radios of one name are one choice: the later would take the mark from the earlier.
  expect(new Set(choices.map(({ name }) => name)).size).toBe(2);
});

it("says aloud why one who hides is back at the mirror", async () => {
  const page = show(after(mirror("private"), { type: "go" }));
  await page.happens(noRelay);
  expect(page.state.value.phase).toBe("preview");
  expect(the("status").textContent).toBe(words.onlyPath.direct);
  expect(the("only-path").textContent).toBe(words.onlyPath.direct);
  await page.happens(both);
  expect(the("status").textContent).toBe("");
  await page.happens(nothing);
  expect(the("status").textContent).toBe(words.noPath);
});

it("says nothing aloud at the mirror where all is well", () => {
  show(mirror("direct"));
  expect(the("status").textContent).toBe("");
});

it("never tells that picture and sound go straight where they cannot", () => {
  expect(words.privacy([])).toBe(words.privacy(["private"]));
  expect(words.privacy(["direct"])).toContain("could learn your IP address");
});
