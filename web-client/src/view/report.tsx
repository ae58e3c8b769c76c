import { useState } from "preact/hooks";
import type { Reason } from "../protocol.generated";
import { LINES, TEXT, type Line, type Room } from "../state";
import { Modal } from "./modal";
import type { Page } from "./page";
import { reportWords } from "./report.words";
import { Written } from "./said";
import { words } from "./words";

const reasons = Object.keys(reportWords.reasons) as Reason[];
const keyOf = (line: Line): string => `${line.from}-${line.line}`;

/** Reason, note, and the lines to attach: only those the server has sealed can be. Nothing is sent that is not shown. */
export function ReportDialog({ room, page, close }: { room: Room; page: Page; close: () => void }) {
  const [reason, setReason] = useState<Reason | null>(null);
  const [note, setNote] = useState("");
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const sealed = room.lines.filter((line) => line.seal !== null);
  const send = (stop: boolean) => {
    if (reason === null) return;
    const lines = sealed.filter((line) => chosen.has(keyOf(line))).slice(-LINES);
    page.dispatch({
      type: "report",
      reason,
      note: note.trim(),
      lines: lines.map(({ from, line }) => ({ from, line })),
      stop,
    });
    close();
  };
  return (
    <Modal test="report-dialog" title={reportWords.reportTitle(room.partner)} close={close}>
      <p class="small soft">{reportWords.reportIntro}</p>
      <fieldset class="reasons">
        <legend class="label">{reportWords.reportReason}</legend>
        {reasons.map((value) => (
          <label key={value} class="check">
            <input
              type="radio"
              name="reason"
              value={value}
              data-testid="report-reason"
              checked={reason === value}
              onChange={() => setReason(value)}
            />
            <span>{reportWords.reasons[value]}</span>
          </label>
        ))}
      </fieldset>
      <Evidence room={room} sealed={sealed} chosen={chosen} choose={choose} />
      <div class="field">
        <label for="report-note">{reportWords.reportNote}</label>
        <textarea
          id="report-note"
          data-testid="report-note"
          rows={3}
          maxLength={TEXT}
          value={note}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
      </div>
      <div class="buttons end">
        <button class="button plain" type="button" data-testid="report-cancel" onClick={close}>
          {words.cancel}
        </button>
        <button
          class="button"
          type="button"
          data-testid="report-send-stop"
          disabled={reason === null}
          onClick={() => send(true)}
        >
          {reportWords.reportSendStop}
        </button>
        <button
          class="button danger"
          type="button"
          data-testid="report-send"
          disabled={reason === null}
          onClick={() => send(false)}
        >
          {reportWords.reportSend}
        </button>
      </div>
    </Modal>
  );
}

interface EvidenceProps {
  room: Room;
  sealed: readonly Line[];
  chosen: ReadonlySet<string>;
  choose: (chosen: ReadonlySet<string>) => void;
}

function Evidence({ room, sealed, chosen, choose }: EvidenceProps) {
  if (sealed.length === 0) return <p class="small soft">{reportWords.reportNoLines}</p>;
  const toggle = (key: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(key);
    else next.delete(key);
    choose(next);
  };
  return (
    <fieldset class="evidence">
      <legend class="label">{reportWords.reportLines}</legend>
      {sealed.map((line) => (
        <label key={keyOf(line)} class="check small">
          <input
            type="checkbox"
            data-testid="report-line"
            checked={chosen.has(keyOf(line))}
            onChange={(event) => toggle(keyOf(line), event.currentTarget.checked)}
          />
          <span>
            {line.from === "me" ? words.you : room.partner}: <Written text={line.text} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}
