// What the hoster reads: a card for each address. Plain DOM, for it is one page and no application.

import { transport, type Verdict } from "./verdict";

const MARKS = { works: "✓", "works, but": "!", fails: "✗" } as const;

type Child = Node | string;

function element(name: string, properties: { class?: string; role?: string } = {}, ...children: Child[]): HTMLElement {
  const made = document.createElement(name);
  if (properties.class !== undefined) made.className = properties.class;
  if (properties.role !== undefined) made.setAttribute("role", properties.role);
  made.append(...children);
  return made;
}

/// The part of the page that changes.
export class Sheet {
  private readonly status = element("p", { class: "summary", role: "status" });
  private readonly again = element("button", { class: "button primary" }, "Try again") as HTMLButtonElement;
  private readonly list = element("ol", { class: "stack" });
  private readonly hint = element(
    "p",
    { class: "soft small" },
    "This is the way from the network you are in. Open the same link from another one, on a phone without Wi-Fi say, to see what visitors there see. The key in it is good until the server stops.",
  );

  constructor(main: HTMLElement, retry: () => void) {
    this.again.type = "button";
    this.again.addEventListener("click", retry);
    main.append(this.status, this.list, element("p", { class: "buttons" }, this.again), this.hint);
  }

  /// A new round begins, with these addresses.
  begin(urls: readonly string[]): void {
    this.again.disabled = true;
    this.status.classList.remove("warning");
    this.status.textContent =
      urls.length === 0 ? "Asking the server …" : "Trying. An address that is silent takes some ten seconds.";
    this.list.replaceChildren(...urls.map(waiting));
  }

  /// What was found at one of them.
  tell(at: number, url: string, verdict: Verdict): void {
    this.list.children[at]?.replaceWith(card(url, verdict));
  }

  end(words: string, good: boolean): void {
    this.again.disabled = false;
    this.status.classList.toggle("warning", !good);
    this.status.textContent = words;
  }
}

function heading(url: string, mark: string): HTMLElement {
  return element(
    "h2",
    { class: "row" },
    element("span", { class: "mark" }, mark),
    element("code", {}, url),
    element("span", { class: "transport small" }, transport(url)),
  );
}

function waiting(url: string): HTMLElement {
  const made = element("li", { class: "card address" }, heading(url, "…"), element("p", { class: "soft" }, "Trying …"));
  made.dataset["mark"] = "trying";
  return made;
}

function card(url: string, verdict: Verdict): HTMLElement {
  const facts = [
    ["From this browser", verdict.here],
    ["From the server", verdict.there],
    ["Means", verdict.means],
    ["Change", verdict.change],
  ].filter(([, words]) => words !== "");
  const made = element(
    "li",
    { class: "card address" },
    heading(url, MARKS[verdict.mark]),
    element(
      "p",
      { class: "unseen" },
      `This address ${verdict.mark === "works, but" ? "works, with a doubt" : verdict.mark}.`,
    ),
    element(
      "dl",
      {},
      ...facts.flatMap(([name = "", words = ""]) => [element("dt", {}, name), element("dd", {}, words)]),
    ),
  );
  made.dataset["mark"] = verdict.mark === "works, but" ? "doubt" : verdict.mark;
  return made;
}
