// My own camera and microphone: opened at a click, kept between partners, closed when they are done.
//
// Muted is `enabled = false`: the microphone sends silence and is back at once. Camera off really ends: the track stops,
// so that the light goes out, and its place in the call is empty, so that nothing is sent at all; the partner's page
// shows what `media` says, not a black picture. On again opens the camera anew, without renegotiation.
//
// Until I show myself, no peer connection ever gets the camera or the microphone: in their place are a mosaic of a few
// colours, and nothing.

import type { MediaWants } from "./effect";
import type { Event } from "./event";
import type { Kind, Tracks } from "./peer";
import { Mosaic } from "./mosaic";
import { listDevices } from "./devices";
import { permissionDenied, problemOf } from "./problem";

type Constraint = MediaTrackConstraints;
/// A device's own track, and what is sent of it.
type Changed = (kind: Kind, own: MediaStreamTrack | null, sent: MediaStreamTrack | null) => void;

export class OwnMedia {
  /// The devices' own: nothing but this class, the mirror and the level gets them.
  #own: Tracks = { audio: null, video: null };
  #shown = false;
  readonly #mosaic = new Mosaic();
  #wants: MediaWants | null = null;
  #microphoneOn = true;
  /// Raised by whatever makes an answer of the browser come too late.
  #turn = 0;
  readonly #dispatch: (event: Event) => void;
  readonly #changed: Changed;

  constructor(dispatch: (event: Event) => void, changed: Changed) {
    this.#dispatch = dispatch;
    this.#changed = changed;
    navigator.mediaDevices?.addEventListener("devicechange", () => void this.#tellDevices());
  }

  /// What partners get.
  get tracks(): Tracks {
    return this.#shown ? this.#own : { audio: null, video: this.#own.video && this.#mosaic.track };
  }

  /// To the partner of now, at once, and to those who come.
  show(on: boolean): void {
    this.#shown = on;
    if (!on) this.#mosaic.follow(this.#own.video);
    this.#tell("audio");
    this.#tell("video");
    if (on) this.#mosaic.follow(null);
  }

  /// Opens what is wanted and not open yet.
  async open(wants: MediaWants): Promise<void> {
    const turn = ++this.#turn;
    const before = this.#wants;
    this.#wants = wants;
    this.#microphoneOn = wants.microphoneOn;
    const video = wants.cameraOn && !(isLive(this.#own.video) && before?.camera === wants.camera);
    const sound = before?.microphone === wants.microphone && before.originalSound === wants.originalSound;
    const audio = !(isLive(this.#own.audio) && sound);
    // Some devices open once only: the old one first goes.
    if (video || !wants.cameraOn) this.#set("video", null);
    if (audio) this.#set("audio", null);
    const denied = await permissionDenied();
    if (turn !== this.#turn) return;
    try {
      await this.#get(turn, wants, audio, video);
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#release();
      this.#dispatch({ type: "media-problem", problem: problemOf(error, denied) });
    }
    await this.#tellDevices();
  }

  close(): void {
    this.#turn += 1;
    this.#wants = null;
    this.#release();
  }

  /// What is sent, of what there is.
  send(camera: boolean, microphone: boolean): void {
    this.#microphoneOn = microphone;
    if (this.#own.audio) this.#own.audio.enabled = microphone;
    if (this.#wants === null) return;
    const wants = { ...this.#wants, cameraOn: camera, microphoneOn: microphone };
    if (camera === this.#wants.cameraOn) this.#wants = wants;
    else void this.open(wants);
  }

  async #get(turn: number, wants: MediaWants, audio: boolean, video: boolean): Promise<void> {
    const asked = { ...(audio && { audio: audioOf(wants) }), ...(video && { video: videoOf(wants) }) };
    const stream = audio || video ? await ask(asked) : new MediaStream();
    if (turn !== this.#turn) {
      for (const track of stream.getTracks()) track.stop();
      return;
    }
    const [microphone] = stream.getAudioTracks();
    const [camera] = stream.getVideoTracks();
    if (microphone) microphone.enabled = this.#microphoneOn;
    if (microphone) this.#set("audio", microphone);
    if (camera) this.#set("video", camera);
    const hasCamera = !wants.cameraOn || this.#own.video !== null;
    this.#dispatch({ type: "media-open", hasCamera, hasMicrophone: this.#own.audio !== null });
  }

  #set(kind: Kind, track: MediaStreamTrack | null): void {
    this.#own[kind]?.stop();
    this.#own = { ...this.#own, [kind]: track };
    if (kind === "video" && !this.#shown) this.#mosaic.follow(track);
    // Unplugged: take another one, or say that there is none.
    track?.addEventListener("ended", () => this.#own[kind] === track && this.#wants && void this.open(this.#wants));
    this.#tell(kind);
  }

  #tell(kind: Kind): void {
    this.#changed(kind, this.#own[kind], this.tracks[kind]);
  }

  #release(): void {
    this.#set("audio", null);
    this.#set("video", null);
  }

  async #tellDevices(): Promise<void> {
    this.#dispatch({ type: "devices", devices: await listDevices() });
  }
}

function isLive(track: MediaStreamTrack | null): boolean {
  return track?.readyState === "live";
}

/// Who has a camera and no microphone can still show up; who has no camera is told so.
async function ask(constraints: MediaStreamConstraints): Promise<MediaStream> {
  try {
    return await media().getUserMedia(constraints);
  } catch (error) {
    const missing = error instanceof DOMException && error.name === "NotFoundError";
    if (!missing || !constraints.audio || !constraints.video) throw error;
    return await media().getUserMedia({ video: constraints.video });
  }
}

/// Absent on pages that are no secure context.
function media(): MediaDevices {
  const devices: MediaDevices | undefined = navigator.mediaDevices;
  if (devices === undefined) throw new DOMException("no secure context", "SecurityError");
  return devices;
}

/// `ideal`, not `exact`: a device that is gone must not keep anybody out.
function device(id: string | null): Constraint {
  return id === null ? {} : { deviceId: { ideal: id } };
}

function videoOf({ camera }: MediaWants): Constraint {
  const size = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } };
  return { ...size, ...(camera === null ? { facingMode: "user" } : device(camera)) };
}

function audioOf({ microphone, originalSound }: MediaWants): Constraint {
  const improve = !originalSound;
  return {
    ...device(microphone),
    echoCancellation: improve,
    noiseSuppression: improve,
    autoGainControl: improve,
  };
}
