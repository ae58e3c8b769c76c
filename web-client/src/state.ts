// What the page knows. `step` makes a new State from an old one and an Event; `view/` shows it; nobody changes it in
// place. The union over `phase` says what is true when: only a phase with a room has a partner, and so on.

import { bounds } from "./protocol.generated";
import type {
  ClientBlock,
  ClientReport,
  Eviction,
  IceServer,
  MediaPath,
  Mode,
  Refusal,
  Relaxed,
  Role,
  Statement,
} from "./protocol.generated";
import type { Ending, Line, Room } from "./room";

export type { Event } from "./event";
export type { Effect } from "./effect";
export type { Contact } from "./care/signs";
export type { Call, Ending, Held, Help, Line, PartnerMedia, Room } from "./room";

/// `state.phase` is also `data-phase` of the root element.
export type State = Shared &
  (Landing | Preview | Waiting | Connecting | Connected | Reconnecting | PartnerLeft | Refused | ServerAway | Replaced);

export type Phase = State["phase"];

/// What every phase has.
export interface Shared {
  readonly settings: Settings;
  readonly link: Link;
  readonly media: Media;
  /// My own alias as partners see it; null until the server said it.
  readonly alias: string | null;
  /// What video visitors can choose from; null until the server said it. None: there is no video just now.
  readonly paths: readonly MediaPath[] | null;
  /// Visitors online, sampled by the server; null until known.
  readonly online: number | null;
  /// The document is in sight.
  readonly visible: boolean;
  /// Something happened while the tab was hidden; title and icon say so until it is looked at.
  readonly attention: "match" | "line" | null;
  /// A dialog is open (see the event `dialog`): Esc and the automatic next hold still.
  readonly dialog: boolean;
  /// Esc was pressed once within the last second: show "once more for the next one".
  readonly escArmed: boolean;
  /// What was decided about me, until it is noted (a warning) or over: a cool-down and a ban lead to `refused`.
  readonly judged: Statement | null;
  /// Something to say in `alert`; stays until the event `notice-seen`, or until something else starts.
  readonly notice: Notice | null;
  /// The report on its way or answered.
  readonly report: Report | null;
  readonly care: Care;
  /// The conversation's secrets and the page's own book-keeping: nothing to show.
  readonly session: Session;
}

// ---- phases ---------------------------------------------------------------------------------------------------------

/// Nothing is going on: what this is, the rules, and how to start.
export interface Landing {
  readonly phase: "landing";
}

/// Camera and microphone before the first video partner. `go` is possible while `media.is === "open"`.
export interface Preview {
  readonly phase: "preview";
}

/// In the line, or just about to be.
export interface Waiting {
  readonly phase: "waiting";
  readonly mode: Mode;
  readonly outlook: Outlook;
  /// Why we wait again without having asked: the last partner gave no sign of life.
  readonly asleepPartner: boolean;
  /// The room left for this wait; kept until the server put us in the line.
  readonly leaving: Leaving | null;
  readonly deposits: Deposits;
}

/// Paired for video, no media yet. Chat works already. Text goes straight to `connected`.
export interface Connecting {
  readonly phase: "connecting";
  readonly room: Room;
}

export interface Connected {
  readonly phase: "connected";
  readonly room: Room;
}

/// My own connection to the server is lost, or the page was reloaded; the room stays, with a banner. A direct call may
/// still be running: `room.call` tells.
export interface Reconnecting {
  readonly phase: "reconnecting";
  readonly room: Room;
}

/// The conversation is over. The room stays for reading, reporting and blocking.
export interface PartnerLeft {
  readonly phase: "partner-left";
  readonly room: Room;
  readonly reason: Ending;
  /// Seconds until the automatic next: 3, 2, 1; null when there is none.
  readonly countdown: number | null;
}

/// The server will not have us, or not now. `home` leads on; `retryAfter` is in seconds, when known.
export interface Refused {
  readonly phase: "refused";
  readonly why: Eviction | "unknown-lane" | "version" | "busy" | "age";
  readonly retryAfter: number | null;
  /// Sent away by a moderator: how often we asked whether we may come back, and whether we did within ten seconds.
  readonly looks: number;
  readonly lately: boolean;
}

/// We want a partner and cannot reach the server; it is being tried again. `retry-now` and `stop` are possible.
export interface ServerAway {
  readonly phase: "server-away";
  readonly mode: Mode;
  readonly leaving: Leaving | null;
}

/// The session goes on in another tab; `use-here` takes it back.
export interface Replaced {
  readonly phase: "replaced";
  readonly room: Room | null;
}

// ---- parts ----------------------------------------------------------------------------------------------------------

/// Choices that outlive the visit; kept in this browser only.
export interface Settings {
  readonly adult: boolean;
  readonly interests: readonly string[];
  /// Primary language subtag ("en"), null for any.
  readonly language: string | null;
  readonly role: Role;
  /// How picture and sound may travel; null until chosen.
  readonly path: MediaPath | null;
  /// Device ids; null for the browser's choice.
  readonly camera: string | null;
  readonly microphone: string | null;
  readonly speaker: string | null;
  /// No echo cancelling, noise suppression or gain control: for music and headphones.
  readonly originalSound: boolean;
  /// What each new partner begins with: shown, looked at.
  readonly showAtOnce: boolean;
  readonly lookAtOnce: boolean;
  readonly autoNext: boolean;
  readonly escNext: boolean;
  /// Point out what strangers could keep, before it is sent.
  readonly nudge: boolean;
  /// Cover slurs in what one reads.
  readonly veil: boolean;
  /// Remind of a break after an hour of talking.
  readonly breaks: boolean;
  /// The guide for listeners was put away.
  readonly guided: boolean;
}

/// The WebSocket. `lost`: being tried again; `attempt` counts from 1. `closed`: nobody tries (refused, replaced).
export interface Link {
  readonly is: "opening" | "open" | "lost" | "closed";
  readonly attempt: number;
  /// A ping is out and nothing came back yet.
  readonly pinged: boolean;
  /// Offers deposited on this connection; each has its number.
  readonly deposits: number;
}

/// My own camera and microphone.
export interface Media {
  readonly is: "closed" | "asking" | "open" | "problem";
  /// Why they are not open, while `is === "problem"`.
  readonly problem: Problem | null;
  /// Whether there is such a device among what was opened.
  readonly hasCamera: boolean;
  readonly hasMicrophone: boolean;
  /// What I wish to send: false is "camera off" and "muted". Kept between partners.
  readonly camera: boolean;
  readonly microphone: boolean;
  readonly devices: Devices;
}

/// `denied`: the visitor said no just now. `blocked`: the browser does not even ask (setting, policy, insecure page).
export type Problem = "denied" | "blocked" | "none" | "in-use" | "other";

export interface Devices {
  readonly cameras: readonly Device[];
  readonly microphones: readonly Device[];
  /// Empty where the browser cannot choose a speaker: then show no picker.
  readonly speakers: readonly Device[];
}

export interface Device {
  readonly id: string;
  /// Empty until the browser trusts us with names.
  readonly label: string;
}

/// What the server told about this wait.
export interface Outlook {
  /// Seconds that a wait took lately; null when too few were seen.
  readonly estimate: number | null;
  /// Preferences that no longer bind, in the order they were let go.
  readonly relaxed: readonly Relaxed[];
}

export interface Leaving {
  readonly room: string;
  readonly by: "next" | "report" | "block";
}

/// The offer prepared while waiting for video: `latest` is its number, 0 before the first of this wait. `cooling`: the last one is younger than
/// ten seconds; `stale`: the network changed meanwhile.
export interface Deposits {
  readonly iceServers: readonly IceServer[];
  readonly latest: number;
  readonly cooling: boolean;
  readonly stale: boolean;
}

export interface Notice {
  /// A refusal of the server, or `lines-full`: 64 lines are not acknowledged yet, the input waits.
  readonly code: Refusal | "lines-full";
  /// The message type it is about ("report", "find" …), when known.
  readonly about: string | null;
  readonly retryAfter: number | null;
}

export interface Report {
  readonly room: string;
  readonly is: "sending" | "stored" | "failed";
  /// The code to show, once stored; null also if this conversation had been reported before.
  readonly receipt: string | null;
  /// What becomes of the picture, if one was to go with it.
  readonly frame: "none" | "sending" | "sent" | "failed";
}

/// Quiet words of the page's own, each with a way to put it away.
export interface Care {
  /// Minutes of talking with strangers since the last break or reminder.
  readonly talked: number;
  /// An hour is over.
  readonly rest: boolean;
  /// There is a help panel: said after a line that could be about harming oneself.
  readonly help: boolean;
  /// It was said today in this browser.
  readonly helped: boolean;
}

/// What the page itself must keep.
export interface Session {
  readonly token: string | null;
  readonly browserKey: string | null;
  readonly lane: string | null;
  /// A proof of age, where the hoster asks for one.
  readonly age: string | null;
  /// The build this page is from; null in development.
  readonly build: string | null;
  /// Another build that is served by now: reload when idle.
  readonly newer: string | null;
  /// The browser's own language, which `settings.language` starts from.
  readonly language: string | null;
  /// Reports and blocks that the server has not answered: said again after a reconnection, so that a block holds.
  readonly owed: readonly (ClientReport | ClientBlock)[];
}

// ---- reading --------------------------------------------------------------------------------------------------------

/// The room we are in, or have just left; null elsewhere.
export function roomOf(state: State): Room | null {
  return "room" in state ? state.room : null;
}

/// After a reload the chat and the partner's picture come back by themselves, my camera only with one tap: show
/// `camera-resume`. Also when the camera went away in the middle of a call (`media.problem` says why).
export function wantsCameraResume(state: State): boolean {
  const open = state.media.is === "open" || state.media.is === "asking";
  return inRoom(state) && state.room.call !== null && !open;
}

/// Everything of mine goes through relays.
export function hides(state: Shared): boolean {
  return state.settings.path === "private" || state.paths?.every((path) => path === "private") === true;
}

/// Chose to hide, where one can only go straight just now.
export function cannotHide({ settings, paths }: Shared): boolean {
  return settings.path === "private" && paths?.includes("private") === false && paths.length > 0;
}

/// In a conversation that is going on.
export function inRoom(state: State): state is Shared & (Connecting | Connected | Reconnecting) {
  return state.phase === "connecting" || state.phase === "connected" || state.phase === "reconnecting";
}

/// My lines that the partner has not acknowledged; at 64 the input waits.
export function unacknowledged(room: Room): readonly Line[] {
  return room.lines.filter((line) => line.from === "me" && line.state !== "received");
}

/// Lengths and numbers that the protocol allows: lines unacknowledged, text of one, interests and the length of one.
export const { lines: LINES, text: TEXT, interests: INTERESTS, interest: INTEREST } = bounds;
