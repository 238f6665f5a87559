//! Native measurements, as ratios of one run: parsing and checking against `serde_json` and the `jsonschema` crate.
//!
//! `cargo bench --bench native` prints a table for bodies of 5 KB, 170 KB and 3.4 MB, and the memory of the largest.

#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::cast_precision_loss,
    clippy::type_complexity,
    clippy::format_collect,
    reason = "a measurement prints, has a clock and reckons in ratios"
)]

mod bodies;

use std::hint::black_box;
use std::time::Instant;

use clusterwright::analysis::{Inputs, analyze};
use clusterwright::diagnostic::Locale;
use clusterwright::edition;
use clusterwright::json::Document;
use clusterwright::spec::schema::{About, schema};
use serde_json::Value;

fn main() {
    if let Some(size) = std::env::args().skip_while(|argument| argument != "--memory").nth(1) {
        memory(size.parse().expect("a size in bytes"));
        return;
    }
    let edition = edition::find("cce-otc").expect("the edition");
    let inputs = Inputs::default();
    let about = About { id: edition.id, title: edition.name, description: edition.document };
    let schema = schema(edition.index(), &about, Locale::En);
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    println!("native, medians; x is the time of serde_json::from_str::<Value> on the same text\n");
    println!(
        "{:<46}{:>12}{:>12}{:>12}",
        "",
        bodies::SIZES[0].1,
        bodies::SIZES[1].1,
        bodies::SIZES[2].1
    );
    let texts: Vec<String> = bodies::SIZES.iter().map(|&(size, _)| bodies::body(size)).collect();
    let runs: [(&str, &dyn Fn(&str)); 4] = [
        ("serde_json Value", &|text| {
            black_box(serde_json::from_str::<Value>(text).expect("JSON"));
        }),
        ("our tree with places", &|text| {
            black_box(Document::parse(text));
        }),
        ("our tree, every check and rule", &|text| {
            black_box(analyze(text, Some(edition), &inputs));
        }),
        ("serde_json Value + jsonschema, all errors", &|text| {
            let value = serde_json::from_str::<Value>(text).expect("JSON");
            black_box(validator.iter_errors(&value).count());
        }),
    ];
    let mut medians = vec![[0.0; 3]; runs.len()];
    for (column, text) in texts.iter().enumerate() {
        for (row, median) in interleaved(text, &runs).into_iter().enumerate() {
            medians[row][column] = median;
        }
    }
    for ((name, _), row) in runs.iter().zip(&medians) {
        let cells: String = row
            .iter()
            .zip(&medians[0])
            .map(|(own, base)| format!("{:>11.2}x", own / base))
            .collect();
        println!("{name:<46}{cells}");
    }
    let per_byte = |column: usize| medians[2][column] / texts[column].len() as f64;
    println!(
        "\nserde_json Value: {}",
        texts
            .iter()
            .zip(medians[0])
            .map(|(text, median)| format!("{} bytes {:.1} us", text.len(), median * 1e6))
            .collect::<Vec<_>>()
            .join(", ")
    );
    println!(
        "growth: checking costs {:.2}x as much a byte at 3.4 MB as at 170 KB (at most 1.2)",
        per_byte(2) / per_byte(1)
    );
    child("--memory", "3400000");
}

/// The median seconds of each run, taken in turn so that a slow moment meets all of them.
fn interleaved(text: &str, runs: &[(&str, &dyn Fn(&str))]) -> Vec<f64> {
    // Short texts are repeated within a sample until the clock's grain no longer matters.
    let repeat = (2_000_000 / text.len()).max(1);
    let mut samples = vec![Vec::new(); runs.len()];
    for round in 0..31 {
        for ((_, run), samples) in runs.iter().zip(&mut samples) {
            let start = Instant::now();
            for _ in 0..repeat {
                run(text);
            }
            // The first rounds warm the caches.
            if round >= 3 {
                samples.push(start.elapsed().as_secs_f64() / repeat as f64);
            }
        }
    }
    samples
        .into_iter()
        .map(|mut samples| {
            samples.sort_by(f64::total_cmp);
            samples[samples.len() / 2]
        })
        .collect()
}

/// Runs this program once more, so that its memory holds nothing but what is measured.
fn child(argument: &str, value: &str) {
    let program = std::env::current_exe().expect("a path");
    let output =
        std::process::Command::new(program).args([argument, value]).output().expect("a child");
    print!("{}", String::from_utf8_lossy(&output.stdout));
}

/// Prints how much the peak of the process grew by one analysis, in sizes of the text.
fn memory(size: usize) {
    let Some(before) = peak() else {
        println!("memory: not told by this system");
        return;
    };
    let text = bodies::body(size);
    let length = text.len();
    let built = peak().unwrap_or(before);
    let analysis = analyze(text, edition::find("cce-otc"), &Inputs::default());
    let after = peak().unwrap_or(built);
    println!(
        "memory: analysing {length} bytes took {:.1}x the text at its peak, the text included (at most 8); {} findings",
        (after - before) as f64 / length as f64,
        analysis.diagnostics.len()
    );
}

/// The greatest resident size of this process so far, in bytes.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse::<u64>().ok().map(|kilobytes| kilobytes * 1024)
}
