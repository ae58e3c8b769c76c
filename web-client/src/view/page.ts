import type { AppProps } from "../props";

export type DialogName = "report" | "block" | "shortcuts" | "settings" | "gentle" | "help" | "reports" | "code";

/** What every screen is given beside the state: a way to say what the visitor did, and the hooks for the videos. */
export interface Page extends Pick<AppProps, "dispatch" | "level" | "ownVideo" | "remoteVideo"> {
  readonly show: (dialog: DialogName) => void;
  /** What goes on between the two, as the one status says it. */
  readonly tell: (line: string) => void;
}
