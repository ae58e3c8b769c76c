/** While one waits. */
const english = {
  thought: "Something to ask, once somebody is there",
  anotherThought: "Another",
  thoughts: [
    "What did you change your mind about lately?",
    "What can you see from where you sit?",
    "Which smell takes you back at once?",
    "What would you teach, if anyone asked?",
    "What is the best thing you ate this week?",
    "Which small thing makes your days better?",
    "What were you sure of at sixteen?",
    "Which song have you played too often?",
    "What do you do that nobody sees?",
    "Where would you go if you left tomorrow morning?",
    "Who taught you something without knowing it?",
    "What made you laugh last?",
  ],
};

export type ThoughtWords = typeof english;

export const thoughtWords: ThoughtWords = english;
