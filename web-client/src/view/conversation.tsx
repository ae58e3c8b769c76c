import { useState } from "preact/hooks";
import type { Connected, Connecting, PartnerLeft, Reconnecting, Shared } from "../state";
import { Chat } from "./chat";
import { Controls } from "./controls";
import { later } from "./later";
import type { Page } from "./page";
import { Parted } from "./parted";
import { PartnerBar } from "./partner";
import { conversationWords } from "./conversation.words";
import { words } from "./words";

const Stage = later(async () => (await import("./picture")).Stage);

export type InConversation = Shared & (Connecting | Connected | Reconnecting | PartnerLeft);

/**
 * One conversation from the match to the goodbye. With a call the picture fills the room and the chat stands beside it,
 * or comes up as a sheet on a phone; without one the chat is the room.
 */
export function Conversation({ state, page }: { state: InConversation; page: Page }) {
  const [sheet, openSheet] = useState(false);
  const { room } = state;
  const over = state.phase === "partner-left";
  const video = room.mode === "video" && (room.call !== null || over);
  return (
    <div class={`conversation ${video ? "with-picture" : "words-only"} ${sheet ? "sheet-open" : ""}`}>
      <header>
        <PartnerBar state={state} page={page} />
        {state.phase === "reconnecting" && (
          <p class="banner">
            {words.reconnecting} {video && conversationWords.reconnectingVideo}
          </p>
        )}
      </header>
      <main aria-label={conversationWords.conversation(room.partner)}>
        {video && <Stage state={state} page={page} />}
        <Chat key={room.id} state={state} page={page} open={sheet || !video} close={() => openSheet(false)} />
        {over && <Parted state={state} page={page} />}
        {!over && <Controls state={state} page={page} video={video} sheet={sheet} openSheet={openSheet} />}
      </main>
    </div>
  );
}
