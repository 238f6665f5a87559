//! The rules that rows carry out by themselves. Each has its page in `docs/rules/`.

use crate::diagnostic::{Basis, Rule, Severity, Text, long, text};

const fn rule(
    code: &'static str,
    severity: Severity,
    title: Text,
    message: Text,
    help: Text,
) -> Rule {
    Rule {
        code,
        severity,
        title: long(title),
        message,
        help: long(help),
        basis: Basis::Stated,
        sources: &[],
    }
}

/// A value of another type than the row's.
pub static TYPE: Rule = rule(
    "field-type",
    Severity::Error,
    text("Value of the wrong type", "值的类型不对"),
    text("{name} must be {expected}, not {found}", "{name} 应为{expected}，而不是{found}"),
    text(
        "The API reads the member by its type; a value of another type makes it refuse the request.",
        "API 按类型读取该参数，类型不符会导致请求被拒绝。",
    ),
);

/// A required member is absent.
pub static REQUIRED: Rule = rule(
    "field-required",
    Severity::Error,
    text("Required member missing", "缺少必选参数"),
    text("{name} ({label}) is required", "缺少必选参数 {name}（{label}）"),
    text("The document demands it. {because}", "文档规定该参数必选。{because}"),
);

/// A required member is `null` or `""`.
pub static EMPTY_REQUIRED: Rule = rule(
    "field-empty-required",
    Severity::Error,
    text("Required member empty", "必选参数为空"),
    text(
        "{name} ({label}) is required and must not be empty",
        "必选参数 {name}（{label}）不能为空",
    ),
    text(
        "An empty value counts as none, and the document marks it mandatory.",
        "空值等同于未填写，而文档将其标为必选参数。",
    ),
);

/// An optional member is `null` or `""`.
pub static EMPTY: Rule = rule(
    "field-empty",
    Severity::Info,
    text("Empty value", "值为空"),
    text("{name} is empty, which is the same as leaving it out", "{name} 为空，等同于不填写"),
    text(
        "The API ignores empty values of optional members. Take it out, or fill it in.",
        "API 会忽略可选参数的空值。可以删除该参数，或填写实际的值。",
    ),
);

/// A member that no row names.
pub static UNKNOWN: Rule = Rule {
    basis: Basis::Derived,
    ..rule(
        "field-unknown",
        Severity::Warning,
        text("Unknown member", "未知参数"),
        text(
            "{name} is not a member of {parent} and will be ignored",
            "{parent} 中没有参数 {name}，它会被忽略",
        ),
        text(
            "No member goes by that name. The API passes over members it does not know, so a misspelt one has no effect.",
            "没有这个名称的参数。API 会忽略不认识的参数，因此拼写错误的参数不会生效。",
        ),
    )
};

/// A member's name differs from a row's in case only.
pub static NAME_CASE: Rule = Rule {
    basis: Basis::Derived,
    ..rule(
        "field-name-case",
        Severity::Warning,
        text("Member name in other case", "参数名大小写不符"),
        text("{name} is written {right} in the document", "文档中的写法是 {right}，而不是 {name}"),
        text(
            "The API has been seen to accept either, but only the document's spelling is promised to work.",
            "实际使用中 API 可能接受不同的大小写，但只有文档中的写法有保证。",
        ),
    )
};

/// A value outside the row's choices.
pub static CHOICE: Rule = rule(
    "field-choice",
    Severity::Error,
    text("Value not among the choices", "取值不在允许范围内"),
    text(
        "{name} cannot be {value}; it is one of {choices}",
        "{name} 不能取 {value}，可选值为：{choices}",
    ),
    text(
        "The document closes this list as of its own date; if your region has offered new values since, this finding may be out of date.",
        "以文档发布时为准，取值仅限列出的这些。如果您所在的区域后来新增了取值，此检查结果可能已过时。",
    ),
);

/// A known value in other capitals, where others than the known ones may do.
pub static VALUE_CASE: Rule = Rule {
    basis: Basis::Derived,
    ..rule(
        "field-value-case",
        Severity::Warning,
        text("Value in other case", "取值大小写不符"),
        text(
            "{name} is {value}; the document writes {right}",
            "{name} 的值为 {value}，文档中写作 {right}",
        ),
        text(
            "Values are told apart letter by letter: in another case it may be taken for another value.",
            "取值按字符逐一比较，大小写不同可能会被当作其他取值。",
        ),
    )
};

/// White space in a value that is looked up letter by letter.
pub static SPACE: Rule = Rule {
    basis: Basis::Derived,
    ..rule(
        "field-value-space",
        Severity::Warning,
        text("White space in a value", "值中有空白字符"),
        text(
            "{name} holds white space that does not belong to it: {value}",
            "{name} 的值中有多余的空白字符：{value}",
        ),
        text(
            "It mostly comes along with copying and is sent as part of the value: no ID or name is found with it. It may have no width.",
            "空白字符多半是复制时带入的，会作为值的一部分发送，导致 ID 或名称匹配不上。其中可能有不可见的零宽字符。",
        ),
    )
};

/// A choice that other members rule out.
pub static CHOICE_GATE: Rule = rule(
    "field-choice-gate",
    Severity::Error,
    text("Choice not open here", "当前条件下不可选"),
    text("{value} can be chosen for {name} only {words}", "{name} 只有{words}才能取 {value}"),
    text("The document ties this value to other members.", "文档规定该取值取决于其他参数。"),
);

/// A number outside the row's range.
pub static RANGE: Rule = rule(
    "field-range",
    Severity::Error,
    text("Number out of range", "数值超出范围"),
    text(
        "{name} must lie between {least} and {greatest}, not be {value}",
        "{name} 的取值范围为 {least}～{greatest}，当前值为 {value}",
    ),
    text("The document gives this range.", "文档规定了该取值范围。"),
);

/// A string or array too short or too long.
pub static LENGTH: Rule = rule(
    "field-length",
    Severity::Error,
    text("Length out of range", "长度超出范围"),
    text(
        "{name} must have {least} to {greatest} {unit}, not {length}",
        "{name} 的长度应为 {least}～{greatest} {unit}，当前为 {length}",
    ),
    text("The document gives this range.", "文档规定了该长度范围。"),
);

/// A string against the row's pattern.
pub static PATTERN: Rule = rule(
    "field-pattern",
    Severity::Error,
    text("Text of the wrong form", "文本格式不对"),
    text("{name} must {words}", "{name} 必须{words}"),
    text(
        "The document gives this form for it; {value} does not have it.",
        "文档规定了该格式，而 {value} 不符合。",
    ),
);

/// A string against the row's format.
pub static FORMAT: Rule = Rule {
    basis: Basis::Derived,
    ..rule(
        "field-format",
        Severity::Error,
        text("Text of the wrong format", "值的格式不对"),
        text("{name} must be {expected}", "{name} 应为{expected}"),
        text("{value} is not.", "{value} 不符合该格式。"),
    )
};

/// A string that should hold JSON and does not.
pub static JSON_TEXT: Rule = Rule {
    basis: Basis::Derived,
    ..rule(
        "field-json",
        Severity::Error,
        text("Not JSON inside the string", "字符串内容不是合法 JSON"),
        text("the text of {name} must itself be JSON", "{name} 的文本本身必须是合法的 JSON"),
        text(
            "The API parses this string as JSON of its own; a fault in it is found only when the cluster is being made.",
            "API 会把该字符串再次按 JSON 解析，其中的错误要到创建集群时才会暴露。",
        ),
    )
};

/// Two equal items where each must differ.
pub static UNIQUE: Rule = rule(
    "field-unique",
    Severity::Error,
    text("Item given twice", "列表项重复"),
    text("{parent} holds {value} twice", "{parent} 中 {value} 重复出现"),
    text(
        "The document does not allow the same item twice. Upper and lower case make no difference.",
        "文档不允许重复的列表项，比较时不区分大小写。",
    ),
);

/// A member that is only ever returned.
pub static READ_ONLY: Rule = rule(
    "field-read-only",
    Severity::Warning,
    text("Member of responses only", "只出现在响应中的参数"),
    text("{name} is not part of a request", "{name} 不是请求参数"),
    text("{because}", "{because}"),
);

/// A deprecated member.
pub static DEPRECATED: Rule = rule(
    "field-deprecated",
    Severity::Warning,
    text("Deprecated member", "已废弃的参数"),
    text("{name} is deprecated", "{name} 已废弃"),
    text("{because}", "{because}"),
);

/// A member that the other members rule out.
pub static FORBIDDEN: Rule = rule(
    "field-forbidden",
    Severity::Error,
    text("Member not allowed here", "当前条件下不允许的参数"),
    text("{name} must not be set here", "当前条件下不能设置 {name}"),
    text("{because}", "{because}"),
);

/// A member that the body's kind of cluster does not use.
pub static KIND: Rule = Rule {
    basis: Basis::Derived,
    ..rule(
        "field-kind",
        Severity::Warning,
        text("Member of another kind of cluster", "其他集群类型的参数"),
        text("{name} has no effect for a {kind}", "{name} 对{kind}不起作用"),
        text(
            "The document describes it for these kinds: {kinds}. It will be ignored, or refused.",
            "文档中该参数用于：{kinds}。此处会被忽略，也可能导致请求被拒绝。",
        ),
    )
};

/// A member that the cluster's version does not know.
pub static VERSION: Rule = rule(
    "field-version",
    Severity::Error,
    text("Member of later versions", "更高版本才支持的参数"),
    text(
        "{name} needs a cluster of {since} or later, and this one is {version}",
        "{name} 仅支持 {since} 及以上版本的集群，当前版本为 {version}",
    ),
    text("The document ties the member to that version.", "文档规定该参数从该版本起有效。"),
);

/// A value that still waits for its author.
pub static PLACEHOLDER: Rule = Rule {
    basis: Basis::Derived,
    ..rule(
        "field-placeholder",
        Severity::Warning,
        text("Placeholder left in", "占位符尚未替换"),
        text("{name} still holds the placeholder {value}", "{name} 仍是占位符 {value}"),
        text("Put your own value in its place before sending.", "发送前请替换为实际的值。"),
    )
};

/// A fact worth knowing whenever the member is set.
pub static NOTE: Rule = rule(
    "field-note",
    Severity::Info,
    text("Worth knowing", "须知"),
    text("{note}", "{note}"),
    text("The document says so of this member.", "文档对该参数作了此说明。"),
);

/// A credential that no request body carries.
pub static CREDENTIAL: Rule = Rule {
    basis: Basis::Derived,
    ..rule(
        "credential-in-body",
        Severity::Warning,
        text("Credential in the body", "请求体中含有凭据"),
        text(
            "{name} looks like a credential, which has no place in a request body",
            "{name} 像是访问凭据，不应出现在请求体中",
        ),
        text(
            "Requests are signed or carry a token in a header. Anyone who sees this text can use it: take it out, and change it if you shared it.",
            "请求通过签名或请求头中的令牌认证。任何看到这段文本的人都能使用该凭据：请删除，如已外传请立即更换。",
        ),
    )
};

/// A member that belongs to another object.
pub static ELSEWHERE: Rule = Rule {
    basis: Basis::Derived,
    ..rule(
        "field-elsewhere",
        Severity::Warning,
        text("Member in the wrong place", "参数放错了位置"),
        text(
            "{name} belongs at {right}, not in {parent}, and will be ignored here",
            "{name} 应放在 {right}，放在 {parent} 中会被忽略",
        ),
        text("The document names it at that place only.", "文档中该参数只出现在上述位置。"),
    )
};

/// Every rule of this file.
pub static ALL: [&Rule; 25] = [
    &TYPE,
    &REQUIRED,
    &EMPTY_REQUIRED,
    &EMPTY,
    &UNKNOWN,
    &NAME_CASE,
    &CHOICE,
    &VALUE_CASE,
    &SPACE,
    &CHOICE_GATE,
    &RANGE,
    &LENGTH,
    &PATTERN,
    &FORMAT,
    &JSON_TEXT,
    &UNIQUE,
    &READ_ONLY,
    &DEPRECATED,
    &FORBIDDEN,
    &KIND,
    &VERSION,
    &PLACEHOLDER,
    &NOTE,
    &CREDENTIAL,
    &ELSEWHERE,
];
