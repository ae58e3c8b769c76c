/** Said softly. */
const english = {
  help: "If it is heavy just now: there are people whose work it is to listen. Nobody was told what you wrote.",
  rest: "You have been talking with strangers for an hour. A glass of water, a look out of the window?",
};

export type QuietWords = typeof english;

export const quietWords: QuietWords = english;
