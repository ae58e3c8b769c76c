import { useState } from "preact/hooks";
import type { Room } from "../state";
import type { InConversation } from "./conversation";
import { Icon } from "./icons";
import type { Page } from "./page";
import { pictureWords } from "./picture.words";
import { Between, useHideKey, Veil } from "./showing";
import { showingWords } from "./showing.words";
import { AliasWindow } from "./window";
import { words } from "./words";

/** The picture: theirs fills it, mine lies in a corner, and what is not there is said in words. */
export function Stage({ state, page }: { state: InConversation; page: Page }) {
  const { room } = state;
  const [silent, hush] = useState<HTMLVideoElement | null>(null);
  const theirs = room.partnerMedia;
  const over = state.phase === "partner-left";
  const call = over ? null : room.call;
  useHideKey(page, call !== null && room.shown);
  return (
    <div class={over ? "stage over" : "stage"}>
      <video
        ref={page.remoteVideo}
        class="remote"
        data-testid="remote-video"
        aria-label={pictureWords.remoteVideo(room.partner)}
        playsInline
        disablePictureInPicture={!room.looked}
        onVolumeChange={({ currentTarget: video }) => hush(video.muted ? video : null)}
      />
      {call !== null && !room.looked && <Veil alias={room.partner} />}
      {!over && <Absence room={room} page={page} />}
      {!over && room.looked && silent !== null && (
        <button class="button primary tap" type="button" data-testid="unblock" onClick={() => (silent.muted = false)}>
          <Icon name="sound" />
          {pictureWords.unblockSound}
        </button>
      )}
      {!over && (
        <div class="chips">
          {room.call?.route && <Route route={room.call.route} />}
          {theirs?.shown && !theirs.microphone && (
            <p class="chip row small" data-testid="partner-muted">
              <Icon name="microphoneOff" />
              {pictureWords.partnerMuted}
            </p>
          )}
          {call !== null && room.looked && (
            <button
              class="chip row small"
              type="button"
              data-testid="look-away"
              onClick={() => page.dispatch({ type: "look", on: false })}
            >
              <Icon name="hidden" />
              {showingWords.lookAway}
            </button>
          )}
        </div>
      )}
      {call !== null && call.help === null && <Between room={room} page={page} />}
      <OwnPicture state={state} page={page} />
    </div>
  );
}

/** Which way picture and sound go, as the browser tells. */
function Route({ route }: { route: "direct" | "relayed" }) {
  const [name, line] = pictureWords.routes[route];
  return (
    <p class="chip row small" data-testid="route" data-route={route} title={line}>
      <Icon name={route === "direct" ? "next" : "hidden"} />
      {name}
    </p>
  );
}

/** Why there is no picture of the partner, and what one can do about it. */
function Absence({ room, page }: { room: Room; page: Page }) {
  const { call, partnerMedia } = room;
  if (call === null) return null;
  const cameraOff = partnerMedia?.camera === false && call.connection === "connected";
  if (call.frame && !cameraOff && call.help === null) return null;
  const help = cameraOff ? null : call.help;
  return (
    <div class={call.frame && !cameraOff ? "absence middle over-picture" : "absence middle"}>
      <AliasWindow alias={room.partner} />
      {cameraOff && <p data-testid="partner-camera-off">{pictureWords.partnerCameraOff(room.partner)}</p>}
      {!cameraOff && help === null && <p>{pictureWords.connecting}</p>}
      {help !== null && (
        <div class="help card" data-testid="connecting-help">
          <h2>{pictureWords.connectingLong}</h2>
          <p>{pictureWords.help[help](room.partner)}</p>
          <div class="buttons">
            <button class="button primary" type="button" onClick={() => page.dispatch({ type: "next" })}>
              {words.next}
            </button>
            <button class="button" type="button" onClick={() => page.dispatch({ type: "text-instead" })}>
              <Icon name="text" />
              {pictureWords.goOnWriting}
            </button>
          </div>
        </div>
      )}
    </div>
  );
}

function OwnPicture({ state, page }: { state: InConversation; page: Page }) {
  const { media, alias } = state;
  const open = media.is === "open";
  return (
    <figure class="own">
      <video
        ref={page.ownVideo}
        class="mirrored"
        data-testid="own-video"
        aria-label={words.ownVideo}
        hidden={!open || !media.camera || !media.hasCamera}
        playsInline
        muted
      />
      {open && (!media.camera || !media.hasCamera) && (
        <p class="middle">
          <Icon name="cameraOff" />
          <span class="small">{pictureWords.ownCameraOff}</span>
        </p>
      )}
      {!open && state.phase !== "partner-left" && (
        <button
          class="resume middle primary"
          type="button"
          data-testid="camera-resume"
          disabled={media.is === "asking"}
          onClick={() => page.dispatch({ type: "camera-resume" })}
        >
          <Icon name="camera" />
          <span class="small">
            {media.problem === null ? pictureWords.cameraResume : words.problems[media.problem]}
          </span>
        </button>
      )}
      {open && media.camera && media.hasCamera && !state.room.shown && (
        <p class="own-hidden row small" data-testid="own-hidden" title={showingWords.ownHidden}>
          <Icon name="hidden" />
          {showingWords.hidden}
        </p>
      )}
      <figcaption class="small" data-testid="own-alias">
        {alias}
      </figcaption>
    </figure>
  );
}
