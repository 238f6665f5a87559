// The form, by doing: filters and blanks, controls that save errors, lists, cards, thousands of them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { bodyText, clean, editorReady, open, pools, setBody } from "./harness.mjs";

const site = await open();
const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

async function start(options = {}) {
  const page = await site.newPage({ viewport: WIDE, ...options });
  await page.goto(site.url);
  await page.getByRole("combobox", { name: "API edition" }).waitFor();
  await editorReady(page);
  return page;
}

async function take(page, name, edition) {
  await page.getByRole("combobox", { name: "API edition" }).selectOption(edition);
  await page.getByRole("combobox", { name: "Preset" }).selectOption(name);
}

/** Checks a text as an edition. */
async function write(page, text, edition) {
  await page.getByRole("combobox", { name: "API edition" }).selectOption(edition);
  await setBody(page, text);
}

const form = (page) => page.getByRole("form", { name: "Cluster fields" });
const json = async (page) => JSON.parse(await bodyText(page));
const elements = (page) => page.evaluate(() => {
  const count = (root) => [...root.querySelectorAll("*")].reduce((sum, own) => sum + 1 + (own.shadowRoot ? count(own.shadowRoot) : 0), 0);
  return count(document);
});
/** Waits until the body says what `test` asks of it. */
const says = (page, test, ...args) => page.waitForFunction(([source, args]) => {
  try {
    return new Function("body", "args", `return (${source})(body, ...args)`)(JSON.parse(document.getElementById("request-body").value), args);
  } catch { return false; }
}, [test.toString(), args]);
/** The pointer of the row that has the focus. */
const focused = (page) => page.evaluate(() => document.activeElement?.closest("[data-pointer]")?.dataset.pointer ?? null);
const waitFocus = (page, pointer) => page.waitForFunction((own) => document.activeElement?.closest("[data-pointer]")?.dataset.pointer === own, pointer);
const row = (page, pointer) => page.locator(`[data-pointer="${pointer}"]`);
/** Scrolls the form to a share of its height and waits until nothing in sight is room without rows. The height is an estimate until the rows are there. */
const scroll = (page, share) => page.waitForFunction((share) => {
  const pane = document.querySelector(".form-pane");
  const top = (pane.scrollHeight - pane.clientHeight) * share;
  if (Math.abs(pane.scrollTop - top) > (share === 0 || share === 1 ? 1 : pane.clientHeight)) {
    pane.scrollTop = top;
    return false;
  }
  const own = pane.getBoundingClientRect();
  return [...pane.querySelectorAll(".space")].map((space) => space.getBoundingClientRect()).every(({ top, bottom }) => bottom <= own.top + 1 || top >= own.bottom - 1);
}, share, { polling: "raf" });

test("the filter, by mouse and by arrow keys: required only, set, all", async () => {
  const page = await start();
  await take(page, "ha-zones", "cce-otc");
  const all = await form(page).locator(".row").count();
  await page.getByRole("radio", { name: "Required only" }).click();
  await page.waitForFunction((all) => document.querySelectorAll("form .row").length < all, all);
  assert.equal(await form(page).getByRole("textbox", { name: "Cluster name" }).isVisible(), true);
  const plain = await form(page).locator(".row:not(.heading, .card)").evaluateAll((rows) => rows.filter((own) => !own.querySelector(".must")).length);
  assert.equal(plain, 0, "a row that is not required");
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-checked") === "true" && document.activeElement.textContent === "Set");
  assert.equal(await form(page).locator('.row[data-state="absent"]').count(), 0);
  await page.keyboard.press("ArrowRight");
  await page.getByRole("radio", { name: "All", checked: true }).waitFor();
  assert.equal(await form(page).locator(".row").count(), all);
  clean(page);
});

test("'Required only' shows every blank that 'Next blank' leads to", async () => {
  const page = await start();
  const text = readFileSync(new URL("../../src/edition/ack/dedicated/presets/flannel-pool.json", import.meta.url), "utf8");
  await write(page, text, "ack-dedicated");
  await page.getByRole("radio", { name: "Required only" }).click();
  await page.getByRole("radio", { name: "Required only", checked: true }).waitFor();
  const shown = await form(page).locator("[data-pointer]").evaluateAll((rows) => rows.map((own) => own.dataset.pointer));
  const blanks = Number(/\d+/.exec(await form(page).getByRole("button", { name: /^Next blank/ }).textContent())[0]);
  const seen = new Set();
  for (let at = 0; at < blanks; at += 1) {
    await page.keyboard.press("Control+Enter");
    await page.waitForFunction((seen) => {
      const own = document.activeElement?.closest("[data-pointer]")?.dataset.pointer;
      return own && !seen.includes(own);
    }, [...seen]);
    seen.add(await focused(page));
    await page.getByRole("radio", { name: "Required only", checked: true }).waitFor();
  }
  for (const own of ["/region_id", "/master_vswitch_ids/2", "/key_pair", "/nodepools/0/scaling_group/key_pair"]) assert.ok(seen.has(own), own);
  assert.deepEqual([...seen].filter((own) => !shown.includes(own)), []);
  clean(page);
});

test("the blanks are counted, and the way to the next is a button or Ctrl+Enter", async () => {
  const page = await start();
  await take(page, "ha-zones", "cce-otc");
  const button = form(page).getByRole("button", { name: "Next blank (3)" });
  await button.focus();
  await page.keyboard.press("Enter");
  await waitFocus(page, "/metadata/name");
  await page.keyboard.type("my-cluster");
  await form(page).getByRole("button", { name: "Next blank (2)" }).waitFor();
  await page.keyboard.press("Control+Enter");
  await waitFocus(page, "/spec/hostNetwork/vpc");
  await page.keyboard.type("23d3725f-6ffe-400e-8fb6-b4f9a7b3e8c1");
  await page.keyboard.press("Control+Enter");
  await waitFocus(page, "/spec/hostNetwork/subnet");
  await page.keyboard.type("c90b3ce5-e1f1-4c87-a006-644d78846438");
  await form(page).getByText("Every required field is filled in.").waitFor();
  clean(page);
});

test("what finds stays in sight, and hides nothing that has the focus", async () => {
  for (const viewport of [WIDE, PHONE, { width: 720, height: 450 }, { width: 360, height: 256 }]) {
    const page = await start({ viewport });
    await take(page, "flannel-pool", "ack-dedicated");
    if (viewport !== WIDE) await page.getByRole("tab", { name: "Form" }).click();
    await row(page, "/nodepools/0").waitFor();
    await page.evaluate(() => {
      const all = document.querySelectorAll("form .row .row-control :is(input, button)");
      all[all.length - 1].focus();
    });
    const head = viewport.height > 400 ? ".find" : ".tabs";
    for (const key of ["Shift+Tab", "Tab"]) {
      for (let at = 0; at < 60; at += 1) {
        await page.keyboard.press(key);
        const [own, top, bottom] = await page.evaluate((head) => {
          const box = (own) => own.getBoundingClientRect();
          const active = document.activeElement.closest(".row") ? box(document.activeElement) : null;
          const bar = getComputedStyle(document.querySelector(".problems")).position === "fixed" ? box(document.querySelector(".problems")).top : innerHeight;
          const { top, bottom, height } = box(document.querySelector(head));
          return [active && { top: active.top, bottom: active.bottom, name: document.activeElement.outerHTML }, Math.max(top + height, bottom), bar];
        }, viewport.width > 640 && head === ".find" ? ".form-head" : head);
        const fits = own && own.bottom - own.top <= bottom - top;
        if (fits) assert.ok(own.top >= top && own.bottom <= bottom, `${viewport.width}: ${JSON.stringify(own)} between ${top} and ${bottom}`);
      }
    }
    const find = page.getByRole("searchbox", { name: "Search fields" });
    const seen = await find.evaluate((own) => { const { top, bottom } = own.getBoundingClientRect(); return top >= 0 && bottom <= innerHeight; });
    assert.equal(seen, viewport.height > 400, `${viewport.width}`);
    clean(page);
  }
});

test("origins are said, and a set member is reset to absent", async () => {
  const page = await start();
  await write(page, '{"kind": "Cluster", "spec": {"kubeProxyMode": "ipvs"}}', "cce-otc");
  const mode = row(page, "/spec/kubeProxyMode");
  await mode.getByText("set", { exact: true }).waitFor();
  const search = page.getByRole("searchbox", { name: "Search fields" });
  await search.fill("kubernetesSvcIpRange");
  await row(page, "/spec/kubernetesSvcIpRange").getByText("implied: 10.247.0.0/16").waitFor();
  await search.fill("");
  await mode.getByRole("button", { name: /^Reset to absent: / }).click();
  await mode.getByText("absent", { exact: true }).waitFor();
  assert.deepEqual((await json(page)).spec, {});
  await waitFocus(page, "/spec/kubeProxyMode");
  clean(page);
});

test("a search finds by label and name, in both languages", async () => {
  const page = await start();
  await take(page, "ha-zones", "cce-otc");
  const search = page.getByRole("searchbox", { name: "Search fields" });
  for (const words of ["容器网段", "hostnetwork", "kubeproxymode"]) {
    await search.fill(words);
    await page.waitForFunction(() => document.querySelectorAll("form .row").length < 12 && document.querySelectorAll("form .row").length > 0);
  }
  clean(page);
});

test("a search finds what lies in lists and objects that are not there yet, and shows what is set below a heading it finds", async () => {
  const page = await start();
  await write(page, '{"kubernetes_config": {"cpu_policy": "none"}, "nodepools": [{"nodepool_info": {"name": "np-a"}}]}', "ack-dedicated");
  const search = page.getByRole("searchbox", { name: "Search fields" });
  const shown = () => form(page).locator("[data-pointer]").evaluateAll((rows) => rows.map((own) => own.dataset.pointer));
  await search.fill("节点池信息");
  await page.waitForFunction(() => document.querySelectorAll("form [data-pointer]").length < 6);
  assert.deepEqual(await shown(), ["/nodepools", "/nodepools/0", "/nodepools/0/nodepool_info", "/nodepools/0/nodepool_info/name"]);
  await write(page, '{"name": "a"}', "ack-dedicated");
  await search.fill("data_disks");
  await row(page, "/nodepools").getByRole("button", { name: "Add item: Node pools" }).waitFor();
  assert.deepEqual(await shown(), ["/nodepools"]);
  clean(page);
});

test("a search finds a place as Problems names it, also in an item that is closed or far away", async () => {
  const page = await start();
  const search = page.getByRole("searchbox", { name: "Search fields" });
  const shown = () => form(page).locator("[data-pointer]").evaluateAll((rows) => rows.map((own) => own.dataset.pointer));
  await take(page, "ha-zones", "cce-otc");
  await search.fill("/spec/hostNetwork/vpc");
  await page.waitForFunction(() => document.querySelectorAll("form [data-pointer]").length < 4);
  assert.ok((await shown()).includes("/spec/hostNetwork/vpc"), (await shown()).join());
  await write(page, pools(1_500), "ack-dedicated");
  const place = "/nodepools/1234/scaling_group/vswitch_ids";
  await search.fill(place);
  await row(page, `${place}/0`).waitFor();
  assert.deepEqual(await shown(), ["/nodepools", "/nodepools/1234", "/nodepools/1234/scaling_group", place, `${place}/0`]);
  // Not the pools 10 to 19, and so on; what is absent is found where it would be.
  await search.fill("/nodepools/1/count");
  await row(page, "/nodepools/1/count").waitFor();
  assert.deepEqual(await shown(), ["/nodepools", "/nodepools/1", "/nodepools/1/count"]);
  await search.fill("/nodepools/1/tee_config/tee_enable");
  await row(page, "/nodepools/1/tee_config").waitFor();
  assert.deepEqual(await shown(), ["/nodepools", "/nodepools/1", "/nodepools/1/tee_config"]);
  clean(page);
});

test("a range says what it spans; the next free one mends an overlap", async () => {
  const page = await start();
  await take(page, "vpc-ranges", "cce-otc");
  const field = row(page, "/spec/containerNetwork/cidrs/0/cidr");
  await field.getByText(/^\d+\.\d+\.0\.0 – .*, [\d,]+ addresses$/).waitFor();
  const before = (await json(page)).spec.containerNetwork.cidrs[0].cidr;
  const input = field.getByRole("textbox");
  assert.equal(await input.getAttribute("aria-describedby").then((ids) => ids.includes("hint")), true);
  await input.fill("10.247.0.0/18");
  await field.getByText("10.247.0.0 – 10.247.63.255, 16,384 addresses").waitFor();
  await field.getByRole("button", { name: /^Use next free range: / }).focus();
  await page.keyboard.press("Enter");
  await says(page, (own) => /^10\..*\/18$/.test(own.spec.containerNetwork.cidrs[0].cidr) && own.spec.containerNetwork.cidrs[0].cidr !== "10.247.0.0/18");
  await page.waitForFunction(() => !/overlap/.test(document.getElementById("problem-panel").textContent));
  assert.notEqual(before, "");
  clean(page);
});

test("the version says what it is too old for", async () => {
  const page = await start();
  await write(page, '{"kind": "Cluster", "spec": {"version": "v1.25"}}', "cce-otc");
  const field = row(page, "/spec/version");
  const offered = await field.locator("option").evaluateAll((all) => all.map((own) => own.value));
  assert.ok(offered.includes("v1.25") && offered.includes("v1.19.8-r0"), offered.join());
  await field.getByRole("combobox").fill("v1.19.8-r0");
  await field.getByText(/Too old for: .*IPv6 \(from v1\.25\)/).waitFor();
  await field.getByRole("combobox").fill("v1.25");
  await page.waitForFunction(() => !/Too old/.test(document.querySelector('[data-pointer="/spec/version"]').textContent));
  clean(page);
});

test("choices say what they mean and what they take", async () => {
  const page = await start();
  await write(page, '{"cluster_type": "Kubernetes", "profile": "Edge"}', "ack-createcluster");
  const field = row(page, "/profile");
  await field.waitFor();
  const words = await field.locator("option").allTextContents();
  assert.ok(words.some((own) => /Edge · an edge cluster · only /.test(own)), words.join("\n"));
  clean(page);
});

test("a password: its rules are ticked as it is typed, and one that keeps them is made", async () => {
  const page = await start();
  await write(page, '{"cluster_type": "Kubernetes", "login_password": "abc"}', "ack-dedicated");
  const field = row(page, "/login_password");
  const kept = () => field.locator('.ticks [data-kept="true"]').count();
  await field.locator(".ticks li").first().waitFor();
  assert.equal(await kept(), 1);
  const input = field.getByLabel("Password", { exact: true });
  assert.equal(await input.getAttribute("type"), "password");
  await input.focus();
  await input.press("End");
  await page.keyboard.type("DEF12", { delay: 10 });
  await page.waitForFunction(() => document.querySelectorAll('.ticks [data-kept="true"]').length === 5);
  await field.getByRole("button", { name: /^Generate: / }).click();
  await page.waitForFunction(() => document.querySelectorAll('.ticks [data-kept="true"]').length === 6);
  const first = (await json(page)).login_password;
  assert.match(first, /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*[^A-Za-z0-9]).{20}$/);
  await field.getByRole("button", { name: /^Generate: / }).click();
  await says(page, (own, first) => own.login_password !== first, first);
  clean(page);
});

test("a list by keyboard alone: add, duplicate, move, remove; the focus stays in it, comments go along", async () => {
  const page = await start();
  await write(page, '{\n  "spec": {\n    "customSan": [\n      // the first\n      "a.example",\n      "b.example"\n    ]\n  }\n}', "cce-otc");
  const list = "/spec/customSan";
  const names = () => bodyText(page).then((text) => [...text.matchAll(/"([a-z]*\.example)"/g)].map((own) => own[1]));
  await row(page, `${list}/0`).getByRole("textbox").focus();
  await page.keyboard.press("Alt+ArrowDown");
  await waitFocus(page, `${list}/1`);
  assert.deepEqual(await names(), ["b.example", "a.example"]);
  assert.match(await bodyText(page), /\/\/ the first\n\s*"a\.example"/);
  await page.getByRole("status").getByText("Now at place 2 of 2.").waitFor();
  await row(page, `${list}/1`).getByRole("button", { name: /^Move up: / }).focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => /^Move up: .* 1$/.test(document.activeElement?.getAttribute("aria-label")));
  assert.deepEqual(await names(), ["a.example", "b.example"]);
  await page.keyboard.press("Enter");
  assert.deepEqual(await names(), ["a.example", "b.example"], "the first stays the first");
  await row(page, `${list}/0`).getByRole("button", { name: /^Duplicate: / }).focus();
  await page.keyboard.press("Enter");
  await waitFocus(page, `${list}/1`);
  assert.deepEqual(await names(), ["a.example", "a.example", "b.example"]);
  await row(page, `${list}/1`).getByRole("button", { name: /^Remove: / }).focus();
  await page.keyboard.press("Enter");
  await waitFocus(page, `${list}/1`);
  assert.deepEqual(await names(), ["a.example", "b.example"]);
  clean(page);
});

test("free members: name and value, each in its field; a name that is taken is told", async () => {
  const page = await start();
  await write(page, '{"metadata": {"labels": {"one": "1", "two": "2"}}}', "cce-otc");
  const one = row(page, "/metadata/labels/one");
  const name = one.getByRole("textbox", { name: /^Name of / });
  await name.fill("two");
  await name.press("Tab");
  await page.getByRole("status").getByText("There is a member of the name two already.").waitFor();
  await name.fill("zone");
  await name.press("Enter");
  await says(page, (own) => own.metadata.labels.zone === "1" && !("one" in own.metadata.labels));
  await waitFocus(page, "/metadata/labels/zone");
  assert.deepEqual(Object.keys((await json(page)).metadata.labels), ["zone", "two"]);
  clean(page);
});

test("free members without a row are told, and where they are", async () => {
  const page = await start();
  const labels = (count) => JSON.stringify({ metadata: { labels: Object.fromEntries(Array.from({ length: count }, (_, at) => [`label${at}`, "1"])) } });
  await write(page, labels(400), "cce-otc");
  await row(page, "/metadata/labels/label0").waitFor();
  assert.equal(await form(page).getByText(/have rows here/).count(), 0);
  await write(page, labels(523), "cce-otc");
  await form(page).getByText("The first 400 have rows here; the other 123 are in the tab “Body”.").waitFor();
  clean(page);
});

test("JSON in a string has rows of its own", async () => {
  const page = await start();
  const key = "cluster.install.addons.external/install";
  await write(page, JSON.stringify({ metadata: { annotations: { [key]: '[{"addonTemplateName":"ica"}]' } } }), "cce-otc");
  const field = row(page, "/metadata/annotations/cluster.install.addons.external~1install/0/addonTemplateName");
  await field.getByRole("combobox").fill("icagent");
  await says(page, (own, key) => own.metadata.annotations[key] === '[{"addonTemplateName":"icagent"}]', key);
  clean(page);
});

test("the settings of a known add-on are a small form; those of another are free", async () => {
  const page = await start();
  await write(page, JSON.stringify({ addons: [{ name: "nginx-ingress-controller" }, { name: "arms-prometheus", config: '{"a":1}' }] }, null, 2), "ack-dedicated");
  const config = "/addons/0/config/IngressSlbNetworkType";
  const group = form(page).locator("section").filter({ has: row(page, "/addons/0/name") });
  await row(page, "/addons/0/name").waitFor();
  if (!(await row(page, config).count())) await group.getByRole("button", { name: /^More/ }).click();
  const field = row(page, config).getByRole("combobox");
  await field.fill("internet");
  await field.press("Tab");
  await says(page, (own) => own.addons[0].config === '{"IngressSlbNetworkType":"internet"}' && own.addons[1].config === '{"a":1}');
  assert.equal(await row(page, "/addons/0/config/sls_project_name").count(), 0, "it belongs to other add-ons");
  await row(page, "/addons/1/config/a").waitFor();
  // Another name has other settings; what is there stays.
  await row(page, "/addons/0/name").getByRole("combobox").fill("logtail-ds");
  await row(page, "/addons/0/name").getByRole("combobox").press("Tab");
  await row(page, "/addons/0/config/sls_project_name").waitFor();
  await row(page, config).waitFor();
  clean(page);
});

test("a finding inside the settings of an add-on leads to its row", async () => {
  const page = await start();
  await write(page, JSON.stringify({ addons: [{ name: "logtail-ds", config: '{"IngressDashboardEnabled":true}' }] }, null, 2), "ack-dedicated");
  const problem = page.locator(".problems-list li").filter({ hasText: "IngressDashboardEnabled must be a string" });
  await problem.getByRole("button", { name: /^In the form/ }).click();
  await waitFocus(page, "/addons/0/config/IngressDashboardEnabled");
  await problem.getByRole("button", { name: /^Go there/ }).click();
  await page.waitForFunction(() => {
    const { value, selectionStart, selectionEnd } = document.getElementById("request-body");
    return value.slice(selectionStart, selectionEnd) === "true";
  });
  clean(page);
});

test("a row writes where it reads: other capitals, and the last of two equal names", async () => {
  const page = await start();
  await write(page, '{"spec": {"Flavor": "cce.s2.small", "hostNetwork": {"vpc": "a", "vpc": "b"}}}', "cce-otc");
  const vpc = row(page, "/spec/hostNetwork/vpc").getByRole("textbox");
  await vpc.waitFor();
  assert.equal(await vpc.inputValue(), "b");
  await vpc.fill("c");
  await vpc.press("Tab");
  await page.waitForFunction(() => document.getElementById("request-body").value.includes('"vpc": "a", "vpc": "c"'));
  const flavor = row(page, "/spec/flavor").getByRole("combobox");
  await flavor.selectOption("cce.s1.small");
  await page.waitForFunction(() => document.getElementById("request-body").value.startsWith('{"spec": {"Flavor": "cce.s1.small", "hostNetwork"'));
  clean(page);
});

test("known names of free members can be set without being known by heart", async () => {
  const page = await start();
  await write(page, '{"kind": "Cluster", "spec": {}}', "cce-huawei");
  await page.getByRole("searchbox", { name: "Search fields" }).fill("multi_az");
  const field = row(page, "/spec/extendParam/clusterAZ").getByRole("combobox");
  await field.fill("multi_az");
  await field.press("Tab");
  await says(page, (own) => own.spec.extendParam.clusterAZ === "multi_az");
  // Behind them what adds another.
  await page.getByRole("searchbox", { name: "Search fields" }).fill("extendParam");
  const another = form(page).getByRole("textbox", { name: "Name of a new member of Extended settings" });
  await row(page, "/spec/extendParam/enterpriseProjectId").waitFor();
  assert.equal(await another.evaluate((own) => {
    const rows = [...document.querySelectorAll('form [data-pointer^="/spec/extendParam/"]')];
    return rows.length > 2 && rows.at(-1).contains(own);
  }), true);
  await another.fill("own");
  await another.press("Enter");
  await waitFocus(page, "/spec/extendParam/own");
  await row(page, "/spec/extendParam/own").getByRole("button", { name: /^Remove: / }).click();
  await waitFocus(page, "/spec/extendParam/");
  clean(page);
});

test("what this kind of cluster has no use for is folded away; what is set stays with its finding", async () => {
  const page = await start();
  await write(page, '{"cluster_type": "Ask", "master_count": 3}', "ack-createcluster");
  const masters = row(page, "/master_count");
  await masters.locator(".row-findings li").first().waitFor();
  assert.equal(await row(page, "/master_instance_types").count(), 0);
  const fold = form(page).getByRole("button", { name: /^Not used by this kind of cluster \(\d+\)$/ });
  const group = form(page).locator("section").filter({ has: masters }).getByRole("button", { name: /^Not used/ });
  assert.ok((await fold.count()) > 0);
  await group.click();
  await row(page, "/master_instance_types").waitFor();
  assert.equal(await group.getAttribute("aria-expanded"), "true");
  clean(page);
});

test("names of rows are unique for who does not see where they stand", async () => {
  const page = await start();
  await write(page, pools(3), "ack-dedicated");
  await row(page, "/nodepools/2/count").waitFor({ state: "attached" });
  const names = await form(page).locator("label").evaluateAll((all) => all.map((own) => own.textContent));
  assert.deepEqual(names.filter((name, at) => names.indexOf(name) !== at), []);
  await form(page).getByRole("textbox", { name: "Number of nodes (Node pool 2)" }).waitFor();
  clean(page);
});

test("2,000 node pools: at most 2,000 elements wherever one scrolls; all can be reached; focus is never lost", async () => {
  const page = await start();
  const text = pools(2_000);
  await page.getByRole("combobox", { name: "API edition" }).selectOption("ack-dedicated");
  await setBody(page, text.replace('"count": 3', '"count": "three"'));
  await row(page, "/nodepools/0").waitFor({ state: "attached" });
  await page.waitForFunction(() => /error/.test(document.getElementById("problem-counts").textContent));
  assert.ok((await elements(page)) <= 2_000, `${await elements(page)} elements`);
  // Closed, with what tells one from the other, and what is wrong with it.
  const line = row(page, "/nodepools/3").locator(".card-line");
  assert.equal(await line.getAttribute("aria-expanded"), "false");
  assert.match(await line.textContent(), /Node pool 4 · np-3.*errors: 1/);
  assert.equal(await page.evaluate(() => document.documentElement.scrollHeight <= innerHeight + 1), true, "the pane scrolls, not the page");
  // Through all of them. What is in view has rows, whatever that is.
  const seen = new Set();
  let most = 0;
  const steps = 60;
  for (let at = 0; at <= steps; at += 1) {
    await scroll(page, at / steps);
    most = Math.max(most, await elements(page));
    for (const own of await form(page).locator(".card").evaluateAll((all) => all.map((card) => Number(card.dataset.pointer.split("/").pop())))) seen.add(own);
  }
  assert.ok(most <= 2_000, `${most} elements`);
  assert.ok([...seen].some((own) => own > 900 && own < 1100) && seen.has(0) && seen.has(1999), `${seen.size} seen, the last ${Math.max(...seen)}`);
  // And back.
  const pane = page.locator(".form-pane");
  await scroll(page, 0);
  await row(page, "/name").waitFor();
  // A focused control stays while its row is far out of view.
  const name = row(page, "/name").getByRole("textbox");
  await name.focus();
  await pane.evaluate((own) => { own.scrollTop = own.scrollHeight / 2; });
  await page.waitForFunction(() => document.querySelectorAll("form .card").length > 5 && !document.querySelector('[data-pointer="/nodepools/0"]'));
  assert.equal(await focused(page), "/name");
  await page.keyboard.press("End");
  await page.keyboard.type("ger");
  await page.waitForFunction(() => /"name": "bigger"/.test(document.getElementById("request-body").value.slice(0, 200)));
  // All open: still no more.
  await form(page).getByRole("button", { name: /^Open all: / }).click();
  await row(page, "/nodepools").evaluate((own) => own.scrollIntoView());
  await row(page, "/nodepools/0/count").waitFor({ state: "attached" });
  assert.ok((await elements(page)) <= 2_000, `${await elements(page)} elements, all open`);
  for (const share of [0.1, 0.35, 0.8]) {
    await scroll(page, share);
    assert.ok((await elements(page)) <= 2_000, `${await elements(page)} elements, all open`);
  }
  clean(page);
});

test("'In the form' leads into any item, past every window", async () => {
  const page = await start();
  await page.getByRole("combobox", { name: "API edition" }).selectOption("ack-dedicated");
  const text = JSON.parse(pools(1_500));
  text.nodepools[1234].count = "many";
  await setBody(page, JSON.stringify(text, null, 2));
  const problem = page.getByRole("list", { name: "Problems" }).getByRole("listitem").filter({ hasText: "/nodepools/1234/count" });
  await problem.getByRole("button", { name: /^In the form/ }).click();
  await waitFocus(page, "/nodepools/1234/count");
  await page.waitForFunction(() => {
    const own = document.activeElement.getBoundingClientRect();
    const pane = document.querySelector(".form-pane").getBoundingClientRect();
    return own.top >= pane.top && own.bottom <= pane.bottom;
  });
  await page.keyboard.press("Control+a");
  await page.keyboard.type("5");
  await says(page, (own) => own.nodepools[1234].count === 5);
  assert.equal(await focused(page), "/nodepools/1234/count");
  clean(page);
});

test("cards by keyboard: opened, duplicated, moved with what was open, removed and had back", async () => {
  const page = await start();
  await write(page, pools(8), "ack-dedicated");
  const line = (at) => row(page, `/nodepools/${at}`).locator(".card-line");
  await line(2).focus();
  await page.keyboard.press("Enter");
  await row(page, "/nodepools/2/count").waitFor();
  assert.equal(await line(2).getAttribute("aria-expanded"), "true");
  await page.keyboard.press("Alt+ArrowUp");
  await waitFocus(page, "/nodepools/1");
  await row(page, "/nodepools/1/count").waitFor();
  assert.equal(await line(2).getAttribute("aria-expanded"), "false");
  assert.equal((await json(page)).nodepools[1].nodepool_info.name, "np-2");
  await row(page, "/nodepools/1").getByRole("button", { name: "Duplicate: Node pool 2" }).focus();
  await page.keyboard.press("Enter");
  await waitFocus(page, "/nodepools/2");
  assert.equal((await json(page)).nodepools.length, 9);
  assert.deepEqual((await json(page)).nodepools[2], (await json(page)).nodepools[1]);
  await row(page, "/nodepools/2").getByRole("button", { name: "Remove: Node pool 3" }).focus();
  await page.keyboard.press("Enter");
  await waitFocus(page, "/nodepools/2");
  assert.equal((await json(page)).nodepools.length, 8);
  await page.getByRole("button", { name: "Put back" }).click();
  await says(page, (own) => own.nodepools.length === 9);
  // Add: the new one is open, and the focus is in it.
  await form(page).getByRole("button", { name: /^Add item: Node pools/ }).click();
  await page.waitForFunction(() => /^\/nodepools\/9(\/|$)/.test(document.activeElement?.closest("[data-pointer]")?.dataset.pointer ?? ""));
  assert.equal(await line(9).getAttribute("aria-expanded"), "true");
  clean(page);
});

test("an item added to a list shows its own fields, and an object its members; each card has its own More", async () => {
  const page = await start();
  await write(page, '{"name": "a", "nodepools": [{"nodepool_info": {"name": "np-a"}}]}', "ack-dedicated");
  await row(page, "/nodepools/0/nodepool_info/name").waitFor();
  assert.equal(await row(page, "/nodepools/0/count").count(), 0);
  await form(page).getByRole("button", { name: "Add item: Node pools" }).click();
  // What most people begin with is there, from its first on; the rest stays folded away, and so do the other pool's fields.
  await waitFocus(page, "/nodepools/1/nodepool_info");
  assert.match(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), /^Add: Name and group/);
  await row(page, "/nodepools/1/count").waitFor();
  assert.equal(await row(page, "/nodepools/1/auto_scaling").count(), 0);
  await row(page, "/nodepools/1/").getByRole("button", { name: /^More \(\d+\)/ }).waitFor();
  assert.equal(await row(page, "/nodepools/0/count").count(), 0, "the other pool's fields stay folded away");
  assert.deepEqual(await json(page), { name: "a", nodepools: [{ nodepool_info: { name: "np-a" } }, {}] });
  await form(page).getByRole("button", { name: /^Add: Instances/ }).click();
  await page.waitForFunction(() => document.activeElement?.closest("[data-pointer]")?.dataset.pointer.startsWith("/nodepools/1/scaling_group/"));
  const members = await form(page).locator('[data-pointer^="/nodepools/1/scaling_group/"]').evaluateAll((all) => all.map((own) => own.dataset.pointer.split("/").pop()));
  assert.ok(members.includes("vswitch_ids") && members.includes("system_disk_size"), "its members can be filled in");
  assert.ok(!members.includes("auto_renew") && members.length < 15, members.join());
  // What is folded away of the first pool comes at its own button, and goes again.
  const more = row(page, "/nodepools/0/").getByRole("button");
  assert.match(await more.textContent(), /^More \(\d+\) \(Node pool 1\)$/);
  await more.click();
  await row(page, "/nodepools/0/count").waitFor();
  assert.equal(await more.getAttribute("aria-expanded"), "true");
  await more.click();
  await row(page, "/nodepools/0/count").waitFor({ state: "detached" });
  // It moves with its card.
  await more.click();
  await row(page, "/nodepools/0/count").waitFor();
  await row(page, "/nodepools/0").locator(".card-line").focus();
  await page.keyboard.press("Alt+ArrowDown");
  await waitFocus(page, "/nodepools/1");
  await row(page, "/nodepools/1/count").waitFor();
  clean(page);
});

test("an object added among all of a card's fields shows no more of itself than most begin with", async () => {
  const page = await start();
  await write(page, '{"name": "a", "nodepools": [{"count": 2}]}', "ack-dedicated");
  const more = row(page, "/nodepools/0/").getByRole("button");
  await more.click();
  await form(page).getByRole("button", { name: /^Add: Instances/ }).click();
  await waitFocus(page, "/nodepools/0/scaling_group/instance_charge_type");
  const members = () => form(page).locator('[data-pointer^="/nodepools/0/scaling_group/"]').count();
  const few = await members();
  assert.ok(few > 3 && few < 15, `${few}`);
  await row(page, "/nodepools/0/tee_config").waitFor();
  assert.equal(await more.getAttribute("aria-expanded"), "false");
  await more.click();
  await page.waitForFunction((few) => document.querySelectorAll('form [data-pointer^="/nodepools/0/scaling_group/"]').length > few + 10, few);
  clean(page);
});

test("what the form did is undone and redone where the focus is, and a field comes back to its blank", async () => {
  const page = await start();
  const text = '{"name": "<cluster name>", "nodepools": [{"count": 1}]}';
  await write(page, text, "ack-dedicated");
  const name = row(page, "/name").getByRole("textbox");
  await name.focus();
  await page.keyboard.type("one");
  await says(page, (own) => own.name === "one");
  await page.keyboard.press("Control+z");
  await says(page, (own) => own.name === "<cluster name>");
  assert.equal(await name.inputValue(), "");
  assert.equal(await focused(page), "/name");
  await page.keyboard.press("Control+y");
  await says(page, (own) => own.name === "one");
  assert.equal(await name.inputValue(), "one");
  await page.keyboard.press("Control+z");
  await form(page).getByRole("button", { name: "Add item: Node pools" }).click();
  await waitFocus(page, "/nodepools/1/nodepool_info");
  await page.keyboard.press("Control+z");
  await waitFocus(page, "/nodepools");
  assert.equal(await bodyText(page), text);
  await page.keyboard.press("Control+Shift+Z");
  await says(page, (own) => own.nodepools.length === 2);
  await waitFocus(page, "/nodepools/1");
  // A field that is not the body's keeps its own history.
  const search = page.getByRole("searchbox", { name: "Search fields" });
  await search.fill("disk");
  await page.keyboard.press("Control+z");
  assert.equal((await json(page)).nodepools.length, 2);
  clean(page);
});

test("a new item has the focus where something waits; a step back leads to what it changed, wherever that is", async () => {
  const page = await start();
  await take(page, "flannel-pool", "ack-dedicated");
  await form(page).getByRole("button", { name: "Add item: Add-ons" }).click();
  await waitFocus(page, "/addons/4/name");
  await page.keyboard.type("csi-plugin");
  await says(page, (own) => own.addons[4].name === "csi-plugin");
  const name = row(page, "/name").getByRole("textbox");
  await name.fill("far away");
  await says(page, (own) => own.name === "far away");
  const last = row(page, "/nodepools/0/scaling_group/system_disk_size").getByRole("textbox");
  await last.focus();
  assert.equal(await name.evaluate((own) => own.getBoundingClientRect().bottom > 0), false);
  await page.keyboard.press("Control+z");
  await waitFocus(page, "/name");
  await page.waitForFunction(() => {
    const own = document.activeElement.getBoundingClientRect();
    return own.top > document.querySelector(".form-head").getBoundingClientRect().bottom && own.bottom < innerHeight;
  });
  assert.equal((await json(page)).name, "<cluster name>");
  // One that has the focus but was scrolled away comes back, too.
  await name.fill("again");
  await says(page, (own) => own.name === "again");
  await page.locator(".form-pane").evaluate((own) => { own.scrollTop = 900; });
  await page.keyboard.press("Control+z");
  await says(page, (own) => own.name !== "again");
  await page.waitForFunction(() => document.activeElement.getBoundingClientRect().top > document.querySelector(".form-head").getBoundingClientRect().bottom);
  assert.equal(await focused(page), "/name");
  clean(page);
});

test("help says more than the document's place, and Escape closes it", async () => {
  const page = await start();
  await write(page, '{"cluster_type": "Kubernetes", "login_password": "abc"}', "ack-dedicated");
  const field = row(page, "/login_password");
  const about = field.getByRole("button", { name: "About Password" });
  await about.click();
  await field.getByText("Length: 8 to 30.").waitFor();
  await field.getByText(/^Source: Request body, login_password/).waitFor();
  await about.press("Escape");
  await field.getByText("Length: 8 to 30.").waitFor({ state: "detached" });
  assert.equal(await about.getAttribute("aria-expanded"), "false");
  clean(page);
});

test("on a phone: nothing sideways, everything within reach", async () => {
  for (const [locale, viewport] of [["en-US", { width: 320, height: 640 }], ["zh-CN", PHONE]]) {
    const page = await site.newPage({ viewport, locale });
    await page.goto(site.url);
    await page.locator("#edition").selectOption("ack-dedicated");
    await editorReady(page);
    await setBody(page, pools(30));
    await page.getByRole("tab", { name: /Form|表单/ }).click();
    await page.locator(".card").first().waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, locale);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await page.waitForFunction(() => document.querySelector('[data-pointer="/nodepools/29"]'));
    await page.locator('[data-pointer="/nodepools/29"] .card-line').click();
    await page.locator('[data-pointer="/nodepools/29/count"]').waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, `${locale}, open`);
    clean(page);
  }
});

test("the example bodies still have every row (the presets fit without a window)", async () => {
  const page = await start();
  const text = readFileSync(new URL("../../src/edition/ack/dedicated/presets/flannel-pool.json", import.meta.url), "utf8");
  await write(page, text, "ack-dedicated");
  await row(page, "/nodepools/0/scaling_group/system_disk_size").waitFor({ state: "attached" });
  assert.equal(await form(page).locator(".space").count(), 0);
  clean(page);
});
