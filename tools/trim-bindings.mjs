// Takes out of what wasm-bindgen made all that this page does not use, and gives the rest short names. Of its bindings wasm-bindgen keeps
// every one that some crate declares, with the code behind it, and names each with a hash, once in the script and once in the program.

import { readFileSync, writeFileSync } from "node:fs";

const IMPORTS = 2;
const EXPORTS = 7;
/** The names that are wasm-bindgen's and nobody else's: those with a hash in them. */
const HASHED = /\b(?:__wb(?:g|indgen)_\w*_[0-9a-f]{16}|_ZN\w+17h[0-9a-f]{16}E(?:_\d+)?)\b/g;
/** A binding in the script: a member of the object of imports. */
const BINDING = /^ {8}(\w+): function[^]*?^ {8}\}(?:, arguments\); \})?,\n/gm;
/** A class that Rust code gives to scripts, with what cleans up after it. This page has no use for any. */
const CLASS = /^export class (\w+) \{[^]*?^\}\n(?:if \(Symbol\.dispose\) .*\n)?/gm;

/**
 * `script` is page.js, `program` page_bg.wasm, `keep` the names that the later parts ask of it; `optimise` drops what nothing leads to
 * in a program. Both files are written anew.
 */
export function trimBindings(script, program, keep, optimise) {
  let js = readFileSync(script, "utf8");
  for (const [text, name] of js.matchAll(CLASS)) {
    js = js.replace(text, "").replace(new RegExp(`^const ${name}Finalization = [^]*?;\\n`, "m"), "");
  }
  let wasm = readFileSync(program);
  wasm = withNames(wasm, EXPORTS, ([name]) => (js.includes(name) || keep.has(name) ? [name] : null));
  writeFileSync(program, wasm);
  optimise(program);
  wasm = readFileSync(program);

  const used = new Set();
  withNames(wasm, IMPORTS, (names) => (used.add(names[1]), names));
  js = js.replace(BINDING, (text, name) => (used.delete(name) ? text : ""));
  const left = [...used].filter((name) => HASHED.test(name));
  if (left.length > 0) throw new Error(`page.js has no binding ${left.join(", ")}: wasm-bindgen writes it in another way.`);

  const short = new Map([...new Set(js.match(HASHED))].sort().map((name, at) => [name, `$${at.toString(36)}`]));
  const shorten = (name) => short.get(name) ?? name;
  for (const section of [IMPORTS, EXPORTS]) wasm = withNames(wasm, section, (names) => names.map(shorten));
  writeFileSync(script, js.replace(HASHED, shorten));
  writeFileSync(program, wasm);
}

/** A program whose imports (each of two names) or exports (of one) have the names that `rename` gives; without those it gives none. */
function withNames(wasm, wanted, rename) {
  const out = [wasm.subarray(0, 8)];
  for (let at = 8; at < wasm.length; ) {
    const section = wasm[at];
    const [size, body] = number(wasm, at + 1);
    const end = body + size;
    const content = section === wanted ? renamed(wasm, body, section === IMPORTS ? 2 : 1, rename) : wasm.subarray(body, end);
    out.push(Buffer.from([section]), encoded(content.length), content);
    at = end;
  }
  return Buffer.concat(out);
}

function renamed(wasm, start, count, rename) {
  let [left, at] = number(wasm, start);
  const entries = [];
  for (; left > 0; left--) {
    const names = [];
    for (let index = 0; index < count; index++) {
      const [length, from] = number(wasm, at);
      at = from + length;
      names.push(wasm.toString("utf8", from, at));
    }
    const rest = at;
    at = count === 1 ? number(wasm, at + 1)[1] : afterImport(wasm, at);
    const given = rename(names);
    if (given) entries.push(Buffer.concat([...given.flatMap((name) => [encoded(Buffer.byteLength(name)), Buffer.from(name)]), wasm.subarray(rest, at)]));
  }
  return Buffer.concat([encoded(entries.length), ...entries]);
}

/** Where the description of an import ends: of a function, a table, a memory, a global, a tag. */
function afterImport(wasm, at) {
  const kind = wasm[at];
  if (kind === 3) return at + 3;
  if (kind === 0) return number(wasm, at + 1)[1];
  const limits = kind === 4 ? number(wasm, at + 2)[1] : kind === 1 ? at + 2 : at + 1;
  if (kind === 4) return limits;
  const [, low] = number(wasm, limits + 1);
  return wasm[limits] & 1 ? number(wasm, low)[1] : low;
}

/** The number (LEB128) at a place, and where it ends. */
function number(wasm, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = wasm[at++];
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return [value, at];
  }
}

function encoded(value) {
  const bytes = [];
  for (; value > 0x7f; value = Math.floor(value / 0x80)) bytes.push((value % 0x80) | 0x80);
  return Buffer.from([...bytes, value]);
}
