import "../styles/judged.css";
import { useCallback, useEffect, useState } from "preact/hooks";
import { askOutcome, askStatement, type Answer } from "../ask";
import type { ReportOutcome, Statement } from "../protocol.generated";
import { receipts, type Receipt } from "../storage";
import { Code } from "./code";
import { judgedWords } from "./judged.words";
import { Modal } from "./modal";
import type { Page } from "./page";
import { reportWords } from "./report.words";
import { Reasons } from "./statement";

/** What this browser reported, and on demand what came of it. */
export function Reports({ page, close }: { page: Page; close: () => void }) {
  const [kept] = useState(receipts);
  return (
    <Modal test="reports" title={judgedWords.reports} close={close}>
      {kept.length === 0 ? <p>{judgedWords.reportsNone}</p> : <p class="small soft">{judgedWords.reportsLine}</p>}
      <ul class="receipts">
        {kept.map((receipt) => (
          <OwnReport key={receipt.code} receipt={receipt} />
        ))}
      </ul>
      <div class="buttons end">
        <button class="button" type="button" data-testid="reports-code" onClick={() => page.show("code")}>
          {judgedWords.haveCode}
        </button>
      </div>
    </Modal>
  );
}

function OwnReport({ receipt }: { receipt: Receipt }) {
  const { code, at, reason } = receipt;
  const [answer, setAnswer] = useState<Answer<ReportOutcome> | "asking" | null>(null);
  const ask = async () => {
    setAnswer("asking");
    setAnswer(await askOutcome(code));
  };
  return (
    <li class="stack" data-testid="own-report">
      <p>
        <b>{reportWords.reasons[reason] ?? reportWords.reasons.other}</b>
        <span class="block small soft">{judgedWords.day(at)}</span>
      </p>
      <Code code={code} test="own-receipt" />
      <div role="status">
        {answer === null || answer === "asking" ? (
          <button
            class="button small"
            type="button"
            data-testid="own-report-ask"
            disabled={answer === "asking"}
            onClick={() => void ask()}
          >
            {answer === null ? judgedWords.ask : judgedWords.asking}
          </button>
        ) : (
          <p data-testid="own-report-outcome">{wordsOf(answer)}</p>
        )}
      </div>
    </li>
  );
}

function wordsOf(answer: Answer<ReportOutcome>): string {
  if (answer.is === "here") return judgedWords.outcome(answer.value);
  return troubleOf(answer);
}

function troubleOf(answer: Exclude<Answer<unknown>, { is: "here" }>): string {
  return answer.is === "too-fast" ? judgedWords.tooFast(answer.retryAfter) : judgedWords.troubles[answer.is];
}

type Found = { readonly statement: Statement } | { readonly outcome: ReportOutcome };

/** Of whatever kind: people seldom know which. */
async function look(code: string): Promise<Found | string> {
  const statement = await askStatement(code);
  if (statement.is === "here") return { statement: statement.value };
  if (statement.is !== "unknown") return troubleOf(statement);
  const outcome = await askOutcome(code);
  return outcome.is === "here" ? { outcome: outcome.value } : troubleOf(outcome);
}

/** Without a session, from another browser, from a slip of paper: what a code leads to. */
export function CodeDialog({ given, close }: { given: string | null; close: () => void }) {
  const [code, setCode] = useState(given ?? "");
  const [found, setFound] = useState<Found | string | null>(null);
  const [asking, setAsking] = useState(false);
  const ask = useCallback(async (about: string) => {
    setAsking(true);
    setFound(null);
    setFound(await look(about.trim()));
    setAsking(false);
  }, []);
  useEffect(() => {
    if (given !== null) void ask(given);
  }, [given, ask]);
  return (
    <Modal test="code-dialog" title={judgedWords.haveCode} close={close}>
      <form
        class="field"
        onSubmit={(event) => {
          event.preventDefault();
          void ask(code);
        }}
      >
        <label for="code">{judgedWords.codeAsk}</label>
        <div class="row">
          <input
            id="code"
            class="code-input"
            data-testid="code-input"
            value={code}
            maxLength={64}
            placeholder="XXXX-XXXX-XXXX-XXXX"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            onInput={(event) => setCode(event.currentTarget.value)}
          />
          <button class="button primary" data-testid="code-show" disabled={asking || code.trim() === ""}>
            {asking ? judgedWords.asking : judgedWords.codeShow}
          </button>
        </div>
      </form>
      <div role="status" class="stack">
        {found !== null && <Findings found={found} />}
      </div>
    </Modal>
  );
}

function Findings({ found }: { found: Found | string }) {
  if (typeof found === "string") {
    return (
      <p class="warning" data-testid="code-trouble">
        {found}
      </p>
    );
  }
  if ("outcome" in found) {
    return (
      <p data-testid="code-outcome">
        <b>{judgedWords.outcomeOf}.</b> {judgedWords.outcome(found.outcome)}
      </p>
    );
  }
  return (
    <>
      <h3>{judgedWords.kinds[found.statement.measure]}</h3>
      <Reasons statement={found.statement} />
    </>
  );
}
