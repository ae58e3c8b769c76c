import type { MediaPath } from "../protocol.generated";

/** How picture and sound are taken and may travel: in the mirror and in the settings. */
const english = {
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
  } satisfies Record<MediaPath, readonly [title: string, line: string]>,
  pathLater: "Counts from the next partner on.",
  goDirect: "Go direct this time",
};

export type PathWords = typeof english;

export const pathWords: PathWords = english;
