// What the server answers to what we asked: yes, or why not.

import type { Effect } from "../effect";
import type { Refusal, ServerBlocked, ServerRefused, ServerReported } from "../protocol.generated";
import type { Report, State } from "../state";
import { onLineGap } from "./chat";
import { NOT_LOOKED } from "./judged";
import { toLanding } from "./leave";
import { andThen, nextFrom, say, shared, stay, timer } from "./parts";
import type { Step } from "./parts";
import { onNoPath } from "./path";

export function onReported(state: State, { room, receipt, upload }: ServerReported): Step {
  const report = state.session.owed.find((each) => each.type === "report" && each.room === room);
  if (report?.type !== "report") return stay(state);
  const answered = paid(state, "report", room);
  const frame = !report.frame ? "none" : upload === undefined ? "failed" : "sending";
  const effects: Effect[] = [{ do: "keep-receipt", receipt, reason: report.reason }];
  if (report.frame) effects.push({ do: "send-frame", room, upload: upload ?? null });
  if (answered.report?.room !== room) return [answered, effects];
  return [{ ...answered, report: { room, is: "stored", receipt, frame } }, effects];
}

export function onFrameSent(state: State, { room, ok }: { room: string; ok: boolean }): Step {
  if (state.report?.room !== room || state.report.frame !== "sending") return stay(state);
  return stay({ ...state, report: { ...state.report, frame: ok ? "sent" : "failed" } });
}

export function onBlocked(state: State, { room }: ServerBlocked): Step {
  const answered = paid(state, "block", room);
  const here = answered.phase === "partner-left" && answered.room.id === room;
  return stay(here ? { ...answered, room: { ...answered.room, blocked: true } } : answered);
}

/// No longer owed. A refusal names no room: answers come in order, so it is about the oldest.
function paid(state: State, type: "report" | "block", room: string | null): State {
  const index = state.session.owed.findIndex((each) => each.type === type && (room === null || each.room === room));
  return index < 0 ? state : { ...state, session: { ...state.session, owed: state.session.owed.toSpliced(index, 1) } };
}

export function onRefused(state: State, message: ServerRefused): Step {
  switch (message.code) {
    case "unknown-token":
      return stay({ ...state, session: { ...state.session, token: null } });
    case "too-fast":
      return onTooFast(state, message);
    case "busy":
      return about(message, "find", "next") ? onBusy(state, message) : stay(state);
    case "no-path":
      return onNoPath(state);
    case "line-gap":
      return onLineGap(state);
    case "reported":
    case "unknown-room":
    case "bad-seal":
    case "storage":
      return onReportRefused(state, message);
    // The line goes on after the restart: the wait stays, and is said again with the next `welcome`.
    case "draining":
      return stay(noticed(state, message));
    // Weather: late words for an old room, or a find while the server still held us in one.
    case "other-room":
    case "in-room":
    case "text-only":
    case "too-many-candidates":
      return stay(state);
    // The close that follows decides.
    case "version":
    case "unknown-lane":
    case "age":
    case "hello-first":
    case "hello-twice":
      return stay(state);
    // A fault of this page; a wait that was refused must not last for ever.
    case "malformed":
    case "unknown-type":
    case "unknown-field":
    case "invalid":
      return onFault(state, message);
  }
}

function about(message: ServerRefused, ...types: string[]): boolean {
  return message.about !== undefined && types.includes(message.about);
}

function noticed(state: State, { code, about: type, retryAfter }: ServerRefused): State {
  return { ...state, notice: { code, about: type ?? null, retryAfter: retryAfter ?? null } };
}

function onTooFast(state: State, message: ServerRefused): Step {
  const ms = Math.max(1, message.retryAfter ?? 1) * 1_000;
  if (about(message, "find", "next")) return [noticed(state, message), [timer("again", ms)]];
  if (about(message, "chat")) return [noticed(state, message), [timer("resend", ms)]];
  if (about(message, "media", "received")) return [state, [timer("resend", ms)]];
  if (!about(message, "report", "block")) return stay(state);
  return andThen([noticed(state, message), [timer("owed", ms)]], goOn);
}

/// The room is left, though the report or block has to come later.
function goOn(state: State): Step {
  if (state.phase !== "waiting" || state.leaving === null || state.leaving.by === "next") return stay(state);
  const { room } = state.leaving;
  return [{ ...state, leaving: { room, by: "next" } }, say(state, nextFrom(state, room, state.mode))];
}

export function onOwed(state: State): Step {
  return [state, sayOwed(state)];
}

export function sayOwed(state: State): Effect[] {
  return say(state, ...state.session.owed);
}

function onBusy(state: State, message: ServerRefused): Step {
  if (state.phase !== "waiting") return stay(state);
  const rest = andThen([state, say(state, { type: "stop" })], toLanding);
  const retryAfter = message.retryAfter ?? null;
  return andThen(rest, (now) => stay({ ...shared(now), phase: "refused", why: "busy", retryAfter, ...NOT_LOOKED }));
}

function onReportRefused(state: State, message: ServerRefused): Step {
  const type = message.about === "block" ? "block" : "report";
  const answered = paid(state, type, null);
  if (type === "block") return goOn(noticed(answered, message));
  const is = stored(message.code) ? "stored" : "failed";
  const report: Report | null = state.report && { ...state.report, is, frame: "none" };
  const told = { ...answered, report };
  const gone: Effect[] = report === null ? [] : [{ do: "send-frame", room: report.room, upload: null }];
  return andThen([stored(message.code) ? told : noticed(told, message), gone], goOn);
}

/// Reported already: what they wished for is so.
function stored(code: Refusal): boolean {
  return code === "reported";
}

function onFault(state: State, message: ServerRefused): Step {
  if (state.phase === "waiting" && about(message, "find", "next")) {
    return andThen(andThen([state, say(state, { type: "stop" })], toLanding), (now) => stay(noticed(now, message)));
  }
  if (about(message, "report", "block")) return onReportRefused(state, message);
  return about(message, "chat") ? stay(noticed(state, message)) : stay(state);
}
