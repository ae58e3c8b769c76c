import { AliasWindow } from "../src/view/window";
import { Street } from "../src/view/street";

const aliases = Array.from({ length: 24 }, (_, number) => `TiredLobster${number * 17}`);

interface SheetProps {
  names: readonly string[];
  dialogs: readonly string[];
  landing: readonly string[];
}

export function Sheet({ names, dialogs, landing }: SheetProps) {
  return (
    <main class="page">
      <h1>A street at dusk</h1>
      <p>
        {aliases.map((alias) => (
          <AliasWindow key={alias} alias={alias} />
        ))}
      </p>
      <p class="buttons">
        <button class="button primary" type="button">
          Primary
        </button>
        <button class="button" type="button">
          Button
        </button>
        <button class="button danger" type="button">
          Danger
        </button>
        <button class="button plain" type="button">
          Plain
        </button>
      </p>
      <ul>
        {[
          ...names,
          ...dialogs.map((dialog) => `video+${dialog}`),
          "video+sheet",
          ...landing.map((dialog) => `landing+${dialog}`),
        ].map((name) => (
          <li key={name}>
            <a href={`#${name}`}>{name}</a>
          </li>
        ))}
      </ul>
      <Street online={30} walkers />
    </main>
  );
}
