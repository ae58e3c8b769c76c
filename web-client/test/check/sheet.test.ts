import { beforeEach, describe, expect, it, vi } from "vitest";
import { Sheet } from "../../src/check/sheet";

const ONE = "turn:one.example.org:3478";
const OTHER = "turns:other.example.org:443?transport=tcp";

describe("the sheet", () => {
  let main: HTMLElement;
  let sheet: Sheet;
  const retry = vi.fn<() => void>();

  beforeEach(() => {
    document.body.innerHTML = "<main></main>";
    main = document.querySelector("main") as HTMLElement;
    sheet = new Sheet(main, retry);
  });

  const cards = () => [...main.querySelectorAll<HTMLElement>("li")];
  const button = () => main.querySelector("button") as HTMLButtonElement;
  const status = () => main.querySelector("[role=status]");

  it("has a card for each address, which waits until something is known", () => {
    sheet.begin([ONE, OTHER]);
    expect(cards().map(({ dataset }) => dataset["mark"])).toEqual(["trying", "trying"]);
    expect(cards()[1]?.querySelector("h2")?.textContent).toBe(`…${OTHER}TLS`);
    expect(button().disabled).toBe(true);
  });

  it("tells what was seen, what it means and what to change; in words, too", () => {
    sheet.begin([ONE, OTHER]);
    sheet.tell(1, OTHER, { mark: "fails", here: "No answer.", there: "It works.", means: "", change: "Open it." });
    expect(cards()[0]?.dataset["mark"]).toBe("trying");
    expect(cards()[1]?.dataset["mark"]).toBe("fails");
    expect(cards()[1]?.textContent).toContain("This address fails.");
    expect([...main.querySelectorAll("dt, dd")].map(({ textContent }) => textContent)).toEqual([
      "From this browser",
      "No answer.",
      "From the server",
      "It works.",
      "Change",
      "Open it.",
    ]);
  });

  it("shows what servers say as words, never as markup", () => {
    sheet.begin([ONE]);
    sheet.tell(0, ONE, { mark: "works", here: "<b>hello</b>", there: "", means: "", change: "" });
    expect(main.querySelector("b")).toBeNull();
  });

  it("sums up, and can be asked again", () => {
    sheet.begin([ONE]);
    sheet.end("No address works from here.", false);
    expect(status()?.textContent).toBe("No address works from here.");
    expect(status()?.classList.contains("warning")).toBe(true);
    expect(button().disabled).toBe(false);
    button().click();
    expect(retry).toHaveBeenCalledOnce();
    sheet.begin([]);
    expect(status()?.classList.contains("warning")).toBe(false);
  });
});
