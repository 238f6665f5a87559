// Measures the page in use: from a key to its painted text and to its painted findings, thousands of node pools in the form, memory after a
// hundred edits.
//
//   node benches/use.mjs         needs dist/ and a Chromium (tools/bench sees to both)
//
// A key's time runs from its event until the frame that shows what is waited for has been produced, which is when the frame after it begins.
// The peer is the same key in an empty page's text area, which takes the same two frames. Text and findings of one key are told apart: a big
// body is checked when its text has been painted. The budget is held against the findings. Of the text it says "typing never waits for
// checking": its time is also taken in one frame, to when that has been drawn, since the check has the time until the next, and for keys that
// follow each other quickly, which then come while a check is being made.

import { execFileSync } from "node:child_process";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { launch, median, serveCompressed } from "./chromium.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const body = (...args) => execFileSync("cargo", ["run", "--quiet", "--release", "--example", "body", "--", ...args], { cwd: root, encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "inherit"] });
const KEYS = 25;
const WARMING = 6;
/** Between two keys of a quick typist, in milliseconds. */
const GAP = 80;
/** Nothing that is waited for takes longer, or something is broken. */
const MOST = 60_000;

/** What is waited for, or an error that says what did not come. */
function soon(what, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: not within ${MOST / 1000} s`)), MOST);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/**
 * Times every key of a page from here on. `next()` gives those of the key that comes next, which is pressed only when that has been called:
 * `first` and `second`, the beginnings of the next two frames, and `findings`, the second frame after those have been put into the document.
 */
const recorder = () => {
  // Whether a frame's callbacks are being called, whose picture is still to be drawn.
  let drawing = false;
  /** Calls `begun` when the next frame begins, and `drawn` when it has been drawn: a message that is sent from a callback comes behind it. */
  const frame = (begun, drawn) => requestAnimationFrame(() => {
    begun();
    drawing = true;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (drawing = false, drawn?.());
    port2.postMessage(0);
  });
  let own;
  addEventListener("keydown", ({ timeStamp }) => {
    const since = () => performance.now() - timeStamp;
    const { all } = window.keyTimes;
    if (own && !own.start) {
      const { first, second } = own;
      own.start = timeStamp;
      frame(() => frame(() => second(since())), () => first(since()));
    } else if (all) {
      frame(() => {}, () => all.push(since()));
    }
  }, { capture: true });
  // The page tells of a check in the task, or in the frame, that also shows what it found.
  const measure = performance.measure.bind(performance);
  performance.measure = (name, options) => {
    if (name === "clusterwright:check" && own?.start) {
      const { start, findings } = own;
      const done = () => findings({ time: performance.now() - start, check: options.duration });
      drawing ? frame(done) : frame(() => frame(done));
    }
    return measure(name, options);
  };
  window.keyTimes = {
    next() {
      own = {};
      for (const name of ["first", "second", "findings"]) this[name] = new Promise((resolve) => { own[name] = resolve; });
    },
  };
};

/** What is typed, key by key: it changes the text and changes it back. */
const key = (at) => (at % 2 ? "Backspace" : "Space");

/** Medians of `KEYS` keys in milliseconds: to the painted text, in one frame and in two; where the page checks, to the painted findings, and of the checking itself. */
async function keys(page, checks) {
  await page.bringToFront();
  const times = { first: [], second: [], findings: [], check: [] };
  for (let at = -WARMING; at < KEYS; at++) {
    await page.evaluate(() => window.keyTimes.next());
    await page.keyboard.press(key(at));
    const [first, second] = await soon("the text of a key", page.evaluate(() => Promise.all([window.keyTimes.first, window.keyTimes.second])));
    const findings = checks && await soon("the findings of a key", page.evaluate(() => window.keyTimes.findings));
    if (at < 0) continue;
    times.first.push(first);
    times.second.push(second);
    if (checks) times.findings.push(findings.time), times.check.push(findings.check);
  }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]));
}

/** Keys that follow each other every `GAP` milliseconds, whatever the page is doing: to the painted text in one frame, the median and the worst. */
async function typing(page) {
  await page.bringToFront();
  await page.evaluate(() => { window.keyTimes.all = []; });
  const pressed = [];
  for (let at = 0; at < KEYS * 2; at++) {
    pressed.push(page.keyboard.press(key(at)));
    await new Promise((done) => setTimeout(done, GAP));
  }
  await soon("the keys", Promise.all(pressed));
  await soon("the text of the last key", page.waitForFunction((count) => window.keyTimes.all.length >= count, KEYS * 2, { polling: 100 }));
  const times = await page.evaluate(() => window.keyTimes.all);
  return { middle: median(times), worst: Math.max(...times) };
}

/** A page of one text area, on loopback as ours is, and isolated as ours is, which is what makes the clock fine enough. */
async function emptyPage(context) {
  const server = createServer((_, response) => response.writeHead(200, {
    "Content-Type": "text/html; charset=utf-8", "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp",
  }).end("<!doctype html><title>empty</title><textarea></textarea>"));
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.evaluate(recorder);
  await page.locator("textarea").focus();
  return { page, close: () => new Promise((done) => (server.close(done), server.closeAllConnections())) };
}

/** Puts a text into the body as a paste does, the caret behind it; gives how long the paste held up the page, and until it was checked. */
async function put(page, text) {
  await page.bringToFront();
  await page.evaluate(() => document.getElementById("request-body").select());
  return soon("the check of what was pasted", page.evaluate((text) => new Promise((resolve) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    const start = performance.now();
    let longest = 0;
    const tasks = new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) longest = Math.max(longest, duration); });
    tasks.observe({ type: "longtask" });
    new PerformanceObserver((list, observer) => {
      if (list.getEntriesByName("clusterwright:check").length === 0) return;
      observer.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(() => {
        const checked = performance.now() - start;
        // Long tasks are told of late.
        setTimeout(() => (tasks.disconnect(), resolve({ longest, checked })), 500);
      }));
    }).observe({ type: "measure" });
    document.getElementById("request-body").shadowRoot.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true, composed: true }));
  }), text));
}

const elements = (page) => page.evaluate(() => {
  const count = (root) => [...root.querySelectorAll("*")].reduce((sum, element) => sum + 1 + (element.shadowRoot ? count(element.shadowRoot) : 0), 0);
  return count(document);
});

/** Bytes that the page holds, after a collection. */
async function memory(page) {
  await page.evaluate(() => globalThis.gc?.());
  return soon("the memory", page.evaluate(async () => (await performance.measureUserAgentSpecificMemory()).bytes));
}

const browser = await launch();
const site = await serveCompressed(`${root}dist`);
const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
context.setDefaultTimeout(MOST);
try {
  const cases = JSON.parse(body()).map((own, at) => ({ ...own, at })).filter(({ edition }) => edition === "ack-dedicated").map((own) => ({ ...own, text: body(String(own.at)) }));

  const empty = await emptyPage(context);
  const base = await keys(empty.page, false);
  const quick = await typing(empty.page);
  await empty.page.close();
  await empty.close();
  console.log(`a key in an empty page's text area: ${base.first.toFixed(1)} ms in one frame, ${base.second.toFixed(1)} ms in two; typing on ${quick.middle.toFixed(1)}, at worst ${quick.worst.toFixed(1)} ms`);

  const page = await context.newPage();
  await page.goto(site.url);
  await page.locator("body-editor#request-body").waitFor();
  await page.getByRole("combobox", { name: "API edition" }).selectOption("ack-dedicated");
  await page.evaluate(recorder);

  const row = async (name, text) => {
    await page.keyboard.press("Control+End");
    const times = await keys(page, true);
    const on = await typing(page);
    const cell = (time, base) => `${time.toFixed(1).padStart(6)} ms ${(time / base).toFixed(2).padStart(5)}x`;
    console.log(`${name.padEnd(22)}${(text.length / 1024).toFixed(0).padStart(6)} KB: findings ${cell(times.findings, base.second)} (checking ${times.check.toFixed(1)} ms); text ${cell(times.first, base.first)} in one frame,${cell(times.second, base.second)} in two; typing on ${on.middle.toFixed(1)}, at worst ${on.worst.toFixed(1)} ms`);
  };
  console.log("\nfrom a key to its painted …");
  for (const { name, text } of cases) {
    await put(page, text);
    await row(name, text);
  }
  console.log("findings: at most 1.3x with 100 pools, 2x with 2,000. The text waits for no check: 1x\n");
  for (const { name, text } of cases.slice(1)) {
    const broken = text.slice(0, text.lastIndexOf("}"));
    await put(page, broken);
    await row(`${name}, unclosed`, broken);
  }

  const most = cases.at(-1);
  await page.getByRole("form", { name: "Cluster fields" }).waitFor();
  await put(page, most.text);
  console.log(`${most.name} in the form: ${(await elements(page)).toLocaleString("en")} elements in the document (at most 2,000)`);
  // A pool more: the body, and all that follows from it, are others when the click is done.
  const clicked = await page.evaluate(() => new Promise((resolve) => {
    const before = document.getElementById("request-body").value.length;
    const button = [...document.querySelectorAll('[data-pointer="/nodepools"] button')].find((own) => own.textContent.startsWith("Add item"));
    const start = performance.now();
    button.click();
    const done = performance.now() - start;
    requestAnimationFrame(() => requestAnimationFrame(() => resolve({ done, painted: performance.now() - start, name: button.textContent, changed: document.getElementById("request-body").value.length !== before })));
  }));
  console.log(`a click on ${JSON.stringify(clicked.name)} in the form: ${clicked.done.toFixed(0)} ms, painted after ${clicked.painted.toFixed(0)} ms${clicked.changed ? "" : " (which changed nothing)"}`);

  const line = JSON.stringify(JSON.parse(most.text));
  for (const [name, text] of [[most.name, most.text], [`${most.name} on one line`, line]]) {
    const { longest, checked } = await put(page, text);
    console.log(`${name} pasted: painted findings after ${checked.toFixed(0)} ms, the longest task ${longest.toFixed(0)} ms`);
  }
  await row(`${most.name}, one line`, line);

  const some = cases.at(-2);
  await put(page, some.text);
  await page.keyboard.press("Control+End");
  const before = await memory(page);
  for (let edit = 0; edit < 100; edit++) await page.keyboard.press(key(edit));
  const after = await memory(page);
  console.log(`memory with ${some.name}: ${(before / 2 ** 20).toFixed(1)} MB, after 100 edits ${(after / 2 ** 20).toFixed(1)} MB (${(after / before).toFixed(2)}x)`);
} finally {
  await browser.close();
  await site.close();
}
