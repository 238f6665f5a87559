//! What comes in: pasted, dropped, or from a file. A command or a message is taken for the body that it holds.

use clusterwright::diagnostic::{Text, text};
use clusterwright::import::{self, Kind};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DataTransfer, DragEvent, Element, Event, File, HtmlInputElement};

use super::controls::button;
use super::dom::{El, el, listen_first};
use super::state::{Notice, Page, Tab};
use super::{arrival, browser, strings};

const OPEN: Text = text("Open a file…", "打开文件…");
const TAKEN: Text = text(
    "The body was taken out of {what}. Set aside: {aside}.",
    "已从 {what} 中取出请求体。未采用：{aside}。",
);
const TAKEN_WHOLE: Text = text("The body was taken out of {what}.", "已从 {what} 中取出请求体。");
const TAKEN_TOKEN: Text = text(
    "The body was taken out of {what}. Set aside: {aside}. The token is kept in memory only: see “Request”.",
    "已从 {what} 中取出请求体。未采用：{aside}。令牌仅保存在内存中，见“请求”页。",
);
const ELSEWHERE: Text = text(
    "This is {what}, and its body is in the file “{file}”: drop that file here, or open it.",
    "这是 {what}，其请求体在文件“{file}”中：请将该文件拖到此处或打开它。",
);
const AS_PASTED: Text = text("Keep as pasted", "保留原文");

/// The largest file that is read: the cap of the parser.
const FILE_CAP: f64 = 8.0 * 1024.0 * 1024.0;

/// Listens for what is pasted and dropped anywhere on the page, before the part of it that it happens in does.
pub(crate) fn listen(page: Page, root: &Element) {
    listen_first(root, "paste", Box::new(move |event| paste(page, event.unchecked_ref())));
    listen_first(
        root,
        "dragover",
        Box::new(|event| {
            if has_files(event.unchecked_ref()) {
                event.prevent_default();
            }
        }),
    );
    let drop = move |event: Event| {
        let transfer = event.unchecked_ref::<DragEvent>().data_transfer();
        if let Some(dropped) = transfer.as_ref().and_then(first_file) {
            // The browser would leave the page for it.
            event.prevent_default();
            event.stop_propagation();
            file(page, &dropped);
        }
    };
    listen_first(root, "drop", Box::new(drop));
}

/// The button that opens a file.
pub(crate) fn open(page: Page) -> El {
    let input = el("input").at("type", "file").at("hidden", "").on("change", move |event| {
        let Some(input) = event.target().and_then(|target| target.dyn_into().ok()) else { return };
        let input: HtmlInputElement = input;
        if let Some(chosen) = input.files().and_then(|files| files.get(0)) {
            file(page, &chosen);
        }
        // The same file can be chosen again.
        input.set_value("");
    });
    let node: HtmlInputElement = input.node().clone().unchecked_into();
    el("span").add(button(page, "", OPEN, move || node.click())).add(input)
}

fn paste(page: Page, event: &ClipboardEvent) {
    let Some(data) = event.clipboard_data() else { return };
    let editor = at_editor(event);
    let blank = page.body.peek(|body| body.text.trim().is_empty());
    if !editor && (at_field(event) || !blank) {
        return;
    }
    let stop = || {
        event.prevent_default();
        event.stop_propagation();
    };
    let text = data.get_data("text/plain").unwrap_or_default();
    if let (true, Some(copied)) = (text.is_empty(), first_file(&data)) {
        stop();
        return file(page, &copied);
    }
    if blank {
        if arrival::import(page, &text) {
            stop();
        } else if !editor && !text.trim().is_empty() {
            page.tab.set(Tab::Body);
            page.replace(&text);
        }
    } else {
        // Only the editor knows what is selected: when it is done, the text is what was pasted if that took the place of everything.
        browser::later(0, move || {
            let same = page.body.peek(|body| body.text.trim() == text.replace("\r\n", "\n").trim());
            if same {
                arrival::import(page, &text);
            }
        });
    }
}

/// Whether something happens where the body is shown.
fn at_editor(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let within = target.is_some_and(|target| target.closest(".editor").ok().flatten().is_some());
    within && innermost(event) != "INPUT"
}

/// Whether something happens in a field of its own.
fn at_field(event: &Event) -> bool {
    ["INPUT", "TEXTAREA", "SELECT"].contains(&innermost(event).as_str())
}

fn innermost(event: &Event) -> String {
    let first = event.composed_path().get(0).dyn_into::<Element>();
    first.map(|element| element.tag_name()).unwrap_or_default()
}

/// Reads a file as the body, or as what holds it.
pub(crate) fn file(page: Page, file: &File) {
    let name = file.name();
    if file.size() > FILE_CAP {
        return page.tell(strings::FILE_TOO_LARGE, vec![("name", name.into())]);
    }
    browser::read(file, move |text| {
        if arrival::open_text(page, &text) {
            return;
        }
        page.tab.set(Tab::Body);
        if !arrival::import(page, &text) {
            page.replace_noticed(&text, strings::FILE_TAKEN, vec![("name", name.clone().into())]);
        }
    });
}

/// See [`arrival::import`]: a later part's.
pub(crate) fn import(page: Page, text: &str) -> bool {
    let read = import::read(text);
    if matches!(read.kind, Kind::Body | Kind::Yaml | Kind::Terraform) {
        return false;
    }
    let token = !read.credentials.is_empty();
    let what = ("what", read.kind.name().into());
    let said = if let Some(file) = read.file.filter(|_| read.body.trim().is_empty()) {
        (ELSEWHERE, vec![what, ("file", file.into())])
    } else {
        page.replace(&read.body);
        let text = match (token, read.aside.is_empty()) {
            (_, true) => TAKEN_WHOLE,
            (true, _) => TAKEN_TOKEN,
            (false, _) => TAKEN,
        };
        (text, vec![what, ("aside", read.aside.join(", ").into())])
    };
    page.tab.set(Tab::Body);
    page.check_now();
    if token {
        let edition = page.peek(|analysis| analysis.edition.id);
        page.credentials.take(read.credentials, edition);
    }
    let (words, args) = said;
    page.notice.set(Some(Notice {
        text: words,
        args,
        undo: Some(text.to_owned()),
        back: AS_PASTED,
        about: Some(page.body.seen()),
    }));
    true
}

/// Whether files are being dragged, rather than text. Which ones stays unknown until they are dropped.
fn has_files(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|transfer| transfer.types().includes(&"Files".into(), 0))
}

fn first_file(transfer: &DataTransfer) -> Option<File> {
    transfer.files()?.get(0)
}
