// From a broken body of 400 lines to a right one, by what the page itself offers: nothing here knows the way beforehand.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { bodyText, clean, editorReady, open } from "./harness.mjs";

const site = await open();

/** The longest example of the documents, repaired, with three node pools, and then the slips of somebody in a hurry. */
function broken() {
  const body = JSON.parse(readFileSync(new URL("../examples/ack-dedicated-1-full-prepaid-nodepool.json", import.meta.url), "utf8"));
  const [pool] = body.nodepools;
  body.nodepools = ["one", "two", "three"].map((name) => {
    const own = structuredClone(pool);
    own.nodepool_info.name = name;
    return own;
  });
  body.service_cidr = body.container_cidr;
  body.master_count = "3";
  const slips = [
    [/"name": "two"/, "'name': 'two'"],
    [/"snat_entry": true,/, '"snat_entry": True, // as in our script'],
    [/"kubernetes_version"/, '"kubernetesVersion"'],
    [/\n}\s*$/, ",\n}\n"],
  ];
  return slips.reduce((text, [what, slip]) => {
    assert.match(text, what);
    return text.replace(what, slip);
  }, JSON.stringify(body, null, 4));
}

test("a broken body of 400 lines is made right by what the page offers", async () => {
  const page = await site.newPage({ viewport: { width: 1440, height: 900 }, permissions: ["clipboard-read", "clipboard-write"] });
  await page.goto(site.url);
  await editorReady(page);
  const text = broken();
  assert.ok(text.split("\n").length > 400, `${text.split("\n").length} lines`);
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await page.getByRole("textbox", { name: "Request body" }).click();
  await page.keyboard.press("Control+V");

  const errors = page.getByRole("list", { name: "Problems" }).locator('li[data-severity="error"]');
  await errors.first().waitFor();
  await page.getByRole("button", { name: "Fix all" }).click();
  await page.waitForFunction(() => {
    try {
      return JSON.parse(document.getElementById("request-body").value);
    } catch {
      return null;
    }
  });
  // The worst stands first: its first way out is taken, looked at where that is asked for, until nothing is wrong.
  for (let rounds = 0; (await errors.count()) > 0; rounds += 1) {
    assert.ok(rounds < 30, `no way out of: ${await errors.first().innerText()}`);
    const before = await bodyText(page);
    await errors.first().locator(".fixes button").first().click();
    const apply = errors.first().getByRole("button", { name: "Apply", exact: true });
    await page.waitForFunction((before) => document.getElementById("request-body").value !== before || document.querySelector(".problems .change"), before);
    if (await apply.isVisible()) await apply.click();
    await page.waitForFunction((before) => document.getElementById("request-body").value !== before, before);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))));
  }
  await page.getByRole("button", { name: "Copy body" }).click();
  await page.getByText(/copied/i).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(copied, await bodyText(page));
  const right = JSON.parse(copied);
  assert.deepEqual(right.nodepools.map((own) => own.nodepool_info.name), ["one", "two", "three"]);
  assert.equal(right.master_count, 3);
  assert.equal(right.snat_entry, true);
  assert.ok("kubernetes_version" in right);
  assert.notEqual(right.service_cidr, right.container_cidr);
  clean(page);
});
