// @vitest-environment node
import { expect, it } from "vitest";
import type { Effect } from "../src/effect";
import { first } from "../src/first";
import { makeStore } from "../src/store";
import type { Event } from "../src/state";
import { memory } from "./given";

it("takes events one after the other, also those that come while effects are being done", () => {
  const order: string[] = [];
  const answers: Event[] = [{ type: "socket-open" }];
  const store = makeStore(
    first(memory()),
    (effect: Effect) => {
      order.push(effect.do === "send" ? effect.message.type : effect.do);
      const answer = answers.shift();
      if (answer) store.dispatch(answer);
      order.push("done");
    },
    (before, state) => order.push(before === null ? "first" : `changed to ${state.link.is}`),
  );
  store.dispatch({ type: "begin" });
  expect(order).toEqual([
    "first",
    "connect",
    "done",
    "timer",
    "done",
    "changed to opening",
    "hello",
    "done",
    "timer",
    "done",
  ]);
});

it("goes on after an effect that failed", () => {
  const store = makeStore(
    first(memory()),
    () => {
      throw new Error("no");
    },
    () => undefined,
  );
  expect(() => store.dispatch({ type: "begin" })).toThrow("no");
  store.dispatch({ type: "role", role: "talk" });
  expect(store.state.value.settings.role).toBe("talk");
});
