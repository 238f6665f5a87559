// Problems that are alike stand as one in the list.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bodyText, clean, editorReady, open, setBody } from "./harness.mjs";

const site = await open();

/** A dedicated cluster with so many node pools; `extra` is written into each. */
const body = (pools, extra) => JSON.stringify({
  name: "my-cluster", cluster_type: "Kubernetes", region_id: "cn-beijing",
  nodepools: Array.from({ length: pools }, (_, at) => ({ nodepool_info: { name: `pool-${at}`, ...extra }, scaling_group: { instance_types: ["ecs.g6.large"] } })),
}, null, 2);

async function start(text, options = {}) {
  const page = await site.newPage({ viewport: { width: 1440, height: 900 }, ...options });
  await page.goto(site.url);
  await editorReady(page);
  await page.locator("#edition").selectOption("ack-dedicated");
  await setBody(page, text);
  await page.waitForFunction(() => /\d/.test(document.getElementById("problem-counts")?.textContent ?? ""));
  return page;
}

const unknown = (page) => page.locator(".problems-list > ul > li").filter({ hasText: "colour" });
const ways = (page, name) => unknown(page).first().getByRole("button", { name, exact: true });

for (const [locale, more, less] of [["en-US", "11 more alike", "Show as one"], ["zh-CN", "另有 11 个同类问题", "合并显示"]]) {
  test(`many alike stand as one until each is asked for (${locale})`, async () => {
    const page = await start(body(12, { colour: "red" }), { locale });
    assert.equal(await unknown(page).count(), 1);
    const sentence = await page.locator("#problem-counts").textContent();
    await ways(page, more).focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => [...document.querySelectorAll(".problems-list > ul > li")].filter((item) => item.textContent.includes("colour")).length === 12);
    const button = ways(page, less);
    assert.equal(await button.getAttribute("aria-expanded"), "true");
    assert.ok(await button.evaluate((element) => element === document.activeElement), "the focus stays");
    assert.equal(await page.locator("#problem-counts").textContent(), sentence, "the counts are of all");
    await button.click();
    await page.waitForFunction(() => [...document.querySelectorAll(".problems-list > ul > li")].filter((item) => item.textContent.includes("colour")).length === 1);
    assert.equal(await ways(page, more).getAttribute("aria-expanded"), "false");
    clean(page);
  });
}

test("a few alike are listed one by one, and what differs in its name is not alike", async () => {
  const page = await start(body(3, { colour: "red" }));
  assert.equal(await unknown(page).count(), 3);
  await setBody(page, body(4, { colour: "red", colour_2: "blue" }));
  await page.waitForFunction(() => document.querySelector(".problems-list").textContent.includes("3 more alike"));
  assert.equal(await unknown(page).count(), 2);
  clean(page);
});

test("F8 leads to one of them, which is listed then", async () => {
  const page = await start(body(12, { colour: "red" }));
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+Home");
  for (let nth = 0; nth < 12; nth += 1) {
    await page.keyboard.press("F8");
    const current = page.locator('.problems-list [aria-current="true"]');
    await current.waitFor();
    if ((await current.textContent()).includes("/nodepools/2/nodepool_info/colour")) break;
  }
  await page.waitForFunction(() => document.querySelector('.problems-list [aria-current="true"]')?.textContent.includes("/nodepools/2/nodepool_info/colour"));
  assert.equal(await unknown(page).count(), 12);
  clean(page);
});

test("a fix is made for all of them at once, and taken back in one step", async () => {
  const page = await start(body(12, { colour: "red" }));
  const before = await bodyText(page);
  await unknown(page).getByRole("button", { name: "Take it out…" }).click();
  await unknown(page).getByRole("button", { name: "Apply to all 12", exact: true }).click();
  await page.waitForFunction(() => !document.querySelector(".problems-list").textContent.includes("colour"));
  assert.deepEqual(JSON.parse(await bodyText(page)), JSON.parse(body(12, {})));
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+z");
  await page.waitForFunction(() => document.querySelector(".problems-list").textContent.includes("colour"));
  assert.equal(await bodyText(page), before);
  clean(page);
});

test("a text that is spelled wrong throughout is told in few lines", async () => {
  const page = await start(body(2, {}).replaceAll('"', "”"));
  await page.waitForFunction(() => document.querySelector(".problems-list").textContent.includes("strings stand between"));
  const quotes = page.locator(".problems-list > ul > li").filter({ hasText: "strings stand between" });
  assert.equal(await quotes.count(), 1);
  assert.ok(await quotes.getByRole("button", { name: /^\d\d more alike$/ }).isVisible());
  await quotes.getByRole("button", { name: "Use straight double quotes", exact: true }).click();
  await page.waitForFunction(() => !document.querySelector(".problems-list").textContent.includes("strings stand between"));
  assert.deepEqual(JSON.parse(await bodyText(page)), JSON.parse(body(2, {})));
  clean(page);
});

test("what a rule of the document takes out is taken out of all as well", async () => {
  const both = { key_pair: "my-key", login_password: "Abc-12345" };
  const pools = JSON.parse(body(12, {}));
  pools.nodepools.forEach((pool) => Object.assign(pool.scaling_group, both));
  const page = await start(JSON.stringify(pools, null, 2));
  const found = page.locator(".problems-list > ul > li").filter({ hasText: "11 more alike" });
  await found.getByRole("button", { name: "Take key_pair out…" }).click();
  await found.getByRole("button", { name: "Apply to all 12", exact: true }).click();
  await page.waitForFunction(() => !document.querySelector(".problems-list").textContent.includes("11 more alike"));
  const left = JSON.parse(await bodyText(page)).nodepools;
  assert.deepEqual(left.map((pool) => Object.keys(pool.scaling_group)), Array(12).fill(["instance_types", "login_password"]));
  clean(page);
});

for (const viewport of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
  test(`what a fix would change comes into sight (${viewport.width} px)`, async () => {
    const page = await start(body(2, { colour: "red" }), { viewport });
    if (viewport.width < 1100) await page.locator("#problem-counts").click();
    await unknown(page).last().getByRole("button", { name: "Take it out…" }).click();
    const apply = unknown(page).last().getByRole("button", { name: "Apply", exact: true });
    await apply.waitFor();
    await page.waitForFunction((button) => { const { bottom } = button.getBoundingClientRect(); return bottom > 0 && bottom <= innerHeight; }, await apply.elementHandle());
    clean(page);
  });
}

test("'Fix all' counts what it mends, whatever shows up behind it", async () => {
  const pools = JSON.parse(body(2, {}));
  pools.nodepools.forEach((pool) => Object.assign(pool.scaling_group, { instance_charge_type: "Prepaid" }));
  const page = await start(JSON.stringify(pools, null, 2));
  await page.getByRole("button", { name: "Fix all", exact: true }).click();
  await page.getByText(/^2 problems fixed\. Now: \d+ errors/).waitFor();
  assert.ok(JSON.parse(await bodyText(page)).nodepools.every((pool) => pool.scaling_group.instance_charge_type === "PrePaid"));
  clean(page);
});
