import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Event } from "../src/event";
import { delay, Socket } from "../src/socket";

class FakeWebSocket extends EventTarget {
  static readonly OPEN = 1;
  static made: FakeWebSocket[] = [];
  readyState = 0;
  readonly sent: string[] = [];
  closed = false;

  constructor() {
    super();
    FakeWebSocket.made.push(this);
  }

  send(text: string): void {
    this.sent.push(text);
  }

  close(): void {
    this.closed = true;
  }

  opens(): void {
    this.readyState = 1;
    this.dispatchEvent(new globalThis.Event("open"));
  }

  says(data: unknown): void {
    this.dispatchEvent(new MessageEvent("message", { data }));
  }

  closes(code: number): void {
    this.readyState = 3;
    this.dispatchEvent(new CloseEvent("close", { code }));
  }
}

let told: Event[];
let socket: Socket;

function last(): FakeWebSocket {
  const made = FakeWebSocket.made.at(-1);
  if (!made) throw new Error("nothing was opened");
  return made;
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("WebSocket", FakeWebSocket);
  FakeWebSocket.made = [];
  told = [];
  socket = new Socket("ws://localhost/ws", (event) => told.push(event));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("waits a quarter of a second at first and ten at most, never the same for all", () => {
  for (const chance of [0, 0.5, 1]) {
    for (let attempt = 1; attempt < 2_000; attempt += 1) {
      const ms = delay({ is: "back-off", attempt }, chance);
      expect(ms).toBeGreaterThanOrEqual(250);
      expect(ms).toBeLessThanOrEqual(10_000);
    }
  }
  expect(delay({ is: "back-off", attempt: 1 }, 0)).toBe(250);
  expect(delay({ is: "back-off", attempt: 9 }, 1)).toBe(10_000);
  expect(delay({ is: "back-off", attempt: 9 }, 0)).toBe(5_000);
  expect(delay({ is: "jitter" }, 0.5)).toBe(500);
});

it("tries in quick succession as long as the server keeps the seat", () => {
  const waits = Array.from({ length: 8 }, (_, n) => delay({ is: "back-off", attempt: n + 1 }, 1));
  expect(Math.max(...waits)).toBeLessThanOrEqual(2_000);
  expect(waits.reduce((sum, ms) => sum + ms)).toBeGreaterThan(13_000);
});

it("tells of opening, messages that it understands, and closing", () => {
  socket.connect({ is: "none" });
  last().opens();
  last().says('{"type":"pong"}');
  last().says("noise");
  last().closes(1012);
  expect(told).toEqual([
    { type: "socket-open" },
    { type: "server", message: { type: "pong" } },
    { type: "socket-closed", code: 1012 },
  ]);
});

it("makes one connection at a time, however often it is asked", () => {
  socket.connect({ is: "none" });
  socket.connect({ is: "none" });
  socket.connect({ is: "back-off", attempt: 1 });
  vi.runAllTimers();
  expect(FakeWebSocket.made).toHaveLength(1);
});

it("does not wait any longer when hurried", () => {
  socket.connect({ is: "back-off", attempt: 9 });
  expect(FakeWebSocket.made).toHaveLength(0);
  socket.connect({ is: "none" });
  expect(FakeWebSocket.made).toHaveLength(1);
  vi.advanceTimersByTime(9_000);
  expect(FakeWebSocket.made).toHaveLength(1);
});

it("gives up a handshake that is not answered in ten seconds", () => {
  socket.connect({ is: "none" });
  vi.advanceTimersByTime(10_000);
  expect(told).toEqual([{ type: "socket-closed", code: 1006 }]);
  expect(last().closed).toBe(true);
});

it("does not wait for the other end to close, and hears nothing of it any more", () => {
  socket.connect({ is: "none" });
  const first = last();
  first.opens();
  socket.disconnect();
  socket.connect({ is: "none" });
  first.says('{"type":"pong"}');
  first.closes(1000);
  expect(told).toEqual([{ type: "socket-open" }, { type: "socket-closed", code: 1006 }]);
  expect(FakeWebSocket.made).toHaveLength(2);
});

it("says nothing into a connection that is not open", () => {
  socket.send({ type: "ping" });
  socket.connect({ is: "none" });
  socket.send({ type: "ping" });
  last().opens();
  socket.send({ type: "stop" });
  expect(last().sent).toEqual(['{"type":"stop"}']);
});
