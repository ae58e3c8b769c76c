/** While one waits. */
const english = {
  thought: "Something to ask, once somebody is there",
  anotherThought: "Another",
};

export type ThoughtWords = typeof english;

export const thoughtWords: ThoughtWords = english;
