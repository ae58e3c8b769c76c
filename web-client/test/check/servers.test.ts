import { afterEach, describe, expect, it, vi } from "vitest";
import { askServer } from "../../src/check/servers";

afterEach(() => vi.unstubAllGlobals());

function server(answer: () => Promise<Response>): { readonly asked: [string, RequestInit][] } {
  const asked: [string, RequestInit][] = [];
  vi.stubGlobal("fetch", (path: string, request: RequestInit) => {
    asked.push([path, request]);
    return answer();
  });
  return { asked };
}

describe("the server", () => {
  it("is asked with the key of the link, and tells each address", async () => {
    const seen = [{ url: "turn:a", works: true, outcome: "works", says: "works", since: "2026-11-21T12:00:00Z" }];
    const { asked } = server(async () =>
      Response.json({ servers: [{ urls: ["turn:a"], username: "u", credential: "c" }], seen }),
    );
    expect(await askServer("KEY")).toEqual({ addresses: [{ url: "turn:a", username: "u", credential: "c" }], seen });
    expect(asked).toHaveLength(1);
    expect(asked[0]?.[0]).toBe("/check/servers");
    expect(asked[0]?.[1]).toMatchObject({ method: "POST", headers: { authorization: "Bearer KEY" } });
  });

  it("is not asked without a key", async () => {
    const { asked } = server(async () => Response.json({}));
    await expect(askServer("")).rejects.toThrow("ends with a key");
    expect(asked).toEqual([]);
  });

  it("refuses in its own words", async () => {
    server(async () => new Response("Open the link printed last.\n", { status: 403 }));
    await expect(askServer("old")).rejects.toThrow(/^Open the link printed last\.$/);
  });

  it("may be gone", async () => {
    server(() => Promise.reject(new TypeError("Failed to fetch")));
    await expect(askServer("KEY")).rejects.toThrow("does not answer");
  });
});
