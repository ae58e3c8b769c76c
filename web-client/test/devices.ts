// A camera and a microphone, as the browser has them.

export class Track extends EventTarget {
  readyState = "live";
  enabled = true;
  readonly kind: "audio" | "video";
  constructor(kind: "audio" | "video") {
    super();
    this.kind = kind;
  }
  stop(): void {
    this.readyState = "ended";
  }
  unplug(): void {
    this.readyState = "ended";
    this.dispatchEvent(new globalThis.Event("ended"));
  }
}

/// happy-dom's has no getTracks.
export class Stream {
  readonly #tracks: readonly Track[];
  constructor(tracks: readonly Track[]) {
    this.#tracks = tracks;
  }
  getTracks = (): readonly Track[] => this.#tracks;
  getAudioTracks = (): readonly Track[] => this.#tracks.filter(({ kind }) => kind === "audio");
  getVideoTracks = (): readonly Track[] => this.#tracks.filter(({ kind }) => kind === "video");
}

export class Devices extends EventTarget {
  readonly asked: MediaStreamConstraints[] = [];
  readonly given: Track[] = [];
  missing: "audio" | "video" | null = null;
  error: DOMException | null = null;
  /// As long as the browser asks the visitor.
  asking: Promise<void> | null = null;
  enumerateDevices = async (): Promise<unknown[]> => [
    { kind: "videoinput", deviceId: "c1", label: "Front" },
    { kind: "audioinput", deviceId: "", label: "" },
  ];
  getUserMedia = async (constraints: MediaStreamConstraints): Promise<MediaStream> => {
    this.asked.push(constraints);
    await this.asking;
    if (this.error) throw this.error;
    if (this.missing && constraints[this.missing]) throw new DOMException("", "NotFoundError");
    const kinds = (["audio", "video"] as const).filter((kind) => constraints[kind]);
    const tracks = kinds.map((kind) => new Track(kind));
    this.given.push(...tracks);
    return new Stream(tracks) as unknown as MediaStream;
  };
}
