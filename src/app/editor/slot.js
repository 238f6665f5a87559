// Elements of the page inside of the editor: they stay in the page's own tree, where its style sheet reaches them, and show in a slot.

import { ask } from "./page.js";

let count = 0;

/** A place for an element of the page, as CodeMirror's tooltips take it. The page is told when it is no longer shown. */
export function slotted(view, element) {
  const slot = document.createElement("slot");
  const dom = document.createElement("div");
  slot.name = element.slot = `tip-${(count += 1)}`;
  dom.append(slot);
  view.root.host.append(element);
  return {
    dom,
    destroy() {
      element.remove();
      ask(view, "done", 0, 0, element);
    },
  };
}
