// What comes in and goes out: pasted commands, dropped files, copies, downloads.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { body, bodyText, clean, editorReady, open, selectedText, setBody } from "./harness.mjs";

const site = await open();
const preset = readFileSync(new URL("../../src/edition/cce/otc/presets/ha-tunnel.json", import.meta.url), "utf8");
const TOKEN = "MIIcanaryTOKEN";
const WIDE = { width: 1440, height: 900 };
const folder = mkdtempSync(join(tmpdir(), "clusterwright-inout-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Opens the page and waits until its checks are there. */
async function start(options = {}) {
  const page = await site.newPage({ viewport: WIDE, permissions: ["clipboard-read", "clipboard-write"], ...options });
  await page.goto(site.url);
  await page.waitForFunction(() => document.getElementById("problem-counts")?.textContent === "Nothing to check yet");
  await editorReady(page);
  return page;
}

const notice = (page) => page.getByRole("status").filter({ has: page.locator("p") });
const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());
const written = (page, value) => page.evaluate((text) => navigator.clipboard.writeText(text), value);

/** Waits until the body's text is `wanted`. */
async function becomes(page, wanted) {
  await page.waitForFunction((wanted) => document.getElementById("request-body").value === wanted, wanted);
}

/** Takes everything out of the body. */
async function clear(page) {
  await body(page).focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("Delete");
  await becomes(page, "");
}

/** Puts `value` on the clipboard and pastes it into the body. */
async function paste(page, value) {
  await written(page, value);
  await body(page).focus();
  await page.keyboard.press("ControlOrMeta+v");
}

/** Drops a file on what `selector` finds. */
async function drop(page, selector, name, content) {
  const transfer = await page.evaluateHandle(([name, content]) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], name, { type: "application/json" }));
    return transfer;
  }, [name, content]);
  const held = await page.locator(selector).evaluate((element, dataTransfer) => {
    const over = new DragEvent("dragover", { dataTransfer, bubbles: true, cancelable: true, composed: true });
    element.dispatchEvent(over);
    const drop = new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true, composed: true });
    element.dispatchEvent(drop);
    return [over.defaultPrevented, drop.defaultPrevented];
  }, transfer);
  assert.deepEqual(held, [true, true], "the browser would leave the page");
}

const command = (json) => `curl -X POST 'https://cce.example.com/api/v3/projects/p1/clusters' \\
  -H 'X-Auth-Token: ${TOKEN}' \\
  -H 'Content-Type: application/json' \\
  -d '${json.replaceAll("'", "'\\''")}'
`;

test("a pasted command gives its body; its token is named, nowhere shown, and forgotten at a word", async () => {
  const page = await start();
  await paste(page, command(preset));
  await becomes(page, preset);
  await notice(page).getByText("The body was taken out of a curl command. Set aside: POST https://cce.example.com/api/v3/projects/p1/clusters, X-Auth-Token, Content-Type.").waitFor();
  await page.getByRole("tab", { name: "Request" }).click();
  await page.getByText("Taken from what was pasted: X-Auth-Token.").waitFor();
  assert.ok(!(await page.content()).includes(TOKEN));
  assert.ok(!(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href]))).includes(TOKEN));
  await page.getByRole("button", { name: "Forget" }).click();
  assert.equal(await page.getByText("Taken from what was pasted").count(), 0);
  clean(page);
});

test("'Keep as pasted' brings the pasted text, and a body for another API drops the token", async () => {
  const page = await start();
  await paste(page, command(preset));
  await becomes(page, preset);
  await page.getByRole("button", { name: "Keep as pasted" }).click();
  await becomes(page, command(preset));
  await page.getByRole("tab", { name: "Request" }).click();
  await page.getByText("Taken from what was pasted: X-Auth-Token.").waitFor();
  await page.getByRole("combobox", { name: "API edition" }).selectOption("ack-managed");
  await page.waitForFunction(() => !document.body.textContent.includes("Taken from what was pasted"));
  clean(page);
});

test("pasting over the whole text is taken apart, pasting into it is not", async () => {
  const page = await start();
  await setBody(page, '{"mine": true}');
  await page.keyboard.press("ControlOrMeta+a");
  await written(page, `\`\`\`json\n${preset}\`\`\``);
  await page.keyboard.press("ControlOrMeta+v");
  await becomes(page, preset);
  await notice(page).getByText("The body was taken out of a fenced block.").waitFor();
  await setBody(page, '{"mine": true}');
  await page.keyboard.press("ControlOrMeta+End");
  await written(page, "\nPOST /x\n\n{}");
  await page.keyboard.press("ControlOrMeta+v");
  await becomes(page, '{"mine": true}\nPOST /x\n\n{}');
  clean(page);
});

test("other shells, messages and languages", async () => {
  for (const [pasted, taken, said] of [
    ["curl.exe -X POST \"https://h/clusters\" ^\n  -d \"{\\\"kind\\\": \\\"Cluster\\\"}\"", '{"kind": "Cluster"}', "a curl command for cmd"],
    ["Invoke-RestMethod -Uri https://h/x -Body '{\"kind\": \"it''s\"}'", '{"kind": "it\'s"}', "a PowerShell command"],
    ["POST /clusters HTTP/1.1\nContent-Type:application/json\n{\"kind\": 1}", '{"kind": 1}', "an HTTP request"],
    ['"{\\"kind\\": \\"Cluster\\"}"', '{"kind": "Cluster"}', "a string with escaped quotes"],
  ]) {
    const page = await start();
    await paste(page, pasted);
    await becomes(page, taken);
    await notice(page).getByText(`taken out of ${said}`).waitFor();
    clean(page);
    await page.context().close();
  }
});

test("YAML and Terraform are named by one finding, and stay as they are", async () => {
  for (const [pasted, said] of [
    ["kind: Cluster\napiVersion: v3\nmetadata:\n  name: x\n", "this is YAML"],
    ["resource \"opentelekomcloud_cce_cluster_v3\" \"c\" {\n  name = \"x\"\n}\n", "this is a Terraform block"],
  ]) {
    const page = await start();
    await paste(page, pasted);
    await page.waitForFunction(() => document.getElementById("problem-counts").textContent === "1 error");
    assert.match(await page.getByRole("list", { name: "Problems" }).innerText(), new RegExp(said));
    assert.equal(await bodyText(page), pasted);
    clean(page);
    await page.context().close();
  }
});

test("a command whose body is in a file asks for it, and the dropped file is the body", async () => {
  const page = await start();
  await paste(page, `curl https://h/clusters -H 'X-Auth-Token: ${TOKEN}' -d @body.json`);
  await notice(page).getByText("its body is in the file “body.json”").waitFor();
  assert.equal(await bodyText(page), "");
  // Not on the body itself: anywhere will do.
  await drop(page, "header", "body.json", preset);
  await becomes(page, preset);
  await notice(page).getByText("The body was replaced by the file “body.json”.").waitFor();
  clean(page);
});

test("files: dropped, chosen, taken apart, and refused when they are too large", async () => {
  const page = await start();
  await setBody(page, '{"mine": true}');
  await drop(page, "#request-body", "create.sh", command(preset));
  await becomes(page, preset);
  await notice(page).getByText("taken out of a curl command").waitFor();
  const chosen = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open a file…" }).click();
  const plain = join(folder, "plain.json");
  writeFileSync(plain, '{"kind": "Cluster"}');
  await (await chosen).setFiles(plain);
  await becomes(page, '{"kind": "Cluster"}');
  await page.getByRole("button", { name: "Put back" }).click();
  await becomes(page, preset);
  await drop(page, "#request-body", "big.json", " ".repeat(9 << 20));
  await notice(page).getByText("larger than 8 MiB").waitFor();
  assert.equal(await bodyText(page), preset);
  clean(page);
});

test("what is pasted beside the fields goes into the empty body", async () => {
  const page = await start();
  await written(page, preset);
  await page.getByRole("heading", { name: "Clusterwright" }).first().click();
  await page.keyboard.press("ControlOrMeta+v");
  await becomes(page, preset);
  // A field keeps what is pasted into it.
  await clear(page);
  await page.getByRole("searchbox", { name: "Search fields" }).focus();
  await page.keyboard.press("ControlOrMeta+v");
  assert.equal(await bodyText(page), "");
  clean(page);
});

test("the body is copied in every shape by the keyboard, errors counted; the menu gives the focus back", async () => {
  const page = await start();
  await paste(page, preset.replace("cce.s2.small", "cce.s2.smal"));
  await page.waitForFunction(() => /1 error/.test(document.getElementById("problem-counts").textContent));
  const opener = page.getByRole("button", { name: "Copy as…" });
  const menu = page.getByRole("group", { name: "Copy as…" });
  const got = {};
  for (const name of ["JSON, minified", "JSON, formatted", "curl (bash)", "PowerShell", "curl (cmd)", "HTTP file"]) {
    await opener.focus();
    await page.keyboard.press("Enter");
    assert.equal(await opener.getAttribute("aria-expanded"), "true");
    const entry = menu.getByRole("button", { name, exact: true });
    for (let presses = 0; presses < 10; presses += 1) {
      await page.keyboard.press("Tab");
      if (await entry.evaluate((element) => element === document.activeElement)) break;
    }
    await page.keyboard.press("Enter");
    await notice(page).getByText(`Copied: ${name}. The body still has 1 error`).waitFor();
    await page.waitForFunction(() => document.activeElement?.id === "copy-as");
    assert.equal(await menu.isVisible(), false);
    got[name] = await clipboard(page);
  }
  const own = JSON.parse(await bodyText(page));
  assert.deepEqual(JSON.parse(got["JSON, minified"]), own);
  assert.ok(!got["JSON, minified"].includes("\n"));
  assert.deepEqual(JSON.parse(got["JSON, formatted"]), own);
  assert.match(got["JSON, formatted"], /\n/);
  // Each snippet, pasted again, is the body again.
  for (const name of ["curl (bash)", "PowerShell", "curl (cmd)", "HTTP file"]) {
    await clear(page);
    await paste(page, got[name]);
    await page.waitForFunction(() => document.getElementById("request-body").value.startsWith("{"));
    assert.deepEqual(JSON.parse(await bodyText(page)), own, name);
  }
  await opener.click();
  await menu.waitFor();
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.activeElement?.id === "copy-as");
  assert.equal(await menu.isVisible(), false);
  clean(page);
});

test("on a phone the menu opens right under its button, on the screen", async () => {
  const page = await site.newPage({ viewport: { width: 390, height: 844 } });
  await page.goto(site.url);
  await editorReady(page);
  const opener = page.locator(".copies .opener");
  await opener.click();
  const box = (locator) => locator.evaluate((element) => element.getBoundingClientRect().toJSON());
  const [button, menu] = [await box(opener), await box(page.locator(".copies .menu"))];
  assert.ok(menu.top >= button.bottom && menu.top < button.bottom + 60, `${menu.top} under ${button.bottom}`);
  assert.ok(menu.left >= 0 && menu.right <= 390 && menu.bottom <= 844, JSON.stringify(menu));
  clean(page);
});

test("the copied bash command hands curl the body, and the secret from the environment", async () => {
  const page = await start();
  const secret = "c2VjcmV0LWNhbmFyeQ==";
  const given = readFileSync(new URL("../../src/edition/cce/otc/presets/authenticating-proxy.json", import.meta.url), "utf8").replace(/<private key[^>]*>/, secret);
  assert.ok(given.includes(secret));
  await paste(page, given);
  await page.waitForFunction(() => /blank/.test(document.getElementById("problem-counts").textContent));
  for (const name of ["curl (bash)", "PowerShell", "curl (cmd)", "HTTP file"]) {
    await page.getByRole("button", { name: "Copy as…" }).click();
    await page.getByRole("group", { name: "Copy as…" }).getByRole("button", { name, exact: true }).click();
    await notice(page).getByText(`Copied: ${name}.`).waitFor();
    assert.ok(!(await clipboard(page)).includes(secret), name);
  }
  await page.getByRole("button", { name: "Copy as…" }).click();
  await page.getByRole("group", { name: "Copy as…" }).getByRole("button", { name: "curl (bash)" }).click();
  await notice(page).getByText("Copied: curl (bash).").waitFor();
  writeFileSync(join(folder, "curl"), "#!/bin/sh\nwhile [ $# -gt 1 ]; do shift; done\nprintf %s \"$1\"\n");
  chmodSync(join(folder, "curl"), 0o755);
  const env = { PATH: `${folder}:${process.env.PATH}`, CCE_ENDPOINT: "h", PROJECT_ID: "p", OTC_TOKEN: "t", PRIVATE_KEY: secret };
  assert.equal(execFileSync("bash", ["-c", await clipboard(page)], { env, encoding: "utf8" }), given);
  clean(page);
});

test("a copy is called what it is: nothing, JSON with comments, what is no JSON yet", async () => {
  const page = await start();
  const copies = async (name, said) => {
    await page.getByRole("button", { name: "Copy as…" }).click();
    await page.getByRole("group", { name: "Copy as…" }).getByRole("button", { name, exact: true }).click();
    await notice(page).getByText(said, { exact: true }).waitFor();
  };
  await copies("JSON, formatted", "There is no body to copy yet.");
  await copies("JSON, minified", "There is no body to copy yet.");
  await copies("HTTP file", "Copied: HTTP file. There is no body in it yet.");
  await page.getByRole("button", { name: "Copy body" }).click();
  await notice(page).getByText("There is no body to copy yet.").waitFor();
  await page.getByRole("combobox", { name: "API edition" }).selectOption("cce-otc");
  for (const [text, said] of [
    [preset, "Copied: JSON, formatted."],
    [preset.replace("{", "{ // mine\n"), "Copied: JSON with comments, formatted. The body still has 1 error"],
    ["{\"kind\": \"Cluster\"", "Copied: the body, which is not JSON yet. The body still has"],
  ]) {
    await setBody(page, text);
    await becomes(page, text);
    await page.getByRole("button", { name: "Copy as…" }).click();
    await page.getByRole("group", { name: "Copy as…" }).getByRole("button", { name: "JSON, formatted" }).click();
    await notice(page).getByText(said).waitFor();
  }
  clean(page);
});

test("where nothing can be laid out, 'Format' says why, until the text changes", async () => {
  const page = await start();
  const why = notice(page).getByText("Nothing was changed: of a text that is not JSON yet, only what can be read for certain is laid out. Mend its syntax first.");
  for (const text of ['{"name":"a","tags":[{"key":"x"', "kind: Cluster\napiVersion: v3\nmetadata:\n  name: x\n"]) {
    await setBody(page, text);
    await becomes(page, text);
    await page.getByRole("button", { name: "Format", exact: true }).click();
    await why.waitFor();
    await setBody(page, preset);
    await why.waitFor({ state: "detached" });
  }
  await page.getByRole("button", { name: "Format", exact: true }).click();
  assert.equal(await why.count(), 0);
  clean(page);
});

test("the download is the body, named after edition and cluster", async () => {
  const page = await start();
  await page.getByRole("combobox", { name: "API edition" }).selectOption("cce-otc");
  const own = preset.replace(/"name": "[^"]*"/, '"name": "my/cluster 中 "');
  await paste(page, own);
  await page.getByRole("button", { name: "Copy as…" }).click();
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download" }).click();
  const download = await coming;
  assert.equal(download.suggestedFilename(), "cce-otc-my-cluster-中.json");
  assert.equal(readFileSync(await download.path(), "utf8"), own);
  await notice(page).getByText("Saved as cce-otc-my-cluster-中.json.").waitFor();
});

test("where the browser does not allow copying, the text is selected and said to be", async () => {
  const page = await start();
  await paste(page, preset);
  await becomes(page, preset);
  const refuse = () => page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError"));
  });
  await refuse();
  await page.getByRole("button", { name: "Copy body" }).click();
  await notice(page).getByText("The text is selected").waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), "request-body");
  assert.equal(await selectedText(page), preset);
  // What is not on the page is shown.
  await page.getByRole("button", { name: "Copy as…" }).click();
  await page.getByRole("group", { name: "Copy as…" }).getByRole("button", { name: "JSON, minified" }).click();
  const shown = page.getByRole("textbox", { name: "Copy this by hand" });
  await shown.waitFor();
  await page.waitForFunction(() => document.activeElement?.id === "text-to-copy");
  const selected = await shown.evaluate((area) => area.value.slice(area.selectionStart, area.selectionEnd));
  assert.equal(selected, JSON.stringify(JSON.parse(preset)));
  await page.getByRole("button", { name: "Done" }).click();
  await page.waitForFunction(() => document.activeElement?.id === "copy-as");
  assert.equal(await shown.count(), 0);
  // And with no clipboard at all, the whole of a command.
  await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined, configurable: true }));
  await page.getByRole("tab", { name: "Request" }).click();
  await page.getByRole("button", { name: "Copy command" }).click();
  assert.match(await page.getByRole("textbox", { name: "Copy this by hand" }).inputValue(), /^: "\$\{CCE_ENDPOINT/);
  clean(page);
});

test("the Request tab shows the snippet of the chosen kind, and keeps the choice", async () => {
  const page = await start();
  await page.getByRole("combobox", { name: "API edition" }).selectOption("cce-otc");
  await paste(page, preset);
  await page.getByRole("tab", { name: "Request" }).click();
  const shown = page.getByRole("region", { name: "As a command" });
  assert.match(await shown.innerText(), /--data-raw '/);
  for (const [name, pattern] of [
    ["PowerShell", /Invoke-RestMethod -Method POST/],
    ["curl (cmd)", /^curl\.exe .*%CCE_ENDPOINT%/],
    ["HTTP file", /^POST https:\/\/\{\{\$processEnv CCE_ENDPOINT\}\}/],
  ]) {
    await page.getByRole("radio", { name }).check();
    assert.match(await shown.innerText(), pattern);
    await page.getByRole("button", { name: "Copy command" }).click();
    await notice(page).getByText(`Copied: ${name}.`).waitFor();
    assert.match(await clipboard(page), pattern);
  }
  await page.getByRole("tab", { name: "Body" }).click();
  await page.getByRole("tab", { name: "Request" }).click();
  assert.equal(await page.getByRole("radio", { name: "HTTP file" }).isChecked(), true);
  // More than cmd takes is said.
  await page.getByRole("radio", { name: "curl (cmd)" }).check();
  assert.equal(await page.getByText("longer than cmd takes").count(), 0);
  await page.getByRole("tab", { name: "Body" }).click();
  await setBody(page, JSON.stringify({ kind: "x".repeat(9000) }));
  await page.getByRole("tab", { name: "Request" }).click();
  await page.getByText("longer than cmd takes").waitFor();
  clean(page);
});
