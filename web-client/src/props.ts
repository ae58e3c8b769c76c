// What `view/app.tsx` is given. The view reads the state, dispatches events, and hands over its video elements; streams,
// sound, speakers and playing are not its business.

import type { ReadonlySignal } from "@preact/signals";
import type { Event, State } from "./state";

export interface AppProps {
  readonly state: ReadonlySignal<State>;
  readonly dispatch: (event: Event) => void;
  /// Loudness of my microphone, 0 to 1, some ten times a second while it is open.
  readonly level: ReadonlySignal<number>;
  /// As `ref` of the <video> for my own picture (preview, conversation), and of the partner's.
  readonly ownVideo: (element: HTMLVideoElement | null) => void;
  readonly remoteVideo: (element: HTMLVideoElement | null) => void;
}
