import { createHash } from "node:crypto";
import { loadEnv, type Plugin } from "vite";
import { defineConfig } from "vitest/config";

// The page says which build it is. The server reads it here, so that an older page in a tab knows to reload. Every asset's
// name carries a hash, so the hash of the page changes with each of them.
const sayBuild: Plugin = {
  name: "say-build",
  apply: "build",
  transformIndexHtml: {
    order: "post",
    handler: (html, { path }) =>
      path === "/sheet.html"
        ? []
        : [
            {
              tag: "meta",
              attrs: { name: "passerby-build", content: createHash("sha256").update(html).digest("hex").slice(0, 16) },
              injectTo: "head",
            },
          ],
  },
};

// `./passerby dev` says where its server listens.
const server = (mode: string): string => loadEnv(mode, ".", "PASSERBY_")["PASSERBY_SERVER"] ?? "http://localhost:8080";

export default defineConfig(({ mode }) => ({
  plugins: [sayBuild],
  build: {
    // Where Maven packs the jar from.
    outDir: "target/classes/chat/passerby/web",
    emptyOutDir: true,
    target: "es2022",
    // The page's Content-Security-Policy allows nothing inline.
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: {
      // What visitors open, what hosters do, and the frame that the server puts words in: rules, privacy, figures. They
      // share no script, so that none grows with another.
      input: ["index.html", "check.html", "sheet.html"],
      // The first load is one script: what it has in common with what comes later does not become a third.
      output: { codeSplitting: { groups: [{ name: "first", test: /src\/main\.tsx$/ }] } },
    },
  },
  server: {
    // The protocol's examples are fixtures of the tests.
    fs: { allow: [".", "../docs/protocol"] },
    proxy: {
      // What the server answers, and pages that it writes, and what they look like.
      "^/(helplines\\.json|age)$": server(mode),
      "^/(api|rules|privacy|transparency|notice|assets)\\b": server(mode),
      "/ws": {
        // To it we look like a page of its own.
        target: server(mode),
        ws: true,
        changeOrigin: true,
        rewriteWsOrigin: true,
      },
    },
  },
  test: { environment: "happy-dom", passWithNoTests: true },
}));
