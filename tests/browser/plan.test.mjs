// The network plan: the pictures lead to members, overlaps are mended, what is around the cluster is checked, pictures are saved.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { bodyText, clean, editorReady, open, selectedText, setBody } from "./harness.mjs";

const site = await open();
const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

/** Opens the page with a preset, or a text, on its network plan. */
async function start({ preset, edition = "cce-otc", text, ...options } = {}) {
  const page = await site.newPage({ viewport: WIDE, ...options });
  await page.goto(site.url);
  await editorReady(page);
  await page.locator("#edition").selectOption(edition);
  if (preset) await page.locator("#preset").selectOption(preset);
  if (text) {
    await page.locator("#tab-body").click();
    await setBody(page, text);
  }
  await page.locator("#tab-plan").click();
  return page;
}

const plan = (page) => page.getByRole("tabpanel", { name: "Network plan" });
const map = (page) => plan(page).getByRole("group", { name: "Address map" });
const given = (page, name) => plan(page).getByRole("textbox", { name });
const clashes = (page) => plan(page).locator(".overlaps li");

test("a range of the map leads to its member, by mouse and by keyboard", async () => {
  const page = await start({ preset: "vpc-ranges" });
  const range = map(page).getByRole("button", { name: /^container range 172\.16\.0\.0\/16/ });
  await range.click();
  await page.locator("#request-body").waitFor();
  await page.waitForFunction(() => document.activeElement?.id === "request-body");
  assert.equal(await selectedText(page), '"172.16.0.0/16"');
  await page.locator("#tab-plan").click();
  await range.focus();
  assert.equal(await range.evaluate((own) => own === document.activeElement), true);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.id === "request-body");
  assert.equal(await selectedText(page), '"172.16.0.0/16"');
  clean(page);
});

test("every shape that leads somewhere is reached with the keyboard and has a name", async () => {
  const page = await start({ preset: "document-example", edition: "ack-dedicated" });
  const reached = new Set();
  await page.locator("#tab-plan").focus();
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press("Tab");
    const name = await page.evaluate(() => {
      const own = document.activeElement;
      return own instanceof SVGElement ? own.getAttribute("aria-label") : null;
    });
    if (name) reached.add(name);
  }
  const all = await plan(page).locator("svg [role=button]").evaluateAll((own) => own.map((each) => each.getAttribute("aria-label")));
  assert.ok(all.length > 15, `${all.length} shapes`);
  assert.deepEqual([...new Set(all)].filter((name) => !reached.has(name)), []);
  clean(page);
});

test("a range is called as its user calls it: in the map, the table, the overlaps, and by a link", async () => {
  const page = await start({ preset: "vpc-ranges" });
  await given(page, "Ranges in use elsewhere").fill("172.16.0.0/20 cluster-b, 10.99.0.0/16");
  await map(page).getByText("cluster-b (range in use").first().waitFor();
  await map(page).getByText(/overlaps cluster-b 172\.16\.0\.0\/20/).first().waitFor();
  await clashes(page).filter({ hasText: "container range 172.16.0.0/16 and cluster-b 172.16.0.0/20 share addresses." }).waitFor();
  await plan(page).getByRole("rowheader", { name: "cluster-b (range in use elsewhere)" }).waitFor();
  assert.equal(await plan(page).getByRole("rowheader", { name: "range in use elsewhere", exact: true }).count(), 1);
  await given(page, "Ranges in use elsewhere").fill("172.16.0.0/20 cluster-b, 10.99.0.0/40 cluster-c");
  await plan(page).getByText(/Not an IPv4 range: 10\.99\.0\.0\/40, cluster-c/).waitFor();
  clean(page);
  const other = await site.newPage({ viewport: WIDE });
  await other.goto(`${site.url}#v=1&api=cce-otc&lang=en&tab=plan&taken=10.1.0.0/16%20cluster-b`);
  await given(other, "Ranges in use elsewhere").waitFor();
  assert.equal(await given(other, "Ranges in use elsewhere").inputValue(), "10.1.0.0/16 cluster-b");
  clean(other);
});

test("the cluster leads to its node pool", async () => {
  const page = await start({ preset: "document-example", edition: "ack-dedicated" });
  const pool = plan(page).getByRole("button", { name: "cluster-demo: 1 node, up to 10" });
  await pool.getByText("cluster-demo").click();
  await page.waitForFunction(() => document.activeElement?.id === "request-body");
  // Of an object the first line is selected.
  assert.equal(await selectedText(page), "{");
  const before = await page.locator("#request-body").evaluate((own) => own.value.slice(0, own.selectionStart));
  assert.match(before, /"nodepools" ?: ?\[\s*$/);
  clean(page);
});

test("the next free range mends an overlap, which is then gone, and the focus stays near", async () => {
  const page = await start({ text: '{"spec": {"kubernetesSvcIpRange": "172.16.0.0/20", "containerNetwork": {"cidr": "172.16.0.0/16"}}} // kept' });
  await clashes(page).first().waitFor();
  assert.equal(await clashes(page).count(), 1);
  assert.match(await clashes(page).innerText(), /container range 172\.16\.0\.0\/16 and service range 172\.16\.0\.0\/20/);
  assert.equal(await map(page).locator(".clash").count(), 2);
  const before = await bodyText(page);
  await clashes(page).getByRole("button", { name: "Use next free range 10.0.0.0/20 for the service range" }).click();
  await plan(page).getByText("No two ranges share an address.").waitFor();
  assert.equal(await bodyText(page), before.replace("172.16.0.0/20", "10.0.0.0/20"));
  assert.equal(await map(page).locator(".clash").count(), 0);
  await page.waitForFunction(() => document.activeElement?.id === "plan-overlaps");
  await page.getByRole("button", { name: "Put back" }).click();
  await clashes(page).first().waitFor();
  assert.equal(await bodyText(page), before);
  clean(page);
});

test("a default that overlaps is mended by writing its member", async () => {
  const page = await start({ text: '{"spec": {"containerNetwork": {"cidr": "172.16.0.0/16"}}}' });
  await given(page, "Ranges of the VPC").fill("10.240.0.0/12");
  const service = map(page).locator(".implied");
  await service.waitFor();
  assert.notEqual(await service.evaluate((own) => getComputedStyle(own).strokeDasharray), "none");
  await clashes(page).getByRole("button", { name: "Use next free range 10.0.0.0/16 for the service range" }).click();
  await plan(page).getByText("No two ranges share an address.").waitFor();
  assert.equal(JSON.parse(await bodyText(page)).spec.kubernetesSvcIpRange, "10.0.0.0/16");
  clean(page);
});

test("what is around the cluster is checked as it is typed, and is no part of the body", async () => {
  const page = await start({ preset: "vpc-ranges" });
  const before = await bodyText(page);
  await given(page, "Ranges of the VPC").fill("10.0.0.0/16");
  await given(page, "Subnets of the VPC").fill("10.0.0.0/24, 10.0.0.128/25，10.9.0.0/24 no/sense");
  await plan(page).getByText("Not an IPv4 range: no/sense").waitFor();
  assert.equal(await given(page, "Subnets of the VPC").getAttribute("aria-invalid"), "true");
  const told = await clashes(page).allInnerTexts();
  assert.equal(told.length, 2, told.join("\n"));
  assert.match(told[0], /subnet 10\.0\.0\.0\/24 and subnet 10\.0\.0\.128\/25 share addresses/);
  assert.match(told[1], /subnet 10\.9\.0\.0\/24 lies outside the ranges of the VPC/);
  // Nothing here is the body's to change.
  assert.equal(await clashes(page).getByRole("button").count(), 0);
  await given(page, "Subnets of the VPC").fill("10.0.0.0/24");
  await plan(page).getByText("No two ranges share an address.").waitFor();
  await given(page, "Ranges in use elsewhere").fill("172.16.128.0/17");
  await clashes(page).first().waitFor();
  assert.equal(await bodyText(page), before);
  // They are there when the tab is opened again.
  await page.locator("#tab-body").click();
  await page.locator("#tab-plan").click();
  assert.equal(await given(page, "Ranges of the VPC").inputValue(), "10.0.0.0/16");
  assert.equal(await given(page, "Ranges in use elsewhere").inputValue(), "172.16.128.0/17");
  clean(page);
});

test("pictures are saved as SVG that stands alone and holds no secret", async () => {
  const page = await start({ preset: "document-example", edition: "ack-dedicated" });
  // Parsed in a page without Trusted Types.
  const blank = await site.newPage();
  for (const [name, file, holds] of [
    ["Save as SVG: Address map", "address-map.svg", /172\.20\.0\.0\/16/],
    ["Save as SVG: Cluster", "cluster.svg", /cluster-demo/],
  ]) {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      plan(page).getByRole("button", { name }).click(),
    ]);
    assert.equal(download.suggestedFilename(), file);
    const saved = readFileSync(await download.path(), "utf8");
    assert.match(saved, holds);
    assert.match(saved, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    assert.doesNotMatch(saved, /Hello1234|class=|href/);
    const root = await blank.evaluate((text) => new DOMParser().parseFromString(text, "image/svg+xml").documentElement.nodeName, saved);
    assert.equal(root, "svg");
  }
  clean(page);
});

test("what is no range is named, and nothing is told from it", async () => {
  const cidrs = (...all) => JSON.stringify({ spec: { containerNetwork: { mode: "vpc-router", cidrs: all.map((cidr) => ({ cidr })) }, kubernetesSvcIpRange: "<CIDR>", extendParam: { "alpha.cce/fixPoolMask": "25" } } });
  const page = await start({ text: cidrs("fd00::/48", "10.0.0.0", "x") });
  await plan(page).getByText("Left out here, since no IPv4 range can be read in it: container range fd00::/48, container range 10.0.0.0, container range x.").waitFor();
  assert.equal(await plan(page).getByText("The body does not say enough to tell.").count(), 2, "of overlaps and of the room");
  for (const said of ["The body names no address range yet.", "No two ranges share an address.", /Room for \d/]) {
    assert.equal(await plan(page).getByText(said).count(), 0, String(said));
  }
  const becomes = async (text) => {
    await page.locator("#tab-body").click();
    await setBody(page, text);
    await page.locator("#tab-plan").click();
  };
  await becomes(cidrs("10.0.0.0/16", "10.1.0.0/16", "x"));
  await plan(page).getByText("No two of the ranges that can be read share an address.").waitFor();
  await becomes(cidrs("10.0.0.0/16").replace("<CIDR>", "10.9.0.0/24"));
  await plan(page).getByText("Room for 512 nodes, with 128 pod addresses each.", { exact: true }).waitFor();
  await plan(page).getByText("No two ranges share an address.").waitFor();
  assert.equal(await plan(page).getByText("Left out here").count(), 0);
  clean(page);
});

test("nothing to draw is said", async () => {
  const page = await site.newPage({ viewport: WIDE });
  await page.goto(site.url);
  await page.locator("#tab-plan").click();
  await plan(page).getByText("The body names no address range yet.").waitFor();
  await plan(page).getByText("The cluster is drawn here as soon as there is a body.").waitFor();
  assert.equal(await plan(page).getByRole("button", { name: /Save as SVG/ }).count(), 0);
  assert.equal(await plan(page).locator("svg").count(), 0);
  clean(page);
});

for (const viewport of [WIDE, PHONE]) {
  for (const locale of ["en-US", "zh-CN"]) {
    test(`words fit where they are drawn: ${viewport.width} px, ${locale}`, async () => {
      const page = await start({ preset: "document-example", edition: "ack-dedicated", viewport, locale });
      await page.locator("#vpc-ranges").fill("172.16.0.0/12");
      await page.locator("#panel-plan .clash").first().waitFor();
      const { wrong, wide } = await page.locator("#panel-plan").evaluate((panel) => {
        const wrong = [];
        for (const sheet of panel.querySelectorAll("svg")) {
          const edge = sheet.getBoundingClientRect();
          const texts = [...sheet.querySelectorAll("text")].map((own) => [own.textContent, own.getBoundingClientRect()]);
          texts.forEach(([words, box], at) => {
            if (box.left < edge.left - 1 || box.right > edge.right + 1) wrong.push(`cut: ${words}`);
            for (const [other, its] of texts.slice(at + 1)) {
              const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3;
              if (over(box, its)) wrong.push(`over each other: ${words} | ${other}`);
            }
          });
        }
        return { wrong, wide: document.documentElement.scrollWidth > document.documentElement.clientWidth };
      });
      assert.deepEqual(wrong, []);
      assert.equal(wide, false, "the page scrolls sideways");
      clean(page);
    });
  }
}

test("axe finds nothing in the network plan with overlaps", async () => {
  const page = await start({ preset: "document-example", edition: "ack-dedicated", colorScheme: "dark", bypassCSP: true });
  await given(page, "Ranges of the VPC").fill("172.16.0.0/12 nonsense");
  await clashes(page).first().waitFor();
  const { violations } = await new AxeBuilder({ page }).analyze();
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`), []);
});
