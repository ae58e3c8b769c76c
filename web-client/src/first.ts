// The State that a page begins with.

import type { Call, Link, Room, Settings, State } from "./state";

/// What the browser remembers: settings and key for good, the rest for this tab.
export interface Memory {
  readonly settings: Partial<Settings>;
  readonly browserKey: string | null;
  readonly tab: Tab | null;
  readonly lane: string | null;
  readonly build: string | null;
  readonly visible: boolean;
  /// Primary subtag of the browser's language.
  readonly language: string | null;
}

/// What a tab needs to go on after a reload.
export interface Tab {
  readonly token: string | null;
  readonly owed: State["session"]["owed"];
  readonly room: Room | null;
  /// Whoever was muted stays so.
  readonly muted: boolean;
  /// It stood in the line for text. A wait for video ends with a reload, as the camera did.
  readonly waiting: boolean;
}

export function tabOf(state: State): Tab {
  const { owed } = state.session;
  // A replaced tab that is reloaded does not take the session with it: that is for the visitor to say.
  const token = state.phase === "replaced" ? null : state.session.token;
  const going = state.phase === "connecting" || state.phase === "connected" || state.phase === "reconnecting";
  const waiting = (state.phase === "waiting" || state.phase === "server-away") && state.mode === "text";
  return { token, owed, room: going ? state.room : null, muted: !state.media.microphone, waiting };
}

export function defaults(language: string | null): Settings {
  return {
    adult: false,
    interests: [],
    language,
    role: "chat",
    path: null,
    camera: null,
    microphone: null,
    speaker: null,
    originalSound: false,
    autoNext: true,
    escNext: true,
  };
}

export const NEW_LINK: Link = { is: "opening", attempt: 0, pinged: false, deposits: 0 };
export const NO_DEPOSITS = { iceServers: [], latest: 0, cooling: false, stale: false } as const;
export const NEW_CALL: Call = { connection: "new", frame: false, restarts: 0, route: null, held: false, help: null };

export function first(memory: Memory): State {
  const { tab, lane, build, language, browserKey } = memory;
  const common = {
    settings: { ...defaults(language), ...memory.settings },
    link: NEW_LINK,
    media: {
      is: "closed",
      problem: null,
      hasCamera: false,
      hasMicrophone: false,
      camera: true,
      microphone: tab?.muted !== true,
      devices: { cameras: [], microphones: [], speakers: [] },
    },
    alias: null,
    paths: null,
    online: null,
    visible: memory.visible,
    attention: null,
    dialog: false,
    escArmed: false,
    judged: null,
    notice: null,
    report: null,
    session: { token: tab?.token ?? null, browserKey, lane, build, newer: null, language, owed: tab?.owed ?? [] },
  } as const;
  if (tab?.room) return { ...common, phase: "reconnecting", room: afterReload(tab.room) };
  if (tab?.waiting) {
    const outlook = { estimate: null, relaxed: [] };
    return {
      ...common,
      phase: "waiting",
      mode: "text",
      outlook,
      asleepPartner: false,
      leaving: null,
      deposits: NO_DEPOSITS,
    };
  }
  return { ...common, phase: "landing" };
}

/// Words stay, peer connections do not.
function afterReload(room: Room): Room {
  return { ...room, call: room.call === null ? null : NEW_CALL, partnerTyping: false, typingSaid: false };
}
