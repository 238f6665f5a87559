// Completion: what the page says can stand at the caret.

import { autocompletion } from "@codemirror/autocomplete";
import { ask } from "./page.js";
import { slotted } from "./slot.js";

/** Bigger texts are only completed when that is asked for. */
const BIG = 200_000;

/** The page's answer as CodeMirror takes it: in its order, with nothing left to filter, and asked for anew at each key. */
function source({ state, pos, explicit, view }) {
  if (!explicit && (state.doc.length > BIG || !/["\w.-]/.test(state.sliceDoc(pos - 1, pos)))) return null;
  const answer = ask(view, "complete", pos);
  if (!answer) return null;
  const [start, end, items] = answer;
  const behind = end - pos;
  const options = items.map(([label, insert, from, to, detail, row]) => ({
    label,
    detail,
    info: row ? () => about(view, row) : undefined,
    apply: (own, _, first, last) => own.dispatch({
      changes: { from: first, to: last + behind, insert },
      selection: { anchor: first + from, head: first + to },
      userEvent: "input.complete",
      scrollIntoView: true,
    }),
  }));
  return { from: Math.min(start, pos), options, filter: false };
}

function about(view, row) {
  const element = ask(view, "about", 0, 0, row);
  return element && slotted(view, element);
}

export const completion = autocompletion({ override: [source], icons: false });
