// What can be folded: objects and arrays of several lines.

import { foldService } from "@codemirror/language";

/** So many characters are looked through for closing brackets, once for each state of the text. What closes farther away is not folded. */
const REACH = 200_000;
/** So many characters of a line are looked at for an opening one. */
const LINE = 2_000;

const [NEWLINE, QUOTE, HASH, STAR, SLASH, BACKSLASH] = ['\n', '"', "#", "*", "/", "\\"].map((char) => char.charCodeAt(0));
const OPEN = new Set([..."{["].map((char) => char.charCodeAt(0)));
const CLOSE = new Set([..."}]"].map((char) => char.charCodeAt(0)));

/** Where each bracket that opens behind `from` closes. */
function pairs(doc, from) {
  const ends = new Map();
  const open = [];
  const to = Math.min(doc.length, from + REACH);
  let [inside, before, at] = [0, 0, from];
  for (const chunk of doc.iterRange(from, to)) {
    for (let next = 0; next < chunk.length; next += 1, at += 1) {
      const code = chunk.charCodeAt(next);
      if (inside === QUOTE) {
        if (before === BACKSLASH) {
          before = 0;
          continue;
        }
        if (code === QUOTE || code === NEWLINE) inside = 0;
      } else if (inside === HASH) {
        if (code === NEWLINE) inside = 0;
      } else if (inside === STAR) {
        if (code === SLASH && before === STAR) inside = 0;
      } else if (code === QUOTE || code === HASH) inside = code;
      else if (before === SLASH && code === SLASH) inside = HASH;
      else if (before === SLASH && code === STAR) {
        inside = STAR;
        before = 0;
        continue;
      }
      else if (OPEN.has(code)) open.push(at);
      else if (CLOSE.has(code) && open.length > 0) ends.set(open.pop(), at);
      before = code;
    }
  }
  return { from, to, ends };
}

const known = new WeakMap();

export const folds = foldService.of(({ doc }, start, end) => {
  let found = known.get(doc);
  if (!found || start < found.from || end > found.to) {
    found = pairs(doc, start);
    known.set(doc, found);
  }
  const text = doc.sliceString(start, Math.min(end, start + LINE));
  for (let at = 0; at < text.length; at += 1) {
    const close = OPEN.has(text.charCodeAt(at)) ? found.ends.get(start + at) : undefined;
    if (close > end) return { from: start + at + 1, to: close };
  }
  return null;
});
