//! The page's shortcuts: one table, from which the sheet is drawn and the page's own keys are told.

use clusterwright::diagnostic::{Text, text};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlElement, KeyboardEvent};

use super::browser;
use super::controls::{bare_button, button as worded};
use super::dom::{El, effect, el, flag, listen};
use super::editor::tools;
use super::form;
use super::live::Live;
use super::problems::next::next_problem;
use super::state::Page;

const SHORTCUTS: Text = text("Keyboard shortcuts", "键盘快捷键");
const KEYS: Text = text("Keys", "按键");
const EFFECT: Text = text("What they do", "作用");
const SINGLE: Text = text("Open this with the ? key", "按 ? 键打开此列表");
const CLOSE: Text = text("Close", "关闭");
const IN_LISTS: Text = text(
    "In the tabs the arrow keys change the view; in the list of problems they go up and down.",
    "在标签栏中用方向键切换视图，在问题列表中用上下方向键移动。",
);

/// Where the reader's wish to have no single-key shortcut is kept.
const KEPT: &str = "keys";

/// How the keys of a shortcut with Control, or the command key, begin.
const MOD: &str = "Mod+";

/// A shortcut.
struct Shortcut {
    /// The keys, joined by `+`; `Mod` is Control, on a Mac the command key.
    keys: &'static str,
    what: Text,
    /// What the page itself does; the others belong to the editor or the browser.
    run: Option<fn(Page)>,
}

static ALL: [Shortcut; 12] = [
    Shortcut {
        keys: "F8",
        what: text("Next problem", "下一个问题"),
        run: Some(|page| next_problem(page, true)),
    },
    Shortcut {
        keys: "Shift+F8",
        what: text("Previous problem", "上一个问题"),
        run: Some(|page| next_problem(page, false)),
    },
    Shortcut {
        keys: "?",
        what: text("This list", "显示此列表"),
        run: Some(|page| page.sheet.set(true)),
    },
    Shortcut {
        keys: "Mod+.",
        what: text("In the body: the fixes at the caret", "在请求体中：显示光标处的修复"),
        run: None,
    },
    Shortcut {
        keys: "Ctrl+Space",
        what: text("In the body: complete names and values", "在请求体中：补全名称和取值"),
        run: None,
    },
    Shortcut {
        keys: "Shift+Alt+F",
        what: text("In the body: format the text", "在请求体中：格式化文本"),
        run: None,
    },
    Shortcut {
        keys: "Mod+F", what: text("In the body: search", "在请求体中：查找"), run: None
    },
    Shortcut {
        keys: "Mod+Enter",
        what: text("In the form: next blank", "在表单中：下一个待填项"),
        run: None,
    },
    Shortcut {
        keys: "Alt+↑ ↓",
        what: text("In the form: move the item", "在表单中：移动列表项"),
        run: None,
    },
    Shortcut { keys: "Mod+Z", what: text("Undo", "撤销"), run: Some(tools::undo) },
    Shortcut { keys: "Mod+Y", what: text("Redo", "重做"), run: Some(tools::redo) },
    Shortcut {
        keys: "Escape",
        what: text(
            "Close what is open; in the body, then Tab leaves the editor",
            "关闭打开的内容；在请求体中按下后可用 Tab 离开编辑器",
        ),
        run: None,
    },
];

/// The button that opens the sheet.
pub(crate) fn button(page: Page) -> El {
    bare_button("keys", move || page.sheet.set(true))
        .name("aria-label", page.t(SHORTCUTS))
        .name("title", page.t(SHORTCUTS))
        .at("aria-haspopup", "dialog")
        .add(el("kbd").at("aria-hidden", "true").text("?"))
}

/// The sheet, and the page's own keys.
pub(crate) fn sheet(page: Page) -> El {
    let single = Live::new(browser::kept(KEPT).is_none());
    listen(
        &document(),
        "keydown",
        Box::new(move |event| press(page, event.unchecked_ref(), single.get_untracked())),
    );
    let dialog = el("dialog")
        .class("sheet")
        .at("aria-labelledby", "shortcuts-title")
        .at("closedby", "any")
        .on("close", move |_| page.sheet.set(false));
    let node: HtmlDialogElement = dialog.node().clone().unchecked_into();
    effect(Box::new(move || {
        let node = node.clone();
        match (page.sheet.get(), node.open()) {
            // What is in it comes in the same round of changes.
            (true, false) => queue_microtask(move || drop(node.show_modal())),
            (false, true) => node.close(),
            _ => {}
        }
    }));
    dialog.when(move || page.sheet.get(), move || content(page, single))
}

fn content(page: Page, single: Live<bool>) -> El {
    let mac = browser::is_mac();
    let heads = [KEYS, EFFECT].map(|head| el("th").at("scope", "col").say(page.t(head)));
    let rows = ALL.iter().map(|shortcut| {
        let keys = shortcut.keys.split('+').map(|key| match key {
            "Mod" if mac => "⌘",
            "Mod" => "Ctrl",
            key => key,
        });
        let cell = keys.fold(el("td").at("translate", "no"), |cell, key| {
            cell.add(el("kbd").text(key)).text(" ")
        });
        el("tr").add(cell).add(el("td").say(page.t(shortcut.what)))
    });
    let choice = el("input").at("type", "checkbox").bind("checked", move || flag(single.get())).on(
        "change",
        move |_| {
            single.update(|single| *single = !*single);
            browser::keep(KEPT, (!single.get_untracked()).then_some("off"));
        },
    );
    el("div")
        .add(el("h2").at("id", "shortcuts-title").say(page.t(SHORTCUTS)))
        .add(el("table").add(el("thead").add(el("tr").adds(heads))).add(el("tbody").adds(rows)))
        .add(el("p").class("muted").say(page.t(IN_LISTS)))
        .add(el("label").class("check").add(choice).add(el("span").say(page.t(SINGLE))))
        .add(worded(page, "primary", CLOSE, move || page.sheet.set(false)))
}

/// Does what a key is for, unless something nearer has done it or it is being typed into a field.
fn press(page: Page, event: &KeyboardEvent, single: bool) {
    if event.default_prevented() || page.sheet.get_untracked() {
        return;
    }
    let own = ALL.iter().find(|shortcut| shortcut.run.is_some() && is(shortcut.keys, event));
    let Some(Shortcut { keys, run: Some(run), .. }) = own else { return };
    if keys.len() == 1 && (!single || types(event)) {
        return;
    }
    // What is typed into the form is the body's; other fields have a history of their own, as the body has without the editor.
    let named = browser::active().is_some_and(|active| active.has_attribute("data-own"));
    let own = types(event) && (named || form::focused().is_none())
        || page.editor.with_untracked(Option::is_none);
    if keys.starts_with(MOD) && own {
        return;
    }
    event.prevent_default();
    run(page);
}

/// Whether those keys were pressed. A sign may need the shift key, which is then no part of it.
fn is(keys: &str, event: &KeyboardEvent) -> bool {
    let pressed = event.key();
    let held = event.ctrl_key() || event.meta_key();
    if let Some(key) = keys.strip_prefix(MOD) {
        // What takes a step back does with the shift key what the other does.
        let again = event.shift_key() && pressed.eq_ignore_ascii_case("z");
        let own = if again { key == "Y" } else { pressed.eq_ignore_ascii_case(key) };
        return own && held && !event.alt_key();
    }
    let (shift, key) = match keys.strip_prefix("Shift+") {
        Some(key) => (true, key),
        None => (false, keys),
    };
    pressed == key && (event.shift_key() == shift || key.len() == 1) && !(held || event.alt_key())
}

/// Whether the key goes into a text, also of an editor that keeps its insides to itself.
fn types(event: &KeyboardEvent) -> bool {
    let inmost = event.composed_path().get(0);
    let Some(element) = inmost.dyn_ref::<Element>() else { return false };
    matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
        || element.dyn_ref::<HtmlElement>().is_some_and(HtmlElement::is_content_editable)
}
