import { expect, it } from "vitest";
import { covered, hasList, loadVeil } from "../../src/care/veil/veil";

const find = await loadVeil();

it.each([
  ["you retard", "you •••"],
  ["what a b1tch, really", "what a •••, really"],
  ["slut and whore", "••• and •••"],
  ["RETARD!", "•••!"],
])("covers %j", (text, seen) => {
  expect(covered(text, find)).toBe(seen);
});

it.each([
  "how are you today?",
  "fuck, I missed the train",
  "I was raped and want to talk about it",
  "el gato negro",
  "Scunthorpe and Penistone are towns",
  "sex education",
  "",
])("leaves %j alone", (text) => {
  expect(covered(text, find)).toBeNull();
});

it("says for which languages there is a list", () => {
  expect(hasList("en")).toBe(true);
  expect(hasList("fr")).toBe(false);
  expect(hasList("toString")).toBe(false);
  expect(hasList(null)).toBe(false);
});

it("covers several in one line, each apart", () => {
  const both = covered("abcdef", () => [
    [0, 2],
    [3, 4],
  ]);
  expect(both).toBe("•••c•••ef");
});
