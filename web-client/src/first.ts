// The State that a page begins with.

import type { Call, Link, Room, Settings, State } from "./state";

/// What the browser remembers: settings and key for good, the rest for this tab.
export interface Memory {
  readonly settings: Partial<Settings>;
  readonly browserKey: string | null;
  readonly tab: Tab | null;
  readonly lane: string | null;
  readonly age: string | null;
  readonly build: string | null;
  readonly visible: boolean;
  /// Primary subtag of the browser's language.
  readonly language: string | null;
  /// The help panel was pointed to today.
  readonly helped: boolean;
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
    showAtOnce: false,
    lookAtOnce: false,
    autoNext: true,
    escNext: true,
    nudge: true,
    veil: false,
    breaks: true,
    guided: false,
  };
}

export const NEW_LINK: Link = { is: "opening", attempt: 0, pinged: false, deposits: 0 };
export const NO_DEPOSITS = { iceServers: [], latest: 0, cooling: false, stale: false } as const;
/// What watches over my own lines.
export const NOTHING_HELD = { held: null, nudged: [], burst: 0 } as const;
export const NEW_CALL: Call = { connection: "new", frame: false, restarts: 0, route: null, held: false, help: null };

export function first(memory: Memory): State {
  const { lane, age, build, language, browserKey } = memory;
  const settings = { ...defaults(language), ...memory.settings };
  // Forgotten meanwhile in another tab: whoever has not said to be an adult goes nowhere.
  const tab = settings.adult ? memory.tab : null;
  const common = {
    settings,
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
    care: { talked: 0, rest: false, help: false, helped: memory.helped },
    session: { token: tab?.token ?? null, browserKey, lane, age, build, newer: null, language, owed: tab?.owed ?? [] },
  } as const;
  if (tab?.room) return { ...common, phase: "reconnecting", room: afterReload(tab.room, common.settings) };
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

/// Words stay, peer connections do not; to show oneself and to look begins anew. An older page may have written it.
function afterReload(room: Room, settings: Settings): Room {
  const call = room.call === null ? null : NEW_CALL;
  return {
    ...NOTHING_HELD,
    ...room,
    ...atFirst(settings),
    burst: 0,
    call,
    partnerTyping: false,
    typingSaid: false,
  };
}

/// How a conversation begins.
export function atFirst({ showAtOnce, lookAtOnce }: Settings): Pick<Room, "shown" | "looked"> {
  return { shown: showAtOnce, looked: lookAtOnce };
}
