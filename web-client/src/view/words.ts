import type { MediaPath, Reason, Relaxed, Role } from "../protocol.generated";
import type { Ending, Help, Line, Notice, Problem, Refused } from "../state";

type Titled = readonly [title: string, line: string];

/**
 * Every word a visitor reads, flat, so that another language is one more object of this type. Where a number or a name
 * stands inside a sentence, the sentence is a function: plural rules and word order belong to the language.
 */
const english = {
  name: "Passerby",
  settings: "Settings",
  shortcuts: "Keyboard shortcuts",
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

  // Preview
  preview: "A look in the mirror first",
  previewLine: "Nobody sees or hears you yet.",
  previewVideo: "Your own picture, mirrored",
  devices: "Devices",
  camera: "Camera",
  microphone: "Microphone",
  speaker: "Speaker",
  noDevice: "None found",
  deviceLater: "Once it is allowed",
  noCamera: "No camera: you will be heard, not seen.",
  unnamedDevice: (number: number) => `Device ${number}`,
  level: "Microphone level",
  originalSound: "Original sound",
  originalSoundLine: "No echo cancelling, noise filter or automatic volume. For music and good headphones.",
  go: "Find somebody",
  path: "How shall picture and sound travel?",
  paths: {
    direct: [
      "Direct",
      "The best picture. Your partner could learn your IP address, and with it roughly where you are.",
    ],
    private: [
      "Private",
      "Through a relay that hides your IP address from your partner. The picture may be a little worse.",
    ],
  } satisfies Record<MediaPath, Titled>,
  pathLater: "Counts from the next partner on.",
  onlyPath: {
    direct: "There is no working relay here that could hide you: your partner could learn your IP address.",
    private: "Picture and sound go through a relay here, so your partner does not learn your IP address.",
  } satisfies Record<MediaPath, string>,
  noPath: "Video is not possible just now: here it goes through a relay, and none works. Writing does.",
  goDirect: "Go direct this time",
  routes: {
    direct: ["Direct", "Picture and sound go straight between the two of you."],
    relayed: ["Relayed", "Picture and sound go through a relay."],
  } satisfies Record<"direct" | "relayed", Titled>,
  textInstead: "Write instead",
  retry: "Try again",
  problems: {
    asking: [
      "Your browser is asking you",
      "Allow camera and microphone in the small window by the address bar. They start when you say so, and stop when you leave.",
    ],
    denied: [
      "Camera and microphone are off for this page",
      "Press the camera or lock sign by the address bar, set both to Allow, then try again.",
    ],
    blocked: [
      "This browser keeps camera and microphone closed here",
      "A setting of the browser, of the device or of whoever manages it forbids them, or the page was not opened over https. Allow them in the system’s privacy settings, then try again.",
    ],
    none: [
      "No camera or microphone was found",
      "Plug one in or switch it on, then try again. A microphone alone is enough to be heard.",
    ],
    "in-use": ["Another program is using your camera", "Close other calls, tabs and camera programs, then try again."],
    other: ["Camera and microphone did not start", "Try again; if that does not help, restart the browser."],
  } satisfies Record<Problem | "asking", Titled>,

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
  thought: "Something to ask, once somebody is there",
  anotherThought: "Another",
  thoughts: [
    "What did you change your mind about lately?",
    "What can you see from where you sit?",
    "Which smell takes you back at once?",
    "What would you teach, if anyone asked?",
    "What is the best thing you ate this week?",
    "Which small thing makes your days better?",
    "What were you sure of at sixteen?",
    "Which song have you played too often?",
    "What do you do that nobody sees?",
    "Where would you go if you left tomorrow morning?",
    "Who taught you something without knowing it?",
    "What made you laugh last?",
  ],
  stop: "Stop",
  stopLine: "Stop and go back to the start",

  // Conversation
  conversation: (alias: string) => `Conversation with ${alias}`,
  connecting: "Putting you through …",
  connectingLong: "It is taking longer than usual",
  help: {
    "partner-away": (alias: string) =>
      `${alias} lost the connection to the server. There is a place kept for a few seconds.`,
    searching: () => "Your two networks have not found a way to each other yet. It is still being tried.",
    "no-route": () => "Your two networks do not let each other through. Writing works all the same.",
    "no-picture": () => "You are connected, but no picture comes. Writing works all the same.",
  } satisfies Record<Help, (alias: string) => string>,
  goOnWriting: "Go on in writing",
  remoteVideo: (alias: string) => `Picture of ${alias}`,
  ownVideo: "Your own picture, mirrored",
  you: "You",
  youAre: "Here you are",
  partnerWished: { chat: "", talk: "Has something on their mind", listen: "Is here to listen" } satisfies Record<
    Role,
    string
  >,
  shared: (tags: string) => `Both: ${tags}`,
  again: "You have met lately",
  mute: "Mute",
  unmute: "Unmute",
  cameraOff: "Camera off",
  cameraOn: "Camera on",
  cameraResume: "Start your camera again",
  ownCameraOff: "Your camera is off",
  unblockSound: "Tap to hear them",
  next: "Next",
  block: "Block",
  report: "Report",
  chat: "Chat",
  openChat: (unread: number) =>
    unread === 0 ? "Open the chat" : unread === 1 ? "Open the chat, 1 new line" : `Open the chat, ${unread} new lines`,
  closeChat: "Close the chat",
  message: "Your words",
  send: "Send",
  chatStart: "What you write passes through this server and is not kept there. Say hello.",
  chatFull: "Waiting until your partner has your last lines …",
  arrival: { pending: "On its way", sent: "Sent", received: "Arrived" } satisfies Record<Line["state"], string>,
  typing: (alias: string) => `${alias} is writing …`,
  partnerMuted: "Microphone off",
  partnerCameraOff: (alias: string) => `The camera of ${alias} is off`,
  partnerAway: "Reconnecting …",
  partnerIsAway: (alias: string) => `${alias} lost the connection. The place is kept for a few seconds.`,
  withPartner: (alias: string) => `You are with ${alias}`,
  escOnceMore: "Esc once more goes next",
  reconnecting: "Your connection is lost. Coming back …",
  reconnectingVideo: "You may still see and hear each other; the chat waits.",

  // Parted
  parted: {
    left: [(alias) => `${alias} walked on`, "That happens here, and it seldom means you."],
    lost: [(alias) => `${alias} lost the connection`, "It did not come back in time. Nobody meant to leave."],
    ended: [() => "This conversation was ended", "By the server, not by either of you."],
    asleep: [(alias) => `${alias} could not wait`, "There was no sign of life from this page, so they went on."],
    expired: [() => "This conversation is over", "You were away for longer than a place can be kept."],
    used: [() => "This conversation is over", "It could not be taken up a second time."],
    invalid: [() => "This conversation is over", "It could not be taken up again."],
  } satisfies Record<Ending, readonly [(alias: string) => string, string]>,
  autoNext: "Seconds until the next:",
  autoNextCancel: "Wait",
  autoNextToggle: "Go on by itself after 3 seconds",
  leave: "Leave",
  blocked: "Blocked",

  // Something is in the way
  refused: {
    moderation: ["You were sent away", "A moderator decided that your conduct here broke the rules."],
    closing: ["Passerby is closing here", "Whoever runs this place has closed it for now."],
    "unknown-lane": ["This door does not open", "The private link that you came by is not known here."],
    version: ["This page is out of date", "Load it anew to go on."],
    busy: ["It is crowded just now", "There is no room for one more at the moment. Come back in a little while."],
  } satisfies Record<Refused["why"], Titled>,
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

  // Dialogs
  reportTitle: (alias: string) => `Report ${alias}`,
  reportIntro:
    "A person will read this. Reporting ends the conversation, and you two do not meet again. Only what you see here is sent.",
  reportReason: "What happened?",
  reasons: {
    minor: "Seems to be under 18",
    sexual: "Sexual content I did not want",
    "intimate-image": "Shows intimate pictures of somebody",
    harassment: "Harassment",
    hate: "Hate",
    threat: "Threat or violence",
    "self-harm": "May hurt themselves",
    spam: "Spam or a scam",
    other: "Something else",
  } satisfies Record<Reason, string>,
  reportNote: "Anything the moderator should know (optional)",
  reportLines: "Lines to attach",
  reportNoLines: "Nothing was written that could be attached.",
  reportSend: "Send & next",
  reportSendStop: "Send & leave",
  reportSending: "Sending …",
  reportSent: "Thank you. Your report is stored.",
  receipt: "Your receipt",
  receiptLine: "With it you can ask later what was decided. It is shown only now.",
  blockTitle: (alias: string) => `Block ${alias}?`,
  blockLine: "The conversation ends, and you two do not meet again from these browsers. They are not told why.",
  keys: [
    [["Esc twice"], "Next, if within a second"],
    [["Enter"], "Send the line"],
    [["Shift", "Enter"], "A new line within it"],
    [["?"], "These shortcuts"],
  ] satisfies (readonly [readonly string[], string])[],
  escNext: "Esc twice goes next",
  forget: "Forget everything",
  forgetLine:
    "Deletes what this page keeps in this browser: your settings, the key that makes blocks hold, and this session.",
  forgetSure: "Really forget",
};

export type Words = typeof english;

export const words: Words = english;
