// Indentation as the body has it: by its own unit, one more after a bracket that opens, one less before one that closes.

import { indentService, indentUnit } from "@codemirror/language";

/** So many lines are looked at for one that is indented, or for one that is not blank. */
const NEAR = 100;

/** What the first indented line is indented by. */
function unit({ doc }) {
  for (let number = 2; number <= Math.min(doc.lines, NEAR); number += 1) {
    const own = doc.line(number).text.match(/^(\t| {1,8})\S/)?.[1];
    if (own) return own;
  }
  return "  ";
}

/** The last text before the line that begins at `pos`, or at a break that is about to be made there. */
function before(context, pos) {
  const { doc } = context.state;
  const line = doc.lineAt(pos);
  if (context.simulatedBreak === pos && line.text.slice(0, pos - line.from).trim() !== "") return line.text.slice(0, pos - line.from);
  for (let number = line.number - 1; number > Math.max(0, line.number - NEAR); number -= 1) {
    const { text } = doc.line(number);
    if (text.trim() !== "") return text;
  }
  return "";
}

export const indentation = [
  indentUnit.compute(["doc"], unit),
  indentService.of((context, pos) => {
    const text = before(context, pos);
    const column = context.countColumn(text, text.search(/\S|$/));
    const opens = /[{[]\s*(?:\/\/.*|\/\*.*\*\/\s*)?$/.test(text);
    const closes = /^\s*[}\]]/.test(context.textAfterPos(pos));
    return Math.max(0, column + (Number(opens) - Number(closes)) * context.unit);
  }),
];
