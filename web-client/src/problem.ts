// Why a camera does not open. Each has its own help, so they must not be mixed up.

import type { Problem } from "./state";

/// Whether the browser would not even ask. To be known before asking: afterwards a no just said looks the same.
export async function permissionDenied(): Promise<boolean> {
  try {
    const states = await Promise.all(
      ["camera", "microphone"].map((name) => navigator.permissions.query({ name: name as PermissionName })),
    );
    return states.some(({ state }) => state === "denied");
  } catch {
    // Not every browser tells.
    return false;
  }
}

export function problemOf(error: unknown, deniedBefore: boolean): Problem {
  const { name, message } = error instanceof DOMException ? error : { name: "", message: "" };
  switch (name) {
    case "NotAllowedError":
    case "PermissionDeniedError":
      // "Permission denied by system" is the operating system's word, not the visitor's.
      return deniedBefore || /system|policy/i.test(message) ? "blocked" : "denied";
    case "SecurityError":
      return "blocked";
    case "NotFoundError":
    case "OverconstrainedError":
      return "none";
    case "NotReadableError":
    case "AbortError":
      return "in-use";
    default:
      return "other";
  }
}
