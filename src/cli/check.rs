//! `clusterwright check`.

use std::io::{self, BufWriter, Write};
use std::path::Path;

use super::plain::{Plain, Tally};
use super::{CheckArgs, Format, Outcome, coloured, complain, input, json};
use crate::analysis::{Analysis, Inputs, analyze, fix_all};
use crate::diagnostic::{Locale, Severity, Text, text};
use crate::edition;
use crate::json::{Document, Fault, NodeId};
use crate::spec::RowId;

const NO_BODY: Text =
    text("no request body at its top level; left as it is", "最外层不是请求体，未作修改");
const PARTLY: Text = text(
    "not one object in braces from end to end, so --write leaves it as it is (--fix alone prints the mended body)",
    "整个文本不是一个花括号括起的对象，--write 未作修改（仅用 --fix 可输出修复后的请求体）",
);

/// Checks every file that can be read and reports what is found.
pub(super) fn run(request: &CheckArgs, locale: Locale) -> io::Result<Outcome> {
    if let Some(wrong) = misuse(request, locale) {
        complain(&"check", &wrong);
        return Ok(Outcome::Failed);
    }
    let mut outcome = Outcome::Clean;
    match report(request, locale, &mut outcome) {
        // Whoever read the output has seen enough (`| head`).
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(outcome),
        result => result.map(|()| outcome),
    }
}

/// What the arguments ask for and cannot have.
fn misuse(request: &CheckArgs, locale: Locale) -> Option<&'static str> {
    let stdin = request.files.iter().filter(|path| input::is_stdin(path)).count();
    let wrong = if stdin > 1 {
        text("standard input (-) can be read only once", "标准输入（-）只能指定一次")
    } else if request.write && stdin > 0 {
        text(
            "--write cannot write standard input (-) in place",
            "--write 不能原地写回标准输入（-）",
        )
    } else if request.fix && !request.write && request.files.len() > 1 {
        text(
            "--fix prints one file's text; for several files add --write",
            "--fix 只能输出一个文件的文本；多个文件请加 --write",
        )
    } else {
        return None;
    };
    Some(wrong.get(locale))
}

fn report(request: &CheckArgs, locale: Locale, outcome: &mut Outcome) -> io::Result<()> {
    // With --fix standard output belongs to the fixed text.
    let prints_text = request.fix && !request.write;
    let (out, colour): (Box<dyn Write>, bool) = if prints_text {
        (Box::new(io::stderr().lock()), coloured(&io::stderr()))
    } else {
        (Box::new(io::stdout().lock()), coloured(&io::stdout()))
    };
    let mut out = BufWriter::new(out);
    let inputs = Inputs {
        vpc: request.vpc_cidr.iter().copied().map(Into::into).collect(),
        ..Inputs::default()
    };
    let mut tally = Tally::default();
    if request.format == Format::Json {
        json::open(&mut out)?;
    }
    for path in &request.files {
        let name = name(path, request.format);
        let say = |out: &mut dyn Write, why: &str| {
            // One stream holds one document.
            if prints_text && request.format == Format::Json {
                return Ok(());
            }
            // In the order of the files where both streams go to one terminal. `complain` takes the lock that the report
            // may hold, which is reentrant.
            out.flush()?;
            complain(&name, &why);
            io::Result::Ok(())
        };
        let read = if request.fix {
            fixed(path, request, &inputs, locale)
        } else {
            input::read(path, locale).map(|text| (analyze(text, request.api, &inputs), None))
        };
        let (mut analysis, left) = match read {
            Ok(read) => read,
            Err(why) => {
                *outcome = Outcome::Failed;
                if request.format == Format::Json {
                    json::failed(&mut out, &name, &why, tally.is_empty())?;
                }
                tally.unread += 1;
                say(&mut out, &why)?;
                continue;
            }
        };
        analysis.detected = analysis.detected && tells(&analysis);
        let left = left.map(|why| why.get(locale));
        if let Some(why) = left {
            say(&mut out, why)?;
        }
        if analysis.count(Severity::Error) > 0 {
            *outcome = (*outcome).max(Outcome::Errors);
        }
        if prints_text {
            let mut stdout = io::stdout().lock();
            stdout.write_all(analysis.text().as_bytes())?;
            stdout.flush()?;
        }
        match request.format {
            Format::Text => Plain::new(&analysis, &name, locale, colour).write(&mut out)?,
            Format::Json => {
                json::file(&mut out, &analysis, &name, left, locale, tally.is_empty())?;
            }
        }
        tally.add(&analysis);
    }
    match request.format {
        Format::Text => tally.write(&mut out, locale, request.fix)?,
        Format::Json => json::close(&mut out, &tally)?,
    }
    out.flush()
}

/// The analysis of a file's text after its safe fixes, written to the file if that is asked for; or as it is, and why it was left.
fn fixed(
    path: &Path,
    request: &CheckArgs,
    inputs: &Inputs,
    locale: Locale,
) -> Result<(Analysis, Option<Text>), String> {
    if request.write {
        input::replaceable(path, locale)?;
    }
    // The edition is told from the text as it was given; a fix must not change what it is checked as.
    let before = analyze(input::read(path, locale)?, request.api, inputs);
    let (mended, _) = fix_all(before.text(), Some(before.edition), inputs);
    let mut after = analyze(mended, Some(before.edition), inputs);
    after.detected = before.detected;
    // What makes a body of a broken one makes rubbish of a file that is none, and pipelines name files by `*`.
    if !is_body(&before.doc) && !is_body(&after.doc) {
        return Ok((before, Some(NO_BODY)));
    }
    if request.write && after.text() != before.text() {
        if !is_whole(&before.doc) {
            return Ok((before, Some(PARTLY)));
        }
        input::replace(path, after.text()).map_err(|error| error.to_string())?;
    }
    Ok((after, None))
}

/// Whether some edition's body has at least half the members of the outermost object. A name alone is in many a settings file.
fn is_body(doc: &Document) -> bool {
    edition::ALL.iter().any(|own| {
        let known = |name: &str| own.index().child(RowId::ROOT, name).is_some();
        let names = || doc.children(NodeId::ROOT).filter_map(|member| doc.name(member));
        let count = names().filter(|name| known(name)).count();
        count > 0 && count * 2 >= names().count()
    })
}

/// Whether an edition could be told from the text: there is a body, or one inside something else.
fn tells(analysis: &Analysis) -> bool {
    let wrapped = || analysis.diagnostics.iter().any(|found| found.rule.code == "body-wrapped");
    is_body(&analysis.doc) || wrapped()
}

/// Whether the text is an object in braces and nothing else: what has a body in it, or looks like its members, may be a page, a program or
/// settings.
fn is_whole(doc: &Document) -> bool {
    let around = [Fault::TextBefore, Fault::TextAfter];
    doc.raw(NodeId::ROOT).starts_with(['{', '｛'])
        && !doc.errors().iter().any(|error| around.contains(&error.fault))
}

/// What a file is called in the report.
fn name(path: &Path, format: Format) -> String {
    if input::is_stdin(path) && format == Format::Text {
        "<stdin>".to_owned()
    } else {
        path.display().to_string()
    }
}
