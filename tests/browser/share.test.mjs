// What leaves the page and comes back: links, files, drafts. Every link is opened in a context of its own, as by another person.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { deflateRawSync, deflateSync, inflateRawSync } from "node:zlib";
import { AxeBuilder } from "@axe-core/playwright";
import { bodyText, clean, editorReady, open, setBody } from "./harness.mjs";

const site = await open();
const WIDE = { width: 1440, height: 900 };
const fixture = (name) => readFileSync(new URL(`../share/${name}`, import.meta.url), "utf8");
const SECRET = "Canary7Hidden";
const WITH_SECRET = `{\n  // 我的集群\n  "name": "mine",\n  "login_password": "${SECRET}",\n  "worker_instance_types": ["ecs.g6.large"]\n}\n`;

/** Opens an address and waits until the page works. */
async function start(fragment = "", options = {}) {
  const page = await site.newPage({ viewport: WIDE, permissions: ["clipboard-read", "clipboard-write"], ...options });
  await visit(page, fragment);
  return page;
}

async function visit(page, fragment = "") {
  await page.goto(site.url + fragment);
  await page.getByRole("heading", { name: "Clusterwright" }).first().waitFor();
  // Also where the link opens another view.
  await page.locator("body-editor#request-body").waitFor({ state: "attached" });
}

const notice = (page) => page.locator(".notice");
const panel = (page) => page.getByRole("dialog", { name: "Share" });
const has = (page, wanted) => page.waitForFunction((wanted) => document.getElementById("request-body")?.value === wanted, wanted);
const drafts = (page) =>
  page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.startsWith("draft:")).map(([key, value]) => ({ key, value })));

/** Waits until the browser keeps a draft that has `part` in it. */
const kept = (page, part) =>
  page.waitForFunction((part) => Object.entries(localStorage).some(([key, value]) => key.startsWith("draft:") && value.includes(part)), part);

/** Opens the panel and gives the link. */
async function link(page) {
  await page.getByRole("button", { name: "Share" }).click();
  await panel(page).getByRole("textbox", { name: "Link" }).waitFor();
  return panel(page).getByRole("textbox", { name: "Link" }).inputValue();
}

const inflated = (link) => inflateRawSync(Buffer.from(new URLSearchParams(new URL(link).hash.slice(1)).get("body"), "base64url")).toString();

test("a link brings everything: text with comments and Chinese, edition, inputs, view, language, colours", async () => {
  const page = await start();
  const mine = fixture("v1-body.txt");
  await setBody(page, mine);
  await page.getByRole("combobox", { name: "API edition" }).selectOption("cce-otc");
  await page.getByRole("tab", { name: "Network plan" }).click();
  await page.getByRole("textbox", { name: "Ranges of the VPC" }).fill("10.0.0.0/16");
  await page.getByRole("textbox", { name: "Subnets of the VPC" }).fill("10.0.1.0/24");
  await page.getByRole("textbox", { name: "Ranges in use elsewhere" }).fill("10.8.0.0/16, 192.168.0.0/24");
  await page.getByRole("button", { name: "Theme" }).click();
  await page.getByRole("combobox", { name: "Language" }).selectOption("zh-CN");
  await page.getByRole("button", { name: "分享" }).click();
  const dialog = page.getByRole("dialog", { name: "分享" });
  const made = await dialog.getByRole("textbox", { name: "链接" }).inputValue();
  assert.ok(made.startsWith(`${site.url}#v=1&api=cce-otc&lang=zh-CN&theme=light&tab=plan&vpc=10.0.0.0/16&subnets=10.0.1.0/24&taken=10.8.0.0/16,192.168.0.0/24&body=`), made);
  assert.equal(inflated(made), mine);
  await dialog.getByRole("button", { name: "复制链接" }).click();
  await page.getByRole("status").getByText("链接已复制").waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), made);

  const other = await start(new URL(made).hash, { colorScheme: "dark" });
  await has(other, mine);
  assert.equal(await other.locator("#edition").inputValue(), "cce-otc");
  assert.equal(await other.locator("#tab-plan").getAttribute("aria-selected"), "true");
  assert.equal(await other.getByRole("textbox", { name: "VPC 网段" }).inputValue(), "10.0.0.0/16");
  assert.equal(await other.getByRole("textbox", { name: "VPC 的子网" }).inputValue(), "10.0.1.0/24");
  assert.equal(await other.getByRole("textbox", { name: "其他已用网段" }).inputValue(), "10.8.0.0/16, 192.168.0.0/24");
  assert.equal(await other.evaluate(() => document.documentElement.lang), "zh-CN");
  assert.equal(await other.evaluate(() => document.documentElement.dataset.theme), "light");
  // A link that was taken over no longer stands in the address, and is no choice for the next visit.
  assert.equal(other.url(), site.url);
  assert.deepEqual(await other.evaluate(() => [localStorage.getItem("locale"), localStorage.getItem("theme")]), [null, null]);
  clean(page);
  clean(other);
});

test("secrets stay here; what was left out is shown, never its value", async () => {
  const page = await start();
  await page.getByRole("combobox", { name: "API edition" }).selectOption("ack-dedicated");
  await setBody(page, WITH_SECRET);
  const made = await link(page);
  assert.match(await panel(page).innerText(), /Left out of the link and the file[^]*the value of \/login_password/);
  assert.match(await panel(page).innerText(), /0\.\d KB/);
  assert.doesNotMatch(await panel(page).innerText(), new RegExp(SECRET));
  const sent = inflated(made);
  assert.doesNotMatch(sent, new RegExp(SECRET));
  assert.match(JSON.parse(sent.replace(/\/\/.*/, "")).login_password, /^<.*>$/);
  const download = page.waitForEvent("download");
  await panel(page).getByRole("button", { name: "Save file" }).click();
  const file = await download;
  assert.equal(file.suggestedFilename(), "ack-dedicated.clusterwright.json");
  const saved = readFileSync(await file.path(), "utf8");
  assert.equal(JSON.parse(saved).body, sent);
  await kept(page, "login_password");
  for (const { value } of await drafts(page)) assert.doesNotMatch(value, new RegExp(SECRET));
  // The text itself keeps it.
  assert.equal(await bodyText(page), WITH_SECRET);
  clean(page);
});

test("the panel: by keyboard, closed by Escape with the focus back, small texts without advice", async () => {
  const page = await start();
  const share = page.getByRole("button", { name: "Share" });
  await share.focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.id === "copy-link");
  assert.equal(await panel(page).getByRole("textbox", { name: "Link" }).getAttribute("readonly"), "");
  assert.equal(await panel(page).getByText("cut a link").count(), 0);
  // Not modal: the rest of the page is there.
  assert.equal(await page.getByRole("combobox", { name: "Preset" }).isVisible(), true);
  await page.keyboard.press("Escape");
  await panel(page).waitFor({ state: "hidden" });
  assert.equal(await share.evaluate((button) => button === document.activeElement), true);
  await share.click();
  await panel(page).getByRole("button", { name: "Close" }).click();
  await panel(page).waitFor({ state: "hidden" });
  assert.equal(await share.evaluate((button) => button === document.activeElement), true);
  clean(page);
});

test("past 8 KB a file is advised; dropped onto the text it brings everything back", async () => {
  const page = await start();
  await page.getByRole("combobox", { name: "API edition" }).selectOption("ack-dedicated");
  // Digits that no compression makes small.
  let state = 7;
  const noise = Array.from({ length: 2200 }, () => (state = (state * 48271) % 2147483647).toString(36)).join(" ");
  const large = `{\n  "name": "large",\n  "user_data_note": "${noise}"\n}`;
  await setBody(page, large);
  const made = await link(page);
  assert.ok(made.length > 8192, `${made.length}`);
  await panel(page).getByText("cut a link of more than 8 KB short").waitFor();
  const shown = (await panel(page).locator(".size").innerText()).split(" ");
  assert.ok(Math.abs(Number(shown[0]) - made.length / 1024) <= 0.1 && shown[1] === "KB", shown.join(" "));
  const download = page.waitForEvent("download");
  await panel(page).getByRole("button", { name: "Save file" }).click();
  const file = readFileSync(await (await download).path(), "utf8");

  const other = await start();
  await setBody(other, '{"name": "my own"}');
  const drop = (content) =>
    other.evaluate((content) => {
      const data = new DataTransfer();
      data.items.add(new File([content], "a.clusterwright.json"));
      document.getElementById("request-body").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    }, content);
  await drop(file);
  await has(other, large);
  assert.equal(await other.locator("#edition").inputValue(), "ack-dedicated");
  await notice(other).getByText("Opened from a file.").waitFor();
  await notice(other).getByRole("button", { name: "Put back" }).click();
  await has(other, '{"name": "my own"}');
  assert.equal(await other.locator("#edition").inputValue(), "", "the edition is as it was, too");
  await drop(fixture("v1.clusterwright.json"));
  await other.waitForFunction((wanted) => document.getElementById("request-body").value === wanted, fixture("v1-body.txt"));
  clean(page);
  clean(other);
});

test("links of version 1 open for ever, also as zlib wraps them and with an edition alone", async () => {
  for (const name of ["v1-full.txt", "v1-zlib.txt"]) {
    const page = await start(`#${fixture(name).trim()}`);
    await has(page, fixture("v1-body.txt"));
    assert.equal(await page.locator("#edition").inputValue(), "cce-otc");
    if (name === "v1-full.txt") assert.equal(await page.getByRole("textbox", { name: "VPC 网段" }).inputValue(), "10.0.0.0/16, 10.1.0.0/16");
    clean(page);
  }
  const page = await start(`#${fixture("v1-edition.txt").trim()}`);
  await page.waitForFunction(() => document.getElementById("edition").value === "ack-managed");
  assert.equal(await bodyText(page), "");
  assert.equal(await page.evaluate(() => document.documentElement.lang), "zh-CN");
  clean(page);
});

test("a later version's link opens as far as it is understood, and says so", async () => {
  const wrapped = deflateSync("{ }").toString("base64url");
  const page = await start(`#v=9&api=cce-otc&tab=diagram&depth=3&body=${wrapped}`);
  await has(page, "{ }");
  const words = await notice(page).innerText();
  assert.match(words, /Not understood in it: tab\./);
  assert.match(words, /later version/);
  clean(page);
});

test("a damaged link says so, and the page works", async () => {
  const whole = deflateRawSync(fixture("v1-body.txt")).toString("base64url");
  const bomb = deflateRawSync(Buffer.alloc(9 << 20, " ")).toString("base64url");
  for (const [broken, said] of [
    [whole.slice(0, 60), /damaged/],
    [`${whole.slice(0, 40)}!!!`, /damaged/],
    ["", /damaged/],
    ["AAAA", /damaged/],
    [deflateRawSync(Buffer.from([0xff, 0xfe, 0xfd])).toString("base64url"), /damaged/],
    [bomb, /larger than 8 MiB/],
  ]) {
    const page = await start(`#api=cce-otc&body=${broken}`);
    await page.waitForFunction(([source]) => new RegExp(source).test(document.querySelector(".notice").textContent), [said.source]);
    assert.equal(await bodyText(page), "");
    assert.equal(await page.locator("#edition").inputValue(), "cce-otc");
    await setBody(page, "{}");
    await page.waitForFunction(() => /error/.test(document.getElementById("problem-counts").textContent));
    clean(page);
  }
});

test("a link does not destroy a text of one's own, on arrival nor when followed on the page", async () => {
  const page = await start();
  const own = '{"name": "my own text"}';
  await setBody(page, own);
  await page.getByRole("combobox", { name: "API edition" }).selectOption("ack-managed");
  await page.evaluate((hash) => { location.hash = hash; }, fixture("v1-full.txt").trim());
  await has(page, fixture("v1-body.txt"));
  assert.equal(await page.locator("#edition").inputValue(), "cce-otc");
  assert.equal(page.url(), site.url);
  // Also kept as a draft of its own, should the page be closed now.
  assert.ok((await drafts(page)).some(({ value }) => value.includes("my own text")));
  // The link was in Chinese.
  await notice(page).getByRole("button", { name: "还原" }).click();
  await has(page, own);
  assert.equal(await page.locator("#edition").inputValue(), "ack-managed");
  clean(page);

  // A link in the address wins over a draft, and does not take its place.
  await kept(page, "my own text");
  await page.goto("about:blank");
  await visit(page, `#${fixture("v1-zlib.txt").trim()}`);
  await has(page, fixture("v1-body.txt"));
  await kept(page, "my-cluster");
  assert.ok((await drafts(page)).some(({ value }) => value.includes("my own text")));
});

test("a draft is kept after a pause and restored after a reload, with its inputs and without secrets", async () => {
  const page = await start();
  await page.getByRole("combobox", { name: "API edition" }).selectOption("ack-dedicated");
  await page.getByRole("tab", { name: "Network plan" }).click();
  await page.getByRole("textbox", { name: "Ranges of the VPC" }).fill("10.0.0.0/16");
  await page.getByRole("tab", { name: "Body" }).click();
  await setBody(page, WITH_SECRET);
  await kept(page, "login_password");
  const before = await drafts(page);
  assert.equal(before.length, 1);
  assert.match(before[0].key, /^draft:\d+:ack-dedicated$/);
  assert.doesNotMatch(JSON.stringify(before), new RegExp(SECRET));
  await page.reload();
  await notice(page).getByText(/Your draft of \d\d:\d\d was restored; secrets were not kept\./).waitFor();
  assert.match(await bodyText(page), /我的集群[^]*"login_password": "<[^>]+>"/);
  assert.equal(await page.locator("#edition").inputValue(), "ack-dedicated");
  await page.getByRole("tab", { name: "Network plan" }).click();
  assert.equal(await page.getByRole("textbox", { name: "Ranges of the VPC" }).inputValue(), "10.0.0.0/16");
  // No second draft has come of it; discarded, it is gone for good.
  assert.equal((await drafts(page)).length, 1);
  await notice(page).getByRole("button", { name: "Put back" }).click();
  await has(page, "");
  await page.waitForFunction(() => !Object.keys(localStorage).some((key) => key.startsWith("draft:")));
  await page.reload();
  await editorReady(page);
  clean(page);
});

test("what the body told of its edition it tells again after a reload", async () => {
  const page = await start();
  const cce = '{"kind": "Cluster", "apiVersion": "v3", "metadata": {"name": "my-cluster"}, "spec": {"type": "VirtualMachine", "customSan": ["a.example"]}}';
  await setBody(page, cce);
  await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith("draft:")));
  const chosen = () => page.locator("#edition").evaluate((own) => own.selectedOptions[0].textContent);
  const told = await chosen();
  assert.match(told, /\(detected\)$/);
  await page.reload();
  await notice(page).getByText(/was restored/).waitFor();
  assert.equal(await chosen(), told);
  await setBody(page, '{"cluster_type": "ManagedKubernetes", "cluster_spec": "ack.pro.small", "name": "a", "vpcid": "vpc-1"}');
  await page.waitForFunction(() => /CreateCluster \(detected\)$/.test(document.getElementById("edition").selectedOptions[0].textContent));
  clean(page);
});

test("what was typed just before a reload is kept as well", async () => {
  const page = await start();
  // The reasons of its problems are there by then: a reload would cut their way short.
  await setBody(page, '{"name": "before"}');
  await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name, responseEnd }) => /help\/rules/.test(name) && responseEnd > 0));
  await setBody(page, '{"name": "at the last moment"}');
  await page.reload();
  await has(page, '{"name": "at the last moment"}');
  clean(page);
});

test("two tabs keep a draft each; a new one goes on with what no tab holds", async () => {
  const one = await start();
  await setBody(one, '{"name": "one"}');
  await kept(one, '\\"one\\"');
  const context = one.context();
  const two = await context.newPage();
  await two.goto(site.url);
  await editorReady(two);
  await setBody(two, '{"name": "two"}');
  await kept(two, '\\"two\\"');
  assert.equal((await drafts(one)).length, 2);
  await one.reload();
  await has(one, '{"name": "one"}');
  await two.reload();
  await has(two, '{"name": "two"}');
  await setBody(one, '{"name": "one more"}');
  await kept(one, "one more");
  const after = (await drafts(two)).map(({ value }) => JSON.parse(value.slice(value.indexOf("\n"))).body).sort();
  assert.deepEqual(after, ['{"name": "one more"}', '{"name": "two"}']);
  // As after a crash: the tab is gone, its draft is not.
  await two.close();
  const three = await context.newPage();
  await three.goto(site.url);
  await has(three, '{"name": "two"}');
  // All are listed and can be opened, with the way back.
  await three.getByRole("button", { name: "Share" }).click();
  const list = panel(three).getByRole("button", { name: /^Open the draft of \d\d:\d\d/ });
  await list.first().waitFor();
  assert.equal(await list.count(), 2);
  await list.filter({ visible: true }).first().click();
  await has(three, '{"name": "one more"}');
  await notice(three).getByRole("button", { name: "Put back" }).click();
  await has(three, '{"name": "two"}');
  clean(one);
});

test("all drafts are deleted at once, and it says how many", async () => {
  const page = await start();
  await setBody(page, '{"name": "kept"}');
  await kept(page, "kept");
  const other = await page.context().newPage();
  await other.goto(site.url);
  await editorReady(other);
  await setBody(other, '{"name": "too"}');
  await kept(other, "too");
  await page.getByRole("button", { name: "Share" }).click();
  await panel(page).getByRole("button", { name: "Delete all drafts" }).click();
  await page.getByRole("status").getByText("2 drafts deleted.").waitFor();
  assert.deepEqual(await drafts(page), []);
  await panel(page).getByText("None.").waitFor();
  // The text is still there; the draft comes back when it is worked on.
  assert.equal(await bodyText(page), '{"name": "kept"}');
  clean(page);
});

test("drafts are kept for each edition, ten at most", async () => {
  const page = await start();
  await page.evaluate(() => {
    for (let at = 0; at < 14; at += 1) localStorage.setItem(`draft:${at}:cce-otc`, `${1000 + at} 0\n{"clusterwright": 1, "body": "{${at}}"}`);
    localStorage.setItem("draft:broken", "x");
    localStorage.setItem("draft:1:cce-huawei", "no time");
  });
  await page.getByRole("combobox", { name: "API edition" }).selectOption("ack-managed");
  await setBody(page, '{"name": "managed"}');
  await kept(page, "managed");
  await page.getByRole("combobox", { name: "API edition" }).selectOption("ack-dedicated");
  await setBody(page, '{"name": "dedicated"}');
  await kept(page, "dedicated");
  const keys = (await drafts(page)).map(({ key }) => key).filter((key) => /^draft:\d+:(cce-otc|ack-)/.test(key));
  assert.equal(keys.length, 10);
  assert.equal(keys.filter((key) => /:ack-(managed|dedicated)$/.test(key)).length, 2);
  assert.ok(keys.includes("draft:13:cce-otc") && !keys.includes("draft:5:cce-otc"));
  // A link with an edition alone goes on with that edition's draft.
  await page.goto("about:blank");
  await visit(page, "#api=ack-managed");
  await has(page, '{"name": "managed"}');
  clean(page);
});

test("where storage is forbidden or full the page works", async () => {
  const page = await site.newPage({ viewport: WIDE });
  await page.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage"]) {
      Object.defineProperty(window, name, { get() { throw new DOMException("no", "SecurityError"); } });
    }
  });
  await visit(page);
  await setBody(page, '{"name": "a"}');
  assert.equal(inflated(await link(page)), '{"name": "a"}');
  await panel(page).getByText("None.").waitFor();
  clean(page);

  const full = await site.newPage({ viewport: WIDE });
  await full.addInitScript(() => {
    Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
  });
  await visit(full);
  await setBody(full, '{"name": "b"}');
  await full.getByRole("status").getByText("no room left").waitFor();
  // Once is enough.
  await notice(full).getByRole("button", { name: "Dismiss" }).click();
  await setBody(full, '{"name": "c"}');
  await full.getByRole("button", { name: "Share" }).click();
  await panel(full).getByRole("textbox", { name: "Link" }).waitFor();
  assert.equal(await notice(full).innerText(), "");
  clean(full);
});

test("without locks and without streams of its own the browser still keeps the tab's draft and makes a file", async () => {
  const page = await site.newPage({ viewport: WIDE });
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, "locks", { value: undefined });
    delete window.CompressionStream;
  });
  await visit(page);
  await setBody(page, '{"name": "old browser"}');
  await kept(page, "old browser");
  await page.reload();
  await has(page, '{"name": "old browser"}');
  await page.getByRole("button", { name: "Share" }).click();
  await panel(page).getByText("cannot make such links").waitFor();
  const download = page.waitForEvent("download");
  await panel(page).getByRole("button", { name: "Save file" }).click();
  assert.equal(JSON.parse(readFileSync(await (await download).path(), "utf8")).body, '{"name": "old browser"}');
  clean(page);
});

test("axe finds nothing in the open panel, in both themes and languages, down to 320 px", async () => {
  for (const [width, locale, colorScheme] of [[1440, "en-US", "light"], [1440, "zh-CN", "dark"], [390, "zh-CN", "light"], [320, "en-US", "dark"]]) {
    const page = await site.newPage({ viewport: { width, height: 700 }, locale, colorScheme, bypassCSP: true });
    await visit(page);
    await page.locator("#edition").selectOption("ack-dedicated");
    await setBody(page, WITH_SECRET);
    await kept(page, "login_password");
    await page.locator("button.share").click();
    await page.locator(".drafts li").waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    assert.deepEqual(violations.map(({ id, nodes }) => `${width} ${locale}: ${id}: ${nodes.map((node) => node.html).join(" ")}`), []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, "nothing runs out of the page");
    for (const button of await page.locator("#share-panel button").all()) assert.ok((await button.boundingBox()).height >= 24);
  }
});

test("the panel is whole on the screen, however wide the kind of cluster makes the header; at 1440 px that is one line", async () => {
  for (const width of [1440, 1366, 1280, 1024, 768]) {
    const page = await site.newPage({ viewport: { width, height: 900 } });
    await page.goto(site.url);
    await page.getByRole("combobox", { name: "API edition" }).selectOption("ack-managed");
    await page.getByRole("combobox", { name: "Preset" }).selectOption({ index: 1 });
    await page.locator(".kind:not(:empty)").waitFor();
    if (width === 1440) {
      const tops = await page.locator(".brand h1, #edition, #preset, .theme").evaluateAll((all) => all.map((own) => { const { top, height } = own.getBoundingClientRect(); return top + height / 2; }));
      assert.ok(Math.max(...tops) - Math.min(...tops) < 20, `one line: ${tops}`);
    }
    await page.getByRole("button", { name: "Share" }).click();
    await page.getByRole("button", { name: "Copy link" }).waitFor();
    const { left, right } = await page.locator(".share-panel").evaluate((own) => own.getBoundingClientRect().toJSON());
    assert.ok(left >= 0 && right <= width, `${width}: from ${left} to ${right}`);
    await page.getByRole("button", { name: "Copy link" }).click({ trial: true });
    clean(page);
    await page.close();
  }
});
