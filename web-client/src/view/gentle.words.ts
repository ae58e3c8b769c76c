/** To end gently. */
const english = {
  title: "End gently",
  label: (alias: string) => `Your last line to ${alias}`,
  line: "Thank you for talking with me. I have to go now. Take care!",
  leave: "Say it & leave",
};

export type GentleWords = typeof english;

export const gentleWords: GentleWords = english;
