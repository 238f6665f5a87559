// The findings in the text: marks, signs beside the lines, and what the page says of them, where the pointer rests or the caret stands.

import { RangeSet, RangeSetBuilder, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, GutterMarker, ViewPlugin, gutter, hoverTooltip, showTooltip } from "@codemirror/view";
import { ask } from "./page.js";
import { slotted } from "./slot.js";

/** The page has checked the text. */
export const checked = StateEffect.define();

/** How bad, the worst first: as the page counts. */
const SEVERITIES = ["error", "warning", "info"];
const SIGNS = ["✕", "!", "i"];
const marks = SEVERITIES.map((severity) => Decoration.mark({ class: `cm-found cm-${severity}` }));

class Sign extends GutterMarker {
  constructor(severity) {
    super();
    this.severity = severity;
    this.elementClass = `cm-${SEVERITIES[severity]}-line`;
  }

  eq(other) {
    return other.severity === this.severity;
  }

  toDOM() {
    return document.createTextNode(SIGNS[this.severity]);
  }
}

const signs = SEVERITIES.map((_, severity) => new Sign(severity));

/** Follows the page's findings near what is to be seen; between two checks they move with the text. */
const found = ViewPlugin.fromClass(
  class {
    constructor(view) {
      this.marks = Decoration.none;
      this.signs = RangeSet.empty;
      this.ask(view);
    }

    update(update) {
      if (update.docChanged) {
        this.marks = this.marks.map(update.changes);
        this.signs = this.signs.map(update.changes);
      }
      const told = update.transactions.some((own) => own.effects.some((effect) => effect.is(checked)));
      if (told || update.viewportChanged) this.ask(update.view);
    }

    ask(view) {
      const { from, to } = view.viewport;
      const numbers = ask(view, "marks", from, to);
      if (!numbers) return;
      const { doc } = view.state;
      const ranges = [];
      const worst = new Map();
      for (let at = 0; at < numbers.length; at += 3) {
        const severity = numbers[at + 2];
        const [start, end] = visible(doc, numbers[at], numbers[at + 1]);
        if (start < end) ranges.push(marks[severity].range(start, end));
        const line = doc.lineAt(numbers[at]).from;
        worst.set(line, Math.min(severity, worst.get(line) ?? severity));
      }
      this.marks = Decoration.set(ranges, true);
      const builder = new RangeSetBuilder();
      for (const [line, severity] of worst) builder.add(line, line, signs[severity]);
      this.signs = builder.finish();
    }
  },
  { decorations: (own) => own.marks },
);

/** Where something is missing, the character after the place or else before it carries the mark. */
function visible(doc, from, to) {
  if (from < to) return [from, to];
  const line = doc.lineAt(from);
  if (from < line.to) return [from, from + 1];
  return [Math.max(line.from, from - 1), from];
}

const gutterSigns = gutter({
  class: "cm-signs",
  markers: (view) => view.plugin(found)?.signs ?? RangeSet.empty,
  initialSpacer: () => signs[0],
  domEventHandlers: {
    click(view, block) {
      const line = view.state.doc.lineAt(block.from);
      const numbers = ask(view, "marks", line.from, line.to);
      if (numbers?.length) explain(view, numbers[0]);
      return Boolean(numbers?.length);
    },
  },
});

/** An element of the page as a tooltip. */
const tooltip = (element, pos, end, mount) => ({ pos, end, above: true, create: (view) => ({ ...slotted(view, element), mount }) });

const hover = hoverTooltip(
  (view, pos) => {
    const card = ask(view, "card", pos);
    return card && tooltip(card[0], card[1], card[2]);
  },
  { hideOnChange: true },
);

/** The tooltip that a key has opened: what is found at the caret, or the menu of its fixes. */
const setOpened = StateEffect.define();
const opened = StateField.define({
  create: () => null,
  update(now, transaction) {
    for (const effect of transaction.effects) if (effect.is(setOpened)) return effect.value;
    return transaction.docChanged || transaction.selection ? null : now;
  },
  provide: (field) => showTooltip.from(field),
});

/** Says what is found at a place. */
export function explain(view, pos) {
  const card = ask(view, "card", pos);
  if (!card) return false;
  const said = card[0].querySelector(".message")?.textContent ?? "";
  view.dispatch({ effects: [setOpened.of(tooltip(card[0], card[1], card[2])), EditorView.announce.of(said)] });
  return true;
}

function close(view) {
  if (!view.state.field(opened)) return false;
  view.dispatch({ effects: setOpened.of(null) });
  view.focus();
  return true;
}

function openMenu(view) {
  const { from } = view.state.selection.main;
  const dom = ask(view, "menu", from);
  if (!dom) return true;
  const items = () => [...dom.querySelectorAll("button")];
  dom.addEventListener("keydown", (event) => {
    const all = items();
    const at = all.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (event.key === "Escape") close(view);
    else if (to !== undefined) all.at(to % all.length).focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  dom.addEventListener("focusout", (event) => {
    // Where focus goes nowhere the page is just changing what the menu shows.
    if (event.relatedTarget && !dom.contains(event.relatedTarget)) view.dispatch({ effects: setOpened.of(null) });
  });
  view.dispatch({ effects: setOpened.of(tooltip(dom, from, from, () => items()[0]?.focus())) });
  return true;
}

/** What a key has opened goes when the focus goes anywhere else than into it. */
const left = EditorView.domEventObservers({
  blur(event, view) {
    if (!view.state.field(opened) || view.root.host.contains(event.relatedTarget)) return;
    // CodeMirror may be in the middle of an update.
    setTimeout(() => view.dispatch({ effects: setOpened.of(null) }));
  },
});

export const problems = [found, gutterSigns, hover, opened, left];

export const problemKeys = [
  { key: "Mod-.", run: openMenu },
  { key: "Mod-k Mod-i", run: (view) => explain(view, view.state.selection.main.from) },
  { key: "Escape", run: close },
  // On a Mac the key gives another character together with Alt.
  { any: (view, event) => event.code === "KeyF" && event.altKey && event.shiftKey && !event.ctrlKey && !event.metaKey && (ask(view, "format"), true) },
];
