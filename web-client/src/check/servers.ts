// What the server tells the hoster's browser: each address of each relay, and what it saw there itself.

/// One address, with credentials that are good for some minutes.
export interface Address {
  readonly url: string;
  readonly username: string;
  readonly credential: string;
}

/// What the server saw, as `/readyz` tells it, too.
export interface ServersView {
  readonly url: string;
  readonly works: boolean;
  readonly outcome: string;
  readonly says: string;
  readonly since: string;
}

export interface Told {
  readonly addresses: readonly Address[];
  readonly seen: readonly ServersView[];
}

/// Why it tells nothing; the message is for the hoster.
export class Refused extends Error {}

const LONGEST = 10_000;

interface Answer {
  readonly servers: readonly {
    readonly urls: readonly string[];
    readonly username: string;
    readonly credential: string;
  }[];
  readonly seen: readonly ServersView[];
}

/// Asks, with the key of the link.
export async function askServer(key: string): Promise<Told> {
  if (key === "")
    throw new Refused(
      "The link to this page ends with a key, which is missing: open the one that passerby serve printed.",
    );
  const response = await fetch("/check/servers", {
    method: "POST",
    headers: { authorization: `Bearer ${key}` },
    signal: AbortSignal.timeout(LONGEST),
  }).catch(() => {
    throw new Refused("The server does not answer. Does it still run?");
  });
  if (!response.ok) throw new Refused((await response.text()).trim());
  const answer = (await response.json()) as Answer;
  return {
    addresses: answer.servers.flatMap(({ urls, username, credential }) =>
      urls.map((url) => ({ url, username, credential })),
    ),
    seen: answer.seen,
  };
}
