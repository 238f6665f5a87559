//! The page's own words. What an edition or a rule says comes from the core.

use clusterwright::diagnostic::{Text, text};

pub(crate) const TITLE: Text = text(
    "Clusterwright: request bodies for new Kubernetes clusters",
    "Clusterwright：Kubernetes 集群创建请求体",
);
pub(crate) const PRIVATE: Text =
    text("Nothing you type leaves this page.", "您输入的内容不会离开本页面。");
pub(crate) const SKIP: Text = text("Skip to the request body", "跳到请求体");

pub(crate) const EDITION: Text = text("API edition", "目标 API");
pub(crate) const DETECT: Text = text("Detect from the body", "根据请求体自动识别");
pub(crate) const PRESET: Text = text("Preset", "预设");
pub(crate) const CHOOSE_PRESET: Text = text("Start from a preset…", "选择预设…");
pub(crate) const LANGUAGE: Text = text("Language", "语言");
pub(crate) const THEME: Text = text("Theme", "主题");
pub(crate) const THEME_SYSTEM: Text = text("As the system", "跟随系统");
pub(crate) const THEME_LIGHT: Text = text("Light", "浅色");
pub(crate) const THEME_DARK: Text = text("Dark", "深色");

pub(crate) const HELP_COMING: Text = text("Loading…", "加载中…");
pub(crate) const HELP_LOST: Text = text(
    "The explanations could not be loaded: a file of this page did not arrive. Reload the page to try again.",
    "说明未能加载：页面的一个文件未送达，请重新加载页面。",
);

pub(crate) const CHECK_AS: Text = text("Check as {edition}", "按 {edition} 检查");

pub(crate) const VIEWS: Text = text("Views", "视图");
pub(crate) const TAB_FORM: Text = text("Form", "表单");
pub(crate) const TAB_BODY: Text = text("Body", "请求体");
pub(crate) const TAB_REQUEST: Text = text("Request", "请求");
pub(crate) const TAB_PLAN: Text = text("Network plan", "网络规划");

pub(crate) const PUT_BACK: Text = text("Put back", "还原");
pub(crate) const DISMISS: Text = text("Dismiss", "关闭");
pub(crate) const UNDONE: Text = text("The text is as it was before.", "已恢复为之前的文本。");
pub(crate) const PRESET_TAKEN: Text =
    text("The body was replaced by the preset “{name}”.", "请求体已替换为预设“{name}”。");
pub(crate) const FILE_TAKEN: Text =
    text("The body was replaced by the file “{name}”.", "请求体已替换为文件“{name}”。");
pub(crate) const FILE_TOO_LARGE: Text = text(
    "The file “{name}” is larger than 8 MiB and was not read.",
    "文件“{name}”超过 8 MiB，未读取。",
);

pub(crate) const COPY_BODY: Text = text("Copy body", "复制请求体");
pub(crate) const NO_BODY: Text = text("There is no body to copy yet.", "还没有可复制的请求体。");
pub(crate) const COPIED_CLEAN: Text = text("Body copied.", "请求体已复制。");
pub(crate) const COPIED: Text =
    text("Body copied. It still has {counts}.", "请求体已复制，其中仍有 {counts}。");
pub(crate) const SELECTED: Text = text(
    "The browser did not allow copying. The text is selected: press Ctrl+C (⌘C).",
    "浏览器不允许复制。文本已选中，请按 Ctrl+C（⌘C）。",
);
pub(crate) const BODY: Text = text("Request body", "请求体");
pub(crate) const LINES_ONE: Text = text("1 line, {size}", "1 行，{size}");
pub(crate) const LINES: Text = text("{lines} lines, {size}", "{lines} 行，{size}");
pub(crate) const BYTES: Text = text("{size} bytes", "{size} 字节");
pub(crate) const KILOBYTES: Text = text("{size} KiB", "{size} KiB");
pub(crate) const PASTE_HERE: Text = text("Paste a request body here", "在此粘贴请求体");

pub(crate) const FORM: Text = text("Cluster fields", "集群参数");
pub(crate) const SEARCH: Text = text("Search fields", "搜索参数");
pub(crate) const NO_EDITION: Text = text(
    "Choose an API edition or paste a body: its fields come here.",
    "选择目标 API 或粘贴请求体后，这里会显示参数表单。",
);
pub(crate) const NO_MATCH: Text = text("No field matches.", "没有匹配的参数。");
pub(crate) const MORE: Text = text("More ({count})", "更多（{count}）");
pub(crate) const LESS: Text = text("Less", "收起");
pub(crate) const REQUIRED: Text = text("required", "必填");
pub(crate) const ABOUT: Text = text("About {name}", "关于 {name}");
pub(crate) const SOURCE: Text = text("Source: {source}", "来源：{source}");
pub(crate) const DEFAULT: Text =
    text("Not set, the API takes {default}.", "不填写时，API 取 {default}。");
pub(crate) const SEEN: Text = text("Seen in the document: {examples}", "文档中的示例：{examples}");
pub(crate) const NOT_SET: Text = text("not set", "未设置");
pub(crate) const NOT_SET_DEFAULT: Text =
    text("not set ({default} applies)", "未设置（默认 {default}）");
pub(crate) const CHOOSE: Text = text("choose…", "请选择…");
pub(crate) const EXAMPLE: Text = text("for example {example}", "例如 {example}");
pub(crate) const ADD: Text = text("Add", "添加");
pub(crate) const ADD_WHAT: Text = text("Add: {name}", "添加：{name}");
pub(crate) const ADD_ITEM: Text = text("Add item", "添加一项");
pub(crate) const ADD_ITEM_TO: Text = text("Add item: {name}", "添加一项：{name}");
pub(crate) const ANOTHER_NAME: Text = text("another name", "其他名称");
pub(crate) const MEMBER_NAME: Text = text("Name of a new member of {name}", "{name} 新成员的名称");
pub(crate) const REMOVE: Text = text("Remove", "删除");
pub(crate) const REMOVE_WHAT: Text = text("Remove: {name}", "删除：{name}");
pub(crate) const REVEAL: Text = text("Show", "显示");
pub(crate) const CONCEAL: Text = text("Hide", "隐藏");
pub(crate) const REVEAL_WHAT: Text = text("Show {name}", "显示 {name}");
pub(crate) const AS_JSON: Text = text(
    "As JSON, since the body holds another type than the document says.",
    "以 JSON 显示，因为请求体中的类型与文档不符。",
);

pub(crate) const PROBLEMS: Text = text("Problems", "问题");
pub(crate) const NOTHING_YET: Text = text("Nothing to check yet", "暂无可检查的内容");
pub(crate) const NO_ERRORS: Text = text("no errors", "没有错误");
pub(crate) const ERROR_ONE: Text = text("1 error", "1 个错误");
pub(crate) const ERRORS: Text = text("{count} errors", "{count} 个错误");
pub(crate) const WARNING_ONE: Text = text("1 warning", "1 个警告");
pub(crate) const WARNINGS: Text = text("{count} warnings", "{count} 个警告");
pub(crate) const NOTE_ONE: Text = text("1 note", "1 条提示");
pub(crate) const NOTES: Text = text("{count} notes", "{count} 条提示");
pub(crate) const BLANK_ONE: Text = text("1 blank left to fill", "还有 1 处待填写");
pub(crate) const BLANKS: Text = text("{count} blanks left to fill", "还有 {count} 处待填写");
pub(crate) const COMMA: Text = text(", ", "，");
pub(crate) const SEMICOLON: Text = text("; ", "；");
pub(crate) const FIX_ALL: Text = text("Fix all", "全部修复");
pub(crate) const FIXED_ONE: Text =
    text("1 problem fixed. Now: {counts}.", "已修复 1 个问题。当前：{counts}。");
pub(crate) const FIXED: Text =
    text("{fixed} problems fixed. Now: {counts}.", "已修复 {fixed} 个问题。当前：{counts}。");
pub(crate) const FIX_APPLIED: Text = text("Applied: {fix}.", "已应用：{fix}。");
pub(crate) const WHY: Text = text("Why", "原因");
pub(crate) const GO_THERE: Text = text("Go there", "转到");
pub(crate) const IN_FORM: Text = text("In the form", "在表单中查看");
pub(crate) const APPLY: Text = text("Apply", "应用");
pub(crate) const CANCEL: Text = text("Cancel", "取消");
pub(crate) const PREVIEW: Text = text("What changes", "修改预览");
pub(crate) const LINES_LEFT_OUT: Text = text("… {count} lines left out", "……省略 {count} 行");
pub(crate) const REMOVED_LINE: Text = text("removed:", "删除：");
pub(crate) const ADDED_LINE: Text = text("added:", "新增：");
pub(crate) const FROM_DOCUMENT: Text =
    text("Source: {document}, {location} ({basis})", "来源：{document}，{location}（{basis}）");
pub(crate) const SHOW_MORE: Text = text("Show more ({count})", "显示更多（{count}）");
pub(crate) const SHOW_EARLIER: Text = text("Show earlier", "显示前面的");
pub(crate) const ALIKE: Text = text("{count} more alike", "另有 {count} 个同类问题");
pub(crate) const AS_ONE: Text = text("Show as one", "合并显示");
pub(crate) const APPLY_ALL: Text = text("Apply to all {count}", "应用到全部 {count} 处");
pub(crate) const GONE: Text = text("This problem is no longer there.", "该问题已不存在。");

pub(crate) const REQUEST: Text = text("The request", "请求");
pub(crate) const STILL: Text = text("The body has {counts}.", "请求体当前：{counts}。");
pub(crate) const VARIABLES: Text = text("In the URL", "URL 中的变量");
pub(crate) const HEADERS: Text = text("Headers", "请求头");
pub(crate) const NAME: Text = text("Name", "名称");
pub(crate) const VALUE: Text = text("Value", "值");
pub(crate) const MEANING: Text = text("Meaning", "说明");
pub(crate) const ENVIRONMENT: Text = text("In the command", "命令中的变量");
pub(crate) const PREREQUISITES: Text = text("Before you send it", "发送之前");
pub(crate) const SUCCESS: Text = text("When it works", "成功时");
pub(crate) const COMMAND: Text = text("As a command", "命令行");
pub(crate) const COPY_CURL: Text = text("Copy command", "复制命令");
pub(crate) const REQUEST_SOURCE: Text =
    text("Source: {document}, {location}", "来源：{document}，{location}");
