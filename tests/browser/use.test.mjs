// The page in use: what comes with a key, and how bodies of megabytes are typed into, changed by the form and kept.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bodyText, clean, editorReady, open, pools, setBody } from "./harness.mjs";

const site = await open();

async function start() {
  const page = await site.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(site.url);
  await editorReady(page);
  await page.getByRole("combobox", { name: "API edition" }).selectOption("ack-dedicated");
  return page;
}

const caretBehind = (page, text) => page.evaluate((text) => {
  const own = document.getElementById("request-body");
  const at = own.value.indexOf(text) + text.length;
  own.focus();
  own.setSelectionRange(at, at);
  return at;
}, text);
const caret = (page) => page.evaluate(() => document.getElementById("request-body").selectionStart);
const counts = (page, words) => page.waitForFunction((words) => new RegExp(words).test(document.getElementById("problem-counts").textContent), words);
const textIs = (page, text) => page.waitForFunction((text) => document.getElementById("request-body").value === text, text);
const size = (page) => page.locator(".panel.body .toolbar .muted").first().textContent();

test("a small body's findings are in the picture that shows the key", async () => {
  const page = await start();
  await setBody(page, '{\n  "cluster_type": "Kubernetes",\n  "name": "a"\n}\n');
  await counts(page, "^5 errors");
  await caretBehind(page, '"name": ');
  const before = await page.locator("#problem-counts").textContent();
  // A message that is sent from a frame's callback comes when that has been drawn.
  await page.evaluate(() => {
    window.drawn = new Promise((resolve) => addEventListener("beforeinput", () => requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(document.getElementById("problem-counts").textContent);
      port2.postMessage(0);
    }), { capture: true, once: true }));
  });
  await page.keyboard.type("x");
  assert.notEqual(await page.evaluate(() => window.drawn), before);
  clean(page);
});

test("a key in a body of 3 MB changes what it changes: caret, lines, findings and undo follow", async () => {
  const page = await start();
  const text = pools(6_000);
  assert.ok(text.length > 2_500_000);
  await setBody(page, text);
  await page.locator('[data-pointer="/nodepools/0"]').waitFor({ state: "attached" });
  const clear = await page.locator("#problem-counts").textContent();
  const at = await caretBehind(page, '"name": "np-3000"');
  await page.keyboard.type("\n\n:");
  await page.waitForFunction((before) => document.getElementById("problem-counts").textContent !== before, clear);
  const typed = await bodyText(page);
  assert.equal(typed.slice(0, at) + typed.slice(await caret(page)), text);
  assert.match(typed.slice(at, await caret(page)), /^\n\n +:$/);
  assert.match(await size(page), new RegExp(`^${text.split("\n").length + 2} lines`));
  for (let step = 0; step < 5 && (await bodyText(page)) !== text; step += 1) await page.keyboard.press("ControlOrMeta+z");
  assert.equal(await bodyText(page), text);
  assert.match(await size(page), new RegExp(`^${text.split("\n").length} lines`));
  await page.waitForFunction((before) => document.getElementById("problem-counts").textContent === before, clear);
  clean(page);
});

test("the form changes a big body as it is at that moment, also while that is being checked", async () => {
  const page = await start();
  const text = pools(6_000);
  await setBody(page, text);
  await page.locator('[data-pointer="/nodepools/0"]').waitFor({ state: "attached" });
  const renamed = text.replace('"name": "big"', '"name": "biggest"');
  for (const frames of [0, 1, 2]) {
    await setBody(page, text);
    // The new item was led to.
    await page.locator(".form-pane").evaluate((own) => { own.scrollTop = 0; });
    await page.locator('[data-pointer="/nodepools"]').getByRole("button", { name: /^Add item/ }).waitFor();
    await page.evaluate(async ({ renamed, frames }) => {
      document.getElementById("request-body").value = renamed;
      for (let at = 0; at < frames; at += 1) await new Promise(requestAnimationFrame);
      [...document.querySelectorAll('[data-pointer="/nodepools"] button')].find((own) => own.textContent.startsWith("Add item")).click();
    }, { renamed, frames });
    await page.waitForFunction((length) => document.getElementById("request-body").value.length > length, renamed.length);
    const body = JSON.parse(await bodyText(page));
    assert.deepEqual([body.name, body.nodepools.length], ["biggest", 6_001], `after ${frames} frames`);
  }
  clean(page);
});

test("a bracket's partner is shown, but not looked for along a huge line", async () => {
  const page = await start();
  const partner = () => page.evaluate(() => document.getElementById("request-body").shadowRoot.querySelectorAll(".cm-matchingBracket").length);
  const short = '{ "name": "a" }';
  await setBody(page, short);
  await page.waitForFunction(() => document.getElementById("request-body").shadowRoot.querySelectorAll(".cm-matchingBracket").length === 2);
  const long = `{ "name": "${"a".repeat(30_000)}", "x": {} }`;
  await setBody(page, long);
  await textIs(page, long);
  await caretBehind(page, "{}");
  assert.equal(await partner(), 0);
  await setBody(page, `${long}\n{}`);
  await page.waitForFunction(() => document.getElementById("request-body").shadowRoot.querySelectorAll(".cm-matchingBracket").length === 2);
  clean(page);
});

test("a body over a megabyte is kept as no draft, which is said once; a smaller one is kept again", async () => {
  const page = await start();
  const drafts = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("draft:")).length);
  const notice = page.getByText("The text is too large to be kept as a draft: a reload would lose it.");
  const kept = () => page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith("draft:")));
  await setBody(page, pools(1));
  await kept();
  const large = pools(2_500);
  assert.ok(large.length > 1 << 20 && large.length < 1.5 * (1 << 20));
  await setBody(page, large);
  await notice.waitFor();
  assert.equal(await drafts(), 0);
  await page.getByRole("button", { name: "Dismiss" }).click();
  await notice.waitFor({ state: "detached" });
  await caretBehind(page, '"name": "big');
  await page.keyboard.type("ger");
  await setBody(page, pools(2));
  await kept();
  assert.equal(await notice.count(), 0);
  clean(page);
});
