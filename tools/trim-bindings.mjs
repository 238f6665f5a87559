// Takes out of what wasm-bindgen made all that this page does not use, and gives the rest short names. Of its bindings wasm-bindgen keeps
// every one that some crate declares, with the code behind it, and names each with a hash, once in the script and once in the program.

import { readFileSync, writeFileSync } from "node:fs";

const IMPORTS = 2;
const EXPORTS = 7;
/** What Rust code gives to scripts: the members of its classes, and what tells wasm-bindgen of them. This page has no use for any. */
const GIVEN = /^(?:__wbindgen_describe_)?(?!__wb(?:indgen_describe|g)_)\w+_[0-9a-f]{16}$|^__wbg_\w+_free_[0-9a-f]{16}$/;
/** Such a class in the script. */
const CLASS = /^export class (\w+) \{[^]*?^\}\n(?:if \(Symbol\.dispose\) .*\n)?/gm;
/** A binding in the script: a member of the object of imports. */
const BINDING = /^ {8}(\w+): function[^]*?^ {8}\}(?:, arguments\); \})?,\n/gm;
/** The names that are wasm-bindgen's and nobody else's: those with a hash in them. */
const HASHED = /\b(?:__wb(?:g|indgen)_\w*_[0-9a-f]{16}|_ZN\w+17h[0-9a-f]{16}E(?:_\d+)?)\b/g;

/** A linked program without the classes that crates give to scripts, so that nothing leads to their code any more. */
export const withoutClasses = (wasm) => withNames(wasm, EXPORTS, (names) => (GIVEN.test(names[0]) ? null : names));

/** Trims page.js (`script`) to what page_bg.wasm (`program`), which is optimised already, imports, and gives both the same short names. */
export function trimBindings(script, program) {
  let js = readFileSync(script, "utf8");
  for (const [text, name] of js.matchAll(CLASS)) {
    js = js.replace(text, "").replace(new RegExp(`^const ${name}Finalization = [^]*?;\\n`, "m"), "");
  }
  let wasm = readFileSync(program);
  const used = new Set(WebAssembly.Module.imports(new WebAssembly.Module(wasm)).filter(({ module }) => module === "./page_bg.js").map(({ name }) => name));
  js = js.replace(BINDING, (text, name) => (used.delete(name) ? text : ""));
  if (used.size > 0) throw new Error(`page.js has no binding ${[...used].join(", ")}: wasm-bindgen writes it in another way.`);

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
    if (count === 2 && wasm[at] !== 0) throw new Error("The first part imports something other than functions.");
    at = number(wasm, at + 1)[1];
    const given = rename(names);
    if (given) entries.push(Buffer.concat([...given.flatMap((name) => [encoded(Buffer.byteLength(name)), Buffer.from(name)]), wasm.subarray(rest, at)]));
  }
  return Buffer.concat([encoded(entries.length), ...entries]);
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
