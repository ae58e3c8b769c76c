// The one WebSocket, and when it is tried again.

import type { Delay } from "./effect";
import type { Event } from "./event";
import { decode } from "./protocol";
import type { ClientMessage } from "./protocol.generated";

const FIRST = 250;
const LONGEST = 10_000;
/// So often at most two seconds apart: the server keeps a seat for 15 s, and a cut may end in the middle of a wait.
const HASTY = 8;
/// A network that swallows everything says neither yes nor no.
const HANDSHAKE = 10_000;
/// What a browser reports for a connection that just ended.
const ABNORMAL = 1006;

/// Milliseconds to wait; `chance` in 0..1 keeps a crowd from coming back all at once.
export function delay(after: Delay, chance: number): number {
  switch (after.is) {
    case "none":
      return 0;
    case "jitter":
      return chance * 1_000;
    case "back-off": {
      const doubled = after.attempt <= HASTY ? Math.min(after.attempt, 3) : after.attempt - 3;
      const most = Math.min(LONGEST, FIRST * 2 ** doubled);
      return Math.max(FIRST, most * (0.5 + chance / 2));
    }
  }
}

export class Socket {
  #live: WebSocket | null = null;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #handshake: ReturnType<typeof setTimeout> | undefined;
  readonly #url: string;
  readonly #dispatch: (event: Event) => void;

  constructor(url: string, dispatch: (event: Event) => void) {
    this.#url = url;
    this.#dispatch = dispatch;
  }

  /// Does nothing while a connection lives or is being made.
  connect(after: Delay): void {
    if (this.#live) return;
    clearTimeout(this.#retry);
    const wait = delay(after, Math.random());
    if (wait === 0) this.#open();
    else this.#retry = setTimeout(() => this.#open(), wait);
  }

  send(message: ClientMessage): void {
    if (this.#live?.readyState === WebSocket.OPEN) this.#live.send(JSON.stringify(message));
  }

  /// Without waiting for the other end, which may be gone: a closing handshake can take minutes.
  disconnect(): void {
    const socket = this.#live;
    if (socket === null) return;
    this.#over(socket, ABNORMAL);
    socket.close(1000);
  }

  #open(): void {
    const socket = new WebSocket(this.#url);
    this.#live = socket;
    this.#handshake = setTimeout(() => this.disconnect(), HANDSHAKE);
    socket.addEventListener("open", () => {
      if (this.#live !== socket) return;
      clearTimeout(this.#handshake);
      this.#dispatch({ type: "socket-open" });
    });
    socket.addEventListener("message", (event) => {
      const message = this.#live === socket ? decode(event.data) : null;
      if (message) this.#dispatch({ type: "server", message });
    });
    socket.addEventListener("close", (event) => this.#over(socket, event.code));
  }

  #over(socket: WebSocket, code: number): void {
    if (this.#live !== socket) return;
    this.#live = null;
    clearTimeout(this.#handshake);
    this.#dispatch({ type: "socket-closed", code });
  }
}
