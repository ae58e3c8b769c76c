import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { ReportOutcome, Statement } from "../../src/protocol.generated";
import { keepReceipt, receipts } from "../../src/storage";
import { judgedWords } from "../../src/view/judged.words";
import * as given from "../given";
import { after, evicted, judged, server, warned } from "../given";
import { all, drawn, key, press, show, the, write } from "./page";

const CODE = "5NXQ-0C8M-J3VT-WR6K";
type Asked = { readonly url: string; readonly body: Record<string, string> };

/// The server's answers over HTTP, by what is asked.
function answering(answers: Record<string, (body: Record<string, string>) => object | number> = {}): Asked[] {
  const asked: Asked[] = [];
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    const body = JSON.parse(String(init.body)) as Record<string, string>;
    asked.push({ url, body });
    const answer = answers[url]?.(body) ?? 404;
    return typeof answer === "number"
      ? new Response("{}", { status: answer, headers: { "Retry-After": "90" } })
      : Response.json(answer);
  });
  return asked;
}

const told = (change: Partial<Statement> = {}): Statement => {
  const event = judged(change);
  if (event.type !== "server" || event.message.type !== "judged") throw new Error("not judged");
  return event.message.statement;
};

async function answered(): Promise<void> {
  for (let n = 0; n < 12; n += 1) await drawn();
}

beforeEach(() => {
  localStorage.clear();
  history.replaceState(null, "", "/");
});

afterEach(() => {
  vi.unstubAllGlobals();
});

it("shows a warning over the conversation: rule, facts, who, code; and lets one go on once it was read", async () => {
  const page = show(given.connected());
  await page.happens(warned);
  const text = the("warning").textContent;
  for (const part of [judgedWords.rules.harassment, "You insulted several people.", CODE, "By a moderator"])
    expect(text).toContain(part);
  expect(the("warning").querySelector("a")?.getAttribute("href")).toBe("/rules#harassment");
  expect(all("until")).toHaveLength(0);
  await press("noted");
  expect(page.said()).toContainEqual({ type: "noted", code: CODE });
  expect(all("warning")).toHaveLength(0);
  expect(page.state.value.phase).toBe("connected");
});

it("takes Esc for the warning, not for the next one", async () => {
  const page = show(after(given.connected(), warned));
  await drawn();
  await key(the("warning"), "Escape");
  await key(document.body, "Escape");
  await key(document.body, "Escape");
  expect(page.state.value.phase).toBe("connected");
});

it.each(["ban", "cool-down"] as const)("says all there is to say about a %s", async (measure) => {
  show(after(given.landing(), judged({ measure, automatic: true, until: Date.now() + 90_000 }), evicted));
  await drawn();
  expect(the("refused").textContent).toContain(judgedWords.titles[measure]);
  expect(the("until").textContent).toContain("2 minutes");
  expect(the("refused").textContent).toContain("Automatically");
  expect(the("statement-code").textContent).toBe(CODE);
  expect(document.querySelectorAll("h1")).toHaveLength(1);
});

it("shows words of a moderator as text, whatever they are", async () => {
  show(after(given.landing(), judged({ facts: "<img src=x onerror=alert(1)>" }), evicted));
  await drawn();
  expect(the("statement-facts").textContent).toBe("<img src=x onerror=alert(1)>");
  expect(document.querySelector("img")).toBeNull();
});

it("asks when the time is up, and is back at the start", async () => {
  const page = show(after(given.landing(), judged({ until: Date.now() - 1 }), evicted));
  await page.happens({ type: "socket-closed", code: 4006 }, given.timer("looked"), { type: "visible", visible: false });
  expect(the("until").textContent).toContain(judgedWords.over);
  expect(page.dispatched).toContainEqual({ type: "look-again" });
  await page.happens({ type: "look-again" });
  expect(page.state.value.link.is).toBe("opening");
  await page.happens({ type: "socket-open" }, given.welcome);
  expect(page.state.value.phase).toBe("landing");
  the("start-text");
});

it("counts down every second in the last minute", async () => {
  show(after(given.landing(), judged({ until: Date.now() + 2_500 }), evicted));
  await drawn();
  const before = the("until").textContent;
  expect(before).toBe("3 seconds left");
  await vi.waitFor(() => expect(the("until").textContent).toBe("2 seconds left"), 2_000);
});

it("takes an appeal, once", async () => {
  const asked = answering({ "/api/appeal": () => told({ appeal: "made" }) });
  show(given.sentAway());
  await press("appeal");
  await write("appeal-text", " It was not me. ");
  await press("appeal-send");
  await answered();
  expect(asked).toEqual([{ url: "/api/appeal", body: { code: CODE, text: "It was not me." } }]);
  expect(the("statement").dataset["appeal"]).toBe("made");
  expect(all("appeal-text")).toHaveLength(0);
});

it("shows how an appeal stands that was made in another tab", async () => {
  answering({
    "/api/appeal": () => 409,
    "/api/statement": () => told({ appeal: "upheld", answer: "We looked again." }),
  });
  show(given.sentAway());
  await press("appeal");
  await write("appeal-text", "It was not me.");
  await press("appeal-send");
  await answered();
  expect(the("statement").dataset["appeal"]).toBe("upheld");
  expect(the("appeal-answer").textContent).toContain("We looked again.");
});

it("keeps what one wrote where the server does not answer", async () => {
  answering({ "/api/appeal": () => 503 });
  show(given.sentAway());
  await press("appeal");
  await write("appeal-text", "It was not me.");
  await press("appeal-send");
  await answered();
  expect(the<HTMLTextAreaElement>("appeal-text").value).toBe("It was not me.");
  expect(the("statement").textContent).toContain(judgedWords.troubles.failed);
});

it("opens a statement by the code in the address, which does not stay there", async () => {
  const asked = answering({ "/api/statement": () => told({ measure: "cool-down", appeal: "over" }) });
  history.replaceState(null, "", `/#statement=${CODE}`);
  show(given.landing());
  await vi.waitFor(() => the("statement"));
  expect(location.hash).toBe("");
  expect(asked).toEqual([{ url: "/api/statement", body: { code: CODE } }]);
  expect(the("statement").dataset["measure"]).toBe("cool-down");
});

it("finds out by itself whether a code is of a decision or of a report", async () => {
  const warnedThen: ReportOutcome = { state: "decided", reported: 1, decided: 2, measure: "warn", reversed: false };
  const asked = answering({ "/api/outcome": () => warnedThen });
  show(given.landing());
  await press("code-open");
  await write("code-input", " cr77 7czr w26w qjrc ");
  await press("code-show");
  await answered();
  expect(asked.map(({ url }) => url)).toEqual(["/api/statement", "/api/outcome"]);
  expect(the("code-outcome").textContent).toContain("warned");
});

it("says what a wrong code and too many of them mean", async () => {
  answering();
  show(given.landing());
  await press("code-open");
  await write("code-input", "nonsense");
  await press("code-show");
  await answered();
  expect(the("code-trouble").textContent).toBe(judgedWords.troubles.unknown);
  answering({ "/api/statement": () => 429 });
  await press("code-show");
  await answered();
  expect(the("code-trouble").textContent).toContain("2 minutes");
});

it("lists my reports, the newest first, and asks about one on demand", async () => {
  keepReceipt({ code: "R-1", at: 1, reason: "spam" });
  keepReceipt({ code: "R-2", at: 2, reason: "hate" });
  const asked = answering({ "/api/outcome": () => ({ state: "open", reported: 2, reversed: false }) });
  show(given.landing());
  await press("reports-open");
  expect(all("own-receipt").map((each) => each.textContent)).toEqual(["R-2", "R-1"]);
  expect(asked).toHaveLength(0);
  all("own-report-ask")[0]?.click();
  await answered();
  expect(asked).toEqual([{ url: "/api/outcome", body: { receipt: "R-2" } }]);
  expect(the("own-report-outcome").textContent).toBe("Nobody has decided yet.");
});

it("goes from the reports to another code, and back to the page", async () => {
  const page = show(given.landing());
  await press("reports-open");
  await press("reports-code");
  expect(all("reports")).toHaveLength(0);
  the("code-dialog");
  expect(page.state.value.dialog).toBe(true);
});

it("keeps fifty reports, and nothing that is none", () => {
  for (let n = 0; n < 60; n += 1) keepReceipt({ code: `R-${n}`, at: n, reason: "spam" });
  expect(receipts()).toHaveLength(50);
  expect(receipts()[0]?.code).toBe("R-59");
  localStorage.setItem("passerby.reports", '[{"code":1},null,{"code":"R","at":1,"reason":"spam"}]');
  expect(receipts()).toEqual([{ code: "R", at: 1, reason: "spam" }]);
  localStorage.setItem("passerby.reports", '"nonsense"');
  expect(receipts()).toEqual([]);
});

it("counts what is left as people do", () => {
  const { left } = judgedWords;
  const minute = 60_000;
  expect([1, 59_000, 60_000, 60_001, 59 * minute].map(left)).toEqual([
    "1 second",
    "59 seconds",
    "1 minute",
    "2 minutes",
    "59 minutes",
  ]);
  expect([60 * minute, 61 * minute, 24 * 60 * minute, 49 * 60 * minute].map(left)).toEqual([
    "1 hour",
    "1 hour and 1 minute",
    "1 day",
    "2 days and 1 hour",
  ]);
});

const outcome = (change: Partial<ReportOutcome>): string =>
  judgedWords.outcome({ state: "decided", reported: 1, reversed: false, ...change });

it("tells what came of a report in every case", () => {
  expect(outcome({ state: "lapsed" })).toContain("deleted");
  expect(outcome({})).toContain("left it at that");
  expect(outcome({ measure: "ban", decided: Date.UTC(2026, 10, 28), reversed: true })).toMatch(/banned.*taken back/);
});

it("says what a receipt is good for, and what became of the picture", async () => {
  const report = { type: "report", reason: "spam", note: "", lines: [], frame: true, stop: false } as const;
  const page = show(after(given.connected(), report));
  await page.happens(server({ type: "reported", room: given.ROOM, receipt: "R-9", upload: "U-9" }));
  expect(the("receipt").textContent).toBe("R-9");
  expect(the("frame-state").textContent).toBe(judgedWords.frames.sending);
  await page.happens({ type: "frame-sent", room: given.ROOM, ok: false });
  expect(the("frame-state").textContent).toBe(judgedWords.frames.failed);
});
