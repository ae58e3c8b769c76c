import { chance } from "./chance";

const bars = ["M16 3v30M5 18h22", "M5 15h22M5 24h22M16 3v30", "M5 18h22", "M11 5v28M21 5v28M5 18h22", ""];
const left = "M5 33V14A11 11 0 0 1 12 4c1 9-1 20-4 29Z";
const right = "M27 33V14A11 11 0 0 0 20 4c-1 9 1 20 4 29Z";
const curtains = ["", left, right, left + right];
const things = [
  "M12.5 33v-5h7v5ZM16 29c-5-1-6-5-5-8 4 1 5 4 5 8Zm0 0c5-1 6-5 5-8-4 1-5 4-5 8Z",
  "M9.5 33c0-4 1-7 4-8.5v-4.5l2 1.5h2l2-1.5v4.5c3 1.5 4 5 4 8.5Z",
  "M8 33v-7h3.5v7Zm4 0v-9h3v9Zm3.5 0v-6h3.5v6Z",
  "M17 33v-6h6v6Zm6-5c3 0 3 3.5 0 3.5v-1c1.5 0 1.5-1.5 0-1.5Z",
  "M14.5 33v-9h3v9ZM16 22.5c-2-2-1-3.5 0-5 1 1.5 2 3 0 5Z",
  "M16 16.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7ZM8 33c0-6 4-8.5 8-8.5s8 2.5 8 8.5Z",
  "",
];
const lights = 6;

/** Everyone here is a lit window in the street. Which one is drawn from the alias alone; it says nothing else. */
export function AliasWindow({ alias, dark = false }: { alias: string; dark?: boolean }) {
  const pick = chance(alias);
  const light = pick(lights);
  const bar = bars[pick(bars.length)];
  const thing = things[pick(things.length)];
  const curtain = curtains[pick(curtains.length)];
  return (
    <svg class={`window ${dark ? "dark" : `light-${light}`}`} viewBox="0 0 32 36" aria-hidden="true">
      <path class="frame" d="M2 36V14a14 14 0 0 1 28 0v22Z" />
      <path class="glass" d="M5 33V14a11 11 0 0 1 22 0v19Z" />
      <path class="bars" d={bar} />
      <path class="curtain" d={curtain} />
      <path class="thing" d={thing} />
    </svg>
  );
}
