/** I show, I look: who is waiting for whom. */
const english = {
  show: "Show yourself",
  hide: "Hide yourself",
  look: "Look and listen",
  lookAway: "Look away",
  hidden: "Hidden",
  ownHidden: "This is all they get: a few colours, and no sound.",
  veiled: (alias: string) => `The picture of ${alias} is hidden until you look`,
  /** Who shows; `unseen`: and they do not look at me. */
  who: {
    neither: (alias: string) => `Neither you nor ${alias} is showing yet.`,
    me: (alias: string) => `${alias} sees you, and is not showing yet.`,
    they: (alias: string) => `${alias} is showing, and waits for you.`,
    both: (alias: string) => `You and ${alias} are both showing.`,
  },
  unseen: {
    me: (alias: string) => `You are showing. ${alias} neither looks nor shows yet.`,
    both: (alias: string) => `You are both showing. ${alias} is not looking yet.`,
  },
  atOnce: "With each new partner",
  showAtOnce: "Show myself at once",
  showAtOnceLine: "Otherwise they get a few blurred colours and no sound, until you show yourself.",
  lookAtOnce: "Look at once",
  lookAtOnceLine: "Otherwise what they send is hidden and silent, until you look.",
};

export type ShowingWords = typeof english;

export const showingWords: ShowingWords = english;
