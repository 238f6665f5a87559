// The page starts under its own policy; and where it cannot start, it says so instead of staying blank.

import assert from "node:assert/strict";
import { test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { bodyText, clean, editorReady, open, recorded } from "./harness.mjs";

const site = await open();

test("the app starts under the page's policy, each file is fetched once and nothing leaves the origin", async () => {
  const page = await site.newPage();
  const response = await page.goto(site.url);
  assert.match(response.headers()["content-security-policy"], /^default-src 'none'; .*; frame-ancestors 'none'$/);
  await page.getByRole("heading", { name: "Clusterwright" }).first().waitFor();
  assert.equal(await page.locator(".before").count(), 0);
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

/** A promise that is kept by `release()`; until then files that match `pattern` do not come. */
async function hold(page, pattern) {
  let release;
  const held = new Promise((done) => (release = done));
  await page.route(pattern, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

test("what is typed before the program arrives stays, with focus and caret, and is checked", async () => {
  for (const [locale, name] of [["en-US", "Request body"], ["zh-CN", "请求体"]]) {
    const page = await site.newPage({ locale, bypassCSP: true });
    const release = await hold(page, /\/page_bg-[^/]*\.wasm$/);
    await page.goto(site.url);
    const area = page.getByRole("textbox", { name });
    assert.equal(await page.locator("html").getAttribute("lang"), locale === "zh-CN" ? "zh-CN" : "en");
    const { violations } = await new AxeBuilder({ page }).analyze();
    assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), []);
    await area.click();
    await page.keyboard.type('{"kind": "Cluster" "spec": {}}');
    for (let presses = 0; presses < 12; presses += 1) await page.keyboard.press("ArrowLeft");
    assert.equal(await page.locator("#edition").count(), 0);
    release();
    await page.locator("#edition").waitFor();
    await page.keyboard.type(",");
    await page.locator("#problem-panel[data-state=error], #problem-panel[data-state=warning]").first().waitFor();
    assert.equal(await bodyText(page), '{"kind": "Cluster", "spec": {}}');
    assert.equal(await page.evaluate(() => document.activeElement.id), "request-body");
    assert.deepEqual(recorded(page).errors, []);
  }
});

test("the page waits for characters that are being composed before the program arrives", async () => {
  const page = await site.newPage();
  const release = await hold(page, /\/page_bg-[^/]*\.wasm$/);
  await page.goto(site.url);
  await page.locator("#request-body").click();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Input.imeSetComposition", { text: "ni", selectionStart: 2, selectionEnd: 2 });
  await page.locator("[data-composing]").waitFor();
  const arrived = page.waitForResponse(/\/page_bg-/);
  release();
  await (await arrived).finished();
  // Two tasks that the app would have used to put itself there.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  assert.equal(await page.locator("#edition").count(), 0);
  await devtools.send("Input.insertText", { text: "你" });
  await page.locator("#edition").waitFor();
  assert.equal(await bodyText(page), "你");
  clean(page);
});

test("nothing moves the reader away from the top while the page arrives, also on a phone", async () => {
  const page = await site.newPage({ viewport: { width: 390, height: 800 } });
  await page.goto(site.url);
  await editorReady(page);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  assert.equal(await page.evaluate(() => scrollY), 0);
});

test("what was typed stays to be copied where the program does not come", async () => {
  const page = await site.newPage();
  const release = await hold(page, /\/page_bg-[^/]*\.wasm$/);
  await page.goto(await site.serveChanged(({ find, write }) => write(find(/^page_bg-.*\.wasm$/), "changed")));
  await page.locator("#request-body").fill("{}");
  release();
  const alert = page.getByRole("alert");
  await alert.getByText("What you typed is still below").waitFor();
  await alert.getByText("您输入的内容仍保留在下方").waitFor();
  assert.equal(await page.locator("#request-body").inputValue(), "{}");
  assert.equal(await page.locator("#request-body").isVisible(), true);
});

test("what is typed before the checks arrive stays, with focus and caret, and is checked as soon as they are there", async () => {
  const page = await site.newPage();
  const release = await hold(page, /\/checks-[^/]*\.wasm$/);
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
      const name = find(/^checks-(?!entry).*\.wasm$/);
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

test("what comes after the checks can be lost and had again, and says so where it would be", async () => {
  for (const [part, place, there] of [
    ["form", ".form-pane", (page) => page.getByRole("form", { name: "Cluster fields" })],
    ["more-entry", "#panel-request", (page) => page.locator("#curl-command")],
  ]) {
    let mend;
    const url = await site.serveChanged(({ find, read, write }) => {
      const name = find(new RegExp(`^${part}-[0-9a-f]+\\.wasm$`));
      const right = read(name);
      write(name, Buffer.concat([right, Buffer.from([0])]));
      mend = () => write(name, right);
    });
    const page = await site.newPage();
    await page.goto(url);
    await page.locator("#request-body").fill('{"kind": "Cluster" "spec": {}}');
    await page.getByRole("list", { name: "Problems" }).getByText("a comma is missing here").first().waitFor();
    if (part !== "form") await page.getByRole("tab", { name: "Request" }).click();
    const again = page.locator(place).getByRole("button", { name: "Try again" });
    await page.locator(place).getByText("This could not be loaded").waitFor();
    mend();
    await again.click();
    await there(page).waitFor();
    assert.equal(await again.count(), 0);
    assert.equal(await bodyText(page), '{"kind": "Cluster" "spec": {}}');
    assert.deepEqual(recorded(page).errors, []);
  }
});

test("what is asked of a problem before the part comes that it takes is done when it comes", async () => {
  const page = await site.newPage({ viewport: { width: 1440, height: 900 } });
  const release = await hold(page, /\/form-[^/]*\.wasm$/);
  await page.goto(site.url);
  await page.locator("#request-body").fill('{"kind": "Cluster", "apiVersion": "v3", "metadata": {"name": "a"},}');
  const item = (words) => page.locator(".problems-list > ul > li").filter({ has: page.getByText(words) });
  const spec = item(/^spec .* is required/);
  await spec.getByRole("button", { name: "Why" }).click();
  await spec.getByText("Loading…").waitFor();
  await page.getByRole("button", { name: "Fix all" }).click();
  assert.match(await bodyText(page), /,\}$/);
  release();
  await page.waitForFunction(() => /"a"\}\}?$/.test(document.getElementById("request-body").value));
  await spec.locator(".table").getByText("/spec").waitFor();
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
