// Title and icon: they call back someone whose tab is out of sight.

import type { State } from "./state";

const CALLS = { match: "● Someone is here! – Passerby", line: "● New message – Passerby" } as const;

/// The page's own title, for calm times.
let calm: string | null = null;

/// The icon's other form is named in the page: <link rel="icon" href="…" data-attention="…">.
export function showAttention(attention: State["attention"]): void {
  calm ??= document.title;
  document.title = attention === null ? calm : CALLS[attention];
  const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"][data-attention]');
  if (icon === null) return;
  icon.dataset["calm"] ??= icon.href;
  icon.href = (attention === null ? icon.dataset["calm"] : icon.dataset["attention"]) ?? icon.href;
}
