import type { Reason } from "../protocol.generated";

/** The report. */
const english = {
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
  urgent: "read first",
  allLines: "Attach all",
  lastLines: (count: number) => `Attach the last ${count}`,
  noLines: "Attach none",
  notAttached: (count: number) => (count === 1 ? "1 line not attached" : `${count} lines not attached`),
  picture: "What you saw",
  attachPicture: "Attach this one picture of your partner",
  attachPictureLine: "As it was when you opened this. Moderators see it blurred until they ask for it.",
  noPicture: "The picture could not be made small enough to send.",
  takeAgain: "Take it again",
  pictureSize: (kilobytes: number) => `This is what is sent: ${kilobytes} kB, with nothing else in it.`,
  reportNote: "Anything the moderator should know (optional)",
  reportLines: "Lines to attach",
  reportNoLines: "Nothing was written that could be attached.",
  reportSend: "Send & next",
  reportSendStop: "Send & leave",
};

export type ReportWords = typeof english;

export const reportWords: ReportWords = english;
