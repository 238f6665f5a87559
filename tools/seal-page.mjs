// Trunk's post_build hook: finishes the page in Trunk's staging folder, before it becomes dist/.
//   - cuts the program in parts (tools/split-program.mjs),
//   - minifies script and style,
//   - gives each file that index.html names the hash of its content in its name, and its checksum (for the program's parts and
//     the code editor, which scripts fetch, as `data-integrity`: static/boot.js and static/parts.js pass that on),
//   - refuses a page that is not of the shape we know: an inline script or style, an unknown file, a changed policy.
// `node tools/seal-page.mjs FOLDER` does the same by hand.

import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { PARTS, splitProgram } from "./split-program.mjs";

const folder = process.argv[2] ?? process.env.TRUNK_STAGING_DIR;
const file = (name) => join(folder, name);

const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/** The files that index.html names, and the element that must name each, once. `rel="later"` means nothing to a browser. */
const NAMED = {
  "page_bg.wasm": /^<link\b.*\bid="program".*\brel="preload".*\bas="fetch"/,
  ...Object.fromEntries(
    Object.entries(PARTS).flatMap(([part, files]) => files.map((name) => [name, new RegExp(`^<link\\b.*\\bdata-part="${part}".*\\brel="later"`)])),
  ),
  "editor.js": /^<link\b.*\bid="editor".*\brel="later"/,
  "page.js": /^<script\b.*\bid="bindings".*\btype="module"/,
  "boot.js": /^<script\b.*\btype="module"/,
  "main.css": /^<link\b.*\brel="stylesheet"/,
  "favicon.svg": /^<link\b.*\brel="icon"/,
};

function refuse(reason) {
  console.error(`tools/seal-page.mjs: ${reason}`);
  process.exit(1);
}

function minify(name, source = file(name)) {
  // Bundled, because wasm-bindgen may put pieces of script into files of their own, which no `integrity` would cover.
  buildSync({
    entryPoints: [source], outfile: file(name), allowOverwrite: true,
    bundle: true, minify: true, format: "esm", target: "es2022", charset: "utf8", logLevel: "warning",
    logOverride: { "duplicate-object-key": "silent" }, // wasm-bindgen lists a module once for each import from it, always the same module
  });
}

splitProgram(folder);
minify("editor.js", fileURLToPath(new URL("../src/app/editor/main.js", import.meta.url)));

let html = readFileSync(file("index.html"), "utf8")
  .replace(/<!--.*?-->/gs, "")
  .replace(/\n\s*\n/g, "\n");

for (const [what, pattern] of [
  ["an inline script", /<script\b(?![^>]*\bsrc=)/i],
  ["a script element with content", /<script\b[^>]*>\s*[^<\s]/i],
  ["an inline style", /<style\b|<[^>]*\sstyle=/i],
  ["an inline event handler", /<[^>]*\son[a-z]+=/i],
  ["an element that Trunk has not handled", /data-trunk/],
]) {
  if (pattern.test(html)) refuse(`index.html has ${what}: Trunk's output has changed its shape.`);
}
const policies = html.match(/<meta http-equiv="Content-Security-Policy" content="[^"]*">/g) ?? [];
if (policies.length !== 1 || !policies[0].includes(`content="${POLICY}"`)) refuse("index.html does not carry exactly the page's policy.");
if (html.search(/<(link|script)\b/) < html.indexOf(policies[0])) refuse("index.html names a file before its policy.");

for (const [name, element] of Object.entries(NAMED)) {
  if (!existsSync(file(name))) refuse(`the build has no ${name}: Trunk's output has changed its shape.`);
  const named = (html.match(/<(?:link|script)\b[^>]*>/g) ?? []).filter((tag) => tag.includes(`"./${name}"`));
  if (named.length !== 1 || !element.test(named[0])) refuse(`index.html does not name ${name} as expected, but: ${named.join(" ") || "not at all"}.`);
}

minify("page.js");
minify("boot.js");
minify("main.css", fileURLToPath(new URL("../style/main.css", import.meta.url))); // with what it imports

for (const name of ["snippets", "__wasm_split.js"]) rmSync(file(name), { recursive: true, force: true }); // bundled into page.js

html = html.replace(/<(?:link|script)\b[^>]*\b(?:src|href)="\.\/([^"]+)"[^>]*>/g, (tag, name) => {
  const content = readFileSync(file(name));
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 16);
  const sealed = name.replace(/(\.[^.]+)$/, `-${hash}$1`);
  renameSync(file(name), file(sealed));
  const integrity = `sha384-${createHash("sha384").update(content).digest("base64")}`;
  if (/\bintegrity=/.test(tag)) refuse("Trunk wrote an `integrity` of its own: `no_sri` in Trunk.toml has lost its effect.");
  const check = /\brel="icon"/.test(tag) ? "" : /\brel="(preload|later)"/.test(tag) ? ` data-integrity="${integrity}"` : ` integrity="${integrity}"`;
  // `crossorigin`: in a sandboxed frame the page's own files are of another origin, and only then can their content be checked.
  const mode = check && !/\bcrossorigin\b/.test(tag) ? " crossorigin" : "";
  return tag.replace(`"./${name}"`, `"./${sealed}"${check}${mode}`);
});
writeFileSync(file("index.html"), html);

// A file at the top that index.html does not name would be served without a hash in its name, by accident.
const strays = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile() && entry.name !== "index.html" && !html.includes(entry.name));
if (strays.length > 0) refuse(`nothing in index.html names ${strays.map((entry) => entry.name).join(", ")}.`);
