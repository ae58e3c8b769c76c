import type { ComponentChildren } from "preact";
import { Icon } from "./icons";
import type { Page } from "./page";
import { Street } from "./street";
import { words } from "./words";

/** Where one is, and the two dialogs that are always at hand. */
export function Top({ page, children }: { page: Page; children?: ComponentChildren }) {
  return (
    <header class="top row">
      <p class="brand row">
        <svg viewBox="0 0 32 36" aria-hidden="true">
          <path class="brand-arch" d="M2 36V14a14 14 0 0 1 28 0v22Z" />
          <path class="brand-one" d="M6 36c0-7 2-10 6-10s6 3 6 10ZM12 16a4 4 0 1 1 0 8 4 4 0 0 1 0-8Z" />
          <path class="brand-two" d="M17 36c0-6 2-9 5-9s5 3 5 9ZM22 19a3.3 3.3 0 1 1 0 6.6 3.3 3.3 0 0 1 0-6.6Z" />
        </svg>
        {words.name}
      </p>
      {children}
      <Tools page={page} />
    </header>
  );
}

export function Tools({ page }: { page: Page }) {
  return (
    <div class="tools">
      <button
        class="button plain square"
        type="button"
        data-testid="help-open"
        aria-label={words.help}
        title={words.help}
        onClick={() => page.show("help")}
      >
        <Icon name="heart" />
      </button>
      <button
        class="button plain square keyboard"
        type="button"
        data-testid="shortcuts-open"
        aria-label={words.shortcuts}
        title={words.shortcuts}
        onClick={() => page.show("shortcuts")}
      >
        <Icon name="help" />
      </button>
      <button
        class="button plain square"
        type="button"
        data-testid="settings-open"
        aria-label={words.settings}
        title={words.settings}
        onClick={() => page.show("settings")}
      >
        <Icon name="settings" />
      </button>
    </div>
  );
}

/** A screen of one thought: a heading, a few words, what to do, and the street below. */
export function Plain({ page, online, children }: { page: Page; online: number; children: ComponentChildren }) {
  return (
    <div class="page">
      <Top page={page} />
      <main class="quiet middle">{children}</main>
      <footer>
        <Street online={online} />
      </footer>
    </div>
  );
}
