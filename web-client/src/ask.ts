// What is asked over HTTP, by code: an outcome, a statement, an appeal. No cookie goes along; the code is all there is.

import { outcome, statement, type Read } from "./protocol";
import type { ReportOutcome, Statement } from "./protocol.generated";

const PATIENCE = 15_000;

/// `closed`: no appeal can be made (any more). `failed`: the server did not answer, or not in words of ours.
export type Answer<T> =
  | { readonly is: "here"; readonly value: T }
  | { readonly is: "unknown" | "closed" | "failed" }
  | { readonly is: "too-fast"; readonly retryAfter: number };

export function askOutcome(receipt: string): Promise<Answer<ReportOutcome>> {
  return ask("outcome", { receipt }, outcome);
}

export function askStatement(code: string): Promise<Answer<Statement>> {
  return ask("statement", { code }, statement);
}

export function appeal(code: string, text: string): Promise<Answer<Statement>> {
  return ask("appeal", { code, text }, statement);
}

async function ask<T>(what: string, question: object, read: Read<T>): Promise<Answer<T>> {
  try {
    const answer = await fetch(`/api/${what}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(question),
      credentials: "omit",
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (answer.status === 404) return { is: "unknown" };
    if (answer.status === 409) return { is: "closed" };
    if (answer.status === 429) return { is: "too-fast", retryAfter: Number(answer.headers.get("Retry-After")) || 60 };
    const value = answer.ok ? read(await answer.json()) : undefined;
    return value === undefined ? { is: "failed" } : { is: "here", value };
  } catch {
    return { is: "failed" };
  }
}
