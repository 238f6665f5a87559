// Prints what the page weighs at the moments that count; with --enforce it fails when one of them is past its budget:
// `node tools/size.mjs [--enforce] [FOLDER]`.

import { readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const folder = process.argv.slice(2).find((argument) => !argument.startsWith("--")) ?? fileURLToPath(new URL("../dist", import.meta.url));
const html = readFileSync(join(folder, "index.html"), "utf8");
const named = [...html.matchAll(/<(?:link|script)\b[^>]*\b(?:src|href)="\.\/([^"]+)"[^>]*>/g)];
const names = (wanted) => new Set(named.filter(([tag]) => wanted(tag)).map(([, name]) => name));

// Each moment needs what the ones before it need. The text box is in index.html; what that names is loaded at once, but for
// `<link rel="later">`, which browsers ignore: it tells the program a file's sealed name, and the program's parts their order.
const MOMENTS = [
  { name: "until the page takes input", needs: names((tag) => /\brel="stylesheet"/.test(tag)).add("index.html"), budget: 20 * 1024 },
  { name: "until the page stands", needs: names((tag) => !/\brel="later"/.test(tag)), budget: 100 * 1024 },
  { name: "until the first finding", needs: names((tag) => /\bdata-part="checks"/.test(tag)), budget: 250 * 1024 },
  { name: "until everything is there", needs: names((tag) => /\bdata-part=|\bid="editor"/.test(tag)) },
];
/** Of what comes after the page one file has a budget of its own. */
const EDITOR = { name: "the code editor of it", needs: names((tag) => /\bid="editor"/.test(tag)), budget: 110 * 1024 };

const rows = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const bytes = readFileSync(path);
    const name = relative(folder, path).split(sep).join("/");
    const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
    return { name, raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotli.length };
  })
  .sort((a, b) => b.raw - a.raw);
const sum = (chosen, key) => chosen.reduce((total, row) => total + row[key], 0);
const total = (name, chosen) => ({ name, raw: sum(chosen, "raw"), gzip: sum(chosen, "gzip"), brotli: sum(chosen, "brotli") });

const width = Math.max(...[...rows, ...MOMENTS].filter(({ name }) => !name.includes("/")).map(({ name }) => name.length));
const print = ({ name, raw, gzip, brotli }, note = "") =>
  console.log(name.padEnd(width), ...[raw, gzip, brotli].map((bytes) => (typeof bytes === "number" ? bytes.toLocaleString("en") : bytes).padStart(10)), note);
print({ name: "bytes of", raw: "raw", gzip: "gzip", brotli: "Brotli" });
const here = [];
let past = false;
const hold = (weight, budget) => {
  print(weight, budget && `  budget ${budget.toLocaleString("en")}`);
  past ||= weight.brotli > budget;
};
for (const { name, needs, budget } of MOMENTS) {
  const own = rows.filter((row) => needs.has(row.name) && !here.includes(row));
  if (own.length === 0) throw new Error(`index.html names nothing that has to come ${name}.`);
  here.push(...own);
  own.forEach((row) => print(row));
  hold(total(name, here), budget);
}
if (EDITOR.needs.size === 0) throw new Error("index.html names no code editor.");
hold(total(EDITOR.name, rows.filter((row) => EDITOR.needs.has(row.name))), EDITOR.budget);
const rest = rows.filter((row) => !here.includes(row));
print(total(`when asked for (${rest.length} files)`, rest));
if (past && process.argv.includes("--enforce")) process.exit(1);
