// Which cameras, microphones and speakers there are to choose from.

import type { Device, Devices } from "./state";

export async function listDevices(): Promise<Devices> {
  const all = await enumerate();
  const of = (kind: MediaDeviceKind): Device[] =>
    all
      // Before permission the browser says only that there is something: no id, no name, no choice.
      .filter((each) => each.kind === kind && each.deviceId !== "")
      .map(({ deviceId, label }) => ({ id: deviceId, label }));
  const choosable = "setSinkId" in HTMLMediaElement.prototype;
  return { cameras: of("videoinput"), microphones: of("audioinput"), speakers: choosable ? of("audiooutput") : [] };
}

async function enumerate(): Promise<readonly MediaDeviceInfo[]> {
  try {
    return await navigator.mediaDevices.enumerateDevices();
  } catch {
    return [];
  }
}
