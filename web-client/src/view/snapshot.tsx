import { useEffect, useRef, useState } from "preact/hooks";
import { jpegOf, still, type Picture } from "../frame";
import type { Room } from "../state";
import { reportWords } from "./report.words";

interface SnapshotProps {
  room: Room;
  allowed: boolean;
  /** The picture that will be sent, as it will be sent; null: none. */
  chosen: Blob | null;
  choose: (jpeg: Blob | null) => void;
}

/** Whose picture is hidden from me, I have not seen: nor does a moderator see it by me. */
export const seen = (room: Room): boolean =>
  room.looked && room.call?.frame === true && room.partnerMedia?.camera !== false;

/**
 * One frame of what I see of my partner. It is held as the report is opened, for a partner may be gone a moment later;
 * off until ticked, and then shown as the very file that is sent.
 */
export function Snapshot({ room, allowed, chosen, choose }: SnapshotProps) {
  const [picture, take] = useState<Picture | null>(() => now(room));
  const [failed, setFailed] = useState(false);
  if (!allowed || picture === null) return null;
  const attach = async (from: Picture | null) => {
    const jpeg = from === null ? null : await jpegOf(from).catch(() => null);
    setFailed(from !== null && jpeg === null);
    choose(jpeg);
  };
  const again = () => {
    const newer = now(room);
    if (newer === null) return;
    take(newer);
    void attach(newer);
  };
  return (
    <fieldset class="snapshot">
      <legend class="label">{reportWords.picture}</legend>
      <label class="check">
        <input
          type="checkbox"
          data-testid="report-frame"
          checked={chosen !== null}
          onChange={(event) => void attach(event.currentTarget.checked ? picture : null)}
        />
        <span>
          {reportWords.attachPicture}
          <span class="block small soft">{reportWords.attachPictureLine}</span>
        </span>
      </label>
      {failed && <p class="warning">{reportWords.noPicture}</p>}
      {chosen !== null && <Preview jpeg={chosen} />}
      {chosen !== null && seen(room) && (
        <button class="button small" type="button" data-testid="report-frame-again" onClick={again}>
          {reportWords.takeAgain}
        </button>
      )}
    </fieldset>
  );
}

function now(room: Room): Picture | null {
  return seen(room) ? still(document.querySelector<HTMLVideoElement>("video.remote")) : null;
}

/** Drawn from the file itself: the page's policy shows no blob as an image, and nothing else would be the proof. */
function Preview({ jpeg }: { jpeg: Blob }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    void draw(jpeg, () => canvas.current);
  }, [jpeg]);
  return (
    <figure>
      <canvas ref={canvas} class="frame-preview" data-testid="report-frame-preview" />
      <figcaption class="small soft">{reportWords.pictureSize(Math.ceil(jpeg.size / 1_000))}</figcaption>
    </figure>
  );
}

/** Where it no longer stands, or another has taken its place, nothing is drawn. */
async function draw(jpeg: Blob, sheet: () => HTMLCanvasElement | null): Promise<void> {
  const image = await createImageBitmap(jpeg);
  const canvas = sheet();
  if (canvas !== null) {
    canvas.width = image.width;
    canvas.height = image.height;
    canvas.getContext("2d")?.drawImage(image, 0, 0);
  }
  image.close();
}
