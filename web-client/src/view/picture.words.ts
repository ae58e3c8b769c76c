import type { Help, Problem } from "../state";

/** The mirror before a call, and the picture in it. */
const english = {
  preview: "A look in the mirror first",
  previewLine: "Nobody sees or hears you yet.",
  devices: "Devices",
  camera: "Camera",
  microphone: "Microphone",
  speaker: "Speaker",
  noDevice: "None found",
  deviceLater: "Once it is allowed",
  noCamera: "No camera: you will be heard, not seen.",
  unnamedDevice: (number: number) => `Device ${number}`,
  level: "Microphone level",
  routes: {
    direct: ["Direct", "Picture and sound go straight between the two of you."],
    relayed: ["Relayed", "Picture and sound go through a relay."],
  } satisfies Record<"direct" | "relayed", readonly [title: string, line: string]>,
  textInstead: "Write instead",
  problemHelp: {
    asking:
      "Allow camera and microphone in the small window by the address bar. They start when you say so, and stop when you leave.",
    denied: "Press the camera or lock sign by the address bar, set both to Allow, then try again.",
    blocked:
      "A setting of the browser, of the device or of whoever manages it forbids them, or the page was not opened over https. Allow them in the system’s privacy settings, then try again.",
    none: "Plug one in or switch it on, then try again. A microphone alone is enough to be heard.",
    "in-use": "Close other calls, tabs and camera programs, then try again.",
    other: "Try again; if that does not help, restart the browser.",
  } satisfies Record<Problem | "asking", string>,

  connecting: "Putting you through …",
  connectingLong: "It is taking longer than usual",
  help: {
    "partner-away": (alias: string) =>
      `${alias} lost the connection to the server. There is a place kept for a few seconds.`,
    searching: () => "Your two networks have not found a way to each other yet. It is still being tried.",
    "no-route": () => "Your two networks do not let each other through. Writing works all the same.",
    "no-picture": () => "You are connected, but no picture comes. Writing works all the same.",
  } satisfies Record<Help, (alias: string) => string>,
  goOnWriting: "Go on in writing",
  remoteVideo: (alias: string) => `Picture of ${alias}`,
  cameraResume: "Start your camera again",
  ownCameraOff: "Your camera is off",
  unblockSound: "Tap to hear them",
  partnerMuted: "Microphone off",
  partnerCameraOff: (alias: string) => `The camera of ${alias} is off`,
};

export type PictureWords = typeof english;

export const pictureWords: PictureWords = english;
