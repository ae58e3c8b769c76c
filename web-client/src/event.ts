// Everything that can happen to the page. The view dispatches the first group only; the rest comes from `effects.ts`.

import type { Signs } from "./care/signs";
import type { MediaPath, Mode, Reason, Role, ServerMessage } from "./protocol.generated";
import type { Call, Devices, Problem } from "./state";
import type { TimerName } from "./effect";

export type Event =
  | Intent
  | Surroundings
  | Socket
  | MediaEvent
  | Peer
  | { readonly type: "timer"; readonly name: TimerName };

/// What the visitor does.
export type Intent =
  // landing: each changes a setting and is remembered
  | { readonly type: "adult"; readonly yes: boolean }
  | { readonly type: "interests"; readonly tags: readonly string[] } // the whole list; cleaned and bounded by step
  | { readonly type: "language"; readonly language: string | null }
  | { readonly type: "role"; readonly role: Role }
  | { readonly type: "path"; readonly path: MediaPath }
  | { readonly type: "start"; readonly mode: Mode } // text: into the line; video: to the preview
  // preview, and the same controls in a call
  | { readonly type: "choose-camera"; readonly id: string }
  | { readonly type: "choose-microphone"; readonly id: string }
  | { readonly type: "choose-speaker"; readonly id: string }
  | { readonly type: "original-sound"; readonly on: boolean }
  | { readonly type: "go"; readonly path?: MediaPath } // with a path where it is asked for
  | { readonly type: "text-instead" } // preview: find in text; connecting: stay here, with text only
  | { readonly type: "back" }
  | { readonly type: "problem-retry" }
  // conversation
  | { readonly type: "chat"; readonly text: string; readonly signs?: Signs } // signs: what it looks like
  | { readonly type: "end-gently"; readonly text: string } // a last line, then leave
  | { readonly type: "typed" } // the visitor is writing: at every input, step paces it
  | { readonly type: "microphone"; readonly on: boolean }
  | { readonly type: "camera"; readonly on: boolean }
  | { readonly type: "show"; readonly on: boolean } // my picture and sound, to this partner
  | { readonly type: "look"; readonly on: boolean } // at this partner
  | { readonly type: "camera-resume" } // the one tap after a reload
  | { readonly type: "next" } // also from partner-left
  | { readonly type: "stop" } // conversation, waiting, server-away: to landing
  | { readonly type: "escape" } // Esc, unless composing, in full screen or in a dialog
  | { readonly type: "block" } // also from partner-left
  | {
      readonly type: "report"; // also from partner-left
      readonly reason: Reason;
      readonly note: string;
      readonly lines: readonly { readonly from: "me" | "partner"; readonly line: number }[];
      readonly frame: boolean; // a picture waits in `frame.ts`
      readonly stop: boolean; // leave altogether instead of going on to the next
    }
  // partner left
  | { readonly type: "auto-next-cancel" }
  | { readonly type: "auto-next"; readonly on: boolean } // the remembered setting
  | { readonly type: "home" } // partner-left, refused: to landing
  // anywhere
  | { readonly type: "esc-next"; readonly on: boolean }
  | {
      readonly type: "prefer";
      readonly name: "nudge" | "veil" | "breaks" | "guided" | "showAtOnce" | "lookAtOnce";
      readonly on: boolean;
    }
  | { readonly type: "care-seen" } // a reminder or hint is put away
  | { readonly type: "dialog"; readonly open: boolean }
  | { readonly type: "notice-seen" }
  | { readonly type: "use-here" }
  | { readonly type: "retry-now" }
  | { readonly type: "noted" } // a warning was read
  | { readonly type: "look-again" } // sent away: may we come back?
  | { readonly type: "forget" }; // everything this browser remembers

/// What happens around the page.
export type Surroundings =
  | { readonly type: "begin" } // the page has loaded
  | { readonly type: "visible"; readonly visible: boolean }
  | { readonly type: "helped" } // another tab of this browser pointed to the help panel today
  | { readonly type: "network" } // online again, or another network
  | { readonly type: "age"; readonly token: string } // a proof of age, as the hoster's service sent the visitor back with
  | { readonly type: "lane"; readonly lane: string }; // entered in the address of the open page

export type Socket =
  | { readonly type: "frame-sent"; readonly room: string; readonly ok: boolean } // the picture to a report
  | { readonly type: "socket-open" }
  | { readonly type: "socket-closed"; readonly code: number }
  | { readonly type: "server"; readonly message: ServerMessage };

export type MediaEvent =
  | { readonly type: "media-open"; readonly hasCamera: boolean; readonly hasMicrophone: boolean }
  | { readonly type: "media-problem"; readonly problem: Problem }
  | { readonly type: "devices"; readonly devices: Devices };

/// From peer connections. Each names its room and negotiation; what is not the current one is dropped.
export type Peer =
  | { readonly type: "prepared"; readonly n: number; readonly sdp: string }
  | (Of & { readonly type: "description"; readonly kind: "offer" | "answer"; readonly sdp: string })
  | (Of & { readonly type: "candidate"; readonly candidate: RTCIceCandidateInit })
  | (Of & { readonly type: "connection"; readonly connection: Call["connection"] })
  | (Of & { readonly type: "route"; readonly route: NonNullable<Call["route"]> })
  | (Of & { readonly type: "silence" }) // nothing comes from the partner any more, whatever the connection says
  | (Of & { readonly type: "frame" }); // the first picture of the partner is on the screen

export interface Of {
  readonly room: string;
  readonly negotiation: number;
}
