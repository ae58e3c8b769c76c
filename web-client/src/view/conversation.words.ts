import type { Role } from "../protocol.generated";
import type { Contact, Ending, Held, Line } from "../state";

/** A conversation, from the match to the goodbye. */
const english = {
  stopLine: "Stop and go back to the start",
  conversation: (alias: string) => `Conversation with ${alias}`,
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
  partnerAway: "Reconnecting …",
  reconnectingVideo: "You may still see and hear each other; the chat waits.",
  more: (times: number) => (times === 1 ? "… and once more" : `… and ${times} times more`),
  unveil: "Show",
  ask: "Something to ask",
  gentle: "End gently",
  sendAnyway: "Send anyway",
  contacts: {
    phone: "a phone number",
    email: "an e-mail address",
    street: "an address",
    handle: "a name elsewhere",
    link: "a link",
  } satisfies Record<Contact, string>,
  heldContact: (what: string) => `That looks like ${what}. Strangers can keep this. Send it once more if you mean to.`,
  held: {
    repeat: "You have said this three times. Perhaps in other words?",
    fast: "That is a lot at once. Give them a few seconds to read; your line stays here.",
  } satisfies Record<Exclude<Held["why"], "contact">, string>,
  autoNext: "Seconds until the next:",
  autoNextCancel: "Wait",
  leave: "Leave",
  blocked: "Blocked",
  partedLine: {
    left: "That happens here, and it seldom means you.",
    lost: "It did not come back in time. Nobody meant to leave.",
    ended: "By the server, not by either of you.",
    asleep: "There was no sign of life from this page, so they went on.",
    expired: "You were away for longer than a place can be kept.",
    used: "It could not be taken up a second time.",
    invalid: "It could not be taken up again.",
  } satisfies Record<Ending, string>,
};

export type ConversationWords = typeof english;

export const conversationWords: ConversationWords = english;
