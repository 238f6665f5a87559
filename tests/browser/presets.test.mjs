// From each preset of each edition to a right body: chosen, its blanks filled in the form, nothing left to say but what
// tests/examples/presets.tsv explains.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { bodyText, clean, editorReady, open } from "./harness.mjs";

const site = await open();

/** What is put where a blank stands, by its member; several in a list get a number each. */
const VALUES = {
  name: "my-cluster", region_id: "cn-beijing", zone_id: "cn-beijing-b", vpcid: "vpc-2zeg8nf1ukc0fcmvq4w17", key_pair: "my-key",
  master_vswitch_ids: "vsw-2zemasters", worker_vswitch_ids: "vsw-2zeworkers", vswitch_ids: "vsw-2zenodes", pod_vswitch_ids: "vsw-2zepods",
  master_instance_types: "ecs.c6.xlarge", worker_instance_types: "ecs.c6.xlarge", instance_types: "ecs.c6.xlarge",
  vpc: "23d3725f-6ffe-400e-8fb6-b4f9a7b3e8c1", subnet: "c90b3ce5-e1f1-4c87-a006-644d78846438", highwaySubnet: "a95d96e3-1f13-442a-8f06-f9cb4211eaa4",
  enterpriseProjectId: "0aad99bc-f5f6-4f78-8404-c598d76b0ed2", flavor: "cce.s2.small", mode: "overlay_l2",
  ca: pem("CERTIFICATE"), cert: pem("CERTIFICATE"), privateKey: pem("PRIVATE KEY"),
};
const SAME = new Set(["master_instance_types", "worker_instance_types", "instance_types"]);

function pem(what) {
  return Buffer.from(`-----BEGIN ${what}-----\nMIIBszCCAVmgAwIBAgIUQ2x1c3Rlcndyd2lnaHQwCgYIKoZIzj0EAwI=\n-----END ${what}-----\n`).toString("base64");
}

/** The blanks of a body: pointer and what to put there. */
function blanks(value, pointer = "", name = "", place = 0) {
  if (typeof value === "string") return /^<.*>$/.test(value) ? [[pointer, VALUES[name] + (place > 0 && !SAME.has(name) ? place : "")]] : [];
  if (Array.isArray(value)) return value.flatMap((item, at) => blanks(item, `${pointer}/${at}`, name, at + 1));
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]) => blanks(inner, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`, key));
}

/** The id of the control of a form row. */
const control = (pointer) => `field${[...Buffer.from(pointer)].map((byte) => (/[A-Za-z0-9-]/.test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : `_${byte.toString(16).padStart(2, "0")}`)).join("")}`;

const explained = readFileSync(new URL("../examples/presets.tsv", import.meta.url), "utf8").trim().split("\n").slice(1).map((line) => line.split("\t"));

const start = async () => {
  const page = await site.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(site.url);
  await page.getByRole("combobox", { name: "API edition" }).waitFor();
  await editorReady(page);
  return page;
};
const options = (page, name) => page.getByRole("combobox", { name }).locator("option").evaluateAll((all) => all.map((own) => own.value).filter(Boolean));

const first = await start();
const editions = await options(first, "API edition");
assert.equal(editions.length, 5);

for (const edition of editions) {
  test(`right bodies from the presets of ${edition}`, async () => {
    const page = await start();
    await page.getByRole("combobox", { name: "API edition" }).selectOption(edition);
    const presets = (await options(page, "Preset")).filter((preset) => !preset.startsWith("document-example"));
    assert.ok(presets.length > 0);
    for (const preset of presets) {
      await page.getByRole("combobox", { name: "Preset" }).selectOption(preset);
      const open = blanks(JSON.parse(await bodyText(page)));
      assert.ok(open.length > 0, `${preset}: nothing to fill in`);
      for (const [pointer, value] of open) {
        const field = page.locator(`#${control(pointer)}`);
        assert.equal(await field.count(), 1, `${preset}: the form has no field for ${pointer}`);
        if ((await field.evaluate((element) => element.tagName)) === "SELECT") await field.selectOption(value);
        else await field.fill(value);
      }
      await page.waitForFunction(() => !/blank/.test(document.getElementById("problem-counts").textContent));
      assert.match(await page.locator("#problem-counts").textContent(), /^no errors/, preset);
      const problems = await page.getByRole("list", { name: "Problems" }).getByRole("listitem").evaluateAll((items) =>
        items.map((item) => `${item.dataset.severity} ${item.querySelector("code").textContent}`));
      const allowed = explained.filter(([own, name]) => own === edition && ["*", preset].includes(name)).map(([, , found]) => found.replace(/^(\S+) \S+ /, "$1 "));
      assert.deepEqual(problems.filter((problem) => !allowed.includes(problem)), [], `${preset}: unexplained`);
      assert.deepEqual(blanks(JSON.parse(await bodyText(page))), [], preset);
    }
    clean(page);
  });
}
