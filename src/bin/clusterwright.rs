//! The command line.

fn main() -> std::process::ExitCode {
    clusterwright::cli::run(std::env::args_os())
}
