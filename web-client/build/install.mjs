// `npm ci`, but only when the lock file is newer than what it last installed.
import { execSync } from "node:child_process";
import { statSync } from "node:fs";

const changed = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

if (changed("node_modules/.package-lock.json") < changed("package-lock.json")) {
  console.log("npm ci");
  execSync("npm ci --no-audit --no-fund", { stdio: "inherit" });
}
