import { useMemo } from "preact/hooks";
import { chance } from "./chance";

const width = 2880;
const ground = 196;

interface House {
  x: number;
  wide: number;
  tall: number;
  paint: number;
  roof: string;
}
interface Pane {
  x: number;
  y: number;
}

const arch = (x: number, y: number, wide: number, tall: number): string =>
  `M${x} ${y + tall}v${wide / 2 - tall}a${wide / 2} ${wide / 2} 0 0 1 ${wide} 0v${tall - wide / 2}Z`;

const windows = (panes: readonly Pane[]): string => panes.map(({ x, y }) => arch(x, y, 10, 15)).join("");

const roofs = [
  (x: number, y: number, wide: number): string =>
    `M${x - 4} ${y}l${wide / 2 + 4} ${-wide * 0.36}l${wide / 2 + 4} ${wide * 0.36}Z`,
  (x: number, y: number, wide: number): string => `M${x - 3} ${y}v-7h${wide + 6}v7Z`,
  (x: number, y: number, wide: number): string => `M${x - 3} ${y}l9 -20h${wide - 12}l9 20Z`,
  (x: number, y: number, wide: number): string => `M${x} ${y}v-9h${wide * 0.25}v-9h${wide * 0.5}v9h${wide * 0.25}v9Z`,
];

function build(): { houses: House[]; panes: Pane[]; doors: Pane[]; far: string } {
  const pick = chance("Passerby");
  const houses: House[] = [];
  const panes: Pane[] = [];
  const doors: Pane[] = [];
  for (let x = -20; x < width;) {
    const columns = 2 + pick(3);
    const floors = 2 + pick(3);
    const wide = columns * 24 + 14;
    const tall = floors * 30 + 24 + pick(10);
    const top = ground - tall;
    const roof = roofs[pick(roofs.length)] ?? roofs[0];
    if (roof !== undefined) houses.push({ x, wide, tall, paint: 1 + pick(4), roof: roof(x, top, wide) });
    const door = pick(columns);
    for (let column = 0; column < columns; column++) {
      for (let floor = 0; floor < floors; floor++) panes.push({ x: x + 13 + column * 24, y: top + 13 + floor * 30 });
      if (column === door) doors.push({ x: x + 12 + column * 24, y: ground - 20 });
    }
    x += wide + (pick(5) === 0 ? 22 : 2);
  }
  // Windows light up here and there, the middle of the street first: a phone shows no more of it.
  const order = new Map(panes.map((pane) => [pane, Math.abs(pane.x - width / 2) * (20 + pick(100))]));
  panes.sort((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0));
  let far = `M0 ${ground}`;
  for (let x = 0; x < width;) {
    const step = 40 + pick(60);
    far += `V${ground - 110 - pick(60)}h${step}`;
    x += step;
  }
  return { houses, panes, doors, far: `${far}V${ground}Z` };
}

function Walker({ name }: { name: string }) {
  return (
    <g class={`walker ${name}`}>
      <circle cx="0" cy="-25" r="4" />
      <path d="M-5 -6c0-9 1-14 5-14s5 5 5 14Z" />
      <path class="legs" d="M-2 -8l-2 8M2 -8l3 8" />
    </g>
  );
}

/** The street at dusk: as many lit windows as people are online, as far as there are windows. */
export function Street({ online, walkers = false }: { online: number; walkers?: boolean }) {
  const { houses, panes, doors, far } = useMemo(build, []);
  const lit = Math.min(online, panes.length);
  return (
    <svg class="street" viewBox={`0 0 ${width} 220`} preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <path class="far" d={far} />
      {houses.map((house) => (
        <g key={house.x} class={`house-${house.paint}`}>
          <path class="roof" d={house.roof} />
          <rect x={house.x} y={ground - house.tall} width={house.wide} height={house.tall} />
        </g>
      ))}
      <path class="doors" d={doors.map((door) => arch(door.x, door.y, 12, 20)).join("")} />
      <path class="panes" d={windows(panes.slice(lit))} />
      <path class="lit" d={windows(panes.slice(0, lit))} />
      <rect class="ground" x="0" y={ground} width={width} height="40" />
      {walkers && (
        <>
          <Walker name="one" />
          <Walker name="two" />
        </>
      )}
    </svg>
  );
}
