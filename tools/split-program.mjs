// Cuts the program into parts: what the page stands with, and the later parts, each behind a `#[wasm_split(…)]` of
// src/app/arrival.rs, which static/parts.js fetches one after the other. All run in one memory. Takes the place of what Trunk made of
// the whole program.

import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { trimBindings, withoutClasses } from "./trim-bindings.mjs";

/**
 * The later parts in the order in which they are loaded, each with its files. As each knows what came before it, what the first two are
 * made of is wanted by later ones as well: the splitter has files of their own for that, beside the function that hands it over.
 */
export const PARTS = { checks: ["checks.wasm", "checks-entry.wasm"], form: ["form.wasm", "form-entry.wasm"], more: ["more-entry.wasm"] };

const root = fileURLToPath(new URL("..", import.meta.url));
const target = process.env.CARGO_TARGET_DIR ?? join(root, "target");

/** What a tool says is of interest only when it fails. */
const run = (...[tool, ...options]) => execFileSync(tool, options, { stdio: ["ignore", "ignore", "pipe"] });
const optimise = (from, to) => run("wasm-opt", "-Oz", "--converge", "--strip-producers", "--strip-target-features", from, "-o", to);

/** Writes page.js, page_bg.wasm, a file for each part and what page.js imports into `folder`. */
export function splitProgram(folder) {
  const cut = join(target, "split");
  rmSync(cut, { recursive: true, force: true });
  mkdirSync(cut, { recursive: true });
  const linked = join(cut, "linked.wasm");
  writeFileSync(linked, withoutClasses(readFileSync(join(target, "wasm32-unknown-unknown", "page", "page.wasm"))));
  // The splitter reads the linker's relocations, so it comes before whatever drops them; wasm-bindgen keeps its exports, which the later
  // parts import.
  run("wasm-split-cli", linked, cut, "--out-name", "page");
  run("wasm-bindgen", "--target=web", "--no-typescript", "--keep-lld-exports", "--no-demangle", `--out-dir=${folder}`, "--out-name=page", join(cut, "page.wasm"));
  const [script, program] = [join(folder, "page.js"), join(folder, "page_bg.wasm")];
  optimise(program, program);
  trimBindings(script, program);
  const pieces = piecesOfParts(cut);
  const known = Object.values(PARTS).flat();
  if (String(Object.keys(pieces).sort()) !== String(known.sort())) throw new Error(`The splitter made ${Object.keys(pieces).join(", ")}: arrival.rs and PARTS differ.`);
  for (const [name, piece] of Object.entries(pieces)) optimise(join(cut, piece), join(folder, name));
  copyFileSync(join(root, "static", "parts.js"), join(folder, "__wasm_split.js"));
}

/** What the splitter made, by the names of PARTS: what several parts share is called after the first of them. */
function piecesOfParts(cut) {
  const pieces = {};
  for (const file of readdirSync(cut)) {
    const [, part] = /^split_(.+)\.wasm$/.exec(file) ?? [];
    if (part) pieces[`${part}-entry.wasm`] = file;
  }
  const script = readFileSync(join(cut, "__wasm_split.js"), "utf8");
  for (const [, names, file] of script.matchAll(/^\/\* (.+) \*\/\nconst .*\n.*"\.\/(chunk_.+\.wasm)"/gm)) {
    const name = `${Object.keys(PARTS).find((part) => names.split(", ").includes(part))}.wasm`;
    if (name in pieces) throw new Error(`The splitter cut ${name} in two: some part does not know the one before it.`);
    pieces[name] = file;
  }
  return pieces;
}
