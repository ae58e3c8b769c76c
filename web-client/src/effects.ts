// Does what `step` wants done, and tells it what happens. Nothing is decided here.

import { computed } from "@preact/signals";
import { Arriving } from "./arriving";
import type { Effect } from "./effect";
import type { Event } from "./event";
import { Pictures } from "./pictures";
import { Socket } from "./socket";
import {
  firstReloadFor,
  forget,
  helpedToday,
  hidesElsewhere,
  keepReceipt,
  rememberHelped,
  takeAge,
  takeLane,
} from "./storage";
import { Timers } from "./timers";
import type { Video } from "./video";

const MARKS = ["next-click", "matched", "first-remote-frame"];

export class Effects {
  readonly pictures: Pictures;
  readonly #socket: Socket;
  readonly #timers: Timers;
  /// Nobody has to wait for it but who starts with video in the first second.
  readonly #video: Arriving<Video>;
  readonly #dispatch: (event: Event) => void;
  /// How loud my microphone is, 0 to 1.
  readonly level = computed(() => this.#video.here.value?.meter.level.value ?? 0);

  constructor(dispatch: (event: Event) => void) {
    this.#dispatch = dispatch;
    this.pictures = new Pictures(dispatch);
    this.#socket = new Socket(`${location.origin.replace(/^http/, "ws")}/ws`, dispatch);
    this.#timers = new Timers(dispatch);
    this.#video = new Arriving(
      async () => new (await import("./video")).Video(dispatch, this.pictures),
      () => dispatch({ type: "media-problem", problem: "other" }),
    );
    watch(dispatch);
  }

  /// What is not needed at once, but soon.
  async fetch(): Promise<void> {
    await this.#video.fetch();
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
        return this.#video.ask(({ media }) => void media.open(effect.wants));
      case "close-media":
        return this.#video.ask(({ media }) => media.close());
      case "send-media":
        return this.#video.ask(({ media }) => media.send(effect.camera, effect.microphone));
      case "show":
        return this.#video.ask(({ media }) => media.show(effect.on));
      case "look":
        return this.pictures.look(effect.on);
      case "use-speaker":
        return this.pictures.useSpeaker(effect.id);
      case "prepare":
        return this.#video.ask(({ calls }) => calls.prepare(effect.n, effect.ice));
      case "keep-prepared":
        return this.#video.ask(({ calls }) => calls.keepPrepared(effect.n));
      case "drop-prepared":
        return this.#video.ask(({ calls }) => calls.dropPrepared());
      case "call":
        return this.#video.ask(({ calls }) => calls.call(effect));
      case "signal":
        return this.#video.ask(({ calls }) => calls.signal(effect.message));
      case "resume-call":
        return this.#video.ask(({ calls }) => calls.resume());
      case "restart-ice":
        return this.#video.ask(({ calls }) => calls.restartIce());
      case "ice-servers":
        return this.#video.ask(({ calls }) => calls.serve(effect.iceServers));
      case "hang-up":
        return this.#video.ask(({ calls }) => calls.hangUp());
      case "keep-receipt":
        return keepReceipt({ code: effect.receipt, at: Date.now(), reason: effect.reason });
      case "send-frame":
        return void this.#sendFrame(effect.room, effect.upload);
      case "reload":
        return firstReloadFor(effect.build) ? location.reload() : undefined;
      case "start-over":
        return location.reload();
      case "helped":
        return rememberHelped();
      case "forget":
        return forget();
    }
  }

  async #sendFrame(room: string, upload: string | null): Promise<void> {
    const ok = await import("./frame").then(
      ({ sendFrame }) => sendFrame(room, upload),
      () => false,
    );
    if (upload !== null) this.#dispatch({ type: "frame-sent", room, ok });
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
    const token = takeAge();
    if (token !== null) dispatch({ type: "age", token });
  });
  addEventListener("storage", () => {
    if (hidesElsewhere()) dispatch({ type: "path", path: "private" });
    if (helpedToday()) dispatch({ type: "helped" });
  });
  const { connection } = navigator as Navigator & { connection?: EventTarget };
  connection?.addEventListener("change", network);
}
