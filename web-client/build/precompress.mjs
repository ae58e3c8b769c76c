// Lays x.gz and x.br beside every asset that shrinks, so that the server never compresses.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const pages = "target/classes/chat/passerby/web";
const compressible = /\.(html|js|mjs|css|svg|json|txt|wasm|webmanifest)$/;
const gzip = (bytes) => gzipSync(bytes, { level: 9 });
const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });

for (const entry of readdirSync(pages, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !compressible.test(entry.name)) continue;
  const path = join(entry.parentPath, entry.name);
  const bytes = readFileSync(path);
  for (const [suffix, compress] of [
    [".gz", gzip],
    [".br", brotli],
  ]) {
    const small = compress(bytes);
    if (small.length < bytes.length) writeFileSync(path + suffix, small);
  }
}
