//! Prints a body of about the size given, in bytes, for the measurements: `cargo run --example body -- 170000`.

#![expect(clippy::print_stdout, reason = "printing is all it does")]

#[path = "../benches/bodies.rs"]
#[expect(dead_code, reason = "the sizes belong to the benches")]
mod bodies;

fn main() {
    let size = std::env::args().nth(1).and_then(|size| size.parse().ok()).unwrap_or(5_000);
    print!("{}", bodies::body(size));
}
