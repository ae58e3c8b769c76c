// @vitest-environment node
import { expect, it } from "vitest";
import { routeOf } from "../src/route";

const ends = [
  { id: "h", type: "local-candidate", candidateType: "host" },
  { id: "t", type: "local-candidate", candidateType: "relay" },
  { id: "p", type: "remote-candidate", candidateType: "prflx" },
  { id: "r", type: "remote-candidate", candidateType: "relay" },
];
const pair = (id: string, local: string, remote: string, more = {}): object => ({
  id,
  type: "candidate-pair",
  localCandidateId: local,
  remoteCandidateId: remote,
  ...more,
});
const transport = (selected?: string): object => ({
  id: "T",
  type: "transport",
  ...(selected === undefined ? {} : { selectedCandidatePairId: selected }),
});
const pairs = [pair("hp", "h", "p"), pair("hr", "h", "r"), pair("tp", "t", "p"), pair("tr", "t", "r")];

it.each([
  ["hp", "direct"],
  ["hr", "relayed"],
  ["tp", "relayed"],
  ["tr", "relayed"],
])("is told by the pair in use: %s is %s", (selected, route) => {
  expect(routeOf([...ends, ...pairs, transport(selected)])).toBe(route);
});

it("is told by the selected pair where there are no transports (Firefox)", () => {
  expect(routeOf([...ends, pair("hp", "h", "p"), pair("tr", "t", "r", { selected: true })])).toBe("relayed");
});

it("is nothing before there is a pair", () => {
  expect(routeOf([])).toBeNull();
  expect(routeOf([...ends, ...pairs, transport()])).toBeNull();
  expect(routeOf([...ends, transport("gone")])).toBeNull();
});
