// The words of JSON, of comments in it, and of JSON as it is when it is broken: no rule says what may follow what.

import { HighlightStyle, StreamLanguage } from "@codemirror/language";
import { tags } from "@lezer/highlight";

const LITERALS = { true: "bool", false: "bool", null: "null" };

function token(stream, state) {
  if (state.comment || stream.match("/*")) {
    state.comment = !stream.match(/.*?\*\//);
    if (state.comment) stream.skipToEnd();
    return "comment";
  }
  if (stream.eatSpace()) return null;
  if (stream.match("//") || stream.match("#")) {
    stream.skipToEnd();
    return "comment";
  }
  const first = stream.next();
  if (first === '"' || first === "'") {
    // Up to the closing quote on this line; a string that is not closed ends with the line.
    stream.match(first === '"' ? /(?:[^"\\]|\\.)*"?/ : /(?:[^'\\]|\\.)*'?/);
    return isName(stream) ? "propertyName" : "string";
  }
  if ("{}[]".includes(first)) return "bracket";
  if (",:".includes(first)) return null;
  stream.eatWhile(/[\w.+$-]/);
  const word = stream.current();
  if (Object.hasOwn(LITERALS, word)) return LITERALS[word];
  if (/^[-+.]?\d/.test(word)) return "number";
  return isName(stream) ? "propertyName" : null;
}

const isName = (stream) => stream.match(/^\s*:/, false);

export const language = StreamLanguage.define({
  name: "json",
  startState: () => ({ comment: false }),
  copyState: (state) => ({ ...state }),
  token,
  languageData: {
    closeBrackets: { brackets: ["{", "[", '"'] },
    commentTokens: { line: "//", block: { open: "/*", close: "*/" } },
    indentOnInput: /^\s*[}\]]$/,
  },
});

/** The colours are the page's own. Brackets and the like have none: each would be an element more. */
export const highlighting = HighlightStyle.define([
  { tag: tags.propertyName, color: "var(--code-name)" },
  { tag: tags.string, color: "var(--code-string)" },
  { tag: tags.number, color: "var(--code-number)" },
  { tag: [tags.bool, tags.null], color: "var(--code-literal)" },
  { tag: tags.comment, color: "var(--code-comment)", fontStyle: "italic" },
]);
