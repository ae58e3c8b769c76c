import { useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { Device, State } from "../state";
import { AtOnce } from "./at-once";
import { Top } from "./frame";
import { Icon } from "./icons";
import type { Page } from "./page";
import { Go } from "./path";
import { pathWords } from "./path.words";
import { pictureWords } from "./picture.words";
import { words } from "./words";

/** The mirror before the first video partner: is the picture right, is the microphone heard, and if not, what helps. */
export function Preview({ state, page }: { state: State; page: Page }) {
  const { media } = state;
  const open = media.is === "open";
  return (
    <div class="page preview">
      <Top page={page} />
      <main>
        <div class="mirror-side">
          <h1 tabIndex={-1}>{pictureWords.preview}</h1>
          <p class="soft">{pictureWords.previewLine}</p>
          <div class="mirror">
            <video
              ref={page.ownVideo}
              class="mirrored"
              data-testid="preview-video"
              aria-label={words.ownVideo}
              hidden={!open || !media.hasCamera}
              playsInline
              muted
            />
            {!open && <Trouble state={state} page={page} />}
            {open && !media.hasCamera && <p class="trouble middle">{pictureWords.noCamera}</p>}
          </div>
        </div>
        <div class="card">
          <Go state={state} page={page} />
          <AtOnce settings={state.settings} page={page} />
          <div class="buttons">
            <button
              class="button"
              type="button"
              data-testid="text-instead"
              onClick={() => page.dispatch({ type: "text-instead" })}
            >
              <Icon name="text" />
              {pictureWords.textInstead}
            </button>
            <button
              class="button plain"
              type="button"
              data-testid="back"
              onClick={() => page.dispatch({ type: "back" })}
            >
              {words.back}
            </button>
          </div>
          <section class="devices stack" aria-label={pictureWords.devices}>
            <Pickers state={state} page={page} />
          </section>
        </div>
      </main>
    </div>
  );
}

function Trouble({ state, page }: { state: State; page: Page }) {
  const problem = state.media.is === "problem" ? (state.media.problem ?? "other") : "asking";
  return (
    <div class="trouble middle" data-testid="problem" data-problem={problem}>
      <Icon name={problem === "asking" ? "camera" : "cameraOff"} />
      <h2>{words.problems[problem]}</h2>
      <p>{pictureWords.problemHelp[problem]}</p>
      {problem !== "asking" && (
        <button
          class="button"
          type="button"
          data-testid="problem-retry"
          onClick={() => page.dispatch({ type: "problem-retry" })}
        >
          <Icon name="again" />
          {words.retry}
        </button>
      )}
    </div>
  );
}

function Pickers({ state, page }: { state: State; page: Page }) {
  const { cameras, microphones, speakers } = state.media.devices;
  const { camera, microphone, speaker, originalSound } = state.settings;
  const none =
    state.media.is === "open" || state.media.problem === "none" ? pictureWords.noDevice : pictureWords.deviceLater;
  return (
    <>
      <Picker
        name="camera"
        label={pictureWords.camera}
        devices={cameras}
        none={none}
        chosen={camera}
        choose={(id) => page.dispatch({ type: "choose-camera", id })}
      />
      <Picker
        name="microphone"
        label={pictureWords.microphone}
        devices={microphones}
        none={none}
        chosen={microphone}
        choose={(id) => page.dispatch({ type: "choose-microphone", id })}
      />
      <Level page={page} />
      {speakers.length > 0 && (
        <Picker
          name="speaker"
          label={pictureWords.speaker}
          devices={speakers}
          none={none}
          chosen={speaker}
          choose={(id) => page.dispatch({ type: "choose-speaker", id })}
        />
      )}
      <label class="check">
        <input
          type="checkbox"
          data-testid="original-sound"
          checked={originalSound}
          onChange={(event) => page.dispatch({ type: "original-sound", on: event.currentTarget.checked })}
        />
        <span>
          {pathWords.originalSound}
          <span class="block small soft">{pathWords.originalSoundLine}</span>
        </span>
      </label>
    </>
  );
}

interface PickerProps {
  name: string;
  label: string;
  devices: readonly Device[];
  none: string;
  chosen: string | null;
  choose: (id: string) => void;
}

function Picker({ name, label, devices, none, chosen, choose }: PickerProps) {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <select
        id={name}
        data-testid={`${name}-select`}
        disabled={devices.length === 0}
        value={chosen ?? devices[0]?.id ?? ""}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {devices.length === 0 && <option value="">{none}</option>}
        {devices.map((device, at) => (
          <option key={device.id} value={device.id}>
            {device.label || pictureWords.unnamedDevice(at + 1)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Moves without rendering anything: the loudness goes from the signal to the element. */
function Level({ page }: { page: Page }) {
  const bar = useRef<HTMLDivElement>(null);
  useSignalEffect(() => {
    const loud = Math.min(Math.max(page.level.value, 0), 1);
    bar.current?.style.setProperty("--loud", loud.toFixed(2));
    bar.current?.setAttribute("aria-valuenow", String(Math.round(loud * 100)));
  });
  return (
    <div
      ref={bar}
      class="level"
      data-testid="level"
      role="meter"
      aria-label={pictureWords.level}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={0}
    />
  );
}
