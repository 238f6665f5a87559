//! The faults of a text as JSON, as findings.

use super::{
    Applicability, Basis, Change, Diagnostic, Fix, Part, Place, Rule, Severity, Source, Text, at,
    long, text,
};
use crate::json::{Document, Fault, NodeId, SyntaxError};
use crate::text::{Edit, Span};

const RFC: &str = "RFC 8259";

const fn rule(
    code: &'static str,
    sources: &'static [Source],
    title: Text,
    message: Text,
    help: Text,
) -> Rule {
    Rule {
        code,
        severity: Severity::Error,
        title: long(title),
        message,
        help: long(help),
        basis: Basis::Stated,
        sources,
    }
}

const STRICT: Text = text(
    "The API reads strict JSON and refuses the whole body otherwise.",
    "API 只接受严格的 JSON，否则会拒绝整个请求体。",
);

const SECOND: Text = text(
    "A second body seems to begin here, and a request takes one. Send each by itself.",
    "这里似乎是第二份请求体，而一次请求只接受一份。请分别发送。",
);

macro_rules! faults {
    ($($fault:ident $code:literal $section:literal $title:expr, $message:expr, $help:expr, $fix:expr;)*) => {
        /// Every rule of this file.
        pub static ALL: [Rule; [$($code),*].len()] = [$(rule($code, &[at(RFC, $section)], $title, $message, $help)),*];

        /// The words of a fault's fix.
        const fn fix_title(fault: Fault) -> Text {
            match fault { $(Fault::$fault => $fix),* }
        }

        /// The rule of a fault.
        pub fn rule_of(fault: Fault) -> &'static Rule {
            let code = match fault { $(Fault::$fault => $code),* };
            let at = ALL.iter().position(|rule| rule.code == code).unwrap_or_default();
            &ALL[at]
        }
    };
}

faults! {
    Empty "json-empty" "section 2"
        text("Nothing here", "没有内容"), text("there is no request body yet", "还没有请求体"),
        STRICT, text("Begin a body", "新建请求体");
    TooLarge "json-too-large" "section 9"
        text("Text too large", "文本过大"), text("the text is larger than 8 MiB and was not read", "文本超过 8 MiB，未作解析"),
        text("No request body is that large. The text is kept as it is.", "正常的请求体不会这么大。文本已原样保留。"), text("", "");
    TooDeep "json-too-deep" "section 9"
        text("Nested too deeply", "嵌套过深"), text("nested more than 128 deep; what lies deeper was not read", "嵌套超过 128 层，更深的内容未作解析"),
        text("No request body is that deep. The text is kept as it is.", "正常的请求体不会嵌套这么深。文本已原样保留。"), text("", "");
    ByteOrderMark "json-byte-order-mark" "section 8.1"
        text("Byte order mark", "字节顺序标记"), text("a byte order mark stands before the document", "文档前有字节顺序标记（BOM）"),
        STRICT, text("Remove the mark", "删除 BOM");
    Comment "json-comment" "section 2"
        text("Comment", "注释"), text("JSON has no comments", "JSON 不支持注释"),
        STRICT, text("Remove the comment", "删除注释");
    TrailingComma "json-trailing-comma" "section 5"
        text("Trailing comma", "多余的逗号"), text("nothing follows this comma", "该逗号后面没有内容"),
        STRICT, text("Remove the comma", "删除逗号");
    MissingComma "json-missing-comma" "section 5"
        text("Missing comma", "缺少逗号"), text("a comma is missing here", "此处缺少逗号"),
        STRICT, text("Insert the comma", "插入逗号");
    MissingColon "json-missing-colon" "section 4"
        text("Missing colon", "缺少冒号"), text("a colon belongs between a name and its value", "参数名与值之间应有冒号"),
        STRICT, text("Insert the colon", "插入冒号");
    MissingValue "json-missing-value" "section 4"
        text("Missing value", "缺少值"), text("a value is missing here", "此处缺少值"),
        text("Fill in the value, or take the member out.", "请填写值，或删除该参数。"), text("Take the empty place out", "删除空项");
    WrongQuotes "json-wrong-quotes" "section 7"
        text("Wrong quotation marks", "引号不对"), text("strings stand between straight double quotes (\")", "字符串应使用英文双引号（\"）"),
        STRICT, text("Use straight double quotes", "改用英文双引号");
    UnquotedKey "json-unquoted-key" "section 4"
        text("Name without quotes", "参数名未加引号"), text("the name {found} needs double quotes around it", "参数名 {found} 需要加双引号"),
        STRICT, text("Put it in quotes", "加上双引号");
    UnquotedValue "json-unquoted-value" "section 3"
        text("Text without quotes", "文本未加引号"), text("{found} is neither a number nor a literal, and has no quotes", "{found} 既不是数字也不是字面量，且未加引号"),
        STRICT, text("Put it in quotes", "加上双引号");
    FullWidth "json-full-width" "section 2"
        text("Full-width punctuation", "全角标点"), text("{found} is a full-width character; JSON needs the plain one", "{found} 是全角字符，JSON 中应使用半角字符"),
        STRICT, text("Use the plain character", "改为半角字符");
    StrangeSpace "json-strange-space" "section 2"
        text("Unusual white space", "特殊空白字符"), text("this white space is not one that JSON knows", "JSON 不允许使用此处的空白字符"),
        STRICT, text("Use a plain space", "改为普通空格");
    UnescapedQuote "json-unescaped-quote" "section 7"
        text("Unescaped quotes in a string", "字符串内的引号未转义"), text("quotes inside a string need a backslash before them", "字符串内部的双引号前需要加反斜杠"),
        text("The first inner quote ends the string, so the API refuses the body. Vendors' own pages print JSON inside strings this way.", "内部的第一个引号会使字符串提前结束，请求体因此被拒绝。厂商文档中字符串内的 JSON 常有此问题。"),
        text("Escape the inner quotes", "转义内部引号");
    ControlCharacter "json-control-character" "section 7"
        text("Raw control character in a string", "字符串内有控制字符"), text("line breaks, tabs and other control characters in a string must be escaped", "字符串中的换行、制表符等控制字符必须转义"),
        STRICT, text("Escape them", "转义这些字符");
    BadEscape "json-bad-escape" "section 7"
        text("Unknown escape", "无法识别的转义"), text("the string holds a backslash sequence that JSON does not know", "字符串中有 JSON 不支持的转义序列"),
        STRICT, text("Write it as plain text", "改为普通文本");
    UnclosedString "json-unclosed-string" "section 7"
        text("String without end", "字符串未结束"), text("this string has no closing quote", "该字符串缺少结束引号"),
        STRICT, text("Close the string", "补上结束引号");
    Unclosed "json-unclosed" "section 2"
        text("Bracket without end", "括号未闭合"), text("the closing bracket {closing} is missing", "缺少闭合括号 {closing}"),
        STRICT, text("Insert {closing}", "插入 {closing}");
    StrayClose "json-stray-close" "section 2"
        text("Stray closing bracket", "多余的右括号"), text("this bracket closes nothing", "该右括号没有对应的左括号"),
        STRICT, text("Remove it", "删除");
    IsYaml "json-is-yaml" "section 2"
        text("YAML instead of JSON", "是 YAML 而不是 JSON"), text("this is YAML; the request body is JSON", "这是 YAML，而请求体是 JSON"),
        text("The API reads JSON only. The text is kept as it is: convert it (for example with yq -o=json), or start from a preset and fill in the values.", "API 只接受 JSON。文本已原样保留：请先转换（例如用 yq -o=json），或从预设开始填写。"), text("", "");
    IsTerraform "json-is-terraform" "section 2"
        text("Terraform instead of JSON", "是 Terraform 而不是 JSON"), text("this is a Terraform block; the request body is JSON", "这是 Terraform 配置块，而请求体是 JSON"),
        text("Terraform's provider makes the request from it by itself, under other names. The text is kept as it is: start from a preset and fill in the values.", "Terraform 的 provider 会自行据此构造请求，参数名也不同。文本已原样保留：请从预设开始填写。"), text("", "");
    Listing "json-listing" "section 2"
        text("Lines with numbers or marks", "各行带有行号或标记"), text("the lines begin with numbers or marks of a listing, which are no part of the body", "各行开头带有行号或标记，它们不属于请求体"),
        text("They come along when a body is copied out of a listing, a search, quoted mail or a diff. What the body says is checked when they are gone.", "从带行号的列表、搜索结果、引用的邮件或 diff 中复制时会带入这些内容。删除之后会继续检查请求体。"),
        text("Take them away from every line", "从各行中删除");
    Escaped "json-escaped" "section 7"
        text("Body inside a string", "请求体写在字符串中"), text("the body was copied out of a string: its quotes are escaped (\\\"), or it is in pieces", "请求体是从字符串中复制出来的：引号已转义（\\\"），或分成了多段"),
        text("In JSON a backslash has its place inside strings only, and nothing joins pieces. What the body says is checked when it stands as it was before it was put into the string.", "JSON 中反斜杠只能出现在字符串内部，也不能拼接字符串。还原为放入字符串之前的内容后，会继续检查。"),
        text("Take it out of the string", "还原为原始 JSON");
    TextBefore "json-text-before" "section 2"
        text("Text before the body", "请求体前有其他文本"), text("this text stands before the body and is no part of it", "这段文本位于请求体之前，不属于请求体"),
        STRICT, text("Remove the text", "删除这段文本");
    TextAfter "json-text-after" "section 2"
        text("Text after the body", "请求体后有其他文本"), text("this text stands after the body and is no part of it", "这段文本位于请求体之后，不属于请求体"),
        STRICT, text("Remove the text", "删除这段文本");
    MissingBraces "json-missing-braces" "section 4"
        text("Members without braces", "缺少外层花括号"), text("these members need braces around them", "这些参数外层缺少花括号"),
        STRICT, text("Put braces around them", "加上花括号");
    BadNumber "json-bad-number" "section 6"
        text("Unknown spelling of a number", "数字写法不对"), text("{found} is not how JSON writes a number", "{found} 不是合法的 JSON 数字"),
        STRICT, text("Write it plainly", "改为标准写法");
    NotANumber "json-not-a-number" "section 6"
        text("No number", "不是数字"), text("JSON has no {found}", "JSON 不支持 {found}"),
        text("Write a number, or null.", "请填写数字或 null。"), text("", "");
    ForeignLiteral "json-foreign-literal" "section 3"
        text("Literal of another language", "其他语言的字面量"), text("JSON writes true, false and null in small letters, not {found}", "JSON 的字面量是小写的 true、false、null，而不是 {found}"),
        STRICT, text("Write it as JSON does", "改为 JSON 写法");
    Unexpected "json-unexpected" "section 2"
        text("Unexpected characters", "意外的字符"), text("{found} has no meaning here", "此处不应出现 {found}"),
        STRICT, text("Remove it", "删除");
    DuplicateKey "json-duplicate-key" "section 4"
        text("Name given twice", "参数名重复"), text("{found} stands in this object twice", "{found} 在该对象中重复出现"),
        text("Most parsers keep the last one and drop the others without a word. Keep the one you mean.", "多数解析器只保留最后一个，其余的会被直接丢弃且不报错。请只保留需要的那个。"), text("", "");
}

/// A fault of the text as a finding. The message never shows what a string holds.
pub fn diagnostic(doc: &Document, error: &SyntaxError) -> Diagnostic {
    let rule = rule_of(error.fault);
    let node = doc.at(error.span.start);
    let place = Place { node, part: Part::Text(error.span) };
    let mut found = Diagnostic::new(rule, place, Source { document: RFC, location: "" });
    if matches!(
        error.fault,
        Fault::UnquotedKey
            | Fault::UnquotedValue
            | Fault::FullWidth
            | Fault::BadNumber
            | Fault::NotANumber
            | Fault::ForeignLiteral
            | Fault::DuplicateKey
            | Fault::Unexpected
    ) {
        found = found.arg("found", crate::text::shorten(error.span.of(doc.text())));
    }
    let mut closing = String::new();
    if error.fault == Fault::Unclosed {
        closing = error.fix.iter().map(|edit| edit.text.trim()).collect();
        if closing.is_empty() {
            let open = error.related.map_or("", |span| span.of(doc.text()));
            closing = if open.starts_with('[') { "]".to_owned() } else { "}".to_owned() };
        }
        found = found.arg("closing", closing.clone());
    }
    if let Some(span) = error.related {
        found = found.relate(Place { node: doc.at(span.start), part: Part::Text(span) });
    }
    let behind = error.span.of(doc.text()).trim_start_matches(',').trim_start();
    if error.fault == Fault::TextAfter && behind.starts_with('{') {
        let title = text("Keep the first body alone", "仅保留第一份请求体");
        let edit = Edit::delete(Span::new(doc.span(NodeId::ROOT).end, error.span.end));
        found = found.help(SECOND).fix(Fix::risky(title, Change::Text(edit)));
    } else if !error.fix.is_empty() {
        found = found.fix(Fix {
            title: fix_title(error.fault),
            args: vec![("closing", closing.into())],
            applicability: Applicability::Safe,
            changes: error.fix.iter().cloned().map(Change::Text).collect(),
        });
    }
    found
}
