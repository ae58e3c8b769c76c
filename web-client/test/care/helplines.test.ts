import { expect, it } from "vitest";
import { dialled, guess } from "../../src/care/helplines";

const countries = ["US", "DE", "CH"].map((country) => ({ country, lines: [] }));

it("guesses the country from the browser's languages, and none from a language alone", () => {
  expect(guess(countries, ["de-CH", "en-US"])).toBe("CH");
  expect(guess(countries, ["fr", "zh-Hant-TW", "en-US"])).toBe("US");
  expect(guess(countries, ["de", "en"])).toBeNull();
});

it("dials what a telephone takes", () => {
  expect(dialled("0800 1110-111")).toBe("tel:08001110111");
  expect(dialled("+1 (800) 273")).toBe("tel:+1800273");
});
