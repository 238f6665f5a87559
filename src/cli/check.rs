//! `clusterwright check`.

use std::io::{self, BufWriter, Write};
use std::path::Path;

use super::plain::{Plain, Tally};
use super::{CheckArgs, Format, Outcome, coloured, complain, input, json};
use crate::analysis::{Analysis, Inputs, analyze, fix_all};
use crate::diagnostic::{Locale, Severity, text};

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
        let read = input::read(path, locale).and_then(|text| {
            if request.fix {
                fixed(path, text, request, &inputs)
            } else {
                Ok(analyze(text, request.api, &inputs))
            }
        });
        let analysis = match read {
            Ok(analysis) => analysis,
            Err(why) => {
                *outcome = Outcome::Failed;
                tally.unread += 1;
                // In the order of the files where both streams go to one terminal. `complain` takes the lock that the report
                // may hold, which is reentrant.
                out.flush()?;
                complain(&name, &why);
                continue;
            }
        };
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
            Format::Json => json::file(&mut out, &analysis, &name, locale, tally.files == 0)?,
        }
        tally.add(&analysis);
    }
    match request.format {
        Format::Text => tally.write(&mut out, locale, request.fix)?,
        Format::Json => json::close(&mut out, &tally)?,
    }
    out.flush()
}

/// The analysis of a text after its safe fixes, written to its file if that is asked for.
fn fixed(
    path: &Path,
    original: String,
    request: &CheckArgs,
    inputs: &Inputs,
) -> Result<Analysis, String> {
    // The edition is told from the text as it was given; a fix must not change what it is checked as.
    let before = analyze(original, request.api, inputs);
    let (mended, _) = fix_all(before.text(), Some(before.edition), inputs);
    if request.write && mended != before.text() {
        input::replace(path, &mended).map_err(|error| error.to_string())?;
    }
    let mut after = analyze(mended, Some(before.edition), inputs);
    after.detected = before.detected;
    Ok(after)
}

/// What a file is called in the report.
fn name(path: &Path, format: Format) -> String {
    if input::is_stdin(path) && format == Format::Text {
        "<stdin>".to_owned()
    } else {
        path.display().to_string()
    }
}
