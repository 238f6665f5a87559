// How the page behaves: the first minute, shortcuts, where the focus goes, another edition, colours of one's own, paper.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { body, bodyText, clean, editorReady, open, recorded, setBody } from "./harness.mjs";

const site = await open();
const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const example = (name) => readFileSync(new URL(`../examples/${name}`, import.meta.url), "utf8");

async function start(options = {}) {
  const page = await site.newPage({ viewport: WIDE, ...options });
  await page.goto(site.url);
  // What an empty page offers comes with the checks.
  await page.locator(".apis").waitFor();
  await editorReady(page);
  return page;
}

const counts = (page) => page.locator("#problem-counts");
const list = (page) => page.locator(".problems-list > ul > li");
const live = (page) => page.locator('.problems > [aria-live="polite"]');
const counted = (page, pattern) =>
  page.waitForFunction((source) => new RegExp(source).test(document.getElementById("problem-counts")?.textContent ?? ""), pattern.source);
/** Waits until something is focused that can be, and that is not the page itself; gives its words. */
const focused = async (page) => {
  await page.waitForFunction(() => document.activeElement && document.activeElement !== document.body);
  return page.evaluate(() => `${document.activeElement.id} ${document.activeElement.textContent}`);
};
/** The focus has settled: what moves it does so with the next frame. */
const settled = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

test("an empty page offers each edition's own example, as its document prints it, and takes it back", async () => {
  const page = await start();
  const files = readdirSync(new URL("../../static/examples", import.meta.url));
  for (const file of files) {
    const id = file.replace(".txt", "");
    const tries = page.getByRole("button", { name: /^Try its example/ });
    await tries.first().waitFor();
    assert.equal(await tries.count(), files.length);
    const ids = await page.locator("#edition option").evaluateAll((all) => all.map((option) => option.value).filter(Boolean));
    await tries.nth(ids.indexOf(id)).click();
    const text = readFileSync(new URL(`../../static/examples/${file}`, import.meta.url), "utf8");
    await page.waitForFunction((value) => document.querySelector("#request-body")?.value === value, text);
    assert.equal(await page.locator("#edition").inputValue(), id);
    await counted(page, /error|warning/);
    assert.match(await focused(page), /^tab-body/);
    await page.getByRole("button", { name: "Put back" }).click();
    await page.waitForFunction(() => document.querySelector("#request-body").value === "");
    await page.locator("#edition").selectOption("");
  }
  clean(page);
});

test("an example that does not come says so and changes nothing", async () => {
  const url = await site.serveChanged(({ remove }) => remove("examples/cce-otc.txt"));
  const page = await site.newPage({ viewport: WIDE });
  await page.goto(url);
  await page.getByRole("button", { name: /^Try its example.*Open Telekom/ }).click();
  await page.getByRole("status").getByText("could not be loaded").waitFor();
  assert.equal(await bodyText(page), "");
});

test("a problem says what, why and by which place of the document, without a click; the list opened on a phone does, too", async () => {
  for (const viewport of [WIDE, PHONE]) {
    const page = await start({ viewport });
    await page.locator("#edition").selectOption("cce-otc");
    await setBody(page, example("cce-otc-1-cce-cluster.txt"));
    await counted(page, /1 error/);
    const reasons = () => recorded(page).requests.filter((url) => url.includes("/help/rules")).length;
    if (viewport === PHONE) {
      assert.equal(reasons(), 0, "asked for before they can be seen");
      await counts(page).click();
    }
    const first = list(page).first();
    await first.getByText("nothing follows this comma").waitFor();
    await first.getByText("The API reads strict JSON").waitFor();
    await first.getByText("Source: RFC 8259, section 5").waitFor();
    await list(page).filter({ hasText: "cidr is deprecated" }).getByText(/Source: Table 10/).waitFor();
    clean(page);
  }
});

test("the counts are spoken when the typing rests, once, and not at each key", async () => {
  const page = await start();
  await page.locator("#edition").selectOption("cce-otc");
  await page.evaluate(() => {
    window.spoken = [];
    const line = document.querySelector('.problems > [aria-live="polite"]');
    new MutationObserver(() => window.spoken.push(line.textContent)).observe(line, { childList: true, characterData: true, subtree: true });
  });
  await body(page).focus();
  await page.keyboard.type('{"kind": "Cluster", "a": 1,}', { delay: 10 });
  await page.waitForFunction(() => window.spoken.some((words) => words === document.getElementById("problem-counts").textContent));
  const spoken = await page.evaluate(() => window.spoken);
  assert.ok(spoken.length <= 2, spoken.join(" | "));
  assert.match(spoken.at(-1), /^\d+ errors, \d+ warning/);
});

test("F8 and Shift-F8 go through the problems in the order of the text, round at the ends, and say which", async () => {
  const page = await start();
  await page.locator("#edition").selectOption("cce-otc");
  const text = '{\n  "kind": "Cluster",\n  "apiVersion": "v3",\n  "first": 1,\n  "metadata": { "name": "my-cluster" },\n  "second": 2,\n}\n';
  await setBody(page, text);
  await counted(page, /warnings/);
  const total = await list(page).count();
  const line = () => page.evaluate(() => {
    const { value, selectionStart } = document.getElementById("request-body");
    return value.slice(0, selectionStart).split("\n").length;
  });
  const lines = [];
  for (let nth = 1; nth <= total; nth += 1) {
    await page.keyboard.press("F8");
    await live(page).getByText(`Problem ${nth} of ${total}`).waitFor();
    await settled(page);
    await settled(page);
    lines.push(await line());
    assert.equal(await page.locator('.problems-list li[aria-current="true"]').count(), 1);
  }
  assert.deepEqual(lines, [...lines].sort((a, b) => a - b));
  assert.ok(lines.includes(4) && lines.includes(6), lines.join(" "));
  await page.keyboard.press("F8");
  await live(page).getByText(`Problem 1 of ${total}`).waitFor();
  await page.keyboard.press("Shift+F8");
  await live(page).getByText(`Problem ${total} of ${total}`).waitFor();
  // The counts, which would have been spoken by now, do not break in.
  await page.waitForTimeout(900);
  assert.match(await live(page).textContent(), new RegExp(`^Problem ${total} of ${total}`));
  clean(page);
});

test("'?' opens the sheet of shortcuts, never out of a field; Escape closes it and the focus goes back", async () => {
  const page = await start();
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  const opener = page.getByRole("button", { name: "Keyboard shortcuts" });
  await opener.click();
  await sheet.waitFor();
  assert.equal(await sheet.getByRole("row").count(), 13);
  await page.keyboard.press("Escape");
  await sheet.waitFor({ state: "hidden" });
  assert.equal(await opener.evaluate((element) => element === document.activeElement), true);
  const tab = page.getByRole("tab", { name: "Body" });
  await tab.focus();
  await page.keyboard.press("?");
  await sheet.waitFor();
  await sheet.getByRole("button", { name: "Close" }).click();
  await sheet.waitFor({ state: "hidden" });
  assert.equal(await tab.evaluate((element) => element === document.activeElement), true);
  for (const [field, value] of [[body(page), () => bodyText(page)], [page.getByRole("searchbox"), () => page.getByRole("searchbox").inputValue()]]) {
    await field.focus();
    await page.keyboard.type("?");
    assert.equal(await sheet.isVisible(), false);
    assert.equal(await value(), "?");
    await page.keyboard.press("Backspace");
  }
  // A shortcut of a single character can be turned off, and stays so.
  await opener.click();
  await sheet.getByRole("checkbox").uncheck();
  await page.keyboard.press("Escape");
  await page.reload();
  await page.locator(".apis").waitFor();
  await page.getByRole("tab", { name: "Body" }).focus();
  await page.keyboard.press("?");
  await settled(page);
  assert.equal(await sheet.isVisible(), false);
  clean(page);
});

test("the focus is never lost", async () => {
  const page = await start();
  // The offers of an empty page.
  await page.getByRole("button", { name: "Open Telekom Cloud CCE v3", exact: true }).click();
  assert.match(await focused(page), /^offers/);
  await page.getByRole("button", { name: "Other APIs" }).click();
  await settled(page);
  assert.match(await focused(page), /^offers/);
  await page.getByRole("button", { name: "Open Telekom Cloud CCE v3", exact: true }).click();
  await page.locator(".empty li button").first().click();
  await settled(page);
  assert.match(await focused(page), /^tab-body/);
  // A notice that goes, by either button.
  await page.getByRole("button", { name: "Dismiss" }).click();
  await settled(page);
  assert.match(await focused(page), /^tab-body/);
  await setBody(page, example("cce-otc-1-cce-cluster.txt"));
  await counted(page, /1 error/);
  await list(page).first().getByRole("button", { name: "Remove the comma" }).click();
  await settled(page);
  assert.match(await focused(page), /^problem-counts/);
  await page.getByRole("button", { name: "Put back" }).click();
  await settled(page);
  assert.match(await focused(page), /^tab-body/);
  // A view, a language, a colour: what was pressed stays.
  await page.getByRole("tab", { name: "Request" }).click();
  assert.match(await focused(page), /^tab-request/);
  await page.getByRole("combobox", { name: "Language" }).focus();
  await page.getByRole("combobox", { name: "Language" }).selectOption("zh-CN");
  await page.getByRole("button", { name: "全部修复" }).waitFor();
  assert.match(await focused(page), /^language/);
  // What a problem offers when the body is another edition's.
  await page.locator("#language").selectOption("en");
  await page.getByRole("tab", { name: "Body" }).click();
  await page.locator("#edition").selectOption("ack-managed");
  await page.getByRole("button", { name: /^Check as Open Telekom/ }).click();
  await settled(page);
  assert.match(await focused(page), /^problem-counts/);
  clean(page);
});

test("another edition keeps the text and says how much does not fit", async () => {
  const page = await start();
  const text = '{\n  "name": "a",\n  "cluster_type": "Kubernetes",\n  "region_id": "cn-beijing",\n  "nat_gateway": true,\n  "user_ca": "x"\n}\n';
  await page.locator("#edition").selectOption("ack-createcluster");
  await setBody(page, text);
  await counted(page, /error/);
  await page.locator("#edition").selectOption("ack-dedicated");
  await page.getByRole("status").getByText("2 members of it mean nothing to Alibaba Cloud ACK, dedicated with node pools.").waitFor();
  assert.equal(await bodyText(page), text);
  await page.locator("#edition").selectOption("cce-otc");
  await page.getByRole("status").getByText(/looks like a body for Alibaba Cloud ACK/).waitFor();
  await page.locator("#edition").selectOption("ack-createcluster");
  await page.waitForFunction(() => document.querySelector(".notice").textContent === "");
  assert.equal(await bodyText(page), text);
  clean(page);
});

test("in the list of problems the arrow keys go up and down", async () => {
  const page = await start();
  await page.locator("#edition").selectOption("cce-otc");
  await setBody(page, example("cce-otc-1-cce-cluster.txt"));
  await counted(page, /1 error/);
  const at = () => page.evaluate(() => [...document.querySelectorAll(".problems-list > ul > li")].indexOf(document.activeElement.closest("li")));
  await list(page).first().getByRole("button", { name: "Go there" }).focus();
  for (const [key, expected] of [["ArrowDown", 1], ["ArrowDown", 2], ["ArrowUp", 1], ["ArrowUp", 0], ["ArrowUp", 0]]) {
    await page.keyboard.press(key);
    assert.equal(await at(), expected, key);
  }
});

test("the first Tab is the way past the header", async () => {
  const page = await start();
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to the request body" });
  assert.equal(await skip.evaluate((element) => element === document.activeElement && element.getBoundingClientRect().top >= 0), true);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.id === "request-body");
});

test("every control is at least 24 pixels each way, on a phone 36", async () => {
  for (const [viewport, least, hasTouch] of [[WIDE, 24, false], [PHONE, 36, true]]) {
    const page = await start({ viewport, hasTouch, isMobile: hasTouch });
    await page.locator("#edition").selectOption("cce-otc");
    await page.locator("#preset").selectOption("document-example");
    if (viewport === PHONE) await counts(page).click();
    const small = await page.evaluate((size) => {
      const wanted = [...document.querySelectorAll(".header button, .header select, .notice button, .tab, .problems button, .toolbar button")];
      return wanted
        .filter((element) => element.checkVisibility())
        .map((element) => [element.outerHTML.slice(0, 80), element.getBoundingClientRect()])
        .filter(([, { width, height }]) => height < size - 0.5 || width < size - 0.5)
        .map(([html, { width, height }]) => `${html} ${width}x${height}`);
    }, least);
    assert.deepEqual(small, []);
  }
});

test("headings go down by one step at a time, from one h1", async () => {
  const page = await start();
  await page.locator("#edition").selectOption("cce-otc");
  await page.locator("#preset").selectOption("document-example");
  for (const name of ["Body", "Request", "Network plan"]) {
    await page.getByRole("tab", { name }).click();
    const levels = await page.evaluate(() =>
      [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter((element) => element.checkVisibility()).map(({ tagName }) => Number(tagName[1])));
    assert.equal(levels.filter((level) => level === 1).length, 1);
    assert.equal(levels[0], 1);
    levels.reduce((before, level) => (assert.ok(level <= before + 1, `${name}: ${levels}`), level));
  }
});

test("in forced colours the chosen tab, the severities and the theme's sign are drawn in the system's colours", async () => {
  const page = await start({ forcedColors: "active" });
  await page.locator("#edition").selectOption("cce-otc");
  await page.locator("#preset").selectOption("document-example");
  const drawn = await page.evaluate(() => {
    const probe = document.createElement("i");
    document.body.append(probe);
    const system = (name) => { probe.style.color = name; return getComputedStyle(probe).color; };
    const of = (selector, pseudo, property) => getComputedStyle(document.querySelector(selector), pseudo)[property];
    return {
      tab: of('.tab[aria-selected="true"]', "::after", "borderBottomColor") === system("Highlight"),
      other: of('.tab[aria-selected="false"]', "::after", "borderBottomColor") === of('.tab[aria-selected="true"]', "::after", "borderBottomColor"),
      sign: of('[data-severity="error"] > .sign', "::before", "content"),
      theme: of(".theme", "::before", "backgroundImage"),
    };
  });
  assert.deepEqual({ ...drawn, theme: drawn.theme !== "none" }, { tab: true, other: false, sign: '"✕"', theme: true });
});

test("nothing moves for those who asked for that", async () => {
  const page = await start({ reducedMotion: "reduce" });
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll("*")].filter((element) => {
      const { transitionDuration, animationDuration } = getComputedStyle(element);
      return /[1-9]/.test(transitionDuration) || /[1-9]/.test(animationDuration);
    }).map((element) => element.outerHTML.slice(0, 60)));
  assert.deepEqual(moving, []);
});

test("on paper: the whole body and its problems, dark on white, nothing to press", async () => {
  for (const viewport of [WIDE, PHONE]) {
    const page = await start({ viewport, colorScheme: "dark" });
    await page.locator("#edition").selectOption("ack-dedicated");
    const text = example("ack-dedicated-1-full-prepaid-nodepool.txt").replace(/"login_password" *: *"[^"]*"/, '"login_password": "c2VjcmV0-Canary1"');
    assert.match(text, /Canary/);
    await setBody(page, text);
    await counted(page, /errors/);
    await page.getByRole("tab", { name: "Request" }).click();
    await page.evaluate(() => {
      window.seen = null;
      // What was made for the paper is taken away right after it.
      addEventListener("beforeprint", () => {
        const own = (selector) => [...document.querySelectorAll(`.paper ${selector}`)].map((each) => each.textContent);
        window.seen = { text: own("pre")[0], said: own("p"), problems: own("li") };
      });
    });
    await page.emulateMedia({ media: "print" });
    await page.pdf();
    const seen = await page.evaluate(() => window.seen);
    const lines = seen.text.trimEnd().split("\n").map((line) => line.replace(/^ *\d+ {2}/, ""));
    assert.deepEqual(lines, text.replaceAll(/("login_password" *: *)"[^"]*"/g, "$1••••").trimEnd().split(/\r?\n/));
    assert.deepEqual(seen.said, ["Checked as: Alibaba Cloud ACK, dedicated with node pools", (await page.locator("#problem-counts").textContent()).replace("Problems: ", "")]);
    const [errors, warnings, notes] = ["error", "warning", "note"].map((word) => seen.problems.filter((line) => new RegExp(`^\\d+:\\d+ ${word}: .`).test(line)).length);
    assert.equal(errors + warnings + notes, seen.problems.length);
    assert.ok(seen.said[1].startsWith(`${errors} error`), `${seen.said[1]}\n${seen.problems.join("\n")}`);
    assert.equal(await page.locator(".paper").textContent(), "", "kept in the document");
    const shown = await page.evaluate(() => {
      const shown = (selector) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility()).length;
      return { controls: shown("button, select, input, textarea"), ink: getComputedStyle(document.body).color, paper: shown(".paper") };
    });
    assert.deepEqual(shown, { controls: 0, ink: "rgb(26, 32, 41)", paper: 1 });
  }
});

test("on paper: also the problems behind \"Show more\" and those that stand as one, up to 400", async () => {
  const page = await start({ locale: "zh-CN" });
  const printed = async (count) => {
    const members = Array.from({ length: count }, (_, at) => `"unknown${at}": 1`).join(",\n");
    await setBody(page, `{"cluster_type": "Kubernetes", "name": "a",\n${members}}`);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    return page.locator(".paper li").allTextContents();
  };
  const some = await printed(50);
  const unknown = Array.from({ length: 50 }, (_, at) => `${at + 2}:1 警告：请求体中没有参数 unknown${at}，它会被忽略（/unknown${at}）`);
  assert.deepEqual(some.filter((line) => line.includes("unknown")), unknown);
  const many = await printed(600);
  assert.equal(many.length, 401);
  assert.match(many[400], /^……另有 2\d\d 个问题$/);
});

test("Chinese: lines break by its rules, and no label is cut off", async () => {
  for (const viewport of [WIDE, PHONE]) {
    const page = await start({ viewport, locale: "zh-CN" });
    await page.locator("#edition").selectOption("ack-createcluster");
    await page.locator("#preset").selectOption({ index: 3 });
    const tabs = page.getByRole("tab");
    for (let nth = 0; nth < (await tabs.count()); nth += 1) {
      await tabs.nth(nth).click();
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll("button, label, th, h1, h2, h3, .tag, .kind")]
          .filter((element) => element.checkVisibility() && !element.closest(".sr") && !element.classList.contains("sr"))
          .filter((element) => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflow !== "visible")
          .map((element) => element.textContent));
      assert.deepEqual(cut, []);
    }
    assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector("h1")).lineBreak), "strict");
  }
});
