// The two video elements of the view: what they show, where they sound, and when the partner's first picture is there.

import type { Shown } from "./calls";
import type { Event } from "./event";

export class Pictures {
  #own: HTMLVideoElement | null = null;
  #remote: HTMLVideoElement | null = null;
  #camera: MediaStream | null = null;
  #shown: Shown | null = null;
  #speaker: string | null = null;
  #looks = false;
  readonly #dispatch: (event: Event) => void;

  constructor(dispatch: (event: Event) => void) {
    this.#dispatch = dispatch;
  }

  readonly ownVideo = (element: HTMLVideoElement | null): void => {
    this.#own = element;
    if (element === null) return;
    // One does not hear oneself.
    element.muted = true;
    element.playsInline = true;
    element.srcObject = this.#camera;
    this.#play(element);
  };

  readonly remoteVideo = (element: HTMLVideoElement | null): void => {
    if (this.#remote !== null && element === null) this.#remote.srcObject = null;
    this.#remote = element;
    if (element === null) return;
    element.playsInline = true;
    element.muted = !this.#looks;
    this.useSpeaker(this.#speaker);
    this.#attach();
  };

  showOwn(track: MediaStreamTrack | null): void {
    this.#camera = track && new MediaStream([track]);
    if (this.#own) {
      this.#own.srcObject = this.#camera;
      this.#play(this.#own);
    }
  }

  showRemote(shown: Shown | null): void {
    this.#shown = shown;
    this.#attach();
  }

  /// Without sound until one looks; what one then sees is the view's business.
  look(on: boolean): void {
    this.#looks = on;
    if (this.#remote === null) return;
    this.#remote.muted = !on;
    if (on && this.#shown !== null) this.#play(this.#remote);
  }

  useSpeaker(id: string | null): void {
    this.#speaker = id;
    // Gone, or not allowed: the usual one sounds.
    if (this.#remote && "setSinkId" in this.#remote) this.#remote.setSinkId(id ?? "").catch(() => undefined);
  }

  #attach(): void {
    const element = this.#remote;
    const shown = this.#shown;
    if (element === null) return;
    element.srcObject = shown?.stream ?? null;
    if (shown === null) return;
    this.#play(element);
    onFirstFrame(element, () => this.#remote === element && this.#shown === shown && this.#onFrame(shown));
  }

  #onFrame({ room, negotiation }: Shown): void {
    const name = "first-remote-frame";
    if (performance.getEntriesByName(name).length === 0) performance.mark(name);
    this.#dispatch({ type: "frame", room, negotiation });
  }

  /// After a reload, before any click, browsers play without sound only; the next touch or key brings it.
  #play(element: HTMLVideoElement): void {
    element.play().catch((error: unknown) => {
      if (!(error instanceof DOMException) || error.name !== "NotAllowedError" || element.muted) return;
      element.muted = true;
      const unmute = new AbortController();
      const loud = (): void => {
        // A first key may be no gesture yet in the browser's eyes: sound would then stop the picture.
        if (navigator.userActivation?.isActive === false) return;
        unmute.abort();
        element.muted = !this.#looks;
      };
      for (const gesture of ["pointerup", "keydown"]) addEventListener(gesture, loud, { signal: unmute.signal });
      this.#play(element);
    });
  }
}

/// Once it is really on the screen; where the browser cannot say so, once it could be.
function onFirstFrame(element: HTMLVideoElement, seen: () => void): void {
  if ("requestVideoFrameCallback" in element) element.requestVideoFrameCallback(() => seen());
  else (element as HTMLVideoElement).addEventListener("loadeddata", seen, { once: true });
}
