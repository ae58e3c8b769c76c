// The moderators' page is built by itself: it shares no chunk with the visitors' page, whose first load stays as it is.
// All of it lies under /moderate, where the server lets nobody look before there are moderators.

import { defineConfig } from "vite";

export default defineConfig({
  publicDir: false,
  build: {
    outDir: "target/classes/chat/passerby/web",
    emptyOutDir: false,
    assetsDir: "moderate/assets",
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: { input: "moderate.html" },
  },
});
