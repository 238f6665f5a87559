// What a person does on the page, in a real browser, on the built page under its own policy.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { body, bodySays, bodyText, clean, editorReady, open, recorded, selectedText, setBody } from "./harness.mjs";

const site = await open();
const preset = (name) => readFileSync(new URL(`../../src/edition/cce/otc/presets/${name}`, import.meta.url), "utf8");
const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

/** Opens the page and waits until it works. */
async function start(options = {}) {
  const page = await site.newPage({ viewport: WIDE, permissions: ["clipboard-read", "clipboard-write"], ...options });
  await page.goto(site.url);
  await page.getByRole("heading", { name: "Clusterwright" }).first().waitFor();
  await editorReady(page);
  return page;
}

/** Starts from a preset of an edition. */
async function take(page, name, edition = "cce-otc") {
  await page.getByRole("combobox", { name: "API edition" }).selectOption(edition);
  await page.getByRole("combobox", { name: "Preset" }).selectOption(name);
}

const counts = (page) => page.locator("#problem-counts");
const problems = (page) => page.getByRole("list", { name: "Problems" }).getByRole("listitem");
const elements = (page) => page.evaluate(() => document.querySelectorAll("*").length + document.querySelector("body-editor").shadowRoot.querySelectorAll("*").length);

/** Waits until the page has checked the text, and gives its counts. */
async function counted(page, pattern) {
  await page.waitForFunction(
    ([source]) => new RegExp(source).test(document.getElementById("problem-counts")?.textContent ?? ""),
    [pattern.source],
  );
  return counts(page).textContent();
}

test("the document's broken example: found at its line, mended by 'Fix all', and the text parses", async () => {
  const page = await start();
  await setBody(page, preset("document-example.txt"));
  await counted(page, /1 error,/);
  const error = problems(page).filter({ hasText: "error" }).first();
  assert.match(await error.innerText(), /27:\d+/);
  await page.getByRole("button", { name: "Fix all" }).click();
  await counted(page, /no errors/);
  const mended = JSON.parse(await bodyText(page));
  assert.equal(mended.spec.authentication.mode, "rbac");
  assert.equal(await page.getByRole("button", { name: "Fix all" }).isDisabled(), true);
  // The way back.
  await page.getByRole("button", { name: "Undo" }).click();
  assert.equal(await bodyText(page), preset("document-example.txt"));
  clean(page);
});

test("from a preset to a right body with the keyboard alone, and onto the clipboard", async () => {
  const page = await start();
  // Tabs on until the focused element is the one looked for.
  const tabTo = async (locator) => {
    for (let presses = 0; presses < 150; presses += 1) {
      if (await locator.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press("Tab");
    }
    assert.fail(`no way to ${locator} by Tab`);
  };
  await tabTo(page.getByRole("combobox", { name: "API edition" }));
  await page.keyboard.type("Open Telekom");
  await tabTo(page.getByRole("combobox", { name: "Preset" }));
  await page.keyboard.type("HA across");
  await counted(page, /3 blanks left to fill/);
  assert.match(await counts(page).textContent(), /^no errors/);
  const form = page.getByRole("form", { name: "Cluster fields" });
  for (const [label, value] of [
    ["Cluster name", "my-cluster"],
    ["VPC ID", "23d3725f-6ffe-400e-8fb6-b4f9a7b3e8c1"],
    ["Network ID of the subnet", "c90b3ce5-e1f1-4c87-a006-644d78846438"],
  ]) {
    await tabTo(form.getByRole("textbox", { name: label, exact: true }));
    await page.keyboard.type(value);
  }
  await page.waitForFunction(() => !/blank/.test(document.getElementById("problem-counts").textContent));
  assert.match(await counts(page).textContent(), /^no errors/);
  await tabTo(page.getByRole("button", { name: "Copy body" }));
  await page.keyboard.press("Enter");
  await page.getByRole("status").getByText("Body copied.").waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(copied, await bodyText(page));
  assert.equal(JSON.parse(copied).metadata.name, "my-cluster");
  clean(page);
});

test("a form edit keeps comments, order and unknown members; focus and caret stay; the body shows it at once", async () => {
  const page = await start();
  const text = `{\n  // mine\n  "kind": "Cluster", "apiVersion": "v3",\n  "metadata": { "name": "first", "mine": 1.50 } /* here */,\n  "spec": {}\n}\n`;
  await setBody(page, text);
  const name = page.getByRole("form").getByRole("textbox", { name: "Cluster name" });
  await page.waitForFunction((value) => document.querySelector("form input:not([type=search])")?.value === value, "first");
  await name.focus();
  await name.evaluate((input) => input.setSelectionRange(2, 2));
  for (const char of "abc") {
    await page.keyboard.press(char);
  }
  await bodySays(page, String, text.replace("first", "fiabcrst"));
  assert.equal(await name.inputValue(), "fiabcrst");
  assert.equal(await name.evaluate((input) => input === document.activeElement && input.selectionStart), 5);
  // Emptied and typed anew, also through what counts as a placeholder, the field stays under the hands.
  await name.press("ControlOrMeta+a");
  await page.keyboard.type("xxx-real", { delay: 20 });
  await bodySays(page, String, text.replace("first", "xxx-real"));
  assert.equal(await name.inputValue(), "xxx-real");
  clean(page);
});

test("typing into a row whose member is absent puts it there, and an optional one can be emptied and typed again", async () => {
  const page = await start();
  await page.getByRole("combobox", { name: "API edition" }).selectOption("cce-otc");
  await setBody(page, "{}");
  const form = page.getByRole("form");
  await form.getByRole("textbox", { name: "VPC ID" }).fill("23d3725f-6ffe-400e-8fb6-b4f9a7b3e8c1");
  await bodySays(page, (own) => JSON.parse(own).spec.hostNetwork.vpc, "23d3725f-6ffe-400e-8fb6-b4f9a7b3e8c1");
  const group = form.locator("section").filter({ has: page.locator('[data-pointer="/spec/flavor"]') });
  await group.getByRole("button", { name: "More (3)" }).click();
  const description = form.getByRole("textbox", { name: "Description" });
  await description.focus();
  await page.keyboard.type("ab", { delay: 20 });
  await bodySays(page, (own) => JSON.parse(own).spec.description, "ab");
  await page.keyboard.press("Backspace", { delay: 20 });
  await page.keyboard.press("Backspace", { delay: 20 });
  await bodySays(page, (own) => "description" in JSON.parse(own).spec, false);
  await page.keyboard.type("again", { delay: 20 });
  await bodySays(page, (own) => JSON.parse(own).spec.description, "again");
  clean(page);
});

test("lists: an item is added with its focus, and removed", async () => {
  const page = await start();
  await take(page, "ha-tunnel");
  const form = page.getByRole("form");
  await form.getByRole("button", { name: "Add item: Container ranges" }).click();
  await page.waitForFunction(() => document.activeElement?.tagName === "INPUT");
  await page.keyboard.type("10.1.0.0/16", { delay: 10 });
  const cidrs = (own) => JSON.parse(own).spec.containerNetwork.cidrs;
  await bodySays(page, cidrs, [{ cidr: "172.16.0.0/16" }, { cidr: "10.1.0.0/16" }]);
  await form.getByRole("button", { name: "Remove: Container range 1" }).click();
  await bodySays(page, cidrs, [{ cidr: "10.1.0.0/16" }]);
  clean(page);
});

test("'Go there' selects the place in the body; an unsafe fix is shown before it is applied", async () => {
  const page = await start();
  await setBody(page, preset("ha-tunnel.json").replace("cce.s2.small", "cce.s2.smal"));
  await counted(page, /1 error/);
  const error = problems(page).first();
  await error.getByRole("button", { name: "Go there" }).click();
  await page.waitForFunction(() => document.activeElement?.id === "request-body");
  assert.equal(await selectedText(page), '"cce.s2.smal"');
  await error.getByRole("button", { name: "Why" }).click();
  assert.match(await error.innerText(), /Source: .*Table 5/);
  await error.getByRole("button", { name: "…" }).first().click();
  const change = error.locator(".change");
  assert.match(await change.innerText(), /smal/);
  const before = await bodyText(page);
  await change.getByRole("button", { name: "Cancel" }).click();
  assert.equal(await bodyText(page), before);
  await error.getByRole("button", { name: "…" }).first().click();
  await change.getByRole("button", { name: "Apply" }).click();
  await counted(page, /no errors/);
  clean(page);
});

test("explanations come when they are to be seen, once, and a search finds what they say", async () => {
  const page = await start();
  const asked = () => recorded(page).requests.map((url) => new URL(url).pathname).filter((path) => path.includes("/help/"));
  assert.deepEqual(asked(), []);
  await take(page, "document-example");
  await counted(page, /1 error/);
  await problems(page).first().getByText("The API reads strict JSON").waitFor();
  await page.getByRole("button", { name: /^About/ }).first().click();
  await page.getByText("4 to 128 characters").first().waitFor();
  assert.deepEqual(asked(), ["/help/rules.en.json", "/help/cce-otc.en.json"]);
  // A word of the help, in neither label nor name.
  await page.getByRole("searchbox", { name: "Search fields" }).fill("AES-256");
  await page.getByRole("form").getByText("enableMasterVolumeEncryption").first().waitFor();
  assert.equal(new Set(asked()).size, asked().length, "each file once");
  clean(page);
});

test("explanations that cannot be loaded say so", async () => {
  const url = await site.serveChanged(({ remove }) => remove("help/rules.en.json"));
  const page = await site.newPage({ viewport: WIDE });
  await page.goto(url);
  await setBody(page, '{"a": 1,}');
  await problems(page).first().getByText("could not be loaded").waitFor();
});

test("another edition brings its own form, presets and kinds", async () => {
  const page = await start({ locale: "zh-CN" });
  const edition = page.locator("#edition");
  const first = page.locator("form h3").first();
  await edition.selectOption("cce-otc");
  await page.waitForFunction(() => document.querySelector("form h3")?.textContent === "集群");
  await edition.selectOption("ack-dedicated");
  await page.waitForFunction(() => document.querySelector("form h3")?.textContent === "基本配置");
  assert.equal(await first.textContent(), "基本配置");
  await edition.selectOption("ack-createcluster");
  await page.locator("#preset").selectOption({ index: 1 });
  assert.notEqual(await page.locator(".kind").textContent(), "");
  assert.equal(await page.locator(".kind").getAttribute("title"), await page.locator(".kind").textContent());
  clean(page);
});

test("a body is told its edition, and one checked as another says so and is checked as its own by a click", async () => {
  const page = await start();
  const ack = '{\n  "name": "my-cluster",\n  "cluster_type": "ManagedKubernetes",\n  "region_id": "cn-beijing",\n  "nodepools": [],\n  "num_of_nodes": 3\n}\n';
  await setBody(page, ack);
  await page.waitForFunction(() => /ACK/.test(document.querySelector("#edition").selectedOptions[0].textContent));
  await page.locator("#edition").selectOption("cce-otc");
  const problem = problems(page).filter({ hasText: "this looks like a body for" });
  await problem.waitFor();
  assert.equal(await problems(page).count(), 1, "nothing else is said of it");
  await problem.getByRole("button", { name: /^Check as Alibaba Cloud ACK/ }).click();
  await page.waitForFunction(() => document.querySelector("#edition").value.startsWith("ack-"));
  assert.equal(await problem.count(), 0);
  assert.equal(await bodyText(page), ack);
  clean(page);
});

test("a preset replaces the text, and the text can be had back", async () => {
  const page = await start();
  await setBody(page, '{"mine": true}');
  await take(page, { label: "Single master for trial" });
  assert.match(await bodyText(page), /cce\.s1\.small/);
  await page.getByRole("button", { name: "Undo" }).click();
  assert.equal(await bodyText(page), '{"mine": true}');
  clean(page);
});

test("the language is the browser's, changes without a reload, and is kept; the theme as well", async () => {
  const page = await start({ locale: "zh-CN" });
  assert.equal(await page.locator("html").getAttribute("lang"), "zh-CN");
  await page.getByRole("combobox", { name: "语言" }).selectOption("en");
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  assert.match(await page.title(), /request bodies/);
  await page.getByRole("combobox", { name: "API edition" }).selectOption("cce-otc");
  await setBody(page, "{}");
  await counted(page, /error/);
  await page.getByRole("combobox", { name: "Language" }).selectOption("zh-CN");
  await counted(page, /个错误/);
  assert.equal(await bodyText(page), "{}");
  await body(page, "请求体").waitFor();
  await page.getByRole("button", { name: "主题" }).click();
  await page.getByRole("button", { name: "主题" }).click();
  assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
  const dark = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await page.reload();
  await page.getByRole("button", { name: "主题" }).waitFor();
  assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor), dark);
  // Beside these the browser keeps the draft, which is tests/browser/share.test.mjs's.
  const keys = await page.evaluate(() => Object.keys(localStorage).sort());
  assert.deepEqual(keys.filter((key) => !/^draft:\d+:cce-otc$/.test(key)), ["locale", "theme"]);
  clean(page);
});

test("every tab by the arrow keys, wide and narrow", async () => {
  for (const [viewport, names] of [
    [WIDE, ["Body", "Request", "Network plan"]],
    [PHONE, ["Body", "Request", "Network plan", "Form"]],
  ]) {
    const page = await start({ viewport });
    await take(page, "vpc-ranges");
    await page.getByRole("tab", { name: "Body" }).focus();
    for (const name of [...names.slice(1), names[0]]) {
      await page.keyboard.press("ArrowRight");
      const tab = page.getByRole("tab", { name, selected: true });
      await tab.waitFor();
      await page.waitForFunction(() => document.activeElement?.getAttribute("aria-selected") === "true");
      await page.getByRole("tabpanel", { name }).waitFor();
    }
    clean(page);
  }
});

test("on a phone the counts are always in sight, and the list opens from them", async () => {
  const page = await start({ viewport: PHONE });
  await take(page, "document-example");
  await counted(page, /1 error/);
  for (const tab of ["Form", "Body", "Request", "Network plan"]) {
    await page.getByRole("tab", { name: tab }).click();
    assert.equal(await counts(page).evaluate((element) => element.getBoundingClientRect().bottom <= innerHeight), true);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, `${tab} scrolls sideways`);
  }
  assert.equal(await problems(page).first().isVisible(), false);
  await counts(page).click();
  await problems(page).first().waitFor();
  await counts(page).click();
  await page.getByRole("tab", { name: "Form" }).click();
  await counts(page).click();
  await problems(page).nth(1).getByRole("button", { name: "Go there" }).click();
  await page.waitForFunction(() => document.activeElement?.closest("form"));
  clean(page);
});

test("no sideways scrolling at 320 px", async () => {
  const page = await start({ viewport: { width: 320, height: 640 } });
  await take(page, "vpc-ranges");
  for (const tab of ["Form", "Body", "Request", "Network plan"]) {
    await page.getByRole("tab", { name: tab }).click();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, `${tab} scrolls sideways`);
  }
});

test("the network plan: ranges given beside the body are checked, and a wrong one is told", async () => {
  const page = await start();
  await take(page, "vpc-ranges");
  await page.getByRole("tab", { name: "Network plan" }).click();
  const plan = page.getByRole("tabpanel", { name: "Network plan" });
  await plan.getByRole("row", { name: /172\.16\.0\.0\/16/ }).waitFor();
  const input = plan.getByRole("textbox", { name: "Ranges of the VPC" });
  await input.fill("172.16.8.0/24, nonsense");
  await plan.getByText("Not an IPv4 range: nonsense").waitFor();
  await plan.getByText(/share addresses/).waitFor();
  await counted(page, /[1-9]\d* (error|warning)/);
  await plan.getByRole("button", { name: "Go there: /spec/containerNetwork/cidrs/0/cidr" }).click();
  await page.waitForFunction(() => document.activeElement?.id === "request-body");
  clean(page);
});

test("what is pasted stays text, and pollutes nothing", async () => {
  const page = await start();
  const evil = `{"<img src=x onerror=alert(1)>": "</textarea><script>alert(1)</script>", "__proto__": {"polluted": true}, "metadata": {"labels": {"<b>x</b>": "<img src=x onerror=alert(1)>"}}}`;
  await setBody(page, evil);
  await counted(page, /error/);
  for (const tab of ["Request", "Network plan", "Body"]) {
    await page.getByRole("tab", { name: tab }).click();
    assert.equal(await page.locator("#app img, #app script, #app b").count(), 0);
  }
  assert.equal(await page.evaluate(() => ({}).polluted), undefined);
  clean(page);
});

test("a secret's value is shown by neither problems, command nor preview, and its field is masked", async () => {
  const page = await start();
  const canary = "c2VjcmV0LWNhbmFyeQ";
  await setBody(page, preset("authenticating-proxy.json").replace("<private key, Base64>", canary));
  await counted(page, /blanks/);
  const list = page.locator("#problem-panel");
  for (const button of await list.getByRole("button", { name: /Why|…/ }).all()) await button.click();
  assert.doesNotMatch(await list.innerText(), new RegExp(canary));
  await page.getByRole("tab", { name: "Request" }).click();
  const command = await page.locator("#curl-command").innerText();
  assert.doesNotMatch(command, new RegExp(canary));
  assert.match(command, /PRIVATE_KEY/);
  const field = page.getByRole("form").getByRole("textbox", { name: "Private key" });
  assert.equal(await field.evaluate((area) => getComputedStyle(area).webkitTextSecurity), "disc");
  clean(page);
});

test("3 MB of body and 100,000 brackets: the page stays small and goes on answering", async () => {
  const page = await start();
  const ranges = Array.from({ length: 60_000 }, (_, at) => `        { "cidr": "10.${at % 250}.${at >> 8}.0/33", "x${at}": 1 }`).join(",\n");
  const big = preset("vpc-ranges.json").replace(/"cidrs": \[[^\]]*\]/, () => `"cidrs": [\n${ranges}\n      ]`);
  assert.ok(big.length > 2_500_000);
  await setBody(page, big);
  await counted(page, /\d{5} errors/);
  assert.ok((await elements(page)) <= 2_000, `${await elements(page)} elements`);
  await page.locator(".cm-scroller").evaluate((scroller) => scroller.scrollTo(0, scroller.scrollHeight / 2));
  await page.waitForFunction(() => Number(document.querySelector("body-editor").shadowRoot.querySelector(".cm-lineNumbers .cm-gutterElement:nth-child(2)").textContent) > 10_000);
  // Each line there has marks.
  await page.waitForFunction(() => document.querySelector("body-editor").shadowRoot.querySelectorAll(".cm-content .cm-found").length > 20);
  assert.ok((await elements(page)) <= 2_000, `${await elements(page)} elements`);
  await setBody(page, "[".repeat(100_000));
  await counted(page, /error/);
  assert.ok((await elements(page)) <= 2_000);
  await setBody(page, preset("ha-tunnel.json"));
  await counted(page, /3 blanks/);
  clean(page);
});
