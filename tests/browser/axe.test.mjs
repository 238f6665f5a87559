// No violation that axe knows of: every view, both themes, both languages, wide and narrow.

import assert from "node:assert/strict";
import { test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { editorReady, open } from "./harness.mjs";

const site = await open();

for (const viewport of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
  for (const locale of ["en-US", "zh-CN"]) {
    for (const colorScheme of ["light", "dark"]) {
      test(`axe finds nothing: ${viewport.width} px, ${locale}, ${colorScheme}`, async () => {
        const page = await site.newPage({ viewport, locale, colorScheme, bypassCSP: true });
        await page.goto(site.url);
        const looks = async (what) => {
          const { violations } = await new AxeBuilder({ page }).analyze();
          assert.deepEqual(violations.map(({ id, nodes }) => `${what}: ${id}: ${nodes.map((node) => node.html).join(" ")}`), []);
        };
        await page.locator(".tabs").waitFor();
        await editorReady(page);
        await looks("empty");
        await page.locator("#edition").selectOption("cce-otc");
        await page.locator("#preset").selectOption("document-example");
        if (viewport.width < 1100) await page.locator("#problem-counts").click();
        const more = page.locator(".problems-list [aria-expanded]");
        for (let at = 0; at < (await more.count()); at += 1) await more.nth(at).click();
        await looks("problems");
        if (viewport.width < 1100) await page.locator("#problem-counts").click();
        const tabs = page.getByRole("tab");
        for (let at = 0; at < (await tabs.count()); at += 1) {
          await tabs.nth(at).click();
          await looks(await tabs.nth(at).innerText());
        }
        await tabs.first().click();
        for (const name of [".more", ".about"]) {
          const buttons = page.locator(name);
          for (let nth = 0; nth < (await buttons.count()); nth += 1) await buttons.nth(nth).click();
        }
        await looks("form, all open");
      });
    }
  }
}
