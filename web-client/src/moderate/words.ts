// Every word on the moderators' page, and the words that a decision can begin with.

import type { Reason } from "../protocol.generated";
import type { AppealState, Measure, Rule, Ruling } from "./api";
import { DAY, HOUR } from "./state";

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const reasons: Record<Reason, string> = {
  minor: "Under 18",
  sexual: "Sexual content",
  "intimate-image": "Intimate picture of somebody",
  harassment: "Harassment",
  hate: "Hate",
  threat: "Threat or violence",
  "self-harm": "Self-harm",
  spam: "Spam or scam",
  other: "Something else",
};

const rules: Record<Rule, string> = {
  adults: "Adults only",
  nudity: "No nudity",
  images: "No intimate pictures or private data of others",
  harassment: "No harassment",
  hate: "No hate",
  threats: "No threats or violence",
  scams: "No advertising, scams or machines",
  law: "Nothing that the law forbids",
};

const templates: Record<Rule, string> = {
  adults: "You said, or it could be seen, that you are under 18. This place is for adults only.",
  nudity: "You showed yourself undressed to somebody who had not asked for it.",
  images: "You showed or sent an intimate picture, or private details, of somebody who had not agreed to it.",
  harassment: "You went on after you were asked to stop.",
  hate: "You attacked somebody for who they are.",
  threats: "You threatened somebody.",
  scams: "You advertised, or asked for money or account details.",
  law: "You did something that the law forbids here:",
};

const rulings: Record<Ruling, readonly [string, string]> = {
  dismiss: ["Dismiss", "No rule was broken, as far as can be seen."],
  warn: ["Warn", "They are told, and go on."],
  "cool-down": ["Cool-down", "They cannot meet anybody for a while."],
  ban: ["Ban", "They cannot meet anybody for days."],
};

const measures: Record<Measure, string> = { warn: "Warning", "cool-down": "Cool-down", ban: "Ban" };

const appeals: Record<AppealState, string> = {
  open: "can be appealed",
  made: "appealed, undecided",
  upheld: "appealed, upheld",
  reversed: "appealed, reversed",
  over: "no appeal",
};

/// "3 hours", of minutes.
export function span(minutes: number): string {
  if (minutes >= 2 * DAY) return plural(Math.floor(minutes / DAY), "day", "days");
  if (minutes >= HOUR) return plural(Math.floor(minutes / HOUR), "hour", "hours");
  return plural(Math.max(0, Math.floor(minutes)), "minute", "minutes");
}

export const waited = (milliseconds: number): string =>
  milliseconds < 60_000 ? "less than a minute" : span(milliseconds / 60_000);

export const clock = (at: number): string =>
  new Date(at).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });

export const date = (at: number): string =>
  new Date(at).toLocaleString("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  });

export const words = {
  name: "Passerby",
  place: "Moderation",
  reasons,
  rules,
  templates,
  rulings,
  measures,
  appeals,
  close: "Close",
  cancel: "Cancel",
  back: "Back to the queue",
  opening: "One moment",

  // At the door
  door: "Moderators only",
  doorLine: "Sign in with the passkey that you made for this place.",
  signIn: "Sign in with a passkey",
  invited: "Welcome, moderator",
  invitedLine:
    "Your invitation counts once. Your browser or security key now makes a passkey, which is all that you sign in with: no password, no e-mail.",
  register: "Make a passkey and come in",
  noPasskeys: "This browser cannot use passkeys here. Use a current one, over https or at http://localhost.",

  // Above
  tabs: { queue: "Queue", log: "Log", figures: "Figures" },
  signOut: "Sign out",
  shortcuts: "Keyboard shortcuts",

  // Queue
  queue: "What waits",
  waits: (cases: number, appealed: number) =>
    [
      ...(cases > 0 || appealed === 0 ? [plural(cases, "case", "cases")] : []),
      ...(appealed > 0 ? [plural(appealed, "appeal", "appeals")] : []),
    ].join(" and "),
  oldest: (age: string) => `the oldest has waited ${age}`,
  refresh: "Look again",
  filter: "Filter",
  filterHint: "Reason, urgent, appeal, a name",
  none: "Nobody needs you just now.",
  noneLine: "Every report is decided, every appeal answered. Go for a walk; people here are looking after each other.",
  noneFound: "Nothing in the queue is like that.",
  urgent: "Urgent",
  caseNumber: (id: number) => `Case ${id}`,
  appeal: "Appeal",
  /// Two of one browser or network are one; who reports in vain again and again is none.
  counts: (reports: number, weight: number) =>
    `${plural(reports, "report", "reports")}${
      weight === 0
        ? ", counting for little"
        : reports > 1
          ? ` from ${plural(weight, "independent person", "independent people")}`
          : ""
    }`,
  automatic: "Automatic cool-down to review",
  takenBy: (name: string, until: string) => `${name} has it until ${until}`,
  age: (age: string) => `${age} ago`,

  // Case
  reports: "What was reported",
  reported: "Reported",
  reporter: "Reporter",
  note: "Note of the reporter",
  talked: (mode: string, time: string) => `${mode === "video" ? "Video" : "Text"}, ${time}`,
  showLines: (count: number) => `Show ${plural(count, "attached line", "attached lines")}`,
  showNote: "Show the note",
  hide: "Hide",
  noLines: "No lines attached.",
  notAttached: (count: number) => `${plural(count, "line", "lines")} not attached`,
  evidence: {
    readable: "",
    deleted: "What was attached is deleted: its time was over.",
    locked: "What was attached was stored under another key and cannot be read.",
  },
  doubtful: "This reporter’s earlier reports were dismissed: it counts for less.",
  fetchFrame: "Get the picture, blurred",
  clearFrame: "Show it clearly",
  blurFrame: "Blur it again",
  frame: "Picture of the reporter’s screen",
  frameGone: "The picture is not there any more.",
  earlier: "Decided before about this browser",
  noEarlier: "Nothing.",
  dismissed: "Dismissed",
  until: (at: string) => `until ${at}`,
  lifted: (at: string) => `taken back ${at}`,
  by: (name: string | undefined) => (name === undefined ? "automatic" : `by ${name}`),
  decidedAt: (at: string) => `decided ${at}`,
  changed: "New reports came in. Read them, then decide.",
  more: "More",
  hold: "Keep the evidence for a year",
  holdTitle: "Keep the evidence",
  holdLine: "For an authority or a court. Say why: it stays in the record.",
  held: (by: string, at: string) => `Kept until ${at}, by ${by}`,
  release: "Need not be kept any longer",
  export: "Export this case",

  // Deciding
  decide: "Decide",
  ruling: "What happens",
  lasts: "For how long",
  network: "Everybody on the same network, too",
  networkLine: "That may be a family, a school or a whole mobile operator. Prefer the browser alone.",
  rule: "Which rule",
  chooseRule: "Choose",
  facts: "What happened",
  factsLine: "The person reads this. Say what they did, plainly, and nothing about who reported.",
  reads: "What they will read",
  readsRuling: (ruling: Measure, lasts: string) =>
    ({
      warn: "You have been warned.",
      "cool-down": `You cannot meet anybody for ${lasts}.`,
      ban: `You cannot meet anybody for ${lasts}.`,
    })[ruling],
  readsRule: (rule: string) => `Rule: ${rule}`,
  readsAppeal: "A person decided this. You can appeal.",
  missing: { ruling: "Choose what happens.", rule: "Choose the rule.", facts: "Say what happened." },
  submit: { dismiss: "Dismiss", warn: "Warn", "cool-down": "Impose the cool-down", ban: "Ban" },

  // Appeal
  appealTitle: "An appeal",
  appealText: "What they write",
  firstDecision: "The first decision",
  openCase: "Read the case",
  settle: "Your answer",
  uphold: ["Uphold", "The decision stands."],
  reverse: ["Reverse", "It is lifted at once, everywhere."],
  answer: "Your words to them",
  send: "Answer",
  notYours: "You decided first, so another moderator answers this one.",

  // Undo
  undo: "Undo",
  undoTitle: "Take a decision back",
  undoLine: "It is lifted at once. Say why: the person reads it.",
  undoReason: "Decided by mistake.",
  reason: "Why",

  // Log and figures
  log: "What moderators did",
  logLine: "Each line is chained to the one before; nobody edits it. The newest first.",
  when: "When",
  who: "Who",
  what: "What",
  about: "About",
  figures: "Figures",
  figuresLine: "As the public page will show them, except that it says “<5” for small numbers.",
  figure: "Figure",
  noFigures: "Nothing is counted yet.",

  // How it went
  notices: {
    decide: "Decided.",
    undo: "Taken back.",
    hold: "The evidence is kept.",
    release: "The evidence goes when its time is over.",
    settle: "Answered.",
    "signed-out": "You are signed out. Sign in again to go on.",
    away: "The server does not answer. Try again.",
    "no-passkey": "No passkey came. Try again, or ask for a new invitation.",
    unknown:
      "That invitation or passkey is not known here, or its time is over. Whoever runs this place can make a new one.",
    changed: "Something changed meanwhile: look again.",
    "not-yours": "That is for somebody else to do.",
    "too-fast": "Too often in a short time. Wait a minute.",
    storage: "The database does not work, so nothing was decided. Tell whoever runs this place.",
  },
  keys: [
    ["j / k", "Down, up"],
    ["Enter", "Open"],
    ["1 – 4", "Dismiss, warn, cool-down, ban"],
    ["Ctrl + Enter", "Decide"],
    ["/", "Filter"],
    ["u", "Undo the last decision"],
    ["Esc", "Back"],
    ["?", "This list"],
  ],
} as const;
