import { afterEach, beforeEach, expect, it, vi } from "vitest";
import * as given from "../given";
import { all, drawn, press, show, the } from "./page";

const helplines = {
  countries: [
    {
      country: "DE",
      emergency: { number: "112", source: "https://example.org", checked: "2026-11-28" },
      lines: [
        {
          name: "TelefonSeelsorge",
          number: "0800 1110111",
          about: "Day and night",
          source: "https://example.org",
          checked: "2026-11-28",
        },
      ],
    },
    { country: "NZ", emergency: { number: "111", source: "https://example.org", checked: "2026-11-28" }, lines: [] },
  ],
};

const fetched = vi.fn<(path: string) => Promise<Response>>();

beforeEach(() => {
  fetched.mockReset();
  fetched.mockImplementation(() => Promise.resolve(Response.json(helplines)));
  vi.stubGlobal("fetch", fetched);
});

afterEach(() => vi.unstubAllGlobals());

async function open(): Promise<void> {
  await press("help-open");
  await drawn();
}

async function choose(country: string): Promise<void> {
  const select = the<HTMLSelectElement>("help-country");
  select.value = country;
  select.dispatchEvent(new Event("change", { bubbles: true }));
  await drawn();
}

it.each([
  ["landing", () => given.landing()],
  ["waiting", given.inLine],
  ["a conversation", given.textRoom],
])("stands open on %s, and says first what Passerby is not", async (_, state) => {
  const page = show(state());
  expect(fetched).not.toHaveBeenCalled();
  await open();
  expect(the("help").textContent).toContain("not a crisis service");
  expect(fetched.mock.calls).toEqual([["/helplines.json"]]);
  expect(page.said().filter(({ type }) => type !== "hello" && type !== "find" && type !== "here")).toEqual([]);
});

it("names lines by country, with numbers to call and the day on which somebody checked them", async () => {
  show(given.landing());
  await open();
  await choose("DE");
  expect(all("helpline").map((link) => link.getAttribute("href"))).toEqual(["tel:112", "tel:08001110111"]);
  expect(the("helplines").textContent).toContain("TelefonSeelsorge");
  expect(the("helplines").textContent).toContain("Nov 28, 2026");
});

it("says what to do where there is no line, or the list does not come", async () => {
  show(given.landing());
  await open();
  await choose("");
  expect(the("help-elsewhere").textContent).toContain("emergency number");
  the<HTMLDialogElement>("help").close();
  await drawn();

  fetched.mockImplementation(() => Promise.reject(new TypeError("offline")));
  await open();
  expect(the("help-missing").getAttribute("role")).toBe("alert");
  fetched.mockImplementation(() => Promise.resolve(Response.json(helplines)));
  await press("help-retry");
  await drawn();
  expect(all("help-missing")).toHaveLength(0);
  expect(all("help-country")).toHaveLength(1);
});
