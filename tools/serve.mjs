// Serves a built page on this machine only: `node tools/serve.mjs [--port 8080] [FOLDER]`, or `serve({root, port})` from a test.
// It answers as a real host should: right types, the page's policy as a header too, hashed files kept, index.html asked for anew.

import { createReadStream, realpathSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const HOST = "127.0.0.1";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".md": "text/markdown; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

/** `frame-ancestors` has no effect in a meta element: only a header can say it. */
async function policy(root) {
  const html = await readFile(join(root, "index.html"), "utf8").catch(() => "");
  const content = html.match(/http-equiv="Content-Security-Policy" content="([^"]*)"/)?.[1] ?? "default-src 'none'";
  return `${content}; frame-ancestors 'none'`;
}

/** The file that a request path names, or null: nothing outside `root`, not through a link either. */
function find(root, path) {
  try {
    let found = realpathSync(join(root, decodeURIComponent(path)));
    if (statSync(found).isDirectory()) found = realpathSync(join(found, "index.html"));
    return found.startsWith(realpathSync(root) + sep) ? found : null;
  } catch {
    return null;
  }
}

async function answer(root, request, response) {
  const found = find(root, request.url.split("?")[0]);
  const status = !["GET", "HEAD"].includes(request.method) ? 405 : found ? 200 : 404;
  response.setHeader("Content-Security-Policy", await policy(root));
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Referrer-Policy", "no-referrer");
  if (status !== 200) {
    response.writeHead(status, { "Content-Type": TYPES[".txt"], "Cache-Control": "no-store" });
    response.end(`${status}\n`);
    return status;
  }
  const hashed = /-[0-9a-f]{16}\.[a-z0-9]+$/.test(found);
  response.writeHead(200, {
    "Content-Type": TYPES[extname(found)] ?? "application/octet-stream",
    "Content-Length": statSync(found).size,
    "Cache-Control": hashed ? "public, max-age=31536000, immutable" : "no-cache",
  });
  if (request.method === "HEAD") response.end();
  else createReadStream(found).on("error", () => response.destroy()).pipe(response);
  return status;
}

function listen(server, port) {
  return new Promise((done, failed) => {
    server.once("error", failed);
    server.listen(port, HOST, () => {
      server.off("error", failed);
      done();
    });
  });
}

/**
 * Starts a server over `root`. A port that is taken, or none, gives a free one.
 * Gives its address, the log of what was asked of it, and `close()`.
 */
export async function serve({ root, port = 0 }) {
  const log = [];
  const server = createServer(async (request, response) => {
    const entry = { method: request.method, path: request.url, status: null };
    log.push(entry);
    try {
      entry.status = await answer(root, request, response);
    } catch {
      entry.status = 500;
      response.destroy();
    }
  });
  try {
    await listen(server, port);
  } catch (error) {
    if (!["EADDRINUSE", "EACCES"].includes(error.code)) throw error;
    await listen(server, 0);
  }
  return {
    url: `http://${HOST}:${server.address().port}/`,
    log,
    close: () => new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    }),
  };
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({ options: { port: { type: "string", default: "8080" } }, allowPositionals: true });
  const root = resolve(positionals[0] ?? fileURLToPath(new URL("../dist", import.meta.url)));
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    console.error(`--port ${values.port}: a port is a number from 0 to 65535.`);
    process.exit(2);
  }
  if (!find(root, "/")) {
    console.error(`${root} has no index.html: build the page with 'make build'.`);
    process.exit(1);
  }
  const { url } = await serve({ root, port });
  if (port !== 0 && new URL(url).port !== String(port)) console.log(`Port ${port} is taken.`);
  console.log(`Clusterwright is at ${url} (Ctrl-C ends it)`);
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(0));
}
