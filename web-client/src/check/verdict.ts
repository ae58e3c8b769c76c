// What to make of what was seen at one address, from this browser and from the server. Pure.

import { ROUNDS, type Refusal, type Seen } from "./probe";
import type { ServersView } from "./servers";

/// How a hoster is told.
export interface Verdict {
  readonly mark: "works" | "works, but" | "fails";
  /// What this browser saw, and what the server did.
  readonly here: string;
  readonly there: string;
  readonly means: string;
  /// Which setting to change.
  readonly change: string;
}

type Advice = Pick<Verdict, "means" | "change">;

const NONE: Advice = { means: "", change: "" };
/// Of twenty: what a call does not notice.
const LOST = 2;
/// W3C WebRTC: the browser's own number for "there was no answer that I understand".
const NO_ANSWER = 701;

export function verdict(url: string, seen: Seen, server: ServersView | undefined): Verdict {
  const told = {
    here: here(seen),
    there: server === undefined ? "It has not looked yet." : sentence(`it ${server.says}`),
  };
  if (seen.rounds === null || seen.rounds.length === 0) {
    const advice = seen.relayed.length > 0 ? nothingPasses : refused(url, seen.refusals, server);
    return { mark: "fails", ...told, ...advice };
  }
  const doubt = doubts(url, seen, seen.rounds.length, server);
  return { mark: doubt === NONE ? "works" : "works, but", ...told, ...doubt };
}

/// In a word or two: how the address is reached.
export function transport(url: string): string {
  if (url.startsWith("turns:")) return "TLS";
  return url.endsWith("transport=tcp") ? "TCP" : "UDP";
}

/// What all addresses together mean for visitors.
export function summary(verdicts: readonly Verdict[]): string {
  const good = verdicts.filter(({ mark }) => mark !== "fails").length;
  if (verdicts.length === 0)
    return "No TURN server is set, so there is nothing to try: say relay = on, or name one in turn.urls.";
  if (good === 0)
    return "No address works from here. Where two networks let nothing through directly there is no picture, and nobody can hide.";
  if (good < verdicts.length)
    return `${good} of ${verdicts.length} addresses work from here. Visitors take whichever works for them; mend the others for those whose network allows nothing else.`;
  if (good === 1) return "The one address works from here.";
  return `${good === 2 ? "Both" : `All ${good}`} addresses work from here.`;
}

function here({ relayed, refusals, rounds }: Seen): string {
  if (relayed.length === 0) return refusals.length === 0 ? "There was no answer." : refusals.map(words).join(" ");
  const given = `It gives a relayed address (${relayed.join(", ")}).`;
  if (rounds === null) return `${given} But two of them do not reach each other.`;
  if (rounds.length === 0) return `${given} Two of them met, but no message came back.`;
  return `${given} ${rounds.length} of ${ROUNDS} messages came back through it, in ${median(rounds)} ms each.`;
}

function words({ code, text }: Refusal): string {
  const more = text.replace(/\.$/, "");
  if (code === NO_ANSWER) return `There was no answer${more === "" ? "" : ` (${more})`}.`;
  return `It refused: ${code}${more === "" ? "" : ` ${more}`}.`;
}

function median(rounds: readonly number[]): string {
  const sorted = rounds.toSorted((one, other) => one - other);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return middle < 10 ? middle.toFixed(1) : middle.toFixed(0);
}

const nothingPasses: Advice = {
  means: "Visitors get an address there that nobody reaches: not even the relay itself.",
  change:
    "Open the UDP ports of turn.relay-ports in the firewall. Behind a cloud’s or router’s one-to-one translation set turn.ip and turn.external-ip.",
};

function refused(url: string, refusals: readonly Refusal[], server: ServersView | undefined): Advice {
  const codes = refusals.map(({ code }) => code);
  if (codes.includes(401)) return password;
  if (codes.includes(486))
    return { means: "One password has as many relayed addresses as it may have.", change: "Raise turn.user-quota." };
  if (codes.includes(508))
    return {
      means: "It has no room left: nobody gets in until others leave.",
      change: "Raise turn.total-quota, and turn.relay-ports with it.",
    };
  if (codes.some((code) => code !== NO_ANSWER)) return { means: "It serves no visitor.", change: "Its log tells why." };
  if (server !== undefined && !server.works) return bothFail(url, server);
  return onlyHere(url);
}

const password: Advice = {
  means: "It does not accept the passwords that visitors get.",
  change:
    "turn.secret-file must be the same for both, and the clocks of both machines right (NTP). If it runs by itself, restart it after a change.",
};

/// The server's own words say what is wrong; the setting goes with them.
function bothFail(url: string, server: ServersView): Advice {
  const means = "The server does not reach it either, so visitors will not.";
  if (server.outcome.startsWith("certificate"))
    return { means, change: "turn.tls-cert must be for this name, in date, and hold the whole chain (fullchain.pem)." };
  if (server.outcome === "no-name")
    return { means, change: "Mend the name in turn.urls, or its DNS records (A, AAAA)." };
  if (server.outcome.startsWith("wrong")) return { means, change: password.change };
  return {
    means,
    change: `Is it running, and does turn.urls name its port? ${opened(url)} passerby doctor tells more.`,
  };
}

function onlyHere(url: string): Advice {
  const certificate =
    transport(url) === "TLS" ? " The browser must trust turn.tls-cert, for this very name, with its whole chain." : "";
  return {
    means:
      "The server reaches it, and this browser does not: something in between lets nothing through, or visitors are told another address than the world sees.",
    change: `${opened(url)} Behind a cloud’s or router’s one-to-one translation set turn.ip and turn.external-ip.${certificate}`,
  };
}

function opened(url: string): string {
  const port = /:(\d+)(?:\?|$)/.exec(url)?.[1] ?? (url.startsWith("turns:") ? "5349" : "3478");
  const key = url.startsWith("turns:") ? "turn.tls-port" : "turn.port";
  return `Let ${transport(url) === "UDP" ? "UDP" : "TCP"} port ${port} in (${key}).`;
}

/// It works; but perhaps not for everybody.
function doubts(url: string, seen: Seen, back: number, server: ServersView | undefined): Advice {
  if (ROUNDS - back > LOST)
    return {
      means: `${ROUNDS - back} of ${ROUNDS} messages were lost: a picture would stand still now and then.`,
      change: "Look for a line that is full, on this side or the server’s; turn.max-bps bounds each relayed address.",
    };
  if (server !== undefined && !server.works)
    return {
      means: "This browser reaches it, and the server itself does not; Private is not offered while it reaches none.",
      change: `${opened(url)} It must lead there from the server’s own network, too.`,
    };
  const inside = seen.relayed.every(isInside) && !isInside(url.replace(/^turns?:/, ""));
  if (inside)
    return {
      means: "Its relayed addresses are private ones: they serve two who are relayed, and nobody who is direct.",
      change: "Set turn.ip and turn.external-ip.",
    };
  return NONE;
}

/// Whether the internet does not lead there.
function isInside(at: string): boolean {
  return /^(?:10\.|127\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|localhost|\[?(?:f[cd]|fe80|::1))/i.test(at);
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
