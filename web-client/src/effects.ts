// Does what `step` wants done, and tells it what happens. Nothing is decided here.

import { Calls } from "./calls";
import type { Effect } from "./effect";
import type { Event } from "./event";
import { OwnMedia } from "./media";
import { Meter } from "./meter";
import { Pictures } from "./pictures";
import { Socket } from "./socket";
import { firstReloadFor, forget, hidesElsewhere, takeLane } from "./storage";
import { Timers } from "./timers";

const MARKS = ["next-click", "matched", "first-remote-frame"];

export class Effects {
  readonly meter = new Meter();
  readonly pictures: Pictures;
  readonly #socket: Socket;
  readonly #timers: Timers;
  readonly #media: OwnMedia;
  readonly #calls: Calls;

  constructor(dispatch: (event: Event) => void) {
    this.pictures = new Pictures(dispatch);
    this.#socket = new Socket(`${location.origin.replace(/^http/, "ws")}/ws`, dispatch);
    this.#timers = new Timers(dispatch);
    this.#calls = new Calls(
      () => this.#media.tracks,
      dispatch,
      (shown) => this.pictures.showRemote(shown),
    );
    this.#media = new OwnMedia(dispatch, (kind, track) => {
      this.#calls.replace(kind, track);
      if (kind === "video") this.pictures.showOwn(track);
      else this.meter.listen(track);
    });
    watch(dispatch);
  }

  perform(effect: Effect): void {
    switch (effect.do) {
      case "connect":
        return this.#socket.connect(effect.after);
      case "disconnect":
        return this.#socket.disconnect();
      case "send":
        return this.#socket.send(effect.message);
      case "timer":
        return this.#timers.set(effect.name, effect.ms);
      case "cancel":
        return this.#timers.cancel(effect.name);
      case "mark":
        return mark(effect.name);
      case "open-media":
        return void this.#media.open(effect.wants);
      case "close-media":
        return this.#media.close();
      case "send-media":
        return this.#media.send(effect.camera, effect.microphone);
      case "use-speaker":
        return this.pictures.useSpeaker(effect.id);
      case "prepare":
        return this.#calls.prepare(effect.n, effect.ice);
      case "keep-prepared":
        return this.#calls.keepPrepared(effect.n);
      case "drop-prepared":
        return this.#calls.dropPrepared();
      case "call":
        return this.#calls.call(effect);
      case "signal":
        return this.#calls.signal(effect.message);
      case "resume-call":
        return this.#calls.resume();
      case "restart-ice":
        return this.#calls.restartIce();
      case "ice-servers":
        return this.#calls.serve(effect.iceServers);
      case "hang-up":
        return this.#calls.hangUp();
      case "reload":
        return firstReloadFor(effect.build) ? location.reload() : undefined;
      case "start-over":
        return location.reload();
      case "forget":
        return forget();
    }
  }
}

/// Marks of one meeting: the next one starts anew.
function mark(name: "next-click" | "matched"): void {
  if (name === "next-click") for (const each of MARKS) performance.clearMarks(each);
  else for (const each of MARKS.slice(1)) performance.clearMarks(each);
  performance.mark(name);
}

function watch(dispatch: (event: Event) => void): void {
  const seen = (): void => dispatch({ type: "visible", visible: document.visibilityState === "visible" });
  const network = (): void => dispatch({ type: "network" });
  document.addEventListener("visibilitychange", seen);
  addEventListener("online", network);
  addEventListener("hashchange", () => {
    const lane = takeLane();
    if (lane !== null) dispatch({ type: "lane", lane });
  });
  addEventListener("storage", () => {
    if (hidesElsewhere()) dispatch({ type: "path", path: "private" });
  });
  const { connection } = navigator as Navigator & { connection?: EventTarget };
  connection?.addEventListener("change", network);
}
