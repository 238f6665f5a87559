// Completion: what the page says can stand at the caret.

import { autocompletion } from "@codemirror/autocomplete";
import { ask } from "./page.js";
import { slotted } from "./slot.js";

/** Bigger texts are only completed when that is asked for. */
const BIG = 200_000;

/** The page's answer as CodeMirror takes it. */
function source({ state, pos, explicit, view }) {
  if (!explicit && (state.doc.length > BIG || !/["\w.-]/.test(state.sliceDoc(pos - 1, pos)))) return null;
  const answer = ask(view, "complete", pos);
  if (!answer) return null;
  const [start, end, items] = answer;
  // What is typed is matched without its quote; what is put in its place has one where it needs one.
  const quote = state.sliceDoc(start, start + 1) === '"' && pos > start ? 1 : 0;
  const behind = end - pos;
  const options = items.map(([label, insert, caret, kind, detail, row], at) => ({
    label,
    detail,
    type: kind,
    sortText: String(at).padStart(5, "0"),
    info: row ? () => about(view, row) : undefined,
    apply(view, _, from, to) {
      const at = from - quote;
      view.dispatch({
        changes: { from: at, to: to + behind, insert },
        selection: { anchor: at + caret },
        userEvent: "input.complete",
        scrollIntoView: true,
      });
    },
  }));
  return { from: Math.min(start + quote, pos), options, validFor: /^[\w.\-/]*$/ };
}

function about(view, row) {
  const element = ask(view, "about", 0, 0, row);
  return element && slotted(view, element);
}

export const completion = autocompletion({ override: [source], icons: false });
