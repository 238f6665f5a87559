/*! With CodeMirror 6, Lezer, style-mod, crelt, w3c-keyname and find-cluster-break: Copyright (C) Marijn Haverbeke and others, MIT License.
Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the
"Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish,
distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the
following conditions: The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software. THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY
CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE
SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE. */

// <body-editor>: the body's text in CodeMirror, in a shadow root of its own. What it knows of findings, words and members it asks the page
// for (page.js); of a text area it keeps the manners: value, selectionStart, selectionEnd, setSelectionRange(), select(), focus().

import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab, redo, undo } from "@codemirror/commands";
import { bracketMatching, codeFolding, foldGutter, foldKeymap, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { closeSearchPanel, highlightSelectionMatches, openSearchPanel, search, searchKeymap, searchPanelOpen } from "@codemirror/search";
import { Compartment, EditorSelection, EditorState } from "@codemirror/state";
import { EditorView, highlightActiveLine, highlightActiveLineGutter, highlightSpecialChars, keymap, lineNumbers, placeholder } from "@codemirror/view";
import { completion } from "./completion.js";
import { folds } from "./folds.js";
import { indentation } from "./indentation.js";
import { page } from "./page.js";
import { phrases } from "./phrases.js";
import { checked, explain, problems, problemKeys } from "./problems.js";
import { highlighting, language } from "./syntax.js";
import { changeFromPage, sync } from "./sync.js";
import { theme } from "./theme.js";

/** On a longer line no bracket's partner is shown: CodeMirror would look for it along the whole line at each move of the caret. */
const LONG = 20_000;
const brackets = new Compartment();
const [matched, unmatched] = [bracketMatching(), []];
const matching = (doc, pos) => doc.lineAt(pos).length > LONG ? unmatched : matched;
const bracketsWhereShort = [
  brackets.of(matched),
  EditorState.transactionExtender.of(({ startState, newDoc, newSelection }) => {
    const now = matching(newDoc, newSelection.main.head);
    return brackets.get(startState) === now ? null : { effects: brackets.reconfigure(now) };
  }),
];

class BodyEditor extends HTMLElement {
  #view = null;
  #words = new Compartment();
  #keys = document.createElement("p");

  /** Shows a text. `ask(what, from, to, value)` is how the page answers and is told. */
  start(text, ask) {
    const root = this.attachShadow({ mode: "open" });
    this.#keys.id = "keys";
    this.#keys.hidden = true;
    const extensions = [
      page.of(ask),
      this.#words.of([]),
      theme,
      problems,
      lineNumbers(),
      foldGutter(),
      highlightSpecialChars(),
      history(),
      codeFolding(),
      EditorState.allowMultipleSelections.of(false),
      EditorState.tabSize.of(4),
      language,
      syntaxHighlighting(highlighting),
      folds,
      indentation,
      indentOnInput(),
      bracketsWhereShort,
      closeBrackets(),
      completion,
      highlightActiveLine(),
      highlightActiveLineGutter(),
      highlightSelectionMatches(),
      search({ top: true }),
      sync,
      // The page takes files that are dropped.
      EditorView.domEventHandlers({ drop: (event) => event.dataTransfer?.types.includes("Files") }),
      keymap.of([...problemKeys, ...closeBracketsKeymap, ...defaultKeymap, ...searchKeymap, ...historyKeymap, ...foldKeymap, indentWithTab]),
    ];
    this.#view = new EditorView({ state: EditorState.create({ doc: text, extensions }), parent: root, root });
    root.append(this.#keys);
  }

  /** What the editor is called, how its keys are described, what stands in it while it is empty, and the language of its own words. */
  say(label, keys, empty, locale) {
    const view = this.#view;
    const searching = searchPanelOpen(view.state);
    this.#keys.textContent = keys;
    if (searching) closeSearchPanel(view);
    view.dispatch({
      effects: this.#words.reconfigure([
        EditorState.phrases.of(phrases(locale)),
        EditorView.contentAttributes.of({ tabindex: "0", "aria-label": label, "aria-describedby": this.#keys.id }),
        placeholder(empty),
      ]),
    });
    if (searching) openSearchPanel(view);
  }

  /** Changes from the page, as [from, to, text] each. Those of one `kind` that follow each other quickly are one step of the history; without one each is. */
  change(changes, kind) {
    // A tooltip that has the focus goes with the change.
    const held = this.querySelector(":focus");
    changeFromPage(this.#view, changes, kind);
    if (held) this.#view.focus();
  }

  /** The page has checked the text. */
  checked() {
    this.#view.dispatch({ effects: checked.of(null) });
  }

  /** Selects a range and brings it into view; with what the page says of it, if `explained`. */
  show(from, to, explained) {
    const view = this.#view;
    const range = EditorSelection.range(from, to);
    view.dispatch({ selection: range, effects: EditorView.scrollIntoView(range, { y: "nearest", yMargin: 60 }) });
    view.focus();
    if (explained) explain(view, from);
  }

  undo() {
    undo(this.#view);
  }

  redo() {
    redo(this.#view);
  }

  get value() {
    return this.#view.state.doc.toString();
  }

  /** Another text, as if it had been typed; the caret is behind it. */
  set value(text) {
    const { state } = this.#view;
    const insert = state.toText(text);
    this.#view.dispatch({ changes: { from: 0, to: state.doc.length, insert }, selection: { anchor: insert.length }, userEvent: "input" });
  }

  get selectionStart() {
    return this.#view.state.selection.main.from;
  }

  get selectionEnd() {
    return this.#view.state.selection.main.to;
  }

  setSelectionRange(from, to) {
    const end = this.#view.state.doc.length;
    this.#view.dispatch({ selection: { anchor: Math.min(from, end), head: Math.min(to, end) } });
  }

  select() {
    this.focus();
    this.setSelectionRange(0, this.#view.state.doc.length);
  }

  focus() {
    this.#view.focus();
  }

  /** How far down the text is scrolled, in lines. */
  get line() {
    const view = this.#view;
    return view.state.doc.lineAt(view.lineBlockAtHeight(view.scrollDOM.scrollTop).from).number - 1;
  }

  set line(line) {
    const { doc } = this.#view.state;
    const { from } = doc.line(Math.max(1, Math.min(line + 1, doc.lines)));
    this.#view.dispatch({ effects: EditorView.scrollIntoView(from, { y: "start", yMargin: 0 }) });
  }
}

customElements.define("body-editor", BodyEditor);
