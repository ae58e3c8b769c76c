// Everything that `step` can want done; `effects.ts` does it. What must be remembered, the title and the root's
// attributes are no effects: they follow from the State (`storage.ts`, `title.ts`, `main.tsx`).

import type {
  ClientMessage,
  IceServer,
  Reason,
  ServerAnswer,
  ServerCandidate,
  ServerOffer,
  Start,
} from "./protocol.generated";

export type Effect =
  // the socket
  | { readonly do: "connect"; readonly after: Delay }
  | { readonly do: "disconnect" }
  | { readonly do: "send"; readonly message: ClientMessage }
  // time
  | { readonly do: "timer"; readonly name: TimerName; readonly ms: number } // starts anew if it runs already
  | { readonly do: "cancel"; readonly name: TimerName }
  | { readonly do: "mark"; readonly name: "next-click" | "matched" }
  // my camera and microphone: opened with the devices of the settings, kept between partners
  | { readonly do: "open-media"; readonly wants: MediaWants }
  | { readonly do: "close-media" }
  | { readonly do: "send-media"; readonly camera: boolean; readonly microphone: boolean }
  | { readonly do: "show"; readonly on: boolean } // else a few blurred colours, and no sound
  | { readonly do: "look"; readonly on: boolean } // else without sound
  | { readonly do: "use-speaker"; readonly id: string | null }
  // peer connections
  | { readonly do: "prepare"; readonly n: number; readonly ice: Ice }
  | { readonly do: "keep-prepared"; readonly n: number } // those before it may go
  | { readonly do: "drop-prepared" }
  | ({ readonly do: "call" } & CallSetup)
  | { readonly do: "signal"; readonly message: ServerOffer | ServerAnswer | ServerCandidate }
  | { readonly do: "resume-call" } // say again what may have been lost; restart ICE unless connected
  | { readonly do: "restart-ice" }
  | { readonly do: "ice-servers"; readonly iceServers: readonly IceServer[] } // for the next restart
  | { readonly do: "hang-up" }
  // reports
  | { readonly do: "keep-receipt"; readonly receipt: string; readonly reason: Reason }
  | { readonly do: "send-frame"; readonly room: string; readonly upload: string | null } // null: it is not taken
  // the page
  | { readonly do: "reload"; readonly build: string } // once per build
  | { readonly do: "start-over" } // as if the page was just opened
  | { readonly do: "helped" } // remembered for today
  | { readonly do: "forget" };

/// Wait before connecting: not at all, a short random while (everybody comes back at once), or longer with each attempt.
export type Delay = { readonly is: "none" | "jitter" } | { readonly is: "back-off"; readonly attempt: number };

export type TimerName =
  | "ping" // say something while not idle
  | "pong" // nothing heard since
  | "resume" // the server said welcome and not yet where we are
  | "again" // a find or next was too fast
  | "resend" // a line, acknowledgement or media state was too fast
  | "owed" // a report or block was too fast
  | "escape" // the first Esc counts for a second
  | "typing" // the partner's typing fades
  | "typing-said" // mine may be said again
  | "media" // no media for ten seconds
  | "unsteady" // the call has been cut for a while
  | "deposit" // the next deposit may be made
  | "countdown"
  | "burst" // lines of the last seconds no longer count
  | "minute" // of a conversation, perhaps
  | "look-again" // sent away: perhaps no longer
  | "looked"; // and not sooner than this

export interface MediaWants {
  readonly camera: string | null;
  readonly microphone: string | null;
  readonly originalSound: boolean;
  /// False: the camera is switched off, only the microphone opens.
  readonly cameraOn: boolean;
  /// False: muted from the beginning.
  readonly microphoneOn: boolean;
}

export interface CallSetup {
  readonly room: string;
  readonly negotiation: number;
  readonly polite: boolean;
  readonly start: Start;
  readonly n: number | null; // with start mine
  readonly offer: string | null; // with start theirs
  readonly ice: Ice;
}

/// What a peer connection is made with.
export interface Ice {
  readonly iceServers: readonly IceServer[];
  /// It uses nothing but relays: one of the two hides.
  readonly relayed: boolean;
}
