/** Block, shortcuts, settings. */
const english = {
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

export type PanelWords = typeof english;

export const panelWords: PanelWords = english;
