//! The words of links, files and drafts.

use clusterwright::diagnostic::{Text, text};

pub(crate) const SHARE: Text = text("Share", "分享");
pub(crate) const WHAT: Text = text(
    "The link itself holds the text, the edition, the network plan's inputs and the open view. Nothing is stored on a server.",
    "链接本身包含文本、目标 API、网络规划的输入和当前视图，不会存储到任何服务器。",
);
pub(crate) const CLOSE: Text = text("Close", "关闭");
pub(crate) const LINK: Text = text("Link", "链接");
pub(crate) const COPY_LINK: Text = text("Copy link", "复制链接");
pub(crate) const LINK_COPIED: Text = text("Link copied.", "链接已复制。");
pub(crate) const LINK_SELECTED: Text = text(
    "The browser did not allow copying. The link is selected: press Ctrl+C (⌘C).",
    "浏览器不允许复制。链接已选中，请按 Ctrl+C（⌘C）。",
);
pub(crate) const SIZE: Text = text("{size} KB", "{size} KB");
pub(crate) const LONG: Text = text(
    "Mail and chat programs may cut a link of more than 8 KB short. Save a file instead: dropped onto the text, it opens as a link does.",
    "超过 8 KB 的链接可能被邮件或聊天工具截断。建议保存为文件，将文件拖到文本上即可像链接一样打开。",
);
pub(crate) const NO_LINK: Text = text(
    "This browser cannot make such links. Save a file instead: dropped onto the text, it opens as a link does.",
    "此浏览器无法生成链接。请保存为文件，将文件拖到文本上即可像链接一样打开。",
);
pub(crate) const SAVE_FILE: Text = text("Save file", "保存文件");
pub(crate) const FILE_SAVED: Text = text("Saved as {name}.", "已保存为 {name}。");
pub(crate) const WHOLE: Text = text(
    "No secrets were found in the body: nothing was left out.",
    "请求体中未发现机密，未省略任何内容。",
);
pub(crate) const LEFT_OUT: Text = text(
    "Left out of the link and the file, because it is or may be secret:",
    "以下内容是机密或可能是机密，未包含在链接和文件中：",
);
pub(crate) const VALUE_OF: Text = text("the value of {pointer}", "{pointer} 的值");
pub(crate) const COMMENT_IN: Text = text("a comment in line {line}", "第 {line} 行的注释");
pub(crate) const TEXT_IN: Text = text("text in line {line}", "第 {line} 行的部分文本");
pub(crate) const AND_MORE: Text = text("and {count} more", "另有 {count} 处");

pub(crate) const REMARKS: Text =
    text("{what}{refused}{names}{end}{newer}", "{what}{refused}{names}{end}{newer}");
pub(crate) const OPENED: Text = text("Opened from a link.", "已从链接打开。");
pub(crate) const OPENED_OVER: Text = text(
    "Opened from a link. Your own text comes back with “Put back”.",
    "已从链接打开。点击“还原”可恢复您自己的文本。",
);
pub(crate) const FILE_OPENED: Text = text("Opened from a file.", "已从文件打开。");
pub(crate) const FILE_OPENED_OVER: Text = text(
    "Opened from a file. Your own text comes back with “Put back”.",
    "已从文件打开。点击“还原”可恢复您自己的文本。",
);
pub(crate) const DAMAGED: Text = text(
    "The link is damaged, probably cut short: its text cannot be read. Ask for it again, or for a file.",
    "链接已损坏（可能被截断），无法读取其中的文本。请重新索取链接或文件。",
);
pub(crate) const TOO_LARGE: Text = text(
    "The text in the link is larger than 8 MiB and was not opened.",
    "链接中的文本超过 8 MiB，未打开。",
);
pub(crate) const NO_INFLATE: Text = text(
    "This browser cannot read the text of such a link. Ask for a file instead.",
    "此浏览器无法读取此类链接中的文本，请改为索取文件。",
);
pub(crate) const REFUSED: Text = text(" Not understood in it: ", "其中无法识别：");
pub(crate) const END: Text = text(".", "。");
pub(crate) const NEWER: Text = text(
    " A later version of this page wrote it; what this one does not know was left out.",
    "它由本页面的更新版本写成，此版本无法识别的内容已忽略。",
);

pub(crate) const RESTORED: Text =
    text("Your draft of {time} was restored.", "已恢复您 {time} 的草稿。");
pub(crate) const RESTORED_CUT: Text = text(
    "Your draft of {time} was restored; secrets were not kept.",
    "已恢复您 {time} 的草稿，其中的机密未保存。",
);
pub(crate) const DRAFTS: Text = text("Drafts in this browser", "此浏览器中的草稿");
pub(crate) const DRAFTS_HELP: Text = text(
    "Kept without secrets, the last ten, so that a reload or crash loses nothing.",
    "仅保留最近十份，不含机密，刷新或崩溃后可恢复。",
);
pub(crate) const NO_DRAFTS: Text = text("None.", "无。");
pub(crate) const OPEN_DRAFT: Text =
    text("Open the draft of {time}, {name}", "打开 {time} 的草稿：{name}");
pub(crate) const THIS_TAB: Text = text("this tab", "当前标签页");
pub(crate) const DELETE_DRAFTS: Text = text("Delete all drafts", "删除全部草稿");
pub(crate) const DRAFT_DELETED: Text = text("1 draft deleted.", "已删除 1 份草稿。");
pub(crate) const DRAFTS_DELETED: Text = text("{count} drafts deleted.", "已删除 {count} 份草稿。");
pub(crate) const DRAFT_TOO_LARGE: Text = text(
    "The text is too large to be kept as a draft: a reload would lose it.",
    "文本过大，无法保存为草稿，刷新页面会丢失。",
);
pub(crate) const NO_ROOM: Text = text(
    "The browser has no room left to keep a draft: a reload would lose the text.",
    "浏览器存储空间不足，无法保存草稿，刷新页面会丢失文本。",
);
