// One text, two places: what is typed here is told to the page, and what the page changes comes in as one change that is not told back.

import { isolateHistory, redoDepth, undoDepth } from "@codemirror/commands";
import { Annotation, EditorSelection, Transaction } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { ask } from "./page.js";

/** Marks what comes from the page, by its kind. */
const fromPage = Annotation.define();

/** What kind of change each view has seen last. */
const last = new WeakMap();

/** Tells the page of changes, each as one splice, and of what can be undone. */
export const sync = EditorView.updateListener.of((update) => {
  if (!update.docChanged) return;
  const { view, state, startState } = update;
  last.set(view, update.transactions.at(-1).annotation(fromPage));
  if (!update.transactions.every((own) => own.annotation(fromPage))) {
    let [from, to, start, end] = [Infinity, 0, Infinity, 0];
    update.changes.iterChangedRanges((fromOld, toOld, fromNew, toNew) => {
      from = Math.min(from, fromOld);
      to = Math.max(to, toOld);
      start = Math.min(start, fromNew);
      end = Math.max(end, toNew);
    });
    ask(view, "edit", from, to, state.sliceDoc(start, end));
  }
  const can = (own) => [Number(undoDepth(own) > 0), Number(redoDepth(own) > 0)];
  const [now, before] = [can(state), can(startState)];
  if (now[0] !== before[0] || now[1] !== before[1]) ask(view, "history", ...now);
});

/** Takes in what the page has changed. A caret inside of what is replaced stays at its line and column. */
export function changeFromPage(view, list, kind) {
  const { doc, selection } = view.state;
  const changes = view.state.changes(list.map(([from, to, insert]) => ({ from, to, insert })));
  const { head } = selection.main;
  let kept;
  if (list.some(([from, to]) => from < head && head < to)) {
    const line = doc.lineAt(head);
    const changed = changes.apply(doc);
    const same = changed.line(Math.min(line.number, changed.lines));
    kept = EditorSelection.cursor(Math.min(same.from + head - line.from, same.to));
  }
  // Only what follows its like may be joined to it, and CodeMirror joins no more than what is typed at one place.
  const isolated = kind && last.get(view) === kind ? [] : [isolateHistory.of(kind ? "before" : "full")];
  view.dispatch({
    changes,
    selection: kept,
    annotations: [fromPage.of(kind || "step"), Transaction.userEvent.of(kind ? `input.type.${kind}` : "input"), ...isolated],
  });
}
