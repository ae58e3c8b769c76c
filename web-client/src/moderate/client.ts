// The way to the console's API: each question is a POST of JSON with a header that no foreign page can send.

import type { Asks, Ceremony, Me, Word } from "./api";

/// Why something was refused; `code` is the server's, or "away" where nothing answered.
export class Refused extends Error {
  readonly code: string;

  constructor(code: string, detail: string) {
    super(detail);
    this.code = code;
  }
}

/// A person, or the page that looks again by itself: that keeps nobody signed in.
export type Asker = "moderator" | "page";

async function post(word: string, body: unknown, asker: Asker = "moderator"): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(`/moderate/api/${word}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "Passerby-Console": asker },
      body: JSON.stringify(body),
    });
  } catch {
    throw new Refused("away", "");
  }
  if (response.ok) return response;
  const problem = (await response.json().catch(() => ({}))) as { code?: string; detail?: string };
  throw new Refused(problem.code ?? "away", problem.detail ?? "");
}

async function answer<T>(word: string, body: unknown, asker: Asker = "moderator"): Promise<T> {
  return (await (await post(word, body, asker)).json()) as T;
}

export function ask<W extends Word>(word: W, body: Asks[W][0], asker?: Asker): Promise<Asks[W][1]> {
  return answer<Asks[W][1]>(word, body, asker);
}

export async function file(word: "frame" | "export", body: object): Promise<Blob> {
  return (await post(word, body)).blob();
}

export const canSign = (): boolean =>
  "PublicKeyCredential" in window && "parseRequestOptionsFromJSON" in PublicKeyCredential;

const signed = (credential: Credential | null): string => {
  if (!(credential instanceof PublicKeyCredential)) throw new Refused("no-passkey", "");
  return JSON.stringify(credential.toJSON());
};

/// Makes a passkey for an invitation, and signs in with it.
export async function register(code: string): Promise<Me> {
  const { ceremony, options } = await answer<Ceremony>("invitation", { code });
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(options).publicKey);
  const credential = signed(await navigator.credentials.create({ publicKey }).catch(() => null));
  return answer<Me>("registration", { ceremony, credential });
}

export async function signIn(): Promise<Me> {
  const { ceremony, options } = await answer<Ceremony>("challenge", {});
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(options).publicKey);
  const credential = signed(await navigator.credentials.get({ publicKey }).catch(() => null));
  return answer<Me>("sign-in", { ceremony, credential });
}
