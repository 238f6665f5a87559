// Measures the built page's own checking in Chromium, as ratios of one run: from the editor's text to findings, against
// JSON.parse + ajv and against vscode-json-languageservice (the engine of Monaco's JSON mode) with the schema that we export.
//
//   node benches/page.mjs        needs dist/, a Chromium and the command line (tools/bench sees to all three)
//
// The page times its checking with the User Timing API under the name "clusterwright:check"; without the way of the text into the program.
// It checks once after an input, so each of the others is timed once in an event of its own as well, in turn with it: in a loop over
// caches that stay warm, each would take a fraction of the time.

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { findChromium } from "../tests/browser/chromium.mjs";
import { serve } from "../tools/serve.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const cargo = (...args) => execFileSync("cargo", args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "inherit"] });

const body = (...args) => cargo("run", "--quiet", "--release", "--example", "body", "--", ...args);
const ROUNDS = [300, 80, 12, 80];
const cases = JSON.parse(body()).map((own, at) => ({ ...own, text: body(String(at)), rounds: ROUNDS[at] }));
const schemas = Object.fromEntries(
  [...new Set(cases.map((own) => own.edition))].map((edition) => [edition, JSON.parse(cargo("run", "--quiet", "--release", "--bin", "clusterwright", "--", "schema", edition))]),
);

const peers = mkdtempSync(join(tmpdir(), "clusterwright-peers-"));
writeFileSync(join(peers, "index.html"), "<!doctype html><meta charset=utf-8><title>peers</title><script src=peers.js></script>");
await build({
  stdin: {
    contents: `
      import Ajv from "ajv/dist/2020.js";
      import { getLanguageService, TextDocument } from "vscode-json-languageservice";
      const schemas = ${JSON.stringify(schemas)};
      const compile = (schema) => new Ajv({ allErrors: true, strict: false, validateFormats: false }).compile(schema);
      const validators = Object.fromEntries(Object.entries(schemas).map(([edition, schema]) => [edition, compile(schema)]));
      const service = getLanguageService({});
      service.configure({ validate: true, allowComments: false });
      const peers = {
        parse: (text) => JSON.parse(text),
        ajv: (text, edition) => validators[edition](JSON.parse(text)),
        service: async (text, edition) => {
          const document = TextDocument.create("a.json", "json", 1, text);
          return service.doValidation(document, service.parseJSONDocument(document), {}, schemas[edition]);
        },
      };
      // In an event of its own, as the page checks what was typed.
      window.once = (peer, text, edition) => new Promise((resolve) => {
        addEventListener("once", async () => {
          const start = performance.now();
          await peers[peer](text, edition);
          resolve(performance.now() - start);
        }, { once: true });
        dispatchEvent(new Event("once"));
      });`,
    resolveDir: root,
  },
  bundle: true, format: "iife", minify: true, outfile: join(peers, "peers.js"), logLevel: "warning",
  alias: { "vscode-json-languageservice": "vscode-json-languageservice/lib/esm/jsonLanguageService.js" },
});

const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

/** Opens a folder cross-origin isolated, which is what makes Chromium's clock fine enough; `policy` false lifts the CSP. */
async function open(folder, policy) {
  const server = await serve({ root: folder });
  const page = await (await browser.newContext()).newPage();
  await page.route("**", async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };
    if (!policy) delete headers["content-security-policy"];
    await route.fulfill({ response, headers });
  });
  await page.goto(server.url);
  return { page, server };
}

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];

const ours = await open(join(root, "dist"), true);
await ours.page.locator("body-editor#request-body").waitFor();
const theirs = await open(peers, false);

console.log("Chromium, medians; x is the time of JSON.parse on the same text\n");
console.log("".padEnd(46) + cases.map(({ name }) => name.padStart(15)).join(""));
const rows = { "JSON.parse": [], "the page: text to findings": [], "JSON.parse + ajv (no places, no rules)": [], "vscode-json-languageservice": [] };
for (const { text, edition, rounds } of cases) {
  await ours.page.getByRole("combobox", { name: "API edition" }).selectOption(edition);
  const samples = { parse: [], ajv: [], service: [], ours: [] };
  for (let round = 0; round < rounds; round++) {
    for (const peer of ["parse", "ajv", "service"]) {
      // The language service takes seconds for megabytes: one run tells enough.
      const once = peer === "service" && text.length > 1_000_000;
      if (once && round > 0) continue;
      const duration = await theirs.page.evaluate(({ peer, text, edition }) => window.once(peer, text, edition), { peer, text: text + " ".repeat(round % 2), edition });
      if (once || round > rounds / 2) samples[peer].push(duration);
    }
    const duration = await ours.page.evaluate(({ text, round }) => new Promise((resolve) => {
      const own = document.getElementById("request-body");
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text + " ".repeat(round % 2));
      new PerformanceObserver((list, observer) => { observer.disconnect(); resolve(list.getEntriesByName("clusterwright:check").at(-1).duration); }).observe({ type: "measure" });
      own.select();
      own.shadowRoot.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true, composed: true }));
    }), { text, round });
    if (round > rounds / 2) samples.ours.push(duration);
  }
  const measured = Object.fromEntries(Object.entries(samples).map(([name, own]) => [name, median(own)]));
  rows["JSON.parse"].push([measured.parse, measured.parse]);
  rows["the page: text to findings"].push([measured.ours, measured.parse]);
  rows["JSON.parse + ajv (no places, no rules)"].push([measured.ajv, measured.parse]);
  rows["vscode-json-languageservice"].push([measured.service, measured.parse]);
}
for (const [name, cells] of Object.entries(rows)) {
  console.log(name.padEnd(46) + cells.map(([own, base]) => `${(own / base).toFixed(2)}x`.padStart(15)).join(""));
}
const ratio = cases.map(({ name }, at) => `${name} ${(rows["the page: text to findings"][at][0] / rows["JSON.parse + ajv (no places, no rules)"][at][0]).toFixed(2)}x`);
console.log(`\nthe page against JSON.parse + ajv: ${ratio.join(", ")} (at most 1.0)`);
console.log(`JSON.parse: ${cases.map(({ name }, at) => `${name} ${(rows["JSON.parse"][at][0] * 1000).toFixed(0)} us`).join(", ")}`);

await browser.close();
await ours.server.close();
await theirs.server.close();
rmSync(peers, { recursive: true, force: true });
