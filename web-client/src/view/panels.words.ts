/** Block, shortcuts, settings. */
const english = {
  blockTitle: (alias: string) => `Block ${alias}?`,
  blockLine: "The conversation ends, and you two do not meet again from these browsers. They are not told why.",
  keys: [
    [["Esc twice"], "Next, if within a second"],
    [["Enter"], "Send the line"],
    [["Shift", "Enter"], "A new line within it"],
    [["Alt", "H"], "Hide yourself: picture and sound"],
    [["?"], "These shortcuts"],
  ] satisfies (readonly [readonly string[], string])[],
  escNext: "Esc twice goes next",
  care: "Care",
  nudge: "Warn before I send what strangers could keep",
  nudgeLine: "Phone numbers, addresses, names elsewhere, links. Looked at in this browser only.",
  veil: "Cover slurs in what I read",
  veilLine: "With a list of words, in this browser only. One tap shows what is behind.",
  veilOnly: (language: string) => `The list knows English words only, not yet those of ${language}.`,
  breaks: "Remind me of a break after an hour",
  forget: "Forget everything",
  forgetLine:
    "Deletes what this page keeps in this browser: your settings, the key that makes blocks hold, and this session.",
  forgetSure: "Really forget",
};

export type PanelWords = typeof english;

export const panelWords: PanelWords = english;
