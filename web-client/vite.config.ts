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
    proxy: {
      "/ws": {
        // `./passerby dev` says where its server listens; to it we look like a page of its own.
        target: loadEnv(mode, ".", "PASSERBY_")["PASSERBY_SERVER"] ?? "http://localhost:8080",
        ws: true,
        changeOrigin: true,
        rewriteWsOrigin: true,
      },
    },
  },
  test: { environment: "happy-dom", passWithNoTests: true },
}));
