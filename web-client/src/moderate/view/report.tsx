import { useState } from "preact/hooks";
import type { Line, Report } from "../api";
import { gap } from "../rules";
import { clock, date, span, words } from "../words";
import type { Picture } from "./app";
import { FrameView } from "./frame";

interface ReportProps {
  of: number;
  report: Report;
  picture: Picture;
}

/** One report. What was written and seen is hidden until it is asked for, words first. */
export function ReportView({ of, report, picture }: ReportProps) {
  const readable = report.evidence === "readable";
  return (
    <article class="card report" data-testid="report">
      <header>
        <h3>{words.reasons[report.reason]}</h3>
        <p class="small soft">
          {date(report.created)} · {words.talked(report.mode, span(report.seconds / 60))}
        </p>
      </header>
      {!report.credible && <p class="small warning">{words.doubtful}</p>}
      {!readable && <p class="soft">{words.evidence[report.evidence]}</p>}
      {readable && <Words report={report} />}
      {readable && report.frame && <FrameView load={() => picture(of, report.id)} />}
    </article>
  );
}

function Words({ report }: { report: Report }) {
  const [shown, show] = useState(false);
  const { lines, note } = report;
  if (lines.length === 0 && note === undefined) return <p class="soft">{words.noLines}</p>;
  const label = lines.length === 0 ? words.showNote : words.showLines(lines.length);
  return (
    <>
      <div class="buttons">
        <button
          class="button"
          type="button"
          data-testid="show-lines"
          aria-expanded={shown}
          onClick={() => show(!shown)}
        >
          {shown ? words.hide : label}
        </button>
        {report.notAttached > 0 && (
          <span class="small soft" data-testid="not-attached">
            {words.notAttached(report.notAttached)}
          </span>
        )}
      </div>
      {shown && (
        <div class="said">
          {note !== undefined && (
            <p class="note">
              <b class="small block">{words.note}</b>
              <bdi data-testid="note">{note}</bdi>
            </p>
          )}
          {lines.map((line, index) => (
            <Said key={`${line.reported} ${line.line}`} line={line} before={before(lines, index)} />
          ))}
        </div>
      )}
    </>
  );
}

/** The line of the same person that was attached before this one. */
const before = (lines: readonly Line[], index: number): number | undefined =>
  lines.slice(0, index).findLast((line) => line.reported === lines[index]?.reported)?.line;

function Said({ line, before: last }: { line: Line; before: number | undefined }) {
  const missing = gap(last, line.line);
  return (
    <>
      {missing > 0 && <p class="gap small soft">{words.notAttached(missing)}</p>}
      <p class={line.reported ? "line theirs" : "line"} data-testid="line">
        <span class="small soft">
          {line.reported ? words.reported : words.reporter} · {clock(line.at)}
        </span>
        <bdi class="block">{line.text}</bdi>
      </p>
    </>
  );
}
