// Title and icon: they call back someone whose tab is out of sight.

import type { State } from "./state";

const NAME = "Passerby";

export function titleOf(attention: State["attention"]): string {
  switch (attention) {
    case "match":
      return `● Someone is here! – ${NAME}`;
    case "line":
      return `● New message – ${NAME}`;
    case null:
      return NAME;
  }
}

/// The icon's other form is named in the page: <link rel="icon" href="…" data-attention="…">.
export function showAttention(attention: State["attention"]): void {
  document.title = titleOf(attention);
  const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"][data-attention]');
  if (icon === null) return;
  icon.dataset["calm"] ??= icon.href;
  icon.href = (attention === null ? icon.dataset["calm"] : icon.dataset["attention"]) ?? icon.href;
}
