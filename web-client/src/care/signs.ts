// What a line about to be sent looks like. Looked at in this browser only, by small rules: they know nothing, they point.

import { contactsIn } from "./contacts";
import { saysHarm } from "./harm";

/// What a stranger could keep and use later.
export type Contact = "phone" | "email" | "street" | "handle" | "link";

export interface Signs {
  readonly contacts: readonly Contact[];
  /// Perhaps of harming oneself.
  readonly harm: boolean;
}

export function signsOf(text: string): Signs {
  return { contacts: contactsIn(text), harm: saysHarm(text) };
}
