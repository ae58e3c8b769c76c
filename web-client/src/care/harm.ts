// Whether somebody may be writing of harming themselves. English only: a list in a language that none of us lives in
// would hurt more than it helps, so elsewhere nothing is noticed, and the help panel stands open to everybody all the
// same. It says nothing to anybody: no word leaves this browser.

const SAID =
  /\b(?:kill(?:ing)? my ?self|end(?:ing)? my (?:own )?life|tak(?:e|ing) my (?:own )?life|(?:want|wanna|going|gonna|ready|wish(?:ing)?)(?: to| i could| i would)? (?:die|be dead)|wish i (?:was|were) dead|(?:do ?n['’]?t|do not|no longer) (?:want|wanna)(?: to)? (?:live|be alive|be here) ?(?:any ?more)?|suicidal|commit(?:ting)? suicide|better off (?:dead|without me)|(?:hurt(?:ing)?|harm(?:ing)?) my ?self|cutting my ?self|cut myself (?:again|on purpose)|self[- ]?harm(?:ing|ed)?|(?:no|any) reason (?:to live|to go on living))\b/giu;

/// Ways of speaking: dying of laughter, killing oneself laughing, denials, shaving.
const BEFORE = /\b(?:not|never|n['’]?t|didn['’]?t|don['’]?t|almost|nearly|could|joke about|stop) (?:\w+ )?$/iu;
const BEHIND =
  /^[\s,]*(?:(?:of|from|out of) (?:laugh|embarrass|cringe|shame|boredom|happiness|cuteness)|laughing|lol\b|lmao|haha|for (?:a|an|some|that|this)\b|while|when i (?:shav|cook|chop)|by accident|in (?:the|this|that) (?:game|level|match)|at (?:the|that) (?:gym|boss))/iu;

export function saysHarm(text: string): boolean {
  return [...text.matchAll(SAID)].some((found) => {
    const before = text.slice(0, found.index);
    const behind = text.slice(found.index + found[0].length);
    // "I don't want to live" is itself a denial, and meant.
    const denied = BEFORE.test(before) && !/^(?:do|no)/iu.test(found[0]);
    return !denied && !BEHIND.test(behind);
  });
}
