// Prints what the page weighs; with --enforce it fails when the page takes input only past the budget: `node tools/size.mjs [--enforce] [FOLDER]`.

import { readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const BUDGET = 100 * 1024; // bytes in Brotli: everything that has to come until the page takes input

const folder = process.argv.slice(2).find((argument) => !argument.startsWith("--")) ?? fileURLToPath(new URL("../dist", import.meta.url));
const html = readFileSync(join(folder, "index.html"), "utf8");
// What index.html names is loaded at once, but for `<link rel="later">`, which browsers ignore: it tells the app a file's sealed name.
// The one of the program's second part, `id="core"`, is asked for as soon as the first part runs; the checks are in it.
const named = [...html.matchAll(/<(?:link|script)\b[^>]*\b(?:src|href)="\.\/([^"]+)"[^>]*>/g)];
const names = (wanted) => new Set(named.filter(([tag]) => wanted(tag)).map(([, name]) => name));
const first = names((tag) => !/\brel="later"/.test(tag)).add("index.html");
const second = names((tag) => /\bid="core"/.test(tag));
if (second.size !== 1) throw new Error("index.html does not name the program's second part.");

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
const input = rows.filter(({ name }) => first.has(name));
const checks = rows.filter(({ name }) => second.has(name));
const later = rows.filter(({ name }) => !first.has(name) && !second.has(name));

const sum = (chosen, key) => chosen.reduce((total, row) => total + row[key], 0);
const total = (name, chosen) => ({ name, raw: sum(chosen, "raw"), gzip: sum(chosen, "gzip"), brotli: sum(chosen, "brotli") });
const weight = total("until the page takes input", input);

const width = Math.max(...[...input, ...checks, weight].map((row) => row.name.length));
const print = ({ name, raw, gzip, brotli }) =>
  console.log(name.padEnd(width), ...[raw, gzip, brotli].map((bytes) => (typeof bytes === "number" ? bytes.toLocaleString("en") : bytes).padStart(10)));
print({ name: "bytes of", raw: "raw", gzip: "gzip", brotli: "Brotli" });
[...input, weight].forEach(print);
[...checks, total("until the first finding", [...input, ...checks])].forEach(print);
print(total(`later (${later.length} files)`, later));

const share = `${((100 * weight.brotli) / BUDGET).toFixed(1)} % of the budget of ${BUDGET.toLocaleString("en")} bytes Brotli`;
console.log(`What has to come until the page takes input is ${share}.`);
if (weight.brotli > BUDGET && process.argv.includes("--enforce")) process.exit(1);
