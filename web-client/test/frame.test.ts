// @vitest-environment node
import { afterEach, expect, it, vi } from "vitest";
import { jpegOf, keepFrame, sendFrame, still } from "../src/frame";

const LIMIT = 200_000;

/// A picture of so many bytes at full size and quality.
function picture(bytes: number): { asked: [number, number][]; picture: Parameters<typeof jpegOf>[0] } {
  const asked: [number, number][] = [];
  const encode = async (side: number, quality: number): Promise<Blob> => {
    asked.push([side, quality]);
    return new Blob([new Uint8Array(Math.round(bytes * (side / 1280) ** 2 * quality))], { type: "image/jpeg" });
  };
  return { asked, picture: { width: 1280, height: 720, encode } };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

function answers(...each: (() => Response | Promise<Response>)[]): Request[] {
  const requests: Request[] = [];
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    requests.push(new Request(new URL(url, "http://localhost"), init));
    const next = each.shift();
    if (next === undefined) throw new TypeError("Failed to fetch");
    return next();
  });
  return requests;
}

const png = async (): Promise<Blob> => new Blob(["x"], { type: "image/png" });

it("sends a small picture as it is", async () => {
  const small = picture(100_000);
  expect((await jpegOf(small.picture))?.size).toBe(85_000);
  expect(small.asked).toHaveLength(1);
});

it("lowers first the quality and then the size, until it fits", async () => {
  const big = picture(1_500_000);
  const jpeg = await jpegOf(big.picture);
  expect(jpeg?.size).toBeLessThanOrEqual(LIMIT);
  expect(big.asked[1]).toEqual([1280, 0.65]);
  expect(big.asked.at(-1)?.[0]).toBe(640);
});

it("has none where none can be made small enough, or the browser makes no JPEG", async () => {
  expect(await jpegOf(picture(100_000_000).picture)).toBeNull();
  expect(await jpegOf({ width: 1, height: 1, encode: png })).toBeNull();
});

it("takes nothing from a video that shows nothing", () => {
  expect(still(null)).toBeNull();
  expect(still({ readyState: 4, videoWidth: 0 } as HTMLVideoElement)).toBeNull();
  expect(still({ readyState: 1, videoWidth: 640 } as HTMLVideoElement)).toBeNull();
});

it("posts the very file that was kept, with the code and without a cookie, once", async () => {
  const requests = answers(() => new Response(null, { status: 204 }));
  const jpeg = new Blob(["jpeg"], { type: "image/jpeg" });
  keepFrame("room", jpeg);
  expect(await sendFrame("room", "U-1")).toBe(true);
  expect(await sendFrame("room", "U-1")).toBe(false);
  expect(requests).toHaveLength(1);
  const [request] = requests;
  expect(request?.headers.get("Passerby-Upload")).toBe("U-1");
  expect(request?.headers.get("Content-Type")).toBe("image/jpeg");
  expect(request?.credentials).toBe("omit");
  expect(await request?.text()).toBe("jpeg");
});

it("sends nothing for another room, and forgets what is not taken", async () => {
  const requests = answers();
  keepFrame("room", new Blob(["jpeg"]));
  expect(await sendFrame("other", "U-1")).toBe(false);
  expect(await sendFrame("room", null)).toBe(false);
  expect(await sendFrame("room", "U-1")).toBe(false);
  expect(requests).toHaveLength(0);
});

it("takes a refusal as final, and tries again after silence", async () => {
  vi.useFakeTimers();
  const refused = answers(() => new Response(null, { status: 404 }));
  keepFrame("room", new Blob(["jpeg"]));
  expect(await sendFrame("room", "U-1")).toBe(false);
  expect(refused).toHaveLength(1);

  const silent = answers(
    () => Promise.reject(new TypeError("Failed to fetch")),
    () => new Response(null, { status: 204 }),
  );
  keepFrame("room", new Blob(["jpeg"]));
  const sent = sendFrame("room", "U-2");
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await sent).toBe(true);
  expect(silent).toHaveLength(2);
  vi.useRealTimers();
});
