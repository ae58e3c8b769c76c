import { useEffect, useState } from "preact/hooks";
import type { InConversation } from "./conversation";
import { Icon, type IconName } from "./icons";
import type { Page } from "./page";
import { Glimpse } from "./said";
import { showingWords } from "./showing.words";
import { conversationWords } from "./conversation.words";
import { words } from "./words";

interface ControlsProps {
  state: InConversation;
  page: Page;
  video: boolean;
  sheet: boolean;
  openSheet: (open: boolean) => void;
}

/** What one does all the time: microphone, camera, chat, next. */
export function Controls({ state, page, video, sheet, openSheet }: ControlsProps) {
  const { media } = state;
  const open = media.is === "open";
  return (
    <div class="controls row">
      {video && (
        <>
          <Toggle
            test="mute"
            icon={media.microphone ? "microphone" : "microphoneOff"}
            label={media.microphone ? conversationWords.mute : conversationWords.unmute}
            off={!media.microphone}
            disabled={!open || !media.hasMicrophone}
            press={() => page.dispatch({ type: "microphone", on: !media.microphone })}
          />
          <Toggle
            test="camera"
            icon={media.camera ? "camera" : "cameraOff"}
            label={media.camera ? conversationWords.cameraOff : conversationWords.cameraOn}
            off={!media.camera}
            disabled={!open || !media.hasCamera}
            press={() => page.dispatch({ type: "camera", on: !media.camera })}
          />
          <Toggle
            test="show-toggle"
            icon={state.room.shown ? "show" : "hidden"}
            label={state.room.shown ? showingWords.hide : showingWords.show}
            off={!state.room.shown}
            disabled={state.room.call === null}
            keys={state.room.shown ? "Alt+H" : undefined}
            press={() => page.dispatch({ type: "show", on: !state.room.shown })}
          />
          <SheetToggle state={state} sheet={sheet} openSheet={openSheet} />
        </>
      )}
      <button
        class="button primary next"
        type="button"
        data-testid="next"
        aria-keyshortcuts={state.settings.escNext ? "Escape" : undefined}
        onClick={() => page.dispatch({ type: "next" })}
      >
        {words.next}
        <Icon name="next" />
      </button>
    </div>
  );
}

interface ToggleProps {
  test: string;
  icon: IconName;
  label: string;
  off: boolean;
  disabled: boolean;
  keys?: string | undefined;
  press: () => void;
}

/** The name says what a press will do, the picture what is; so no pressed state is announced twice. */
function Toggle({ test, icon, label, off, disabled, keys, press }: ToggleProps) {
  return (
    <button
      class={`button square toggle ${off ? "off" : ""}`}
      type="button"
      data-testid={test}
      aria-label={label}
      aria-keyshortcuts={keys}
      title={keys === undefined ? label : `${label} (${keys})`}
      disabled={disabled}
      onClick={press}
    >
      <Icon name={icon} />
    </button>
  );
}

function SheetToggle({ state, sheet, openSheet }: Pick<ControlsProps, "state" | "sheet" | "openSheet">) {
  const theirs = state.room.lines.filter((line) => line.from === "partner");
  const [seen, see] = useState(theirs.length);
  useEffect(() => {
    if (sheet) see(theirs.length);
  }, [sheet, theirs.length]);
  const unread = sheet ? 0 : theirs.length - seen;
  return (
    <>
      {unread > 0 && (
        <button
          class="latest sheet-only small"
          type="button"
          aria-hidden="true"
          tabIndex={-1}
          onClick={() => openSheet(true)}
        >
          <Glimpse text={theirs.at(-1)?.text ?? ""} veil={state.settings.veil} />
        </button>
      )}
      <button
        class="button square toggle sheet-only"
        type="button"
        data-testid="chat-open"
        aria-expanded={sheet}
        aria-label={conversationWords.openChat(unread)}
        onClick={() => openSheet(!sheet)}
      >
        <Icon name="text" />
        {unread > 0 && <span class="badge small">{unread}</span>}
      </button>
    </>
  );
}
