// A conversation, as the page knows it.

import type { Contact } from "./care/signs";
import type { IceServer, Mode, NoRoom, Parting, Role, Side } from "./protocol.generated";

export interface Room {
  readonly id: string;
  readonly mode: Mode;
  /// My seat: words the side in reports, nothing to show.
  readonly side: Side;
  /// The partner's alias, and what they wished for.
  readonly partner: string;
  readonly partnerRole: Role;
  /// Whether the partner's connection to the server lives (`data-partner`).
  readonly partnerHere: boolean;
  /// What the partner sends; null until they said so, and always in text.
  readonly partnerMedia: PartnerMedia | null;
  /// I show myself to this partner: until then they get a few blurred colours and no sound.
  readonly shown: boolean;
  /// I look at this partner: until then their picture is hidden and silent.
  readonly looked: boolean;
  readonly partnerTyping: boolean;
  /// Interests that both named; we met lately.
  readonly shared: readonly string[];
  readonly again: boolean;
  /// The chat, in the order of appearance; key by `from` and `line`.
  readonly lines: readonly Line[];
  /// My last line's number, and the last one got from the partner.
  readonly sent: number;
  readonly received: number;
  /// The media between us; null in text, and where the visitor chose to go on with text only.
  readonly call: Call | null;
  /// This partner is blocked (known to the server).
  readonly blocked: boolean;
  readonly polite: boolean;
  readonly negotiation: number;
  readonly ticket: string;
  /// One of us hides: only relays pass.
  readonly relayed: boolean;
  readonly iceServers: readonly IceServer[];
  /// `here` was said; `typing` was said less than three seconds ago; a gap was answered and not yet closed.
  readonly hereSaid: boolean;
  readonly typingSaid: boolean;
  readonly gapAnswered: boolean;
  /// What was written and not sent yet, and why; it stands in the field again.
  readonly held: Held | null;
  /// What was pointed out in this conversation; each kind once.
  readonly nudged: readonly Contact[];
  /// My lines of the last seconds.
  readonly burst: number;
}

/// `contact`: strangers could keep it; sent at the next press. `repeat`: said several times already. `fast`: too many
/// lines at once, for a few seconds.
export type Held = { readonly text: string } & (
  | { readonly why: "contact"; readonly contacts: readonly Contact[] }
  | { readonly why: "repeat" }
  | { readonly why: "fast" }
);

export interface PartnerMedia {
  readonly microphone: boolean;
  readonly camera: boolean;
  readonly shown: boolean;
  readonly looks: boolean;
}

export interface Line {
  readonly from: "me" | "partner";
  readonly line: number;
  readonly text: string;
  /// When the server passed it on (ms since 1970), with its seal; null for my own while pending.
  readonly at: number | null;
  readonly seal: string | null;
  /// Mine: pending, then sent (sealed by the server), then received. The partner's: received.
  readonly state: "pending" | "sent" | "received";
}

export interface Call {
  readonly connection: "new" | "connecting" | "connected" | "disconnected" | "failed";
  /// A picture of the partner has been shown.
  readonly frame: boolean;
  /// ICE restarts tried since it was last connected.
  readonly restarts: number;
  /// The way that it takes; null until there is one.
  readonly route: "direct" | "relayed" | null;
  /// This page has a peer connection for it: false after a reload, until the server let us in again.
  readonly held: boolean;
  /// Set after 10 s without media, or when every restart failed: says why (`connecting-help`).
  readonly help: Help | null;
}

/// `partner-away`: their connection to the server is lost. `searching`: no way between the two networks yet.
/// `no-route`: none found, every restart failed. `no-picture`: connected, but nothing comes.
export type Help = "partner-away" | "searching" | "no-route" | "no-picture";

/// Why the conversation is over: as the partner left (`left`, `lost`, `ended`), or as the server told us when we came
/// back. `asleep` here means that *we* gave no sign of life; a partner asleep leads back to `waiting`, not here.
export type Ending = Exclude<Parting, "asleep"> | NoRoom;
