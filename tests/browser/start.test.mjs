// The page starts under its own policy; and where it cannot start, it says so instead of staying blank.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bodyText, clean, open, recorded } from "./harness.mjs";

const site = await open();

test("the app starts under the page's policy, each file is fetched once and nothing leaves the origin", async () => {
  const page = await site.newPage();
  const response = await page.goto(site.url);
  assert.match(response.headers()["content-security-policy"], /^default-src 'none'; .*; frame-ancestors 'none'$/);
  await page.getByRole("heading", { name: "Clusterwright" }).first().waitFor();
  assert.equal(await page.locator(".skeleton").count(), 0);
  assert.equal(await page.locator("#failure").isVisible(), false);
  await page.waitForLoadState("networkidle");
  clean(page);
  const paths = site.log.map((entry) => entry.path);
  assert.deepEqual(paths, [...new Set(paths)]);
});

test("a program that was changed on its way does not run, and the page says so in both languages", async () => {
  const url = await site.serveChanged(({ find, read, write }) => {
    const name = find(/^page_bg-.*\.wasm$/);
    const bytes = read(name);
    bytes[bytes.length - 1] ^= 1;
    write(name, bytes);
  });
  await failsWith(url, /did not arrive, or is not the one/);
});

test("a script that was changed on its way does not run either", async () => {
  const url = await site.serveChanged(({ find, read, write }) => {
    const name = find(/^page-.*\.js$/);
    write(name, `${read(name)}\n// changed`);
  });
  await failsWith(url, /did not arrive, or is not the one/);
});

test("what is typed before the checks arrive stays, with focus and caret, and is checked as soon as they are there", async () => {
  const page = await site.newPage();
  let release;
  const held = new Promise((done) => (release = done));
  await page.route(/\/core-[^/]*\.wasm$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(site.url);
  await page.getByText("The checks are loading").first().waitFor();
  const area = page.getByRole("textbox", { name: "Request body" });
  await area.click();
  await page.keyboard.type('{"kind": "Cluster" "spec": {}}');
  await page.keyboard.press("Home");
  for (let presses = 0; presses < 18; presses += 1) await page.keyboard.press("ArrowRight");
  // The rest of the first part works meanwhile.
  await page.getByRole("tab", { name: "Network plan" }).click();
  await page.getByRole("tab", { name: "Body" }).click();
  await area.focus();
  assert.equal(await page.getByRole("form", { name: "Cluster fields" }).count(), 0);
  release();
  await page.getByRole("list", { name: "Problems" }).getByText("a comma is missing here").first().waitFor();
  await page.getByRole("form", { name: "Cluster fields" }).waitFor();
  await page.keyboard.type(",");
  assert.equal(await bodyText(page), '{"kind": "Cluster", "spec": {}}');
  assert.equal(await page.evaluate(() => document.activeElement.id), "request-body");
  clean(page);
});

test("checks that were changed on their way do not run; the page says so, keeps the text, and takes them when they are right", async () => {
  for (const [locale, lost, again] of [
    ["en-US", "The checks could not be loaded", "Try again"],
    ["zh-CN", "检查程序未能加载", "重试"],
  ]) {
    let mend;
    const url = await site.serveChanged(({ find, read, write }) => {
      const name = find(/^core-.*\.wasm$/);
      const right = read(name);
      const wrong = Buffer.from(right);
      wrong[wrong.length - 1] ^= 1;
      write(name, wrong);
      mend = () => write(name, right);
    });
    const page = await site.newPage({ locale });
    await page.goto(url);
    const area = page.locator("#request-body");
    await area.fill("{} {}"); // the code editor comes after the checks
    await page.getByRole("status").filter({ hasText: lost }).waitFor();
    await page.getByRole("button", { name: again }).click();
    await page.getByRole("button", { name: again }).waitFor();
    assert.equal(await area.inputValue(), "{} {}");
    assert.equal(await page.locator("#failure").isVisible(), false);
    mend();
    await page.getByRole("button", { name: again }).click();
    await page.locator("#problem-list").getByText("1:4").first().waitFor();
    assert.equal(await bodyText(page), "{} {}");
    assert.equal(await page.evaluate(() => document.activeElement.id), "request-body");
    assert.deepEqual(recorded(page).errors, []);
  }
});

test("where a policy forbids WebAssembly, the page says so", async () => {
  const url = await site.serveChanged(({ read, write }) => write("index.html", String(read("index.html")).replace(" 'wasm-unsafe-eval'", "")));
  await failsWith(url, /WebAssembly is not allowed here/);
});

test("where even the boot script is missing, the page says so after a while", async () => {
  const url = await site.serveChanged(({ find, remove }) => remove(find(/^boot-.*\.js$/)));
  const page = await site.newPage();
  await page.goto(url);
  const text = page.getByText("Still loading");
  assert.equal(await text.isVisible(), false);
  await page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
  await text.waitFor();
});

test("without JavaScript the page says that it needs it", async () => {
  const page = await site.newPage({ javaScriptEnabled: false });
  await page.goto(site.url);
  await page.getByRole("heading", { name: "Clusterwright needs JavaScript" }).waitFor();
  await page.getByRole("heading", { name: "Clusterwright 需要 JavaScript" }).waitFor();
});

async function failsWith(url, reason) {
  const page = await site.newPage();
  await page.goto(url);
  const alert = page.getByRole("alert");
  await alert.getByRole("heading", { name: "Clusterwright could not start" }).waitFor();
  await alert.getByRole("heading", { name: "Clusterwright 无法启动" }).waitFor();
  assert.match(await alert.innerText(), reason);
  assert.equal(await page.locator("#app").isVisible(), false);
  assert.deepEqual(recorded(page).errors, []);
}
