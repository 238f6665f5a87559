//! A picture as a file of its own, with its colours in it.

use super::words::font;
use super::{LINE, Picture, wrap};

/// What the names of looks stand for. Words have a fill; a rectangle may have an edge.
const PAINT: [(&str, &str); 24] = [
    ("hit", "fill=\"none\""),
    ("track", "fill=\"#f4f5f7\""),
    ("tick", "fill=\"#dde1e7\""),
    ("range", "rx=\"2\" stroke-width=\"1.5\""),
    ("vpc", "fill=\"#dde1e7\" stroke=\"#566070\""),
    ("subnet", "fill=\"#c3ccd8\" stroke=\"#566070\""),
    ("eni", "fill=\"#e3d7f4\" stroke=\"#6b4aa0\""),
    ("pod", "fill=\"#cfe3f6\" stroke=\"#0a5a9c\""),
    ("service", "fill=\"#cfeadb\" stroke=\"#1c6b3c\""),
    ("other", "fill=\"#f4e3bd\" stroke=\"#855300\""),
    ("implied", "stroke-dasharray=\"5 3\""),
    ("clash", "fill=\"url(#clash)\" stroke=\"#b3201b\" stroke-width=\"2\""),
    ("box", "rx=\"5\" fill=\"#f8f9fb\" stroke=\"#868f9c\""),
    ("card", "rx=\"5\" fill=\"#ffffff\" stroke=\"#868f9c\""),
    ("wire", "fill=\"#868f9c\""),
    ("master", "rx=\"2\" fill=\"#0a5a9c\""),
    ("node", "rx=\"2\" fill=\"#1c6b3c\""),
    ("title", "font-size=\"14\" font-weight=\"600\" fill=\"#1a212b\""),
    ("name", "font-weight=\"600\" fill=\"#1a212b\""),
    ("value", "fill=\"#1a212b\""),
    ("small", "fill=\"#566070\""),
    ("wrong", "fill=\"#b3201b\""),
    (
        "mono",
        "font-family=\"ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace\" fill=\"#566070\"",
    ),
    ("strong", "font-weight=\"600\""),
];

/// The names that looks are made of.
pub fn looks() -> impl Iterator<Item = &'static str> {
    PAINT.iter().map(|(name, _)| *name)
}

/// Writes a picture as an SVG document that needs nothing beside it.
pub fn svg(picture: &Picture) -> String {
    let margin = 16;
    let about = wrap(&picture.about, picture.width, font("small"), 20);
    let top = (0..).zip(&about).fold(42, |_, (nth, _)| 62 + nth * LINE);
    let (width, height) = (picture.width + 2 * margin, picture.height + margin + top);
    let mut out = String::from("<svg xmlns=\"http://www.w3.org/2000/svg\"");
    attribute(&mut out, "viewBox", &["0 0", &width.to_string(), &height.to_string()].join(" "));
    number(&mut out, "width", width);
    number(&mut out, "height", height);
    out.push_str(" role=\"img\" font-family=\"system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif\" font-size=\"12\">\n");
    for (tag, words) in [("title", &picture.title), ("desc", &picture.about)] {
        element(&mut out, tag, words);
    }
    out.push_str("<defs><pattern id=\"clash\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" fill=\"#fdecea\"/><rect width=\"3\" height=\"6\" fill=\"#b3201b\"/></pattern></defs>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
    out.push_str("<text x=\"16\" y=\"30\" font-size=\"16\" font-weight=\"600\" fill=\"#1a212b\">");
    escape(&mut out, &picture.title);
    out.push_str("</text>\n");
    for (nth, line) in (0..).zip(&about) {
        out.push_str("<text x=\"16\" fill=\"#566070\"");
        number(&mut out, "y", 50 + nth * LINE);
        out.push('>');
        escape(&mut out, line);
        out.push_str("</text>\n");
    }
    out.push_str("<g");
    attribute(&mut out, "transform", &["translate(16 ", &top.to_string(), ")"].concat());
    out.push_str(">\n");
    for group in &picture.groups {
        out.push_str("<g>");
        if !group.name.is_empty() {
            element(&mut out, "title", &group.name);
        }
        for shape in &group.shapes {
            let area = shape.area;
            out.push_str(if shape.words.is_some() { "<text" } else { "<rect" });
            number(&mut out, "x", area.x);
            if shape.words.is_some() {
                number(&mut out, "y", shape.baseline());
            } else {
                number(&mut out, "y", area.y);
                number(&mut out, "width", area.width);
                number(&mut out, "height", area.height);
            }
            for look in shape.look.split(' ') {
                if let Some((_, paint)) = PAINT.iter().find(|(name, _)| *name == look) {
                    out.push(' ');
                    out.push_str(paint);
                }
            }
            match &shape.words {
                Some(words) => {
                    out.push('>');
                    escape(&mut out, words);
                    out.push_str("</text>");
                }
                None => out.push_str("/>"),
            }
        }
        out.push_str("</g>\n");
    }
    out.push_str("</g>\n</svg>\n");
    out
}

fn element(out: &mut String, tag: &str, words: &str) {
    for part in ["<", tag, ">"] {
        out.push_str(part);
    }
    escape(out, words);
    for part in ["</", tag, ">"] {
        out.push_str(part);
    }
}

fn number(out: &mut String, name: &str, value: i32) {
    attribute(out, name, &value.to_string());
}

fn attribute(out: &mut String, name: &str, value: &str) {
    for part in [" ", name, "=\"", value, "\""] {
        out.push_str(part);
    }
}

/// Words as XML text. What XML cannot hold at all is left out.
fn escape(out: &mut String, words: &str) {
    for char in words.chars() {
        match char {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => {}
            char if char < ' ' && !matches!(char, '\t' | '\n' | '\r') => {}
            char => out.push(char),
        }
    }
}
