import type { AppealState, Measure, ReportOutcome, Rule } from "../protocol.generated";

const day = (ms: number): string =>
  new Date(ms).toLocaleString("en", { dateStyle: "long", timeStyle: "short" }).replace(" at ", ", ");

const date = (ms: number): string => new Date(ms).toLocaleDateString("en", { dateStyle: "long" });

const parts = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;

/** The two largest parts of what is left; the last minute in seconds. */
function left(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1_000));
  if (seconds < 60) return parts(seconds, "second");
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return parts(minutes, "minute");
  const [days, hours] = [Math.floor(minutes / 1_440), Math.floor((minutes % 1_440) / 60)];
  if (days > 0) return hours > 0 ? `${parts(days, "day")} and ${parts(hours, "hour")}` : parts(days, "day");
  return minutes % 60 > 0 ? `${parts(hours, "hour")} and ${parts(minutes % 60, "minute")}` : parts(hours, "hour");
}

/** What was decided: about oneself, and about what one reported. */
const english = {
  day,
  titles: {
    warn: "A warning for you",
    "cool-down": "You are asked to take a break",
    ban: "You are banned for now",
  } satisfies Record<Measure, string>,
  lines: {
    warn: "Read why, then go on. If it happens again, you may be sent away.",
    "cool-down": "Until it is over you cannot meet anybody here.",
    ban: "Until it is over you cannot meet anybody here, in this tab or another.",
  } satisfies Record<Measure, string>,
  kinds: { warn: "Warning", "cool-down": "Break", ban: "Ban" } satisfies Record<Measure, string>,
  stillLeft: (ms: number) => `${left(ms)} left`,
  left,
  over: "It should be over. One moment …",
  rule: "Rule",
  rules: {
    adults: "Adults only",
    nudity: "No nudity, and nothing sexual that the other did not ask for",
    images: "No intimate or private pictures of somebody else",
    harassment: "No harassment",
    hate: "No hate",
    threats: "No threats, no violence",
    scams: "No advertising, no fraud, no machines",
    law: "Nothing that the law forbids",
  } satisfies Record<Rule, string>,
  facts: "What happened",
  by: "Decided",
  byPerson: (at: number) => `By a moderator, ${day(at)}`,
  byItself: (at: number) =>
    `Automatically, ${day(at)}: several people reported you within a short time. A person can look at it.`,
  until: "Until",
  code: "Code",
  codeLine: "Keep it: with it you can read this again, appeal, and see what came of it, under “I have a code”.",
  copy: "Copy",
  copied: "Copied",
  goOn: "I have read it",
  lookAgain: "Am I let in again?",
  looking: "Asking …",
  appeal: "Appeal",
  appeals: {
    open: (until: number) =>
      `You may ask until ${date(until)} that somebody looks at it again. One text; no e-mail, no name.`,
    made: () => "Your appeal is stored and waits for a moderator. Look here again later, with the code.",
    upheld: () => "Your appeal was read, and the decision stands.",
    reversed: () => "The decision was taken back.",
    over: (until: number) => `The time to appeal ended on ${date(until)}.`,
  } satisfies Record<AppealState, (until: number) => string>,
  appealText: "Why is the decision wrong?",
  appealSend: "Send the appeal",
  answer: "The moderator’s words",
  sending: "Sending …",

  // Codes
  reports: "My reports",
  reportsNone: "You have reported nobody from this browser, or it has forgotten.",
  reportsLine: "Kept in this browser alone. “Forget everything” deletes this list too.",
  haveCode: "I have a code",
  codeAsk: "The code of a report or of a decision",
  codeShow: "Show",
  ask: "What came of it?",
  asking: "Asking …",
  outcome: ({ state, measure, decided, reversed }: ReportOutcome): string => {
    if (state === "open") return "Nobody has decided yet.";
    if (state === "lapsed") return "Nobody decided in time. What you attached is deleted.";
    const on = decided === undefined ? "" : ` (${day(decided)})`;
    const done = {
      none: "A moderator read it and left it at that",
      warn: "Whoever you reported was warned",
      "cool-down": "Whoever you reported had to take a break",
      ban: "Whoever you reported was banned",
    }[measure ?? "none"];
    return `${done}${on}.${reversed ? " Later this was taken back." : ""}`;
  },
  outcomeOf: "Your report",
  troubles: {
    unknown: "This code is not known here, or too old. Is every letter right?",
    closed: "No appeal can be made any more.",
    failed: "The server did not answer. Try again in a moment.",
  },
  tooFast: (seconds: number) => `Too many questions from your network. Try again in ${left(seconds * 1_000)}.`,

  // The receipt of a report
  reportSending: "Sending …",
  reportSent: "Thank you. Your report is stored.",
  receipt: "Your receipt",
  receiptLine: "With it you can ask what was decided. This browser keeps it under “My reports”.",
  frames: {
    sending: "The picture is on its way …",
    sent: "The picture arrived, too.",
    failed: "The picture did not arrive; the report did.",
  },
};

export type JudgedWords = typeof english;

export const judgedWords: JudgedWords = english;
