// Measures how soon the page takes input, against the smallest Leptos page in the same run: `node benches/start.mjs FOLDER-OF-THE-BARE-PAGE`.
//
// "Takes input": the text box named "Request body" is in the document and a character typed into it stays. "First finding": a broken body
// set at that moment has its problems listed. Plain, and with a processor four times slower on a slow 4G line (1.6 Mbit/s, 150 ms).

import { fileURLToPath } from "node:url";
import { launch, median, serveCompressed } from "./chromium.mjs";

const ROUNDS = 9;
const SLOW = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 };

const browser = await launch();
const ours = await serveCompressed(fileURLToPath(new URL("../dist", import.meta.url)));
const bare = await serveCompressed(process.argv[2]);

/** Milliseconds from the navigation until the page takes input, and until it has found something (the bare page never does). */
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
  await page.addInitScript((finds) => {
    window.reached = {};
    const deep = (root) => {
      for (const element of root.querySelectorAll("textarea, [role=textbox]")) if (!element.closest("[hidden]")) return element;
      return null;
    };
    const look = () => {
      const box = deep(document);
      if (box && !window.reached.input) {
        window.reached.input = performance.now();
        if (finds) {
          box.value = '{"kind": "Cluster" "apiVersion": "v3"}';
          box.dispatchEvent(new Event("input", { bubbles: true }));
        }
      }
      if (!window.reached.found && document.querySelector("[role=list][aria-label] li, #problem-panel li")) window.reached.found = performance.now();
      if (!window.reached.input || (finds && !window.reached.found)) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, finds);
  await page.goto(url);
  await page.waitForFunction((finds) => window.reached.input && (!finds || window.reached.found), finds, { timeout: 60_000 });
  const { input, found } = await page.evaluate(() => window.reached);
  await context.close();
  return { input, found };
}

console.log("milliseconds from navigation, medians");
console.log("".padEnd(34) + ["bare Leptos", "takes input", "ratio", "first finding"].map((head) => head.padStart(15)).join(""));
for (const [name, slow] of [["plain", false], ["4x slower processor, slow 4G", true]]) {
  const [base, own] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    base.push(await once(bare.url, slow, false));
    own.push(await once(ours.url, slow, true));
  }
  const [bareInput, input, found] = [median(base.map((one) => one.input)), median(own.map((one) => one.input)), median(own.map((one) => one.found))];
  console.log(name.padEnd(34) + [bareInput.toFixed(0), input.toFixed(0), `${(input / bareInput).toFixed(2)}x`, found.toFixed(0)].map((cell) => cell.padStart(15)).join(""));
}
console.log("first usable input, slow: at most 1.3x of the bare Leptos page");

await browser.close();
await ours.close();
await bare.close();
