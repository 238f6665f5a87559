//! Native measurements, as ratios of one run: parsing and checking against `serde_json` and the `jsonschema` crate.
//!
//! `cargo bench --bench native` prints a table for the bodies of `bodies.rs`, how checking grows, and the memory of the largest.

#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::cast_precision_loss,
    clippy::format_collect,
    reason = "a measurement prints, has a clock and reckons in ratios"
)]

mod bodies;

use std::hint::black_box;
use std::time::Instant;

use bodies::{CASES, Case};
use clusterwright::analysis::{Inputs, analyze};
use clusterwright::diagnostic::{Locale, Severity};
use clusterwright::edition;
use clusterwright::json::Document;
use clusterwright::spec::schema::{About, schema};
use serde_json::Value;

fn main() {
    if let Some(name) = std::env::args().skip_while(|argument| argument != "--memory").nth(1) {
        memory(CASES.iter().find(|case| case.name == name).expect("a case"));
        return;
    }
    println!("native, medians; x is the time of serde_json::from_str::<Value> on the same text\n");
    let heads: String = CASES.iter().map(|case| format!("{:>15}", case.name)).collect();
    println!("{:<46}{heads}", "");
    let columns: Vec<(usize, [f64; 4])> = CASES.iter().map(measure).collect();
    for (row, name) in RUNS.into_iter().enumerate() {
        let ratio = |(_, medians): &(usize, [f64; 4])| medians[row] / medians[0];
        let cells: String =
            columns.iter().map(|column| format!("{:>14.2}x", ratio(column))).collect();
        println!("{name:<46}{cells}");
    }
    let base = |(length, medians): &(usize, [f64; 4])| {
        format!("{length} bytes {:.1} us", medians[0] * 1e6)
    };
    println!("\n{}: {}", RUNS[0], columns.iter().map(base).collect::<Vec<_>>().join(", "));
    let per_byte = |column: usize| columns[column].1[2] / columns[column].0 as f64;
    println!(
        "growth: a byte of {} costs {:.2}x one of {} (at most 1.2)",
        CASES[2].name,
        per_byte(2) / per_byte(0),
        CASES[0].name
    );
    child("--memory", CASES[2].name);
}

/// What is run on each body; the first is the measure of the others.
const RUNS: [&str; 4] = [
    "serde_json Value",
    "our tree with places",
    "our tree, every check and rule",
    "serde_json Value + jsonschema, all errors",
];

/// The length of a case's text, and the median seconds of each run on it.
fn measure(case: &Case) -> (usize, [f64; 4]) {
    let edition = edition::find(case.edition).expect("the edition");
    let inputs = Inputs::default();
    let about = About { id: edition.id, title: edition.name, description: edition.document };
    let schema = schema(edition.index(), &about, Locale::En);
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let text = (case.text)();
    let errors = analyze(text.as_str(), Some(edition), &inputs).count(Severity::Error);
    assert_eq!(errors, 0, "{}: the body is right", case.name);
    let runs: [&dyn Fn(&str); 4] = [
        &|text| {
            black_box(serde_json::from_str::<Value>(text).expect("JSON"));
        },
        &|text| {
            black_box(Document::parse(text));
        },
        &|text| {
            black_box(analyze(text, Some(edition), &inputs));
        },
        &|text| {
            let value = serde_json::from_str::<Value>(text).expect("JSON");
            black_box(validator.iter_errors(&value).count());
        },
    ];
    (text.len(), interleaved(&text, &runs))
}

/// The median seconds of each run, taken in turn so that a slow moment meets all of them.
fn interleaved<const N: usize>(text: &str, runs: &[&dyn Fn(&str); N]) -> [f64; N] {
    // Short texts are repeated within a sample until the clock's grain no longer matters.
    let repeat = (2_000_000 / text.len()).max(1);
    let mut samples = [const { Vec::new() }; N];
    for round in 0..31 {
        for (run, samples) in runs.iter().zip(&mut samples) {
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
    samples.map(|mut samples: Vec<f64>| {
        samples.sort_by(f64::total_cmp);
        samples[samples.len() / 2]
    })
}

/// Runs this program once more, so that its memory holds nothing but what is measured.
fn child(argument: &str, value: &str) {
    let program = std::env::current_exe().expect("a path");
    let output =
        std::process::Command::new(program).args([argument, value]).output().expect("a child");
    print!("{}", String::from_utf8_lossy(&output.stdout));
}

/// Prints how much the peak of the process grew by one analysis, in sizes of the text.
fn memory(case: &Case) {
    let Some(before) = peak() else {
        println!("memory: not told by this system");
        return;
    };
    let text = (case.text)();
    let length = text.len();
    let built = peak().unwrap_or(before);
    let analysis = analyze(text, edition::find(case.edition), &Inputs::default());
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
