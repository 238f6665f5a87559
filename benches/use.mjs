// Measures the page in use: from a key to its findings on the screen, thousands of node pools in the form, memory after a hundred edits.
//
// A key's time runs from its event until the frame after its findings are in the document has been produced; the peer is the same key in an
// empty page's text area, which takes the same two frames.

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { launch, median, serveCompressed } from "./chromium.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const body = (...args) => execFileSync("cargo", ["run", "--quiet", "--release", "--example", "body", "--", ...args], { cwd: root, encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "inherit"] });
const cases = JSON.parse(body()).map((own, at) => ({ ...own, at })).filter(({ edition }) => edition === "ack-dedicated");
const KEYS = 25;

const browser = await launch();
const site = await serveCompressed(fileURLToPath(new URL("../dist", import.meta.url)));
const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
await page.goto(site.url);
const box = () => page.getByRole("textbox", { name: "Request body" });
await box().waitFor();
await page.waitForFunction(() => document.querySelector("body-editor")?.shadowRoot?.querySelector(".cm-content"), null, { timeout: 60_000 });

/** Puts a text into the body as a paste does. */
async function put(text) {
  await page.bringToFront();
  await box().focus();
  await page.keyboard.press("Control+a");
  const checked = page.evaluate(() => new Promise((resolve) => new PerformanceObserver((list, observer) => { if (list.getEntriesByName("clusterwright:check").length) { observer.disconnect(); resolve(); } }).observe({ type: "measure" })));
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    const editor = document.querySelector("body-editor").shadowRoot.querySelector(".cm-content");
    editor.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true, composed: true }));
  }, text);
  await checked;
}

/** Milliseconds of each of `KEYS` keys, from the event to the painted findings. */
async function keys(target, checks) {
  const times = [];
  for (let at = 0; at < KEYS; at++) {
    const painted = target.evaluate((checks) => new Promise((resolve) => {
      let start;
      const paint = () => requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - start)));
      addEventListener("keydown", (event) => {
        start = event.timeStamp;
        if (!checks) return paint();
        new PerformanceObserver((list, observer) => {
          if (!list.getEntriesByName("clusterwright:check").length) return;
          observer.disconnect();
          paint();
        }).observe({ type: "measure" });
      }, { once: true, capture: true });
    }), checks);
    await target.keyboard.press(at % 2 ? "Backspace" : "Space");
    times.push(await painted);
  }
  return median(times.slice(3));
}

const empty = await (await browser.newContext()).newPage();
await empty.goto(site.url + "favicon.svg").catch(() => {});
await empty.setContent("<textarea autofocus></textarea>");
await empty.locator("textarea").focus();
const base = await keys(empty, false);

console.log(`a key in an empty page, to the second frame: ${base.toFixed(1)} ms`);
for (const { name, at } of cases) {
  const text = body(String(at));
  await put(text);
  await page.keyboard.press("Control+End");
  const own = await keys(page, true);
  const elements = await page.evaluate(() => {
    const count = (root) => [...root.querySelectorAll("*")].reduce((sum, element) => sum + 1 + (element.shadowRoot ? count(element.shadowRoot) : 0), 0);
    return count(document);
  });
  console.log(`${name.padEnd(24)} ${(text.length / 1024).toFixed(0).padStart(6)} KB: key to painted findings ${own.toFixed(1).padStart(7)} ms, ${(own / base).toFixed(2)}x; ${elements.toLocaleString("en")} elements in the document`);
}
console.log("at most 1.3x at 170 KB and 2x at 3.4 MB; at most 2,000 elements");

const memory = async () => {
  await page.evaluate(() => globalThis.gc?.());
  return page.evaluate(async () => (await performance.measureUserAgentSpecificMemory()).bytes);
};
await put(body(String(cases.at(-2).at)));
const before = await memory();
await page.keyboard.press("Control+End");
for (let edit = 0; edit < 100; edit++) await page.keyboard.press(edit % 2 ? "Backspace" : "Space");
const after = await memory();
console.log(`memory with ${cases.at(-2).name}: ${(before / 2 ** 20).toFixed(1)} MB, after 100 edits ${(after / 2 ** 20).toFixed(1)} MB (${(after / before).toFixed(2)}x)`);

await browser.close();
await site.close();
