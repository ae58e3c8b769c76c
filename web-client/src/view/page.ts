import type { AppProps } from "../props";

export type DialogName = "report" | "block" | "shortcuts" | "settings" | "reports" | "code";

/** What every screen is given beside the state: a way to say what the visitor did, and the hooks for the videos. */
export interface Page extends Pick<AppProps, "dispatch" | "level" | "ownVideo" | "remoteVideo"> {
  readonly show: (dialog: DialogName) => void;
}
