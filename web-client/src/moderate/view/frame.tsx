import { useEffect, useRef, useState } from "preact/hooks";
import { words } from "../words";

type Is = { at: "away" | "coming" | "gone" } | { at: "here"; picture: ImageBitmap; clear: boolean };

/**
 * A picture that somebody uploaded: fetched only when asked for, blurred until asked again. It is painted on a canvas
 * from its bytes, so that the page's policy need not allow pictures from anywhere.
 */
export function FrameView({ load }: { load: () => Promise<Blob> }) {
  const [frame, set] = useState<Is>({ at: "away" });
  const fetched = async () => {
    set({ at: "coming" });
    try {
      set({ at: "here", picture: await createImageBitmap(await load()), clear: false });
    } catch {
      set({ at: "gone" });
    }
  };
  if (frame.at === "gone") return <p class="soft">{words.frameGone}</p>;
  if (frame.at !== "here") {
    return (
      <div>
        <button
          class="button"
          type="button"
          data-testid="frame-fetch"
          disabled={frame.at === "coming"}
          onClick={() => void fetched()}
        >
          {words.fetchFrame}
        </button>
      </div>
    );
  }
  return (
    <div class="stack">
      <Canvas picture={frame.picture} clear={frame.clear} />
      <div>
        <button
          class="button"
          type="button"
          data-testid="frame-clear"
          aria-pressed={frame.clear}
          onClick={() => set({ ...frame, clear: !frame.clear })}
        >
          {frame.clear ? words.blurFrame : words.clearFrame}
        </button>
      </div>
    </div>
  );
}

function Canvas({ picture, clear }: { picture: ImageBitmap; clear: boolean }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    canvas.current?.getContext("2d")?.drawImage(picture, 0, 0);
    return () => picture.close();
  }, [picture]);
  return (
    <div class="picture">
      <canvas
        ref={canvas}
        class={clear ? undefined : "blurred"}
        width={picture.width}
        height={picture.height}
        role="img"
        aria-label={words.frame}
        data-testid="frame"
      />
    </div>
  );
}
