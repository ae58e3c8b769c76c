// Every screen and state that a visitor can come to, as `step` would leave it. For the gallery and for looking.

import type { Helplines } from "../src/care/helplines";
import type { Statement } from "../src/protocol.generated";
import type { Call, Line, Media, Problem, Room, Settings, Shared, State } from "../src/state";

const settings: Settings = {
  adult: true,
  interests: [],
  language: null,
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

const closed: Media = {
  is: "closed",
  problem: null,
  hasCamera: false,
  hasMicrophone: false,
  camera: true,
  microphone: true,
  devices: { cameras: [], microphones: [], speakers: [] },
};

const open: Media = {
  ...closed,
  is: "open",
  hasCamera: true,
  hasMicrophone: true,
  devices: {
    cameras: [
      { id: "c1", label: "Integrated camera (04f2:b6be)" },
      { id: "c2", label: "USB camera" },
    ],
    microphones: [{ id: "m1", label: "Built-in microphone" }],
    speakers: [{ id: "s1", label: "Built-in speakers" }],
  },
};

const problem = (kind: Problem): Media => ({ ...closed, is: "problem", problem: kind });

const care = { talked: 0, rest: false, help: false, helped: false };

const shared = {
  settings,
  link: { is: "open", attempt: 0, pinged: false },
  media: closed,
  alias: "QuietHeron73",
  paths: ["direct", "private"],
  online: 42,
  visible: true,
  attention: null,
  dialog: false,
  escArmed: false,
  judged: null,
  notice: null,
  report: null,
  care,
  session: { token: null, browserKey: null, lane: null, age: null, build: null, newer: null, language: "de", owed: [] },
} as unknown as Shared;

let at = Date.UTC(2026, 10, 21, 20, 14);
const said = (from: Line["from"], line: number, text: string, state: Line["state"] = "received"): Line => ({
  from,
  line,
  text,
  at: (at += 9_000),
  seal: state === "pending" ? null : "seal",
  state,
});

const lines: Line[] = [
  said("partner", 1, "hi! where does this find you?"),
  said("me", 1, "at the kitchen table, with tea that went cold an hour ago"),
  said("me", 2, "and you?"),
  said(
    "partner",
    2,
    "night train, somewhere after Lyon. there is exactly one other person awake in this carriage and she is knitting",
  ),
  said("partner", 3, "I have been trying to guess what it will be"),
  said("me", 3, "a very long scarf, or a very short one, depending on the delay"),
  said("partner", 4, "haha"),
  said("partner", 5, "<b>not bold</b> https://example.org stays text"),
  said("me", 4, "What did you change your mind about lately?", "sent"),
  said("me", 5, "I ask everyone", "pending"),
];

const call: Call = { connection: "connected", frame: true, restarts: 0, route: "direct", help: null } as Call;

const room = {
  id: "room",
  mode: "video",
  side: "a",
  partner: "TiredLobster420",
  partnerRole: "chat",
  partnerHere: true,
  partnerMedia: { microphone: true, camera: true, shown: true, looks: true },
  shown: true,
  looked: true,
  partnerTyping: false,
  shared: ["night trains", "tea"],
  again: false,
  lines,
  sent: 5,
  received: 5,
  call,
  blocked: false,
  polite: true,
  negotiation: 1,
  ticket: "",
  hereSaid: true,
  typingSaid: false,
  gapAnswered: false,
  held: null,
  nudged: [],
  burst: 0,
} as unknown as Room;

const text: Room = { ...room, mode: "text", call: null, partnerMedia: null };
const talking = { ...shared, media: open };
const waiting = {
  phase: "waiting",
  mode: "text",
  outlook: { estimate: 12, relaxed: [] },
  asleepPartner: false,
  leaving: null,
  deposits: { latest: 0, cooling: false, stale: false },
} as const;

const now = Date.now();
const hour = 3_600_000;
const statement: Statement = {
  code: "5NXQ-0C8M-J3VT-WR6K",
  measure: "ban",
  rule: "harassment",
  facts:
    "Three people you met this evening report that you went on insulting them after they had asked you to stop. The lines they attached show it.",
  automatic: false,
  decided: now - hour,
  until: now + 71 * hour,
  appeal: "open",
  appealUntil: now + 4_320 * hour,
};
const away = { ...shared, phase: "refused", why: "moderation", retryAfter: null, looks: 0, lately: false };
const answer = "I read the lines again and they are clear. The ban stays as it is.";
const { until: _, ...endless } = statement;
const warning: Statement = {
  ...endless,
  measure: "warn",
  rule: "scams",
  facts: "You sent the same link to everybody.",
};

const all: Record<string, object> = {
  landing: { ...shared, phase: "landing", settings: { ...settings, adult: false } },
  "landing-wishes": {
    ...shared,
    phase: "landing",
    online: 1_204,
    settings: { ...settings, interests: ["night trains", "tea", "<i>text</i>"], language: "en", role: "listen" },
  },
  "landing-first": { ...shared, phase: "landing", online: null, settings: { ...settings, adult: false } },
  "preview-asking": { ...shared, phase: "preview", media: { ...closed, is: "asking" } },
  preview: { ...talking, phase: "preview" },
  "preview-chosen": { ...talking, phase: "preview", settings: { ...settings, path: "private" } },
  "preview-direct-only": { ...talking, phase: "preview", paths: ["direct"] },
  "preview-private-only": { ...talking, phase: "preview", paths: ["private"] },
  "preview-no-relay": { ...talking, phase: "preview", paths: ["direct"], settings: { ...settings, path: "private" } },
  "preview-no-video": { ...talking, phase: "preview", paths: [] },
  "preview-microphone-only": { ...talking, phase: "preview", media: { ...open, hasCamera: false } },
  ...Object.fromEntries(
    (["denied", "blocked", "none", "in-use", "other"] as const).map((kind) => [
      `preview-${kind}`,
      { ...shared, phase: "preview", media: problem(kind) },
    ]),
  ),
  waiting: { ...shared, ...waiting },
  "waiting-listener": { ...shared, ...waiting, settings: { ...settings, role: "listen" } },
  "waiting-video": {
    ...talking,
    ...waiting,
    mode: "video",
    outlook: { estimate: null, relaxed: ["interests", "language", "role", "partner"] },
    asleepPartner: true,
  },
  "waiting-alone": { ...shared, ...waiting, online: 1, outlook: { estimate: null, relaxed: [] } },
  connecting: {
    ...talking,
    phase: "connecting",
    room: { ...room, lines: [], partnerMedia: null, call: { ...call, connection: "connecting", frame: false } },
  },
  "connecting-help": {
    ...talking,
    phase: "connecting",
    room: { ...room, lines: [], call: { ...call, connection: "connecting", frame: false, help: "searching" } },
  },
  video: { ...talking, phase: "connected", room },
  "video-muted-typing": {
    ...talking,
    phase: "connected",
    escArmed: true,
    media: { ...open, camera: false, microphone: false },
    room: {
      ...room,
      call: { ...call, route: "relayed" },
      partnerTyping: true,
      partnerMedia: { microphone: false, camera: true, shown: true, looks: true },
    },
  },
  "video-hidden": {
    ...talking,
    phase: "connected",
    room: { ...room, shown: false, looked: false },
  },
  "video-unseen": {
    ...talking,
    phase: "connected",
    room: { ...room, partnerMedia: { microphone: false, camera: true, shown: false, looks: false } },
  },
  "video-camera-off": {
    ...talking,
    phase: "connected",
    room: { ...room, partnerMedia: { microphone: true, camera: false, shown: true, looks: true } },
  },
  "video-silent": { ...talking, phase: "connected", room },
  "video-away": { ...talking, phase: "connected", room: { ...room, partnerHere: false } },
  "video-unsteady": {
    ...talking,
    phase: "connected",
    room: { ...room, call: { ...call, connection: "failed", help: "no-route" } },
  },
  "video-reconnecting": {
    ...talking,
    phase: "reconnecting",
    link: { is: "lost", attempt: 2, pinged: false },
    room,
  },
  "video-after-reload": { ...shared, phase: "connected", room: { ...room, call: { ...call, frame: false } } },
  "video-left": { ...talking, phase: "partner-left", reason: "left", countdown: 3, room },
  text: { ...shared, phase: "connected", room: { ...text, partnerTyping: true } },
  "text-new": {
    ...shared,
    phase: "connected",
    room: { ...text, lines: [], again: true, shared: [], partnerRole: "listen" },
  },
  "text-held": {
    ...shared,
    phase: "connected",
    room: { ...text, held: { text: "0176 1234567, or @quiet_heron", why: "contact", contacts: ["phone", "handle"] } },
  },
  "text-repeated": {
    ...shared,
    phase: "connected",
    room: { ...text, partnerTyping: true, held: { text: "hello?", why: "repeat" } },
  },
  "text-nasty": {
    ...shared,
    phase: "connected",
    settings: { ...settings, veil: true },
    room: {
      ...text,
      lines: [
        said("partner", 1, "you retard, go away"),
        said("partner", 2, "\u202efdp.exe\u202c is a picture \u0007"),
        said("partner", 3, `Z${"\u0335\u0321\u0353".repeat(20)}a${"\u0301".repeat(30)}lgo`),
        ...[4, 5, 6, 7, 8].map((line) => said("partner", line, "HELLO")),
        said("partner", 9, "TiredLobster420 walked on"),
      ],
    },
  },
  "text-listener": {
    ...shared,
    phase: "connected",
    settings: { ...settings, role: "listen" },
    room: { ...text, lines: [], shared: [], partnerRole: "talk" },
  },
  "text-break": { ...shared, phase: "connected", care: { ...care, rest: true }, room: text },
  "text-help-hint": { ...shared, phase: "connected", care: { ...care, help: true }, room: text },
  "text-away": { ...shared, phase: "connected", room: { ...text, partnerHere: false } },
  "text-reconnecting": { ...shared, phase: "reconnecting", room: text },
  "text-left": { ...shared, phase: "partner-left", reason: "lost", countdown: 2, room: text },
  "text-left-quiet": {
    ...shared,
    phase: "partner-left",
    reason: "ended",
    countdown: null,
    settings: { ...settings, autoNext: false },
    room: { ...text, blocked: true },
  },
  ...Object.fromEntries(
    (["moderation", "network", "closing", "unknown-lane", "version", "busy", "age"] as const).map((why) => [
      `refused-${why}`,
      { ...shared, phase: "refused", why, retryAfter: why === "busy" ? 40 : null, looks: 0, lately: false },
    ]),
  ),
  "judged-ban": { ...away, link: { is: "closed" }, judged: statement },
  "judged-ban-made": { ...away, link: { is: "closed" }, lately: true, judged: { ...statement, appeal: "made" } },
  "judged-ban-upheld": { ...away, link: { is: "closed" }, judged: { ...statement, appeal: "upheld", answer } },
  "judged-cool-down": {
    ...away,
    link: { is: "closed" },
    judged: { ...statement, measure: "cool-down", automatic: true, until: now + 25 * 60_000 },
  },
  "judged-warning": { ...shared, phase: "landing", judged: warning },
  "judged-warning-in-call": { ...talking, phase: "connected", room, judged: warning },
  "server-away": { ...shared, phase: "server-away", mode: "text", leaving: null, link: { is: "lost", attempt: 4 } },
  replaced: { ...shared, phase: "replaced", room: null },
  notice: {
    ...shared,
    ...waiting,
    notice: { code: "too-fast", about: "find", retryAfter: 4 },
    report: { room: "room", is: "stored", receipt: "K7QF-2MDX-9RTA-5VWP", frame: "sent" },
  },
};

export const screens = all as Record<string, State>;

/** What a server would tell the help panel. Nobody answers at these numbers. */
export const helplines: Helplines = {
  countries: [
    {
      country: "US",
      emergency: { number: "555-0100", checked: "2026-11-28" },
      lines: [
        { name: "Somebody Listens", number: "555-0123", about: "Call or text, day and night", checked: "2026-11-28" },
        { name: "Le Grand Téléphone de Nuit", number: "555-0199", checked: "2025-01-02" },
      ],
    },
    { country: "NZ", emergency: { number: "555-0111", checked: "2026-11-28" }, lines: [] },
  ],
};

/** Dialogs are no state: the gallery opens them over a screen. */
export const dialogs = ["report", "block", "gentle", "help", "shortcuts", "settings"] as const;
export const landingDialogs = ["reports", "code"] as const;

/** What would come over HTTP, by path. */
export const answers: Record<string, object> = {
  "/api/statement": { ...statement, appeal: "open" },
  "/api/outcome": { state: "decided", reported: now - 26 * hour, decided: now - hour, measure: "ban", reversed: false },
  "/api/appeal": { ...statement, appeal: "made" },
};

export const receipts = [
  { code: "K7QF-2MDX-9RTA-5VWP", at: now - 26 * hour, reason: "harassment" },
  { code: "0T4B-RR2N-8HQY-1KDZ", at: now - 200 * hour, reason: "minor" },
];
