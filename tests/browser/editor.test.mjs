// The code editor, by what a person does in it, on the built page under its own policy.

import assert from "node:assert/strict";
import { test } from "node:test";
import { body, bodyText, clean, editorReady, open, recorded, selectedText, setBody } from "./harness.mjs";

const site = await open();
const WIDE = { width: 1440, height: 900 };
const MINE = '{\n  // mine\n  "kind": "Cluster",\n  "apiVersion": "v3",\n  "metadata": { "name": "first" },\n  "spec": {\n    "flavor": "cce.s2.smal"\n  },\n}\n';

/** Opens the page with the editor in place, checking as cce-otc. */
async function start(options = {}) {
  const page = await site.newPage({ viewport: WIDE, ...options });
  await page.goto(site.url);
  await editorReady(page);
  await page.locator("#edition").selectOption("cce-otc");
  return page;
}

/** Puts a text in the body and waits until it is checked. */
async function write(page, text) {
  await setBody(page, text);
  await page.waitForFunction((lines) => document.querySelector(".body .muted").textContent.startsWith(lines), String(text.split("\n").length));
  await page.waitForFunction(() => document.getElementById("request-body").shadowRoot.querySelector(".cm-found") || /^no errors/.test(document.getElementById("problem-counts").textContent));
}

/** Puts the caret behind the first `text`. */
const caretBehind = (page, text) => page.evaluate((text) => {
  const own = document.getElementById("request-body");
  const at = own.value.indexOf(text) + text.length;
  own.focus();
  own.setSelectionRange(at, at);
}, text);
const hasFocus = (page) => page.evaluate(() => document.activeElement.id === "request-body");
const textIs = (page, text) => page.waitForFunction((text) => document.getElementById("request-body").value === text, text);
const undo = (page) => page.keyboard.press("ControlOrMeta+z");

/** Holds the editor's file back until the function that this gives is called. */
async function held(page) {
  let release;
  const gate = new Promise((done) => { release = done; });
  await page.route(/\/editor-[0-9a-f]+\.js$/, async (route) => {
    await gate;
    await route.continue();
  });
  return release;
}

test("it comes after the first paint and takes over text, selection and focus; typing goes on", async () => {
  const page = await site.newPage({ viewport: WIDE });
  const release = await held(page);
  await page.goto(site.url);
  const area = page.locator("textarea#request-body");
  await area.fill('{"a": "first"}');
  await area.evaluate((own) => own.setSelectionRange(7, 12));
  assert.equal(await body(page).count(), 1);
  release();
  await editorReady(page);
  assert.equal(await body(page).count(), 1, "one textbox of that name at a time");
  assert.equal(await page.locator("textarea#request-body").count(), 0);
  assert.equal(await selectedText(page), "first");
  await page.keyboard.type("second");
  await textIs(page, '{"a": "second"}');
  await page.waitForFunction(() => /error/.test(document.getElementById("problem-counts").textContent));
  clean(page);
});

test("characters that are being composed in the textarea are not cut off", async () => {
  const page = await site.newPage({ viewport: WIDE });
  const release = await held(page);
  await page.goto(site.url);
  await page.locator("textarea#request-body").focus();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Input.imeSetComposition", { text: "ji", selectionStart: 2, selectionEnd: 2 });
  release();
  await page.waitForFunction(() => customElements.get("body-editor"));
  await page.locator("#problem-counts").waitFor();
  assert.equal(await page.locator("textarea#request-body").count(), 1);
  await cdp.send("Input.insertText", { text: "集群" });
  await editorReady(page);
  assert.equal(await bodyText(page), "集群");
  clean(page);
});

test("composed characters arrive in the editor, once, and are one step to undo", async () => {
  const page = await start();
  await write(page, '{"name": ""}');
  await caretBehind(page, '": "');
  const cdp = await page.context().newCDPSession(page);
  for (const text of ["j", "ji", "jiqun"]) await cdp.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  await cdp.send("Input.insertText", { text: "集群" });
  await textIs(page, '{"name": "集群"}');
  await page.getByRole("form").getByText("集群").or(page.locator('#problem-panel')).first().waitFor();
  await undo(page);
  await textIs(page, '{"name": ""}');
  clean(page);
});

test("without its file, or with one that was changed on its way, the textarea goes on serving", async () => {
  for (const change of [({ find, remove }) => remove(find(/^editor-.*\.js$/)), ({ find, read, write }) => {
    const name = find(/^editor-.*\.js$/);
    write(name, `${read(name)}\n// changed`);
  }]) {
    const url = await site.serveChanged(change);
    const page = await site.newPage({ viewport: WIDE });
    await page.goto(url);
    await page.locator("#problem-counts").waitFor();
    await page.waitForFunction(() => document.querySelector("link[rel=modulepreload]"));
    await page.waitForLoadState("networkidle");
    await setBody(page, '{"a": 1,}');
    await page.getByRole("list", { name: "Problems" }).getByRole("listitem").first().waitFor();
    await page.locator(".backdrop [data-severity=error]").first().waitFor();
    assert.equal(await page.evaluate(() => customElements.get("body-editor")), undefined);
    await page.getByRole("button", { name: "Format" }).click();
    await page.waitForFunction(() => document.getElementById("request-body").value.includes("\n"));
    assert.equal(await page.locator("textarea#request-body").count(), 1);
    assert.deepEqual(recorded(page).errors, []);
  }
});

test("undo goes back over typing, a form edit and a fix, each as one step, and forward again", async () => {
  const page = await start();
  await write(page, MINE);
  // A form edit.
  await page.getByRole("form").getByRole("textbox", { name: "Cluster name" }).fill("renamed");
  const renamed = MINE.replace("first", "renamed");
  await textIs(page, renamed);
  // A fix.
  await page.getByRole("button", { name: "Fix all" }).click();
  await page.waitForFunction(() => !document.getElementById("request-body").value.includes("},\n}"));
  const fixed = await bodyText(page);
  // Typing.
  await caretBehind(page, '"kind": "Cluster');
  await page.keyboard.type("Typed");
  const typed = fixed.replace("Cluster", "ClusterTyped");
  await textIs(page, typed);
  await undo(page);
  await textIs(page, fixed);
  await undo(page);
  await textIs(page, renamed);
  await undo(page);
  await textIs(page, MINE);
  await page.waitForFunction(() => [...document.querySelectorAll("form input")].some((input) => input.value === "first"));
  // Forward, by the buttons, and the focus stays on them.
  const redo = page.getByRole("button", { name: "Redo" });
  await redo.click();
  await textIs(page, renamed);
  await redo.click();
  await redo.click();
  await textIs(page, typed);
  assert.equal(await redo.getAttribute("aria-disabled"), "true");
  assert.equal(await redo.evaluate((own) => own === document.activeElement), true);
  await page.getByRole("button", { name: "Undo" }).click();
  await textIs(page, fixed);
  clean(page);
});

test("what changes elsewhere leaves the caret where it is", async () => {
  const page = await start();
  await write(page, MINE);
  await caretBehind(page, "cce.s2");
  await page.getByRole("form").getByRole("textbox", { name: "Cluster name" }).fill("a-longer-name");
  await textIs(page, MINE.replace("first", "a-longer-name"));
  await body(page).focus();
  await page.keyboard.type("X");
  await textIs(page, MINE.replace("first", "a-longer-name").replace("cce.s2", "cce.s2X"));
  clean(page);
});

test("characters of every width go over as they are", async () => {
  const page = await start();
  const text = '{\n  "metadata": { "name": "𝒳é集群" },\n  "spec": {}\n}\n';
  await write(page, text);
  await caretBehind(page, "𝒳é集群");
  await page.keyboard.type("-1");
  const name = page.getByRole("form").getByRole("textbox", { name: "Cluster name" });
  await page.waitForFunction(() => [...document.querySelectorAll("form input")].some((input) => input.value === "𝒳é集群-1"));
  await name.fill("𝒳é-2");
  await textIs(page, text.replace("𝒳é集群", "𝒳é-2"));
  await write(page, "{\r\n  \"a\": 1\r\n}");
  assert.equal(await bodyText(page), '{\n  "a": 1\n}');
  clean(page);
});

test("marks and signs by severity, what the pointer rests on is explained, and a fix of it applied", async () => {
  const page = await start();
  await write(page, MINE);
  await page.locator(".cm-found.cm-error", { hasText: "cce.s2.smal" }).waitFor();
  assert.deepEqual(await page.locator(".cm-signs .cm-gutterElement:not([style*=hidden])").evaluateAll((all) =>
    all.map((own) => own.textContent).filter(Boolean)).then((signs) => new Set(signs)), new Set(["✕"]));
  await page.locator(".cm-found.cm-error", { hasText: "// mine" }).hover();
  const card = page.locator(".tip");
  await card.getByText("JSON has no comments").waitFor();
  await card.getByText("The API reads strict JSON").waitFor();
  await card.getByText(/Source: RFC 8259/).waitFor();
  await card.getByRole("button", { name: "Remove the comment" }).click();
  await page.waitForFunction(() => !document.getElementById("request-body").value.includes("mine"));
  await card.waitFor({ state: "detached" });
  await page.waitForFunction(() => document.activeElement.id === "request-body");
  // A warning has another sign.
  await write(page, '{\n  "kind": "Cluster",\n  "apiVersion": "v3",\n  "mine": 1\n}\n');
  await page.locator(".cm-found.cm-warning", { hasText: "mine" }).waitFor();
  await page.locator(".cm-signs .cm-warning-line", { hasText: "!" }).waitFor();
  clean(page);
});

test("the fixes at the caret in a menu, by keyboard; an unsafe one is shown first; Escape leads back", async () => {
  const page = await start();
  await write(page, MINE);
  await caretBehind(page, "cce.s2.sm");
  await page.keyboard.press("ControlOrMeta+.");
  const menu = page.getByRole("menu", { name: "Quick fixes" });
  await menu.waitFor();
  await page.waitForFunction(() => document.activeElement.getAttribute("role") === "menuitem");
  await page.keyboard.press("Escape");
  await menu.waitFor({ state: "detached" });
  assert.equal(await hasFocus(page), true);
  await page.keyboard.press("ControlOrMeta+.");
  await page.waitForFunction(() => document.activeElement.getAttribute("role") === "menuitem");
  const title = await page.evaluate(() => document.activeElement.textContent);
  assert.match(title, /cce\.s2\.small.*…$/);
  await page.keyboard.press("Enter");
  const change = page.getByRole("group", { name: "What changes" });
  await change.waitFor();
  assert.match(await change.innerText(), /cce\.s2\.small/);
  assert.equal(await bodyText(page), MINE);
  await page.waitForFunction(() => document.activeElement.textContent === "Apply");
  await page.keyboard.press("Enter");
  await textIs(page, MINE.replace("cce.s2.smal", "cce.s2.small"));
  await page.waitForFunction(() => document.activeElement.id === "request-body");
  await undo(page);
  await textIs(page, MINE);
  clean(page);
});

test("F8 and Shift+F8 go from problem to problem and around, and say what each is", async () => {
  const page = await start();
  await write(page, MINE);
  await caretBehind(page, "{");
  const go = async (key, text) => {
    await page.keyboard.press(key);
    await page.waitForFunction((text) => {
      const { value, selectionStart, selectionEnd } = document.getElementById("request-body");
      return value.slice(selectionStart, selectionEnd) === text;
    }, text);
  };
  await go("F8", "// mine");
  await page.locator(".tip").getByText("JSON has no comments").waitFor();
  assert.match(await page.locator(".cm-announced").textContent(), /JSON has no comments/);
  await go("F8", '"spec"');
  await go("F8", '"cce.s2.smal"');
  await go("F8", ",");
  await go("F8", "// mine");
  await go("Shift+F8", ",");
  await go("Shift+F8", '"cce.s2.smal"');
  // It goes with the focus, and by Escape.
  await page.keyboard.press("ControlOrMeta+f");
  await page.locator(".tip").waitFor({ state: "detached" });
  await page.keyboard.press("Escape");
  await go("Shift+F8", '"spec"');
  await page.locator(".tip").waitFor();
  await page.keyboard.press("Escape");
  await page.locator(".tip").waitFor({ state: "detached" });
  assert.equal(await hasFocus(page), true);
  clean(page);
});

test("folding by keyboard and by mouse, also of what is broken; a fold opens again", async () => {
  const page = await start();
  await write(page, MINE);
  await caretBehind(page, '"spec": {');
  await page.keyboard.press("ControlOrMeta+Shift+BracketLeft");
  await page.locator(".cm-foldPlaceholder").waitFor();
  assert.doesNotMatch(await page.locator(".cm-content").innerText(), /flavor/);
  assert.equal(await bodyText(page), MINE);
  await page.locator(".cm-foldPlaceholder").click();
  assert.match(await page.locator(".cm-content").innerText(), /flavor/);
  await page.locator(".cm-foldGutter span[title=\"Fold line\"]").first().click();
  await page.locator(".cm-foldPlaceholder").waitFor();
  assert.equal(await page.locator(".cm-line").count(), 2);
  clean(page);
});

test("search and replace in both languages, from the keyboard", async () => {
  for (const [locale, find, replace, all] of [["en-US", "Find", "Replace", "replace all"], ["zh-CN", "查找", "替换", "全部替换"]]) {
    const page = await start({ locale });
    await write(page, MINE);
    await page.keyboard.press("ControlOrMeta+f");
    const field = page.getByRole("textbox", { name: find, exact: true });
    await field.waitFor();
    await page.keyboard.type("Cluster");
    await page.locator(".cm-searchMatch").first().waitFor();
    await page.getByRole("textbox", { name: replace, exact: true }).fill("Klaster");
    await page.getByRole("button", { name: all, exact: true }).click();
    await textIs(page, MINE.replace("Cluster", "Klaster"));
    await page.keyboard.press("Escape");
    await field.waitFor({ state: "detached" });
    clean(page);
  }
});

test("Format lays the body out, keeps comments, and is one step; also by its keys", async () => {
  const page = await start();
  const text = '{ // mine\n"kind":"Cluster","apiVersion":"v3",\n"metadata":{"name":"first"}}';
  await write(page, text);
  await page.getByRole("button", { name: "Format" }).click();
  await page.waitForFunction(() => /^  "kind": "Cluster",$/m.test(document.getElementById("request-body").value));
  const laid = await bodyText(page);
  assert.match(laid, /\/\/ mine/);
  assert.match(laid, /"name": "first"/);
  await body(page).focus();
  await undo(page);
  await textIs(page, text);
  await page.keyboard.press("Alt+Shift+F");
  await textIs(page, laid);
  clean(page);
});

test("a name and a choice are completed by keyboard, with what they mean, and the value waits for what is typed", async () => {
  const page = await start();
  const text = '{\n  "kind": "Cluster",\n  "apiVersion": "v3",\n  "spec": {\n    \n  }\n}\n';
  await write(page, text);
  await caretBehind(page, '"spec": {\n    ');
  await page.keyboard.type('"fla');
  const list = page.getByRole("listbox", { name: "Completions" });
  await list.getByRole("option", { name: /^flavor/, selected: true }).waitFor();
  assert.match(await list.getByRole("option", { name: /^flavor/ }).innerText(), /required/);
  await page.locator(".about-row").waitFor();
  await page.waitForFunction(() => !/Loading/.test(document.querySelector(".about-row").textContent));
  assert.match(await page.locator(".about-row").innerText(), /cluster|master|node/i);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => /"spec": \{\n    "flavor": /.test(document.getElementById("request-body").value));
  // What the document allows there, without typing a quote.
  await page.keyboard.press("Control+Space");
  await list.getByRole("option").first().waitFor();
  await page.keyboard.type("cce.s2.sm");
  await list.getByRole("option", { name: "cce.s2.small", selected: true }).waitFor();
  await page.keyboard.press("Enter");
  await textIs(page, text.replace("    \n", '    "flavor": "cce.s2.small"\n'));
  // Escape shuts a list and leaves the text.
  await page.keyboard.press("Control+Space");
  await page.keyboard.press("Escape");
  await list.waitFor({ state: "detached" });
  assert.equal(await hasFocus(page), true);
  clean(page);
});

test("lines are indented by the body's own unit, Tab indents, and Escape then Tab leaves", async () => {
  const page = await start();
  await write(page, '{\n    "a": {"b": 1}\n}');
  await caretBehind(page, '"a": {');
  await page.keyboard.press("Enter");
  assert.match(await bodyText(page), /"a": \{\n        "b": 1\}/);
  await page.keyboard.press("Tab");
  assert.match(await bodyText(page), /"a": \{\n            "b": 1\}/);
  const described = await page.evaluate(() => {
    const root = document.getElementById("request-body").shadowRoot;
    return root.getElementById(root.querySelector(".cm-content").getAttribute("aria-describedby")).textContent;
  });
  assert.match(described, /Escape, then Tab/);
  const before = await bodyText(page);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  assert.equal(await hasFocus(page), false);
  assert.equal(await bodyText(page), before);
  clean(page);
});

test("its name and words follow the language", async () => {
  const page = await start();
  await write(page, MINE);
  await body(page).focus();
  await page.keyboard.press("ControlOrMeta+f");
  await page.getByRole("button", { name: "match case" }).or(page.getByText("match case")).first().waitFor();
  await page.locator("#language").selectOption("zh-CN");
  await body(page, "请求体").waitFor();
  await page.getByText("区分大小写").waitFor();
  assert.equal(await bodyText(page), MINE);
  clean(page);
});

test("what is asked for is scrolled to and selected in a body of 3.4 MB, and a key is answered there", async () => {
  const page = await start();
  const pools = Array.from({ length: 40_000 }, (_, at) => `    { "name": "pool-${at}", "x": [ "${"y".repeat(60)}" ] }`).join(",\n");
  const big = `{\n  "kind": "Cluster",\n  "apiVersion": "v3",\n  "pools": [\n${pools}\n  ],\n}\n`;
  assert.ok(big.length > 3_400_000);
  await setBody(page, big);
  const comma = page.getByRole("list", { name: "Problems" }).getByRole("listitem").filter({ hasText: "nothing follows this comma" });
  await comma.getByRole("button", { name: "Go there" }).click();
  await page.waitForFunction(() => document.activeElement.id === "request-body");
  assert.equal(await selectedText(page), ",");
  await page.locator(".cm-activeLine", { hasText: "]" }).waitFor();
  await page.keyboard.press("Delete");
  await comma.waitFor({ state: "detached" });
  assert.equal(await bodyText(page), big.replace("],\n}", "]\n}"));
  clean(page);
});
