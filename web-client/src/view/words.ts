import type { MediaPath, Relaxed } from "../protocol.generated";
import type { Ending, Notice, Problem, Refused } from "../state";

type Titled = readonly [title: string, line: string];

/**
 * Every word a visitor reads, flat, so that another language is one more object of this type. Where a number or a name
 * stands inside a sentence, the sentence is a function: plural rules and word order belong to the language. The words of
 * what is loaded later stand beside it, in the same way (`*.words.ts`).
 */
const english = {
  name: "Passerby",
  settings: "Settings",
  shortcuts: "Keyboard shortcuts",
  help: "Help",
  close: "Close",
  cancel: "Cancel",
  home: "Back to the start",
  back: "Back",

  // Landing
  headline: "Meet someone you would have walked past.",
  lede: "Passerby brings two strangers together at random, to write or to see each other. No account, no profile, and either of you may walk on at any time.",
  adult:
    "I am 18 or older and will meet people as people: no nudity, no harassment, no threats, or I may be reported and sent away.",
  adultFirst: "Please tick this first: Passerby is for adults only.",
  start: "How would you like to meet?",
  startText: "Write",
  startTextLine: "Words only. No camera, no microphone.",
  startVideo: "Video",
  startVideoLine: "See and hear each other. You check your picture first.",
  wishes: "Only if you like",
  role: "What brings you here?",
  roleChat: "Chat",
  roleChatLine: "About anything, as equals.",
  roleTalk: "Talk",
  roleTalkLine: "Something is on my mind.",
  roleListen: "Listen",
  roleListenLine: "I have time and an open ear.",
  interests: "Interests",
  interestsHint: "Enter or a comma adds one. Somebody who shares one is found first.",
  interestsFull: "That is all there is room for.",
  removeInterest: (tag: string) => `Remove ${tag}`,
  language: "Language",
  anyLanguage: "Any language",
  onlineLong: (count: number) =>
    count === 1 ? "Only you are online." : `${count.toLocaleString("en")} people are online.`,
  online: (count: number) => `${count.toLocaleString("en")} online`,
  privacy: (paths: readonly MediaPath[] | null) =>
    `${
      paths === null || paths.length > 1
        ? "Picture and sound go straight to your partner, who could then learn your IP address, or through a relay that hides it: you choose."
        : paths.includes("direct")
          ? "Picture and sound go from browser to browser, so your partner could learn your IP address."
          : "Picture and sound go through a relay, which hides your IP address."
    } Text passes through this server and is not kept.`,
  about: "About this place",
  more: [
    ["/rules", "Rules"],
    ["/privacy", "Privacy"],
    ["/transparency", "Transparency"],
    ["/notice", "Intimate images"],
    ["/rules#contact", "Contact"],
  ] satisfies (readonly [path: string, title: string])[],

  retry: "Try again",
  notHere: "A part of this page did not come along. Perhaps the connection is gone, or the page is a new one.",
  reload: "Load the page anew",
  ownVideo: "Your own picture, mirrored",
  onlyPath: {
    direct: "There is no working relay here that could hide you: your partner could learn your IP address.",
    private: "Picture and sound go through a relay here, so your partner does not learn your IP address.",
  } satisfies Record<MediaPath, string>,
  noPath: "Video is not possible just now: here it goes through a relay, and none works. Writing does.",
  problems: {
    asking: "Your browser is asking you",
    denied: "Camera and microphone are off for this page",
    blocked: "This browser keeps camera and microphone closed here",
    none: "No camera or microphone was found",
    "in-use": "Another program is using your camera",
    other: "Camera and microphone did not start",
  } satisfies Record<Problem | "asking", string>,

  // Codes of reports and decisions
  myReports: "My reports",
  haveCode: "I have a code",

  // Waiting
  waiting: "Looking for somebody …",
  waitEstimate: (seconds: number) =>
    seconds < 3
      ? "Lately it took a moment."
      : seconds < 90
        ? `Lately it took about ${seconds} seconds.`
        : `Lately it took about ${Math.round(seconds / 60)} minutes.`,
  waitUnknown: "Too few have met lately to say how long it takes.",
  waitAlone: "Stay a little, or come back later.",
  relaxed: {
    interests: "Also people who share none of your interests",
    language: "Also people who speak another language",
    role: "Also people with another wish",
    partner: "Also somebody you just met",
  } satisfies Record<Relaxed, string>,
  asleepPartner: "Your last partner gave no sign of life, so you are in line again.",
  relaxedTitle: "To find somebody sooner, we now look wider:",
  stop: "Stop",

  // Conversation
  you: "You",
  next: "Next",
  block: "Block",
  partnerIsAway: (alias: string) => `${alias} lost the connection. The place is kept for a few seconds.`,
  withPartner: (alias: string) => `You are with ${alias}`,
  escOnceMore: "Esc once more goes next",
  reconnecting: "Your connection is lost. Coming back …",

  // Parted
  parted: {
    left: (alias) => `${alias} walked on`,
    lost: (alias) => `${alias} lost the connection`,
    ended: () => "This conversation was ended",
    asleep: (alias) => `${alias} could not wait`,
    expired: () => "This conversation is over",
    used: () => "This conversation is over",
    invalid: () => "This conversation is over",
  } satisfies Record<Ending, (alias: string) => string>,
  autoNextToggle: "Go on by itself after 3 seconds",

  // Something is in the way
  refused: {
    moderation: ["You were sent away", "A moderator decided that your conduct here broke the rules."],
    network: [
      "Your network has to wait",
      "Somebody on it broke the rules, and a moderator closed the door to all of it for a while. Nobody says that it was you: try from another network, or later.",
    ],
    closing: ["Passerby is closing here", "Whoever runs this place has closed it for now."],
    "unknown-lane": ["This door does not open", "The private link that you came by is not known here."],
    version: ["This page is out of date", "Load it anew to go on."],
    age: [
      "A proof of age is asked for here",
      "A service that this place trusts can say that you are an adult. It tells nothing else: not who you are, and not to the people you meet.",
    ],
    busy: ["It is crowded just now", "There is no room for one more at the moment. Come back in a little while."],
  } satisfies Record<Refused["why"], Titled>,
  prove: "Prove your age",
  retryAfter: (seconds: number) =>
    seconds < 90 ? `Try again in ${Math.max(1, seconds)} s.` : `Try again in ${Math.ceil(seconds / 60)} min.`,
  notices: {
    "too-fast": "That was a little too fast for the server.",
    busy: "There is no room for one more just now.",
    draining: "The server is about to restart; one moment.",
    storage: "Your report could not be stored. Please try again, or tell whoever runs this server.",
    reported: "You have reported this conversation already.",
    "bad-seal": "The lines you attached could not be confirmed, so the report was not stored.",
    "unknown-room": "That conversation is over for too long to be reported or blocked.",
    "lines-full": "Too many of your lines are still on their way. They go out as soon as your partner is back.",
    other: "The server could not do that.",
  } satisfies Partial<Record<Notice["code"] | "other", string>>,
  serverAway: "The server does not answer",
  serverAwayLine: "Yours may be the connection that is down, or ours. We go on trying.",
  attempt: (count: number) => (count < 2 ? "Trying again …" : `Trying again, ${count} times so far …`),
  retryNow: "Try now",
  replaced: "You are here in another tab",
  replacedLine: "The conversation goes on there. If you would rather have it here:",
  takeOver: "Use this tab",
};

export type Words = typeof english;

export const words: Words = english;
