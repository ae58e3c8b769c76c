import { loadEnv } from "vite";
import { defineConfig } from "vitest/config";

export default defineConfig(({ mode }) => ({
  build: {
    // Where Maven packs the jar from.
    outDir: "target/classes/chat/passerby/web",
    emptyOutDir: true,
    target: "es2022",
    // The page's Content-Security-Policy allows nothing inline.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    // `./passerby dev` says where its server listens.
    proxy: {
      "/ws": { target: loadEnv(mode, ".", "PASSERBY_")["PASSERBY_SERVER"] ?? "http://localhost:8080", ws: true },
    },
  },
  test: { environment: "happy-dom", passWithNoTests: true },
}));
