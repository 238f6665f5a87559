//! The code editor's words.

use clusterwright::diagnostic::{Text, text};

pub(crate) const KEYS: Text = text(
    "Tab indents; to leave the editor press Escape, then Tab. F8 goes to the next problem, Control or Command with the full stop offers its fixes, Control+Space completes.",
    "按 Tab 键缩进；要离开编辑器，请先按 Esc，再按 Tab。按 F8 转到下一个问题，按 Ctrl（⌘）+ 句点查看修复建议，按 Ctrl + 空格补全。",
);
pub(crate) const NO_FIX: Text =
    text("There is no fix for what stands at the caret.", "光标处没有可用的修复建议。");
pub(crate) const UNDO: Text = text("Undo", "撤销");
pub(crate) const REDO: Text = text("Redo", "重做");
pub(crate) const FORMAT: Text = text("Format", "格式化");
pub(crate) const FOUND_HERE: Text = text("Found here", "此处发现");
pub(crate) const QUICK_FIXES: Text = text("Quick fixes", "快速修复");
pub(crate) const NO_PROBLEM: Text = text("There is no problem to go to.", "没有可转到的问题。");
pub(crate) const NOT_FORMATTED: Text = text(
    "Nothing was changed: of a text that is not JSON yet, only what can be read for certain is laid out. Mend its syntax first.",
    "未作修改：文本还不是有效的 JSON，只有能确定含义的部分才会重新排版。请先修复语法错误。",
);
