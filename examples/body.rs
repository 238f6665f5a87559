//! Prints a body to measure with, by its number: `cargo run --example body -- 1`; without one lists them as JSON.

#![expect(clippy::print_stdout, reason = "printing is all it does")]

#[path = "../benches/bodies.rs"]
mod bodies;

fn main() {
    let case = std::env::args().nth(1).and_then(|at| bodies::CASES.get(at.parse::<usize>().ok()?));
    if let Some(case) = case {
        print!("{}", (case.text)());
        return;
    }
    let names =
        bodies::CASES.map(|case| serde_json::json!({ "name": case.name, "edition": case.edition }));
    println!("{}", serde_json::Value::from(names.to_vec()));
}
