import "../styles/judged.css";
import { useState } from "preact/hooks";
import { keepFrame } from "../frame";
import type { Reason } from "../protocol.generated";
import { TEXT, type Room } from "../state";
import { chosenOf, Evidence } from "./evidence";
import { Modal } from "./modal";
import type { Page } from "./page";
import { reportWords } from "./report.words";
import { Snapshot } from "./snapshot";
import { words } from "./words";

const reasons = Object.keys(reportWords.reasons) as Reason[];
/** Read before the others. */
const urgent: ReadonlySet<Reason> = new Set(["minor", "intimate-image", "threat"]);
/** Of a child nobody shall make pictures here. */
const pictured = (reason: Reason | null): boolean => reason !== "minor";

/** Reason, note, the lines and the picture to attach: off unless ticked. Nothing is sent that is not shown. */
export function ReportDialog({ room, page, close }: { room: Room; page: Page; close: () => void }) {
  const [reason, setReason] = useState<Reason | null>(null);
  const [note, setNote] = useState("");
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const [jpeg, setJpeg] = useState<Blob | null>(null);
  const send = (stop: boolean) => {
    if (reason === null) return;
    const frame = jpeg !== null && pictured(reason);
    if (frame) keepFrame(room.id, jpeg);
    const lines = chosenOf(room, chosen).map(({ from, line }) => ({ from, line }));
    page.dispatch({ type: "report", reason, note: note.trim(), lines, frame, stop });
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
            <span>
              {reportWords.reasons[value]}
              {urgent.has(value) && <small class="urgent">{reportWords.urgent}</small>}
            </span>
          </label>
        ))}
      </fieldset>
      <Evidence room={room} chosen={chosen} choose={choose} />
      <Snapshot room={room} allowed={pictured(reason)} chosen={jpeg} choose={setJpeg} />
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
