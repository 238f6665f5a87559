// What every browser test starts from: dist/ served as it is deployed, and one Chromium for each test file.
//
//   const site = await open();                        // at the top of a test file; it is closed after the last test
//   const page = await site.newPage({ locale: "zh-CN", colorScheme: "dark", viewport: { width: 390, height: 844 } });
//   await page.goto(site.url);
//   clean(page);                                      // no error, no violation, no request elsewhere

import assert from "node:assert/strict";
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "../../tools/serve.mjs";
import { findChromium } from "./chromium.mjs";

export const DIST = fileURLToPath(new URL("../../dist", import.meta.url));

// No sandbox: containers and CI forbid it, and only our own page is opened. The rest keeps the browser from calling home.
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

const records = new WeakMap();

/** What `page` has done so far: `{ console, errors, violations, requests, failed }`, all plain data. */
export const recorded = (page) => records.get(page);

/** Asserts that nothing went wrong on `page` and nothing left its origin. */
export function clean(page) {
  const { origin } = new URL(page.url());
  const { console, errors, violations, requests, failed } = recorded(page);
  assert.deepEqual({ console, errors, violations, failed }, { console: [], errors: [], violations: [], failed: [] });
  assert.deepEqual(requests.filter((url) => !url.startsWith(`${origin}/`) && !/^(data|blob):/.test(url)), [], "a request left the origin");
}

/** The textbox with the body: the code editor, or the textarea that serves before and without it. */
export const body = (page, name = "Request body") => page.getByRole("textbox", { name });

/** Waits until the code editor has taken the textarea's place. */
export const editorReady = (page) => page.locator("body-editor#request-body").waitFor({ state: "attached" });

/** The body's text. */
export const bodyText = (page) => page.evaluate(() => document.getElementById("request-body").value);

/** Waits until what `read` makes of the body is as expected, and fails with what it makes at last. */
export async function bodySays(page, read, expected) {
  let said;
  for (const end = Date.now() + 10_000; Date.now() < end; await new Promise((again) => setTimeout(again, 20))) {
    try {
      said = read(await bodyText(page));
      if (isDeepStrictEqual(said, expected)) return;
    } catch (error) {
      said = error;
    }
  }
  assert.deepEqual(said, expected);
}

/** Puts a text in the place of the body, as it is: a paste may be made something of. */
export async function setBody(page, text) {
  await page.locator("#request-body").waitFor();
  await page.evaluate((value) => {
    const own = document.getElementById("request-body");
    own.focus();
    own.value = value;
    if (own.localName === "textarea") own.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }, text);
}

/** A body of ack-dedicated with so many node pools; with 6,000 it has some 3 MB. */
export const pools = (count) => JSON.stringify({
  cluster_type: "Kubernetes", name: "big",
  nodepools: Array.from({ length: count }, (_, at) => ({
    nodepool_info: { name: `np-${at}` },
    scaling_group: { instance_types: ["ecs.g6.large"], vswitch_ids: [`vsw-${at}`], system_disk_size: 120, key_pair: "key" },
    kubernetes_config: { labels: [{ key: "zone", value: `z${at}` }] },
    count: at % 7,
  })),
}, null, 2);

/** The selected part of the body. */
export const selectedText = (page) => page.evaluate(() => {
  const { value, selectionStart, selectionEnd } = document.getElementById("request-body");
  return value.slice(selectionStart, selectionEnd);
});

/** Serves `root` and starts Chromium, until the last test of the file has ended. */
export async function open({ root = DIST, port = 0 } = {}) {
  assert.ok(existsSync(join(root, "index.html")), "there is no built page: run 'make build'");
  const executablePath = findChromium();
  assert.ok(executablePath, "there is no Chromium: run 'make setup'");
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  const server = await serve({ root, port });
  const servers = [server];
  const folders = [];
  after(async () => {
    await browser.close();
    await Promise.all(servers.map((each) => each.close()));
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  /**
   * A page in a context of its own. Takes Playwright's context options: locale, colorScheme, viewport, javaScriptEnabled,
   * permissions, … ; `bypassCSP: true` is for axe, which the page's policy would not let in.
   */
  async function newPage({ viewport = { width: 1280, height: 800 }, locale = "en-US", ...options } = {}) {
    const context = await browser.newContext({ viewport, locale, ...options });
    const page = await context.newPage();
    const record = { console: [], errors: [], violations: [], requests: [], failed: [] };
    records.set(page, record);
    await page.exposeBinding("__violation", (_, violation) => record.violations.push(violation));
    await page.addInitScript(() => {
      addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile, sample }) =>
        window.__violation({ effectiveDirective, blockedURI, sourceFile, sample }));
    });
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) record.console.push(`${message.type()}: ${message.text()}`);
    });
    page.on("pageerror", (error) => record.errors.push(String(error)));
    page.on("request", (request) => record.requests.push(request.url()));
    page.on("requestfailed", (request) => record.failed.push(`${request.url()}: ${request.failure()?.errorText}`));
    page.on("response", (response) => {
      if (response.status() >= 400) record.failed.push(`${response.url()}: ${response.status()}`);
    });
    return page;
  }

  /** Serves a copy of the page that `change` may spoil; `change` gets `{ read, write, remove, find }` over its files. Gives its address. */
  async function serveChanged(change) {
    const copy = mkdtempSync(join(tmpdir(), "clusterwright-"));
    folders.push(copy);
    cpSync(root, copy, { recursive: true });
    await change({
      find: (pattern) => readdirSync(copy).find((name) => pattern.test(name)) ?? assert.fail(`no file matches ${pattern}`),
      read: (name) => readFileSync(join(copy, name)),
      write: (name, content) => writeFileSync(join(copy, name), content),
      remove: (name) => rmSync(join(copy, name)),
    });
    const changed = await serve({ root: copy });
    servers.push(changed);
    return changed.url;
  }

  return { url: server.url, log: server.log, browser, newPage, serveChanged };
}
