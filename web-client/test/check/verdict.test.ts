import { describe, expect, it } from "vitest";
import type { Seen } from "../../src/check/probe";
import type { ServersView } from "../../src/check/servers";
import { summary, transport, verdict } from "../../src/check/verdict";

const UDP = "turn:turn.example.org:3478";
const TLS = "turns:turn.example.org:443?transport=tcp";
const WELL: Seen = {
  relayed: ["203.0.113.7:50000"],
  refusals: [],
  rounds: Array.from({ length: 20 }, (_, at) => 3 + at / 10),
};
const SILENT: Seen = { relayed: [], refusals: [], rounds: null };

const server = (outcome: string, url = UDP): ServersView => ({
  url,
  works: outcome === "works",
  outcome,
  says: outcome === "works" ? "works" : `is ${outcome}`,
  since: "2026-11-21T12:00:00Z",
});

const refusal = (code: number, text = ""): Seen => ({ ...SILENT, refusals: [{ code, text }] });

describe("one address", () => {
  it("works, and says how fast", () => {
    expect(verdict(UDP, WELL, server("works"))).toEqual({
      mark: "works",
      here: "It gives a relayed address (203.0.113.7:50000). 20 of 20 messages came back through it, in 4.0 ms each.",
      there: "It works.",
      means: "",
      change: "",
    });
  });

  it.each([
    [401, "turn.secret-file"],
    [486, "turn.user-quota"],
    [508, "turn.total-quota"],
    [300, "log"],
  ])("that refuses with %i names what to change", (code, change) => {
    const found = verdict(UDP, refusal(code, "No."), server("works"));
    expect(found.mark).toBe("fails");
    expect(found.here).toBe(`It refused: ${code} No.`);
    expect(found.change).toContain(change);
  });

  it("that only the server reaches is behind a firewall, or elsewhere", () => {
    const found = verdict(UDP, refusal(701, "TURN allocate request timed out."), server("works"));
    expect(found.here).toBe("There was no answer (TURN allocate request timed out).");
    expect(found.means).toContain("this browser does not");
    expect(found.change).toContain("Let UDP port 3478 in (turn.port).");
    expect(found.change).toContain("turn.external-ip");
    expect(verdict(TLS, SILENT, server("works", TLS)).change).toContain("Let TCP port 443 in (turn.tls-port).");
    expect(verdict(TLS, SILENT, server("works", TLS)).change).toContain("turn.tls-cert");
  });

  it.each([
    ["certificate-date", "turn.tls-cert"],
    ["no-name", "DNS"],
    ["wrong-clock", "NTP"],
    ["closed", "passerby doctor"],
  ])("that fails for the server too, as %s, is told by it", (outcome, change) => {
    const found = verdict(UDP, refusal(701), server(outcome));
    expect(found.there).toBe(`It is ${outcome}.`);
    expect(found.means).toContain("The server does not reach it either");
    expect(found.change).toContain(change);
  });

  it("that gives what nobody reaches has closed ports", () => {
    for (const rounds of [null, []]) {
      const found = verdict(UDP, { ...WELL, rounds }, server("works"));
      expect(found.mark).toBe("fails");
      expect(found.change).toContain("turn.relay-ports");
    }
  });

  it("that loses messages is in doubt", () => {
    const found = verdict(UDP, { ...WELL, rounds: [3, 30, 300] }, server("works"));
    expect(found).toMatchObject({ mark: "works, but" });
    expect(found.here).toContain("3 of 20 messages came back through it, in 30 ms each");
    expect(found.means).toContain("17 of 20");
  });

  it("that relays from a private address is in doubt, unless it is a private server", () => {
    const inside = { ...WELL, relayed: ["10.0.0.5:50000"] };
    expect(verdict(UDP, inside, server("works")).change).toContain("turn.external-ip");
    expect(verdict("turn:10.0.0.5:3478", inside, server("works")).mark).toBe("works");
    expect(verdict("turn:127.0.0.1:3478", { ...WELL, relayed: ["127.0.0.1:50000"] }, undefined)).toMatchObject({
      mark: "works",
      there: "It has not looked yet.",
    });
  });

  it("that the server alone does not reach is in doubt: it offers no Private", () => {
    expect(verdict(UDP, WELL, server("silent"))).toMatchObject({ mark: "works, but" });
  });
});

describe("all addresses", () => {
  const good = verdict(UDP, WELL, server("works"));
  const bad = verdict(UDP, SILENT, server("works"));

  it("are summed up for visitors", () => {
    expect(summary([])).toContain("relay = on");
    expect(summary([good])).toBe("The one address works from here.");
    expect(summary([good, good])).toBe("Both addresses work from here.");
    expect(summary([good, good, good])).toBe("All 3 addresses work from here.");
    expect(summary([good, bad])).toMatch(/^1 of 2 addresses work from here/);
    expect(summary([bad])).toMatch(/^No address works/);
  });

  it("go over UDP, TCP or TLS", () => {
    expect([UDP, `${UDP}?transport=tcp`, TLS].map(transport)).toEqual(["UDP", "TCP", "TLS"]);
  });
});
