// Prints what the page weighs; with --enforce it fails when the first load is over its budget: `node tools/size.mjs [--enforce] [FOLDER]`.

import { readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const BUDGET = 100 * 1024; // bytes in Brotli: everything that the first usable page needs

const folder = process.argv.slice(2).find((argument) => !argument.startsWith("--")) ?? fileURLToPath(new URL("../dist", import.meta.url));
const html = readFileSync(join(folder, "index.html"), "utf8");
// What index.html names is loaded at once, but for `<link rel="later">`, which browsers ignore: it tells the app a file's sealed name.
const named = [...html.matchAll(/<(?:link|script)\b[^>]*\b(?:src|href)="\.\/([^"]+)"[^>]*>/g)];
const first = new Set(["index.html", ...named.filter(([tag]) => !/\brel="later"/.test(tag)).map(([, name]) => name)]);

const rows = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const bytes = readFileSync(path);
    const name = relative(folder, path).split(sep).join("/");
    const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
    return { name, raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotli.length, first: first.has(name) };
  })
  .sort((a, b) => b.first - a.first || b.raw - a.raw);

const sum = (chosen, key) => chosen.reduce((total, row) => total + row[key], 0);
const total = (name, chosen) => ({ name, raw: sum(chosen, "raw"), gzip: sum(chosen, "gzip"), brotli: sum(chosen, "brotli") });
const loaded = rows.filter((row) => row.first);
const later = rows.filter((row) => !row.first);
const weight = total("first load", loaded);

const width = Math.max(...rows.map((row) => row.name.length), 10);
const print = ({ name, raw, gzip, brotli }) =>
  console.log(name.padEnd(width), ...[raw, gzip, brotli].map((bytes) => (typeof bytes === "number" ? bytes.toLocaleString("en") : bytes).padStart(10)));
print({ name: "bytes of", raw: "raw", gzip: "gzip", brotli: "Brotli" });
loaded.forEach(print);
print(weight);
if (later.length > 0) print(total(`later (${later.length} files)`, later));

const share = `${((100 * weight.brotli) / BUDGET).toFixed(1)} % of the budget of ${BUDGET.toLocaleString("en")} bytes Brotli`;
console.log(`The first load takes ${share}.`);
if (weight.brotli > BUDGET && process.argv.includes("--enforce")) process.exit(1);
