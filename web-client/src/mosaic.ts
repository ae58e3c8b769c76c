// A picture of which only its colours are left: what a partner gets of me until I show myself, and what I see of theirs
// until I look. Averaged away, not covered: what is sent holds nothing to bring back.

const CELLS = { long: 8, short: 6 };
/// Each halving averages four points into one; the browser alone would take single points out of a large picture.
const HALVINGS = 4;
/// Eight by six is too small for some encoders.
const ENLARGED = 20;
/// A light movement is enough to see that somebody is there. Hidden tabs get one a second.
const PERIOD = 200;

/// My camera, as long as I do not show myself: one track for all peer connections and whatever camera.
export class Mosaic {
  readonly #colours = new Colours();
  readonly #picture = document.createElement("canvas");
  readonly #video = document.createElement("video");
  #track: MediaStreamTrack | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    this.#video.muted = true;
    this.#video.playsInline = true;
    this.#video.addEventListener("loadeddata", () => this.#draw());
  }

  /// Null where the browser cannot: then nothing is sent at all.
  get track(): MediaStreamTrack | null {
    if (this.#track === null && "captureStream" in this.#picture) {
      // Firefox captures only what something can be drawn on.
      this.#picture.getContext("2d");
      this.#track = this.#picture.captureStream().getVideoTracks()[0] ?? null;
    }
    return this.#track;
  }

  /// From now on the colours of this camera; null rests.
  follow(camera: MediaStreamTrack | null): void {
    clearInterval(this.#timer);
    this.#video.srcObject = camera && new MediaStream([camera]);
    if (camera === null) return;
    this.#video.play().catch(() => undefined);
    this.#timer = setInterval(() => this.#draw(), PERIOD);
  }

  #draw(): void {
    const colours = this.#colours.of(this.#video);
    if (colours === null) return;
    size(this.#picture, colours.width * ENLARGED, colours.height * ENLARGED);
    const { width, height } = this.#picture;
    const { from, width: w, height: h } = colours;
    this.#picture.getContext("2d")?.drawImage(from, 0, 0, w, h, 0, 0, width, height);
  }
}

/// The colours of a partner's picture upon it, until the returned function is called.
export function veil(canvas: HTMLCanvasElement, video: HTMLVideoElement): () => void {
  const colours = new Colours();
  const draw = (): void => {
    const found = colours.of(video);
    if (found === null) return;
    const { from, width, height } = found;
    size(canvas, width, height);
    canvas.getContext("2d")?.drawImage(from, 0, 0, width, height, 0, 0, width, height);
  };
  const timer = setInterval(draw, PERIOD);
  return () => clearInterval(timer);
}

interface Found {
  readonly from: HTMLCanvasElement;
  readonly width: number;
  readonly height: number;
}

class Colours {
  readonly #canvas = document.createElement("canvas");

  /// In the corner of a canvas; null while the video has no picture.
  of(video: HTMLVideoElement): Found | null {
    if (video.readyState < video.HAVE_CURRENT_DATA || video.videoWidth === 0) return null;
    const upright = video.videoHeight > video.videoWidth;
    const [columns, rows] = upright ? [CELLS.short, CELLS.long] : [CELLS.long, CELLS.short];
    let [width, height] = [columns << HALVINGS, rows << HALVINGS];
    size(this.#canvas, width, height);
    const pen = this.#canvas.getContext("2d");
    if (pen === null) return null;
    pen.drawImage(video, 0, 0, width, height);
    for (; width > columns; width /= 2, height /= 2)
      pen.drawImage(this.#canvas, 0, 0, width, height, 0, 0, width / 2, height / 2);
    return { from: this.#canvas, width: columns, height: rows };
  }
}

/// Setting it would wipe the canvas, even to what it is.
function size(canvas: HTMLCanvasElement, width: number, height: number): void {
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
}
