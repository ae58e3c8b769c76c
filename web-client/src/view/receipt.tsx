import type { Report } from "../state";
import { Code } from "./code";
import { Icon } from "./icons";
import { judgedWords } from "./judged.words";
import type { Page } from "./page";
import { words } from "./words";

/** What one is left with after a report. */
export function Receipt({ report, page }: { report: Report; page: Page }) {
  if (report.is === "failed") return null;
  if (report.is === "sending") return <p class="toast">{judgedWords.reportSending}</p>;
  return (
    <section class="toast row" aria-label={judgedWords.receipt}>
      <div>
        <p>
          <b>{judgedWords.reportSent}</b>{" "}
          {report.frame !== "none" && <span data-testid="frame-state">{judgedWords.frames[report.frame]}</span>}
        </p>
        {report.receipt !== null && (
          <>
            <Code code={report.receipt} test="receipt" />
            <p class="small">{judgedWords.receiptLine}</p>
          </>
        )}
      </div>
      <button
        class="button plain square"
        type="button"
        aria-label={words.close}
        onClick={() => page.dispatch({ type: "notice-seen" })}
      >
        <Icon name="close" />
      </button>
    </section>
  );
}
