// What can happen on the moderators' page, and what can be wanted done.

import type { Appeal, Asks, CaseFile, Figures, Me, Queue, Entry, Word } from "./api";
import type { Asker } from "./client";
import type { Dialog, Draft } from "./state";

export type Event =
  | { readonly type: "begin"; readonly invitation: string | null; readonly known: boolean }
  | { readonly type: "sign-in" }
  | { readonly type: "sign-out" }
  | { readonly type: "me"; readonly me: Me }
  | { readonly type: "queue"; readonly queue: Queue }
  | { readonly type: "file"; readonly file: CaseFile }
  | { readonly type: "log"; readonly entries: readonly Entry[] }
  | { readonly type: "figures"; readonly figures: Figures }
  | { readonly type: "decided"; readonly word: Word; readonly decision: number | null }
  | { readonly type: "signed-out" }
  | { readonly type: "refused"; readonly code: string; readonly detail: string }
  | { readonly type: "tick"; readonly passed: number }
  | { readonly type: "go"; readonly to: "queue" | "log" | "figures" }
  | { readonly type: "open"; readonly id: number }
  | { readonly type: "appeal"; readonly appeal: Appeal }
  | { readonly type: "filter"; readonly text: string }
  | { readonly type: "draft"; readonly change: Partial<Draft> }
  | { readonly type: "settling"; readonly reverse?: boolean; readonly words?: string }
  | { readonly type: "decide" }
  | { readonly type: "undo"; readonly decision: number; readonly reason: string }
  | { readonly type: "hold"; readonly reason: string }
  | { readonly type: "release" }
  | { readonly type: "export" }
  | { readonly type: "dialog"; readonly dialog: Dialog | null }
  /// A decision is to be taken back; first one says why.
  | { readonly type: "undoing"; readonly decision: number }
  | { readonly type: "notice-seen" }
  | { readonly type: "key"; readonly key: string };

type AskEffect = {
  [W in Word]: { readonly do: "ask"; readonly word: W; readonly body: Asks[W][0]; readonly by?: Asker };
}[Word];

export type Effect =
  | AskEffect
  | { readonly do: "sign-in" }
  | { readonly do: "register"; readonly code: string }
  | { readonly do: "download"; readonly id: number }
  /// Whether somebody is signed in here: the cookie itself no script can see.
  | { readonly do: "remember"; readonly known: boolean }
  | { readonly do: "focus"; readonly on: "heading" | "filter" | "row" | "facts" };
