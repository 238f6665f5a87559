// The list of problems: what is counted can be seen alone.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { bodyText, clean, editorReady, open, setBody } from "./harness.mjs";

const site = await open();
const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

// A comma too many, a member that is missing, unknown members, and two blanks.
const TEXT = `{
  "kind": "Cluster",
  "apiVersion": "v3",
  "first": 1,
  "metadata": { "name": "my-cluster" },
  "second": 2,
  "spec": { "type": "VirtualMachine", "flavor": "cce.s1.small", "version": "v1.25", "hostNetwork": { "vpc": "<VPC ID>", "subnet": "<subnet ID>" }, "containerNetwork": { "mode": "overlay_l2" } },
}
`;

async function start(options = {}) {
  const page = await site.newPage({ viewport: WIDE, ...options });
  await page.goto(site.url);
  await editorReady(page);
  await page.locator("#edition").selectOption("cce-otc");
  await setBody(page, TEXT);
  await page.waitForFunction(() => /\d/.test(document.getElementById("problem-counts")?.textContent ?? ""));
  return page;
}

const severities = (page) => page.locator(".problems-list > ul > li").evaluateAll((all) => all.map((item) => item.dataset.severity));
const one = (page, name) => page.locator(".problems-bar").getByRole("button", { name });
const pressed = (page) => page.locator('.problems-bar [aria-pressed="true"]').allTextContents();
const live = (page) => page.locator('.problems > [aria-live="polite"]');
/** Waits until so many problems are shown. */
const shows = (page, count) => page.waitForFunction((count) => document.querySelectorAll(".problems-list > ul > li").length === count, count);

for (const [locale, words] of [["en-US", [/error/, /warning/, /blank/]], ["zh-CN", [/个错误/, /个警告/, /待填写/]]]) {
  test(`each number shows its kind alone, and all again, by the keyboard (${locale})`, async () => {
    const page = await start({ locale });
    const all = await severities(page);
    const sentence = await page.locator("#problem-counts").textContent();
    const errors = all.filter((severity) => severity === "error").length;
    assert.ok(errors > 0 && errors < all.length);
    for (const pattern of words) {
      const button = one(page, pattern);
      const number = Number((await button.textContent()).match(/\d+/)[0]);
      await button.focus();
      await page.keyboard.press("Enter");
      await shows(page, number);
      assert.equal((await pressed(page)).length, 1);
      assert.equal(await page.locator("#problem-counts").textContent(), sentence, "the counts are of all");
      assert.ok(await button.evaluate((element) => element === document.activeElement));
      const shown = await severities(page);
      if (pattern === words[0]) assert.deepEqual(new Set(shown), new Set(["error"]));
      else assert.ok(!shown.includes("error"));
      await page.keyboard.press("Space");
      await shows(page, all.length);
      assert.deepEqual(await pressed(page), []);
    }
    // From one straight to another.
    await one(page, words[0]).click();
    await shows(page, errors);
    await one(page, words[2]).click();
    await shows(page, 2);
    assert.equal((await pressed(page)).length, 1);
    clean(page);
  });
}

test("F8 goes through what is shown; a kind of which nothing is left shows all", async () => {
  const page = await start();
  await one(page, /warning/).click();
  const total = Number((await one(page, /warning/).textContent()).match(/\d+/)[0]);
  await shows(page, total);
  // The counts are spoken when the typing rests: not over what F8 says.
  await live(page).getByText(/error/).waitFor();
  const seen = [];
  for (let nth = 1; nth <= total; nth += 1) {
    await page.keyboard.press("F8");
    await live(page).getByText(`Problem ${nth} of ${total}, warning`).waitFor();
    seen.push(await page.locator('.problems-list li[aria-current="true"]').getAttribute("data-severity"));
  }
  assert.deepEqual(new Set(seen), new Set(["warning"]));
  await page.keyboard.press("F8");
  await live(page).getByText(`Problem 1 of ${total}`).waitFor();
  await page.keyboard.press("Shift+F8");
  await live(page).getByText(`Problem ${total} of ${total}`).waitFor();
  await one(page, /error/).click();
  await page.keyboard.press("Shift+F8");
  await live(page).getByText(/^Problem \d of \d, error/).waitFor();
  await one(page, /blank/).click();
  await shows(page, 2);
  await setBody(page, TEXT.replace(/<(VPC|subnet) ID>/g, "0a1b2c3d-0a1b-4c2d-8e3f-0a1b2c3d4e5f"));
  await page.waitForFunction(() => !/blank/.test(document.getElementById("problem-counts").textContent));
  assert.ok((await severities(page)).includes("error"));
  clean(page);
});

test("'Fix all' mends what is not shown as well", async () => {
  const page = await start();
  await one(page, /blank/).click();
  await shows(page, 2);
  await page.getByRole("button", { name: "Fix all" }).click();
  await page.getByRole("status").getByText(/fixed/).waitFor();
  assert.doesNotMatch(await bodyText(page), /\},\s*\}/);
  await shows(page, 2);
  clean(page);
});

test("on a phone the numbers stand beside what closes the list", async () => {
  const page = await start({ viewport: PHONE, hasTouch: true, isMobile: true });
  assert.equal(await page.locator(".problems-bar [aria-pressed]").count(), 0);
  await page.locator("#problem-counts").tap();
  const all = (await severities(page)).length;
  await one(page, /error/).tap();
  await page.waitForFunction((all) => document.querySelectorAll(".problems-list > ul > li").length < all, all);
  assert.deepEqual(new Set(await severities(page)), new Set(["error"]));
  await page.locator("#problem-counts").tap();
  // Closed, it says what the next problem will be one of.
  await page.waitForFunction(() => /Shown: \d+ errors?$/.test(document.getElementById("problem-counts").textContent));
  await page.locator("#problem-counts").tap();
  await one(page, /error/).tap();
  await shows(page, all);
  clean(page);
});

test("the way back goes when the text has become another", async () => {
  const page = await start();
  const back = page.getByRole("button", { name: "Put back" });
  await page.getByRole("button", { name: "Fix all" }).click();
  await back.waitFor();
  await page.keyboard.press("Tab");
  const name = page.locator('[data-pointer="/metadata/name"]').getByRole("textbox");
  await name.fill("other-name");
  await name.press("Tab");
  await page.waitForFunction(() => document.getElementById("request-body").value.includes('"other-name"'));
  await back.waitFor({ state: "detached" });
  // It stays as long as the text does, whatever else is looked at.
  await setBody(page, TEXT);
  await page.waitForFunction(() => document.querySelectorAll('.problems-list > ul > li[data-severity="error"]').length > 0);
  await page.getByRole("button", { name: "Fix all" }).click();
  await page.getByRole("tab", { name: "Network plan" }).click();
  await page.getByRole("tab", { name: "Body" }).click();
  await back.click();
  await page.waitForFunction((text) => document.getElementById("request-body").value === text, TEXT);
  clean(page);
});

test("a fix does not make the body one of another edition", async () => {
  const page = await start();
  await page.locator("#edition").selectOption("");
  const text = readFileSync(new URL("../examples/ack-managed-1-postpaid-flannel.txt", import.meta.url), "utf8");
  await setBody(page, text);
  const told = () => page.locator("#edition").evaluate((own) => own.selectedOptions[0].textContent);
  await page.waitForFunction(() => /managed/.test(document.getElementById("edition").selectedOptions[0].textContent));
  const before = await told();
  await page.getByRole("button", { name: "Fix all" }).click();
  await page.getByRole("button", { name: "Put back" }).waitFor();
  await page.waitForFunction(() => /"node_cidr_mask": ?25\b/.test(document.getElementById("request-body").value));
  assert.equal(await told(), before);
  // Another body is told anew.
  await setBody(page, '{"kind": "Cluster", "apiVersion": "v3", "spec": {}}');
  await page.waitForFunction(() => /CCE/.test(document.getElementById("edition").selectedOptions[0].textContent));
  clean(page);
});

test("Why brings what the edition's table says of the member, and for an unknown one which members there are", async () => {
  const page = await start();
  await setBody(page, TEXT.replace('"overlay_l2"', '"overlay"'));
  const item = (words) => page.locator(".problems-list > ul > li").filter({ has: page.getByText(words) });
  const mode = item(/^mode cannot be "overlay"/);
  await mode.getByRole("button", { name: "Why" }).click();
  const table = mode.locator(".table");
  await table.getByText("How pods are connected.").waitFor();
  assert.equal(await table.locator("p").first().textContent(), "/spec/containerNetwork/mode Network model");
  const lines = await table.locator("p").allTextContents();
  assert.ok(lines.includes("Type: a string, one of a closed list.") && lines.includes("Required."), lines.join("|"));
  // Where that stands is said above it.
  assert.ok(!lines.some((line) => line.startsWith("Source")), lines.join("|"));
  assert.deepEqual(await table.locator("li code").allTextContents(), ["overlay_l2", "vpc-router"]);
  const first = item(/^first is not a member/);
  await first.getByRole("button", { name: "Why" }).click();
  assert.deepEqual((await first.locator(".table .members code").allTextContents()).slice(0, 4), ["kind", "apiVersion", "metadata", "spec"]);
  // A comma is no member's.
  const comma = item(/comma/);
  await comma.getByRole("button", { name: "Why" }).click();
  assert.equal(await comma.locator(".further").count(), 1);
  assert.equal(await comma.locator(".table").count(), 0);
  clean(page);
});
