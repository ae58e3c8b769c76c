// What the page does so that nobody regrets a line, floods a stranger, or talks the night away. None of it blocks: what
// is held back stands in the field again.

import { alike } from "../care/repeats";
import type { Signs } from "../care/signs";
import type { Event } from "../event";
import type { Held, Room, State } from "../state";
import { inRoom, roomOf } from "../state";
import { onChatIntent } from "./chat";
import { onStop } from "./leave";
import { andThen, cancel, stay, timer, withRoom } from "./parts";
import type { InRoom, Step } from "./parts";

/// The same line so often is enough.
const SAME = 3;
/// So many lines within so many milliseconds are a flood to whoever reads them. Less than what the server takes.
const BURST = 10;
const BURST_TIME = 10_000;
export const MINUTE = 60_000;
const HOUR = 60;

const NO_SIGNS: Signs = { contacts: [], harm: false };

/// A line is written: said, or held back with the reason.
export function onWritten(state: State, event: Extract<Event, { type: "chat" }>): Step {
  const { text, signs = NO_SIGNS } = event;
  return andThen(pointToHelp(state, signs), (now) => {
    if (!inRoom(now)) return stay(now);
    const held = why(now, text, signs);
    if (held === null) return send(now, text);
    const nudged = held.why === "contact" ? [...now.room.nudged, ...held.contacts] : now.room.nudged;
    return stay(withRoom(now, { held, nudged }));
  });
}

function why({ room, settings }: InRoom, text: string, { contacts }: Signs): Held | null {
  const fresh = settings.nudge ? contacts.filter((each) => !room.nudged.includes(each)) : [];
  if (fresh.length > 0) return { text, why: "contact", contacts: fresh };
  if (repeats(room, text)) return { text, why: "repeat" };
  return room.burst >= BURST ? { text, why: "fast" } : null;
}

function repeats({ lines }: Room, text: string): boolean {
  const mine = lines.filter((line) => line.from === "me").slice(-SAME);
  return mine.length === SAME && mine.every((line) => alike(line.text, text));
}

function send(state: State, text: string): Step {
  const sent = roomOf(state)?.sent;
  return andThen(onChatIntent(state, text), (now) => {
    if (!inRoom(now) || now.room.sent === sent) return stay(now);
    const counting = now.room.burst > 0 ? [] : [timer("burst", BURST_TIME)];
    return [withRoom(now, { burst: now.room.burst + 1, held: null }), counting];
  });
}

export function onBurstOver(state: State): Step {
  if (!inRoom(state)) return stay(state);
  const held = state.room.held?.why === "fast" ? null : state.room.held;
  return stay(withRoom(state, { burst: 0, held }));
}

/// Once a day at most, and nothing but a line with a button.
function pointToHelp(state: State, { harm }: Signs): Step {
  if (!harm || state.care.helped || !inRoom(state)) return stay(state);
  return [{ ...state, care: { ...state.care, help: true, helped: true } }, [{ do: "helped" }]];
}

export function onHelped(state: State): Step {
  return stay(state.care.helped ? state : { ...state, care: { ...state.care, helped: true } });
}

export function onSeen(state: State): Step {
  return stay({ ...state, care: { ...state.care, rest: false, help: false } });
}

/// A last line, then gone: the partner has the line before they hear that we left. Where it cannot be said, we still go.
export function onEndGently(state: State, text: string): Step {
  if (!inRoom(state)) return stay(state);
  return andThen(onChatIntent(state, text), (now) => andThen(onStop(now), (out) => [out, cancel("burst")]));
}

/// Time is counted in minutes that end in a conversation: near enough, and no clock is needed.
export function onMinute(state: State): Step {
  const again: Step = [state, [timer("minute", MINUTE)]];
  if (!inRoom(state)) return again;
  const talked = state.care.talked + 1;
  const over = talked >= HOUR && state.settings.breaks;
  const care = { ...state.care, talked: talked >= HOUR ? 0 : talked, rest: state.care.rest || over };
  return [{ ...state, care }, again[1]];
}
