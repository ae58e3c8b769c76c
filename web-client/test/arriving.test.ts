import { expect, it, vi } from "vitest";
import { Arriving } from "../src/arriving";

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

it("does what was asked before it was there, in order and once, and what comes later at once", async () => {
  const done: string[] = [];
  const load = vi.fn<() => Promise<string>>(() => Promise.resolve("part"));
  const part = new Arriving(load, () => undefined);
  part.ask((loaded) => done.push(`${loaded} 1`));
  part.ask((loaded) => done.push(`${loaded} 2`));
  expect(done).toEqual([]);
  await settled();
  expect(done).toEqual(["part 1", "part 2"]);
  part.ask((loaded) => done.push(`${loaded} 3`));
  expect(done).toHaveLength(3);
  await part.fetch();
  expect(load).toHaveBeenCalledTimes(1);
});

it("says that it is missing, forgets what was asked, and makes another attempt when asked again", async () => {
  const done: string[] = [];
  const load = vi.fn<() => Promise<string>>(() => Promise.reject(new Error("offline")));
  const missing = vi.fn<() => void>();
  const part = new Arriving(load, missing);
  part.ask(() => done.push("old"));
  await settled();
  expect(missing).toHaveBeenCalledTimes(1);
  load.mockResolvedValue("part");
  part.ask(() => done.push("new"));
  await settled();
  expect(done).toEqual(["new"]);
  expect(part.here.value).toBe("part");
});

it("is asked for no end of things without keeping them all", async () => {
  let done = 0;
  const part = new Arriving(
    () => Promise.resolve(1),
    () => undefined,
  );
  for (let asked = 0; asked < 5_000; asked++) part.ask((one) => (done += one));
  await settled();
  expect(done).toBe(1_000);
});
