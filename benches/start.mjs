// Measures how soon the page takes input, against the smallest Leptos page in the same run: `node benches/start.mjs FOLDER-OF-THE-BARE-PAGE`.
//
// "Takes input": the text box is on the screen, and what is put into it at that moment stays: it is a broken body, and the page shows it to
// the end. "Stands": the choice of editions is there. "First finding": the body's problems are listed. Plain, and with a processor four
// times slower on a slow 4G line (1.6 Mbit/s, 150 ms).

import { fileURLToPath } from "node:url";
import { launch, median, serveCompressed } from "./chromium.mjs";

const ROUNDS = 9;
const BROKEN = '{"kind": "Cluster" "apiVersion": "v3"}';
const SLOW = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 };

const browser = await launch();
const ours = await serveCompressed(fileURLToPath(new URL("../dist", import.meta.url)));
const bare = await serveCompressed(process.argv[2]);

/** Milliseconds from the navigation until the page takes input, stands, and has found something (the bare page never does these). */
async function once(url, slow, finds) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.setCacheDisabled", { cacheDisabled: true });
  if (slow) {
    await devtools.send("Network.emulateNetworkConditions", SLOW);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  }
  await page.addInitScript(({ finds, broken }) => {
    window.reached = {};
    const deep = (root) => {
      for (const element of root.querySelectorAll("textarea, [role=textbox]")) if (element.checkVisibility({ visibilityProperty: true }) && element.clientHeight > 0) return element;
      return null;
    };
    const look = () => {
      const box = deep(document);
      if (box && !window.reached.input) {
        window.reached.input = performance.now();
        box.value = broken;
        box.dispatchEvent(new Event("input", { bubbles: true }));
      }
      if (!window.reached.stands && document.querySelector("#edition")) window.reached.stands = performance.now();
      if (!window.reached.found && document.querySelector("[role=list][aria-label] li, #problem-panel li")) window.reached.found = performance.now();
      if (!window.reached.input || (finds && !window.reached.found)) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, { finds, broken: BROKEN });
  await page.goto(url);
  await page.waitForFunction((finds) => window.reached.input && (!finds || window.reached.found), finds, { timeout: 60_000 });
  const reached = await page.evaluate(() => window.reached);
  const kept = await page.evaluate(() => document.querySelector("#request-body, textarea").value);
  if (kept !== BROKEN) throw new Error(`What was put into the text box did not stay, but became ${kept}`);
  await context.close();
  return reached;
}

console.log("milliseconds from navigation, medians");
const HEADS = ["bare Leptos", "takes input", "ratio", "stands", "first finding"];
console.log("".padEnd(34) + HEADS.map((head) => head.padStart(15)).join(""));
for (const [name, slow] of [["plain", false], ["4x slower processor, slow 4G", true]]) {
  const [base, own] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    base.push(await once(bare.url, slow, false));
    own.push(await once(ours.url, slow, true));
  }
  const [bareInput, input] = [median(base.map((one) => one.input)), median(own.map((one) => one.input))];
  const [stands, found] = ["stands", "found"].map((moment) => median(own.map((one) => one[moment])).toFixed(0));
  const cells = [bareInput.toFixed(0), input.toFixed(0), `${(input / bareInput).toFixed(2)}x`, stands, found];
  console.log(name.padEnd(34) + cells.map((cell) => cell.padStart(15)).join(""));
}
console.log("first usable input, slow: at most 1.3x of the bare Leptos page");

await browser.close();
await ours.close();
await bare.close();
