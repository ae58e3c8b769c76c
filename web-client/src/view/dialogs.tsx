import { useEffect } from "preact/hooks";
import type { State } from "../state";
import { roomOf } from "../state";
import { later } from "./later";
import type { DialogName, Page } from "./page";

const ReportDialog = later(async () => (await import("./report")).ReportDialog);
const BlockDialog = later(async () => (await import("./panels")).BlockDialog);
const Gentle = later(async () => (await import("./gentle")).Gentle);
const HelpPanel = later(async () => (await import("./help")).HelpPanel);
const Shortcuts = later(async () => (await import("./panels")).Shortcuts);
const Settings = later(async () => (await import("./panels")).Settings);

const Reports = later(async () => (await import("./codes")).Reports);
const CodeDialog = later(async () => (await import("./codes")).CodeDialog);

interface DialogsProps {
  name: DialogName | null;
  /** From the address: which statement to open. */
  code: string | null;
  state: State;
  page: Page;
  close: () => void;
}

/** At most one dialog at a time. Report and block are about one room and go when it goes. */
export function Dialogs({ name, code, state, page, close }: DialogsProps) {
  const room = roomOf(state);
  const orphaned = room === null && (name === "report" || name === "block" || name === "gentle");
  useEffect(() => {
    if (orphaned) close();
  });
  switch (name) {
    case null:
      return null;
    case "report":
      return room && <ReportDialog key={room.id} room={room} page={page} close={close} />;
    case "block":
      return room && <BlockDialog key={room.id} partner={room.partner} page={page} close={close} />;
    case "gentle":
      return room && <Gentle key={room.id} partner={room.partner} page={page} close={close} />;
    case "help":
      return <HelpPanel close={close} />;
    case "reports":
      return <Reports page={page} close={close} />;
    case "code":
      return <CodeDialog key={code} given={code} close={close} />;
    case "shortcuts":
      return <Shortcuts state={state} page={page} close={close} />;
    case "settings":
      return <Settings state={state} page={page} close={close} />;
  }
}
