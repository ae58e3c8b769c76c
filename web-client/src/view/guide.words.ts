/** How to listen, for those who offer to. */
const english = {
  title: "How to listen well",
  lines: [
    "Let them take their time. Silence is part of it.",
    "Ask what it is like, rather than why it is so.",
    "Say back what you heard; it shows that you did.",
    "Advice can wait until somebody asks for it.",
    "You need not solve anything, and you may say when it is too much for you.",
    "You are a kind stranger, not a crisis service. If somebody is in danger, the heart leads to people who are.",
  ],
  away: "I have read it",
};

export type GuideWords = typeof english;

export const guideWords: GuideWords = english;
