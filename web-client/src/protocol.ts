// Reading what the server says. Types come from the Java records; this is the guard at the edge: behind it every message
// is what its type says. Unknown types and fields are ignored, so that a server may be newer than the page.

import type { IceServer, NoRoom, Parting, Refusal, Relaxed, Role, ServerMessage, Side } from "./protocol.generated";
import type { AppealState, Eviction, Measure, MediaPath, Mode, Start } from "./protocol.generated";
import type { ReportOutcome, ReportState, Rule, Statement } from "./protocol.generated";

/// The value, if it is what it should be.
export type Read<T> = (value: unknown) => T | undefined;

interface Maybe<T> {
  readonly maybe: Read<T>;
}

/// A reader for each field of a message: the compiler says when one is missing, or required and optional are confused.
type Fields<M> = {
  readonly [K in Exclude<keyof M, "type">]-?: Record<never, never> extends Pick<M, K>
    ? Maybe<NonNullable<M[K]>>
    : Read<M[K]>;
};

type AnyFields = Readonly<Record<string, Read<unknown> | Maybe<unknown>>>;

const text: Read<string> = (value) => (typeof value === "string" ? value : undefined);
const flag: Read<boolean> = (value) => (typeof value === "boolean" ? value : undefined);
const number: Read<number> = (value) => (Number.isSafeInteger(value) ? (value as number) : undefined);

function maybe<T>(read: Read<T>): Maybe<T> {
  return { maybe: read };
}

/// One of these; `otherwise` stands for words of a later version that must not be lost.
function oneOf<T extends string>(values: readonly T[], otherwise?: T): Read<T> {
  return (value) => values.find((each) => each === value) ?? (typeof value === "string" ? otherwise : undefined);
}

/// A list of what can be read of it.
function listOf<T>(read: Read<T>): Read<T[]> {
  return (value) =>
    Array.isArray(value)
      ? value.flatMap((each) => {
          const one = read(each);
          return one === undefined ? [] : [one];
        })
      : undefined;
}

const iceServer: Read<IceServer> = (value) =>
  readFields(value, { urls: listOf(text), username: maybe(text), credential: maybe(text) }) as IceServer | undefined;

const mode = oneOf<Mode>(["text", "video"]);
const role = oneOf<Role>(["chat", "talk", "listen"], "chat");
const side = oneOf<Side>(["a", "b"]);
const path = oneOf<MediaPath>(["direct", "private"]);
const start = oneOf<Start>(["mine", "theirs", "none"]);
const relaxed = oneOf<Relaxed>(["interests", "language", "role", "partner"]);
const parting = oneOf<Parting>(["left", "lost", "asleep", "ended"], "ended");
const noRoom = oneOf<NoRoom>(["left", "asleep", "ended", "expired", "used", "invalid"], "ended");
const eviction = oneOf<Eviction>(["moderation", "network", "closing"], "closing");
const refusal = oneOf<Refusal>(
  [
    "malformed",
    "unknown-type",
    "unknown-field",
    "invalid",
    "hello-first",
    "hello-twice",
    "version",
    "unknown-lane",
    "age",
    "unknown-token",
    "too-fast",
    "busy",
    "draining",
    "no-path",
    "other-room",
    "in-room",
    "text-only",
    "too-many-candidates",
    "line-gap",
    "unknown-room",
    "bad-seal",
    "reported",
    "storage",
  ],
  "invalid",
);

const measure = oneOf<Measure>(["warn", "cool-down", "ban"]);
const rule = oneOf<Rule>(["adults", "nudity", "images", "harassment", "hate", "threats", "scams", "law"], "law");
const statementFields: Fields<Statement> = {
  code: text,
  measure,
  rule,
  facts: text,
  automatic: flag,
  decided: number,
  until: maybe(number),
  appeal: oneOf<AppealState>(["open", "made", "upheld", "reversed", "over"], "over"),
  answer: maybe(text),
  appealUntil: number,
};
const outcomeFields: Fields<ReportOutcome> = {
  state: oneOf<ReportState>(["open", "decided", "lapsed"]),
  reported: number,
  decided: maybe(number),
  measure: maybe(measure),
  reversed: flag,
};

/// What is answered over HTTP, read as strictly.
export const statement: Read<Statement> = (value) => readFields(value, statementFields) as Statement | undefined;
export const outcome: Read<ReportOutcome> = (value) => readFields(value, outcomeFields) as ReportOutcome | undefined;

const messages: { readonly [M in ServerMessage as M["type"]]: Fields<M> } = {
  welcome: {
    version: number,
    build: text,
    alias: text,
    token: text,
    browserKey: text,
    resumed: flag,
    online: number,
    paths: listOf(path),
  },
  paths: { paths: listOf(path) },
  waiting: {
    mode,
    online: number,
    estimate: maybe(number),
    relaxed: listOf(relaxed),
    iceServers: maybe(listOf(iceServer)),
  },
  deposited: { n: number },
  matched: {
    room: text,
    side,
    mode,
    partner: text,
    partnerRole: role,
    polite: flag,
    negotiation: number,
    shared: listOf(text),
    again: flag,
    start,
    n: maybe(number),
    offer: maybe(text),
    relayed: flag,
    iceServers: maybe(listOf(iceServer)),
    ticket: text,
  },
  rejoined: {
    room: text,
    side,
    mode,
    partner: text,
    partnerRole: role,
    polite: flag,
    negotiation: number,
    here: flag,
    line: maybe(number),
    relayed: flag,
    iceServers: maybe(listOf(iceServer)),
    ticket: text,
  },
  "no-room": { reason: noRoom },
  "ice-servers": { iceServers: listOf(iceServer) },
  ticket: { room: text, ticket: text },
  offer: { room: text, negotiation: number, sdp: text },
  answer: { room: text, negotiation: number, sdp: text },
  candidate: {
    room: text,
    negotiation: number,
    candidate: text,
    sdpMid: maybe(text),
    sdpMLineIndex: maybe(number),
    usernameFragment: maybe(text),
  },
  chat: { room: text, line: number, at: number, text, seal: text },
  sealed: { room: text, line: number, at: number, seal: text },
  received: { room: text, line: number },
  typing: { room: text },
  media: { room: text, microphone: flag, camera: flag, shown: flag, looks: flag },
  "partner-away": { room: text, seconds: number },
  "partner-back": { room: text, negotiation: number, received: number },
  "partner-left": { room: text, reason: parting },
  reported: { room: text, receipt: text, upload: maybe(text) },
  blocked: { room: text },
  replaced: { token: text },
  judged: { statement },
  evicted: { reason: eviction },
  refused: { code: refusal, about: maybe(text), detail: text, retryAfter: maybe(number) },
  stopped: {},
  pong: {},
};

/// The message, or null for what this page does not understand. Never throws.
export function decode(data: unknown): ServerMessage | null {
  const value = parse(data);
  const type = isRecord(value) ? value["type"] : undefined;
  if (typeof type !== "string" || !Object.hasOwn(messages, type)) return null;
  const fields = readFields(value, messages[type as ServerMessage["type"]]);
  return fields === undefined ? null : ({ type, ...fields } as ServerMessage);
}

function parse(data: unknown): unknown {
  if (typeof data !== "string") return null;
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function readFields(value: unknown, fields: AnyFields): Record<string, unknown> | undefined {
  if (!isRecord(value)) return undefined;
  const known: Record<string, unknown> = {};
  for (const [name, reader] of Object.entries(fields)) {
    if ("maybe" in reader && !Object.hasOwn(value, name)) continue;
    const read = ("maybe" in reader ? reader.maybe : reader)(value[name]);
    if (read === undefined) return undefined;
    known[name] = read;
  }
  return known;
}
