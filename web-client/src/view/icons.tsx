/** Line drawings on a 24 × 24 grid. Always beside words or inside a named button, so hidden from assistive technology. */
const drawings = {
  again: "M4.5 12a7.5 7.5 0 1 1 2.2 5.3M4.5 20v-5h5",
  back: "M14.5 5.5 8 12l6.5 6.5",
  block: "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM6 6l12 12",
  camera:
    "M3.5 8A1.5 1.5 0 0 1 5 6.5h9A1.5 1.5 0 0 1 15.5 8v8a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 16ZM15.5 11l5-3v8l-5-3",
  cameraOff:
    "M3.5 8A1.5 1.5 0 0 1 5 6.5m4 0h5A1.5 1.5 0 0 1 15.5 8v5m0 3.2a1.5 1.5 0 0 1-1.5 1.3H5A1.5 1.5 0 0 1 3.5 16V8M15.5 11l5-3v8l-3-1.8M4 3.5l16 17",
  check: "m5 12.5 4.5 4.5L19 7.5",
  close: "m6 6 12 12M18 6 6 18",
  down: "m6 9.5 6 6 6-6",
  flag: "M6 21V4m0 .5c4-2 7 2 12 0v9c-5 2-8-2-12 0",
  settings:
    "M4 7h8.5m5 0H20M15 4.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5ZM4 17h2.5m5 0H20M9 14.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z",
  help: "M9 9.2a3 3 0 1 1 4.6 2.5c-1 .7-1.6 1.3-1.6 2.6M12 18v.1",
  leave: "M13.5 4.5H6v15h7.5M10.5 12H20m-3.5-4 4 4-4 4",
  listen: "M7 9.5a5 5 0 0 1 10 0c0 4-3.5 4.5-3.5 8a2.8 2.8 0 0 1-5 1.7M10 9.8a2 2 0 0 1 4 0c0 1.5-1.5 1.7-1.5 3.2",
  microphone: "M12 3.5a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0v-5a3 3 0 0 0-3-3ZM5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3",
  microphoneOff:
    "M9 8v3.5a3 3 0 0 0 4.7 2.5M15 10.5v-4a3 3 0 0 0-5.8-1M5.5 11.5a6.5 6.5 0 0 0 9.8 5.6m2.3-2.3a6.5 6.5 0 0 0 .9-3.3M12 18v3M4 3.5l16 17",
  next: "M4 12h15m-6-6 6 6-6 6",
  send: "M12 19.5V5m-6 6 6-6 6 6",
  sound: "M4 9.5v5h3.5L12 18.5v-13L7.5 9.5ZM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a7.8 7.8 0 0 1 0 11",
  talk: "M5.5 5h13A1.5 1.5 0 0 1 20 6.5v8a1.5 1.5 0 0 1-1.5 1.5H12l-4.5 4v-4h-2A1.5 1.5 0 0 1 4 14.5v-8A1.5 1.5 0 0 1 5.5 5Z",
  text: "M5.5 5h13A1.5 1.5 0 0 1 20 6.5v8a1.5 1.5 0 0 1-1.5 1.5H12l-4.5 4v-4h-2A1.5 1.5 0 0 1 4 14.5v-8A1.5 1.5 0 0 1 5.5 5ZM8 9h8M8 12h5",
};

export type IconName = keyof typeof drawings;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={drawings[name]} />
    </svg>
  );
}
