//! Blocks between fences.

/// What stands in the first block that may hold a request; prose around it is nobody's.
pub(super) fn inside(text: &str) -> Option<&str> {
    let mut at = 0;
    // The fence that is open, where its inside begins, and whether it may hold a request.
    let mut open: Option<(&str, usize, bool)> = None;
    for line in text.split_inclusive('\n') {
        let own = line.trim();
        let mark = fence(own);
        let next = at + line.len();
        match (open, mark) {
            (Some((begun, from, wanted)), Some(end)) if end.starts_with(begun) && end == own => {
                let block = &text[from..at];
                if wanted && !block.trim().is_empty() {
                    return Some(block);
                }
                open = None;
            }
            (None, Some(begun)) => open = Some((begun, next, may_hold(&own[begun.len()..]))),
            _ => {}
        }
        at = next;
    }
    // A page's end is often cut off.
    let (_, from, wanted) = open?;
    (wanted && !text[from..].trim().is_empty()).then(|| &text[from..])
}

/// The back-ticks or tildes that begin a line.
fn fence(line: &str) -> Option<&str> {
    let char = line.chars().next().filter(|char| "`~".contains(*char))?;
    let mark = &line[..line.len() - line.trim_start_matches(char).len()];
    (mark.len() >= 3).then_some(mark)
}

/// Whether a block in that language may hold a request.
fn may_hold(info: &str) -> bool {
    let language = info.trim().split([' ', '{', ',']).next().unwrap_or_default();
    let known = [
        "",
        "json",
        "jsonc",
        "json5",
        "javascript",
        "js",
        "http",
        "rest",
        "text",
        "txt",
        "plaintext",
        "bash",
        "sh",
        "shell",
        "zsh",
        "console",
        "shell-session",
        "curl",
        "powershell",
        "pwsh",
        "ps1",
        "bat",
        "cmd",
        "batch",
        "yaml",
        "yml",
        "hcl",
        "terraform",
        "tf",
    ];
    known.iter().any(|known| language.eq_ignore_ascii_case(known))
}
