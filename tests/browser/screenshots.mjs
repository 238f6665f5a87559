// Takes pictures of every view, in both themes and languages, wide and narrow, into test-results/screenshots/.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { editorReady, open } from "./harness.mjs";

const folder = fileURLToPath(new URL("../../test-results/screenshots", import.meta.url));
mkdirSync(folder, { recursive: true });
const site = await open();

test("screenshots", async () => {
  for (const [size, viewport] of [["wide", { width: 1440, height: 900 }], ["phone", { width: 390, height: 844 }]]) {
    for (const locale of ["en", "zh-CN"]) {
      for (const colorScheme of ["light", "dark"]) {
        const page = await site.newPage({ viewport, locale, colorScheme });
        await page.goto(site.url);
        const shot = async (what) => {
          await page.waitForTimeout(150);
          await page.screenshot({ path: join(folder, `${size}-${locale}-${colorScheme}-${what}.png`) });
        };
        await page.locator(".apis").waitFor();
        await editorReady(page);
        await shot("empty");
        await page.locator("#edition").selectOption("cce-otc");
        await page.locator("#preset").selectOption("document-example");
        await page.getByRole("status").getByRole("button").last().click();
        const names = size === "wide" ? ["body", "request", "plan"] : ["form", "body", "request", "plan"];
        for (const [at, name] of names.entries()) {
          await page.getByRole("tab").nth(at).click();
          await shot(name);
        }
        await page.locator("#edition").selectOption("ack-dedicated");
        await page.locator("#preset").selectOption("document-example");
        await page.getByRole("status").getByRole("button").last().click();
        await page.getByRole("tab").first().click();
        await shot("ack");
        await page.getByRole("tab").last().click();
        await shot("ack-plan");
        await page.locator(".keys").click();
        await shot("shortcuts");
        await page.keyboard.press("Escape");
        if (size === "phone") {
          await page.locator("#problem-counts").click();
          await shot("problems");
        }
      }
    }
  }
});
