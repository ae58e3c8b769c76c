/** I show, I look: who is waiting for whom. */
const english = {
  show: "Show yourself",
  hide: "Hide yourself",
  look: "Look and listen",
  lookAway: "Look away",
  hidden: "Hidden",
  ownHidden: "This is all they get: a few colours, and no sound.",
  veiled: (alias: string) => `The picture of ${alias} is hidden until you look`,
  /** I show; they show. */
  who: {
    neither: (alias: string) => `Neither you nor ${alias} is showing yet.`,
    me: (alias: string) => `You are showing. ${alias} is not yet.`,
    they: (alias: string) => `${alias} is showing, and waits for you.`,
    both: (alias: string) => `You and ${alias} are both showing.`,
  },
  notLooking: (alias: string) => `${alias} is not looking yet.`,
  atOnce: "With each new partner",
  showAtOnce: "Show myself at once",
  showAtOnceLine: "Otherwise they get a few blurred colours and no sound, until you show yourself.",
  lookAtOnce: "Look at once",
  lookAtOnceLine: "Otherwise what they send is hidden and silent, until you look.",
};

export type ShowingWords = typeof english;

export const showingWords: ShowingWords = english;
