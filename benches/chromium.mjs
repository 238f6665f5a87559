// What the measurements in Chromium share: the browser, a server that compresses as a real host does, medians.

import { createServer } from "node:http";
import { readFileSync, readdirSync } from "node:fs";
import { extname, join, sep } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { chromium } from "playwright-core";
import { findChromium } from "../tests/browser/chromium.mjs";

const TYPES = { ".css": "text/css", ".html": "text/html", ".js": "text/javascript", ".json": "application/json", ".svg": "image/svg+xml", ".txt": "text/plain", ".wasm": "application/wasm" };

export const launch = () =>
  chromium.launch({
    executablePath: findChromium(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--js-flags=--expose-gc"],
  });

/**
 * Serves a folder in Brotli from memory, on loopback. Cross-origin isolated, which is what makes Chromium's clock fine enough and lets a
 * page measure its memory. Gives the address and `close()`.
 */
export async function serveCompressed(root) {
  const files = new Map(
    readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => {
      const path = join(entry.parentPath ?? entry.path, entry.name);
      return [`/${path.slice(root.length).replace(/^[/\\]/, "").split(sep).join("/")}`, brotliCompressSync(readFileSync(path))];
    }),
  );
  const server = createServer((request, response) => {
    const path = request.url.split("?")[0];
    const name = path === "/" ? "/index.html" : decodeURIComponent(path);
    const content = files.get(name);
    if (!content) return response.writeHead(404).end();
    response.writeHead(200, {
      "Content-Type": `${TYPES[extname(name)] ?? "application/octet-stream"}${/\.(html|js|css|json|txt|svg)$/.test(name) ? "; charset=utf-8" : ""}`,
      "Content-Encoding": "br", "Content-Length": content.length,
      "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp",
    });
    response.end(content);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => new Promise((done) => (server.close(done), server.closeAllConnections())) };
}

export const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
