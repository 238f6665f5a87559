// No violation that axe knows of: every view, both themes, both languages, wide, narrow, at 320 px and at twice the size.

import assert from "node:assert/strict";
import { test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { editorReady, open, setBody } from "./harness.mjs";

const site = await open();

const LOOKS = [
  { viewport: { width: 1440, height: 900 } },
  { viewport: { width: 390, height: 844 } },
  { viewport: { width: 320, height: 640 } },
  // A window of 1280 px, zoomed to 200 %.
  { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 },
];

for (const look of LOOKS) {
  for (const locale of ["en-US", "zh-CN"]) {
    for (const colorScheme of ["light", "dark"]) {
      const { width } = look.viewport;
      test(`axe finds nothing: ${width} px, ${locale}, ${colorScheme}`, async () => {
        const page = await site.newPage({ ...look, locale, colorScheme, bypassCSP: true });
        await page.goto(site.url);
        const looks = async (what) => {
          const { violations } = await new AxeBuilder({ page }).analyze();
          assert.deepEqual(violations.map(({ id, nodes }) => `${what}: ${id}: ${nodes.map((node) => node.html).join(" ")}`), []);
        };
        const listing = async () => {
          if (width < 1100) await page.locator("#problem-counts").click();
        };
        await page.locator(".apis").waitFor();
        await editorReady(page);
        await looks("empty");
        await page.locator(".keys").click();
        await page.locator("dialog table").waitFor();
        await looks("shortcuts");
        await page.keyboard.press("Escape");
        await page.locator("#edition").selectOption("cce-otc");
        await looks("presets");
        await page.locator(".empty button").first().waitFor();
        await page.locator("#preset").selectOption("document-example");
        await looks("notice");
        await listing();
        const more = page.locator(".problems-list [aria-expanded]");
        for (let at = 0; at < (await more.count()); at += 1) await more.nth(at).click();
        await page.locator(".change").first().waitFor();
        await looks("problems, reasons and previews open");
        await listing();
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
        await tabs.nth(width < 1100 ? 1 : 0).click();
        await setBody(page, "[{'a': ,}");
        await page.locator('[data-state="error"]').waitFor();
        await listing();
        await looks("a broken body");
      });
    }
  }
}
