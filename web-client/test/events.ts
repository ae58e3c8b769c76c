// One of everything that can happen. The compiler says when a new kind is missing.

import type { TimerName } from "../src/effect";
import type { Event } from "../src/event";
import type { ServerMessage } from "../src/protocol.generated";
import { banned, matched, of, OTHER, rejoined, ROOM, server, waiting, waitingForVideo, warned, welcome } from "./given";

type Kinds = {
  readonly [T in Exclude<Event["type"], "server" | "timer">]: Readonly<Record<string, Event & { type: T }>>;
};
type Said = { readonly [T in ServerMessage["type"]]: Readonly<Record<string, Event>> };

const kinds: Kinds = {
  begin: { "": { type: "begin" } },
  adult: { "": { type: "adult", yes: true } },
  interests: { "": { type: "interests", tags: ["Tea", " tea "] } },
  language: { "": { type: "language", language: "fr" } },
  role: { "": { type: "role", role: "listen" } },
  path: { direct: { type: "path", path: "direct" }, private: { type: "path", path: "private" } },
  start: { text: { type: "start", mode: "text" }, video: { type: "start", mode: "video" } },
  "choose-camera": { "": { type: "choose-camera", id: "c2" } },
  "choose-microphone": { "": { type: "choose-microphone", id: "m2" } },
  "choose-speaker": { "": { type: "choose-speaker", id: "s2" } },
  show: { on: { type: "show", on: true }, off: { type: "show", on: false } },
  look: { on: { type: "look", on: true }, off: { type: "look", on: false } },
  "original-sound": { "": { type: "original-sound", on: true } },
  go: { "": { type: "go" }, private: { type: "go", path: "private" } },
  "text-instead": { "": { type: "text-instead" } },
  back: { "": { type: "back" } },
  "problem-retry": { "": { type: "problem-retry" } },
  chat: {
    "": { type: "chat", text: "hello" },
    "with a number": { type: "chat", text: "0176 1234567", signs: { contacts: ["phone"], harm: true } },
  },
  "end-gently": { "": { type: "end-gently", text: "thank you" } },
  prefer: { "": { type: "prefer", name: "nudge", on: false } },
  "care-seen": { "": { type: "care-seen" } },
  helped: { "": { type: "helped" } },
  age: { "": { type: "age", token: "a.b.c" } },
  typed: { "": { type: "typed" } },
  microphone: { "": { type: "microphone", on: false } },
  camera: { "": { type: "camera", on: false } },
  "camera-resume": { "": { type: "camera-resume" } },
  next: { "": { type: "next" } },
  stop: { "": { type: "stop" } },
  escape: { "": { type: "escape" } },
  block: { "": { type: "block" } },
  report: {
    "and go on": { type: "report", reason: "spam", note: "", lines: [], frame: false, stop: false },
    "and stop": {
      type: "report",
      reason: "spam",
      note: "so",
      lines: [{ from: "partner", line: 1 }],
      frame: true,
      stop: true,
    },
  },
  "auto-next-cancel": { "": { type: "auto-next-cancel" } },
  "auto-next": { on: { type: "auto-next", on: true }, off: { type: "auto-next", on: false } },
  home: { "": { type: "home" } },
  "esc-next": { "": { type: "esc-next", on: false } },
  dialog: { open: { type: "dialog", open: true }, closed: { type: "dialog", open: false } },
  "notice-seen": { "": { type: "notice-seen" } },
  "use-here": { "": { type: "use-here" } },
  "retry-now": { "": { type: "retry-now" } },
  noted: { "": { type: "noted" } },
  "look-again": { "": { type: "look-again" } },
  forget: { "": { type: "forget" } },
  visible: { "": { type: "visible", visible: true }, no: { type: "visible", visible: false } },
  network: { "": { type: "network" } },
  lane: { "": { type: "lane", lane: "quality-lane" } },
  "frame-sent": { "": { type: "frame-sent", room: ROOM, ok: true } },
  "socket-open": { "": { type: "socket-open" } },
  "socket-closed": Object.fromEntries(
    [1000, 1006, 1009, 1011, 1012, 1013, 4001, 4002, 4003, 4004, 4005, 4006, 4007].map((code) => [
      code,
      { type: "socket-closed", code },
    ]),
  ),
  "media-open": { "": { type: "media-open", hasCamera: true, hasMicrophone: true } },
  "media-problem": { "": { type: "media-problem", problem: "denied" } },
  devices: { "": { type: "devices", devices: { cameras: [], microphones: [], speakers: [] } } },
  prepared: { "": { type: "prepared", n: 1, sdp: "v=0" } },
  description: { offer: { type: "description", ...of, kind: "offer", sdp: "v=0" } },
  candidate: { "": { type: "candidate", ...of, candidate: { candidate: "candidate:1" } } },
  connection: {
    connected: { type: "connection", ...of, connection: "connected" },
    disconnected: { type: "connection", ...of, connection: "disconnected" },
    failed: { type: "connection", ...of, connection: "failed" },
  },
  route: { "": { type: "route", ...of, route: "relayed" } },
  silence: { "": { type: "silence", ...of } },
  frame: { "": { type: "frame", ...of } },
};

const said: Said = {
  welcome: { "": welcome },
  paths: {
    both: server({ type: "paths", paths: ["direct", "private"] }),
    direct: server({ type: "paths", paths: ["direct"] }),
    none: server({ type: "paths", paths: [] }),
  },
  waiting: { text: waiting, video: waitingForVideo },
  deposited: { "": server({ type: "deposited", n: 1 }) },
  matched: { video: matched({ room: OTHER }), text: matched({ room: OTHER, mode: "text" }) },
  rejoined: { "": rejoined(), "after another tab": rejoined({ line: 7 }) },
  "no-room": { "": server({ type: "no-room", reason: "expired" }) },
  "ice-servers": { "": server({ type: "ice-servers", iceServers: [{ urls: ["stun:stun.example.org"] }] }) },
  ticket: { "": server({ type: "ticket", room: ROOM, ticket: "ticket-9" }) },
  offer: { "": server({ type: "offer", ...of, sdp: "v=0" }) },
  answer: { "": server({ type: "answer", ...of, sdp: "v=0" }) },
  candidate: { "": server({ type: "candidate", ...of, candidate: "candidate:1" }) },
  chat: { "": server({ type: "chat", room: ROOM, line: 1, at: 1, text: "hi", seal: "s" }) },
  sealed: { "": server({ type: "sealed", room: ROOM, line: 1, at: 1, seal: "s" }) },
  received: { "": server({ type: "received", room: ROOM, line: 1 }) },
  typing: { "": server({ type: "typing", room: ROOM }) },
  media: { "": server({ type: "media", room: ROOM, microphone: true, camera: true, shown: true, looks: true }) },
  "partner-away": { "": server({ type: "partner-away", room: ROOM, seconds: 15 }) },
  "partner-back": { "": server({ type: "partner-back", room: ROOM, negotiation: 2, received: 0 }) },
  "partner-left": {
    left: server({ type: "partner-left", room: ROOM, reason: "left" }),
    asleep: server({ type: "partner-left", room: ROOM, reason: "asleep" }),
    "from another room": server({ type: "partner-left", room: OTHER, reason: "left" }),
  },
  reported: { "": server({ type: "reported", room: ROOM, receipt: "R-1" }) },
  blocked: { "": server({ type: "blocked", room: ROOM }) },
  replaced: { "": server({ type: "replaced", token: "s".repeat(43) }) },
  judged: { warned: warned, banned: banned },
  evicted: { "": server({ type: "evicted", reason: "closing" }) },
  refused: Object.fromEntries(
    (
      [
        ["too-fast", "find"],
        ["too-fast", "chat"],
        ["too-fast", "report"],
        ["busy", "find"],
        ["draining", "find"],
        ["no-path", "find"],
        ["no-path", "next"],
        ["invalid", "find"],
        ["line-gap", "chat"],
        ["unknown-token", "hello"],
        ["unknown-room", "block"],
        ["storage", "report"],
        ["other-room", "next"],
      ] as const
    ).map(([code, about]) => [`${about}: ${code}`, server({ type: "refused", code, about, detail: "" })]),
  ),
  stopped: { "": server({ type: "stopped" }) },
  pong: { "": server({ type: "pong" }) },
};

const timers: { readonly [T in TimerName]: true } = {
  ping: true,
  pong: true,
  resume: true,
  again: true,
  resend: true,
  owed: true,
  escape: true,
  typing: true,
  "typing-said": true,
  media: true,
  unsteady: true,
  deposit: true,
  countdown: true,
  burst: true,
  minute: true,
  "look-again": true,
  looked: true,
};

function named(prefix: string, all: Readonly<Record<string, Readonly<Record<string, Event>>>>): [string, Event][] {
  return Object.entries(all).flatMap(([kind, variants]) =>
    Object.entries(variants).map(([variant, event]): [string, Event] => [`${prefix}${kind} ${variant}`.trim(), event]),
  );
}

/// By name, as the table of phases has them.
export const events: readonly (readonly [string, Event])[] = [
  ...named("", kinds),
  ...named("server ", said),
  ...Object.keys(timers).map((name): [string, Event] => [`timer ${name}`, { type: "timer", name: name as TimerName }]),
];
