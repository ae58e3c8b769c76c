// @vitest-environment node
// What the browser must have before somebody sees the page: the scripts and styles of the built index.html with all that
// they import. What comes later does not count.

import { gzipSync } from "node:zlib";
import { beforeAll, expect, it } from "vitest";
import { build, type Rolldown } from "vite";

const KB = 1_000;
let files: Rolldown.RolldownOutput["output"];

beforeAll(async () => {
  const built = await build({ logLevel: "error", build: { write: false } });
  files = (built as Rolldown.RolldownOutput).output;
}, 60_000);

function first(suffix: string): string[] {
  const page = String((files.find(({ fileName }) => fileName === "index.html") as Rolldown.OutputAsset).source);
  const needed = new Set([...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, name = ""]) => name));
  for (const name of needed) {
    const file = files.find(({ fileName }) => fileName === name);
    if (file?.type === "chunk") for (const each of file.imports) needed.add(each);
  }
  return [...needed].filter((name) => name.endsWith(suffix));
}

function gzipped(names: readonly string[]): number {
  const texts = files.map((file) => [file.fileName, file.type === "chunk" ? file.code : file.source] as const);
  return texts
    .filter(([name]) => names.includes(name))
    .reduce((sum, [, text]) => sum + gzipSync(text, { level: 9 }).length, 0);
}

it("shows the landing page with at most 40 kB of script", () => {
  expect(first(".js")).toHaveLength(1);
  expect(gzipped(first(".js"))).toBeLessThan(40 * KB);
});

it("and with at most 15 kB of styles", () => {
  expect(first(".css")).toHaveLength(1);
  expect(gzipped(first(".css"))).toBeLessThan(15 * KB);
});

it("does not wait for what only a call, a dialog or a conversation needs", () => {
  const [name] = first(".js");
  const chunk = files.find(({ fileName }) => fileName === name) as Rolldown.OutputChunk;
  const modules = Object.keys(chunk.modules).map((id) => id.replace(/^.*\/src\//, ""));
  expect(modules).toContain("view/landing.tsx");
  for (const later of ["peer.ts", "media.ts", "view/stage.tsx", "view/report.tsx", "view/conversation.tsx"])
    expect(modules).not.toContain(later);
});
