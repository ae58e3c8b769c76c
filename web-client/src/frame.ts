// The picture that may go with a report: one frame of what I saw of my partner, as a JPEG that the server takes. It is
// taken when the report is opened, stays in this page, and leaves it only if its maker sends it along.

import { bounds } from "./protocol.generated";

/// The longest side and the quality, from what shows most to what surely fits.
const TRIES = [1280, 960, 640, 480, 320].flatMap((side) => [0.85, 0.65, 0.45].map((quality) => ({ side, quality })));
const ATTEMPTS = 3;
const PATIENCE = 30_000;
const BETWEEN = 2_000;

/// What of a picture counts here; a canvas in the browser.
export interface Picture {
  readonly width: number;
  readonly height: number;
  /// As a JPEG, with this longest side at most.
  readonly encode: (side: number, quality: number) => Promise<Blob | null>;
}

/// What the video shows just now; null if that is nothing.
export function still(video: HTMLVideoElement | null): Picture | null {
  if (video === null || video.readyState < 2 || video.videoWidth === 0) return null;
  const { videoWidth: width, videoHeight: height } = video;
  const seen = draw(video, width, height);
  if (seen === null) return null;
  const encode = async (side: number, quality: number): Promise<Blob | null> => {
    const scale = Math.min(1, side / Math.max(width, height));
    const small = draw(seen, Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)));
    return small === null ? null : new Promise((resolve) => small.toBlob(resolve, "image/jpeg", quality));
  };
  return { width, height, encode };
}

function draw(source: CanvasImageSource, width: number, height: number): HTMLCanvasElement | null {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext("2d");
  if (pen === null) return null;
  pen.drawImage(source, 0, 0, width, height);
  return canvas;
}

/// The best that the server takes; null if there is none.
export async function jpegOf(picture: Picture, tries = TRIES): Promise<Blob | null> {
  const [best, ...others] = tries;
  if (best === undefined) return null;
  const jpeg = await picture.encode(best.side, best.quality);
  const fits = jpeg !== null && jpeg.type === "image/jpeg" && jpeg.size <= bounds.frame;
  return fits ? jpeg : jpegOf(picture, others);
}

/// The one that waits for the server's word; a report is answered before the next one is made.
let kept: { readonly room: string; readonly jpeg: Blob } | null = null;

export function keepFrame(room: string, jpeg: Blob): void {
  kept = { room, jpeg };
}

/// Sends the picture kept for this room, or forgets it where it is not taken. Whether it arrived.
export async function sendFrame(room: string, upload: string | null): Promise<boolean> {
  const frame = kept;
  if (frame?.room !== room) return false;
  kept = null;
  return upload !== null && post(frame.jpeg, upload, ATTEMPTS);
}

/// The code is good for one picture: what the server answers is final, and only silence is worth another attempt.
async function post(jpeg: Blob, upload: string, attempts: number): Promise<boolean> {
  try {
    const answer = await fetch("/api/frame", {
      method: "POST",
      headers: { "Content-Type": "image/jpeg", "Passerby-Upload": upload },
      body: jpeg,
      credentials: "omit",
      signal: AbortSignal.timeout(PATIENCE),
    });
    return answer.ok;
  } catch {
    if (attempts <= 1) return false;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN));
    return post(jpeg, upload, attempts - 1);
  }
}
