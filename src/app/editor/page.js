// The page, as the editor knows it: one function, `ask(what, from, to, value)`. Places count UTF-16 code units.
//
//   edit      the text from … to was replaced by value
//   history   from and to: whether there is something to undo, to redo
//   marks     the findings from … to: places and severities in a row, three numbers each; null while the text has not been checked
//   card      what is found at a place, as [element, from, to], or null
//   menu      the ways to mend what is found at a place, as an element, or null
//   done      an element that the page has made is no longer shown
//   complete  what can stand at a place; see completion.js
//   about     what a member means, as an element
//   format    lays the text out anew

import { Facet } from "@codemirror/state";

/** The page's function. */
export const page = Facet.define({ combine: (values) => values[0] });

/** Asks the page of this editor. */
export function ask(view, what, from = 0, to = 0, value = null) {
  return view.state.facet(page)(what, from, to, value);
}
