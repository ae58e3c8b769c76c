import { expect, it } from "vitest";
import { saysHarm } from "../../src/care/harm";

it.each([
  "I want to die",
  "some days i wanna die",
  "I'm going to kill myself",
  "thinking about ending my life",
  "I don't want to live anymore",
  "i dont want to be here anymore",
  "I wish I was dead",
  "they'd be better off without me",
  "I've been hurting myself again",
  "cutting myself",
  "I feel suicidal",
  "there is no reason to live",
])("notices %j", (text) => {
  expect(saysHarm(text)).toBe(true);
});

it.each([
  "I don't want to die",
  "I never want to die",
  "I want to die of embarrassment",
  "I wanna die laughing",
  "nearly killed myself laughing",
  "I could kill myself for a pizza",
  "this heat is killing me",
  "I'm dying to see it",
  "Suicide Squad is a bad film",
  "I cut myself shaving",
  "I want to live by the sea",
  "he wanted to die in the game",
  "that joke killed",
  "how do I end my lift ride",
  "",
])("leaves %j alone", (text) => {
  expect(saysHarm(text)).toBe(false);
});
