//! The command line over the analysis. It alone reads files, the environment and the locale of the machine.

mod check;
mod excerpt;
mod input;
mod json;
mod lists;
mod pages;
mod plain;
mod positions;

use std::env::ArgsOs;
use std::ffi::{OsStr, OsString};
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use anstream::{AutoStream, ColorChoice};
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Arg, Args, CommandFactory as _, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use ipnet::Ipv4Net;

use crate::diagnostic::{Locale, Rule, text};
use crate::edition::{self, Edition};
use crate::spec::format::cidr;

const EXIT_CODES: &str = "\
Exit codes:
  0  no finding is an error
  1  at least one finding is an error
  2  wrong use, or a file that could not be read or written";

const LANG_HELP: &str =
    "Language of findings and lists [default: as LC_ALL, LC_MESSAGES or LANG say]";

/// Builds and verifies the bodies of requests that create Kubernetes clusters.
#[derive(Debug, Parser)]
#[command(name = "clusterwright", version, after_help = EXIT_CODES)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    #[arg(long, global = true, help = LANG_HELP, value_name = "LANG", value_parser = locale_parser())]
    lang: Option<Locale>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Check request bodies and say everything that is wrong with them
    #[command(after_help = EXIT_CODES)]
    Check(CheckArgs),
    /// Explain a rule: what it finds, why, and what to do
    Explain {
        /// The rule's code, as findings name it in brackets
        #[arg(value_parser = RuleParser, hide_possible_values = true)]
        rule: &'static Rule,
    },
    /// Print the JSON Schema (2020-12) of an edition's request body
    Schema {
        /// The edition
        #[arg(value_name = "ID", value_parser = edition_parser())]
        edition: &'static Edition,
    },
    /// List the API editions
    Editions,
    /// List the rules
    Rules,
    /// Print a completion script for a shell
    Completions {
        /// The shell
        shell: Shell,
    },
}

#[derive(Debug, Args)]
struct CheckArgs {
    /// Check as this API edition [default: told from each body]
    #[arg(long, value_name = "ID", value_parser = edition_parser())]
    api: Option<&'static Edition>,
    /// How findings are printed
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// A range of the VPC, which the body does not hold; may be given several times
    #[arg(long, value_name = "CIDR", value_parser = range)]
    vpc_cidr: Vec<Ipv4Net>,
    /// Apply the safe fixes and print the fixed text; what is left to find goes to standard error
    #[arg(long)]
    fix: bool,
    /// With --fix, write each file in place instead of printing it; one that is more than a body, or none, is left as it is
    #[arg(long, requires = "fix")]
    write: bool,
    /// Files to check; - is standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<std::path::PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
enum Format {
    /// For people, with the source line and what can be done
    Text,
    /// One JSON document
    Json,
}

/// Runs the command line and gives its exit code: 0 if no finding is an error, 1 if one is, 2 for wrong use or a file that could
/// not be read or written.
pub fn run(arguments: ArgsOs) -> ExitCode {
    let mut arguments: Vec<OsString> = arguments.collect();
    // The command that clap adds takes no option, not even this one.
    if let [_, help, option] = &mut arguments[..]
        && help == "help"
        && (option == "--help" || option == "-h")
    {
        option.clone_from(help);
    }
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => {
            // Where even this cannot be written there is no one to tell.
            let _ = error.print();
            return exit_code(error.exit_code());
        }
    };
    let locale = arguments.lang.unwrap_or_else(environment_locale);
    let result = match arguments.command {
        Command::Check(request) => check::run(&request, locale),
        Command::Explain { rule } => to_stdout(|out| lists::explain(out, rule, locale)),
        Command::Schema { edition } => to_stdout(|out| lists::schema(out, edition, locale)),
        Command::Editions => to_stdout(|out| lists::editions(out, locale)),
        Command::Rules => to_stdout(|out| lists::rules(out, locale)),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Arguments::command(), "clusterwright", &mut script);
            to_stdout(|out| out.write_all(&script))
        }
    };
    match result {
        Ok(code) => code.into(),
        Err(error) => {
            complain(&text("cannot write the output", "无法写入输出").get(locale), &error);
            ExitCode::from(2)
        }
    }
}

/// How a run ended, worst last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Outcome {
    /// No finding is an error.
    Clean,
    /// At least one is.
    Errors,
    /// Something could not be done at all.
    Failed,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::Clean => 0,
            Outcome::Errors => 1,
            Outcome::Failed => 2,
        })
    }
}

/// Writes to standard output. A reader that has seen enough (`| head`) is no fault.
fn to_stdout(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<Outcome> {
    let mut out = BufWriter::new(io::stdout().lock());
    let result = write(&mut out).and_then(|()| out.flush());
    match result {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Outcome::Clean),
        other => other.map(|()| Outcome::Clean),
    }
}

/// Says on standard error what could not be done. Nothing can be said if that is closed too.
fn complain(what: &dyn std::fmt::Display, why: &dyn std::fmt::Display) {
    let _ = writeln!(io::stderr().lock(), "clusterwright: {what}: {why}");
}

/// Whether colours are wanted on a stream: on a terminal, unless `NO_COLOR` is set; anywhere if `CLICOLOR_FORCE` is.
fn coloured(stream: &impl anstream::stream::RawStream) -> bool {
    AutoStream::choice(stream) != ColorChoice::Never
}

/// The locale of the first of the usual variables that is set.
fn environment_locale() -> Locale {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty())
        .map_or(Locale::En, |value| Locale::from_tag(&value))
}

fn exit_code(code: i32) -> ExitCode {
    ExitCode::from(u8::try_from(code).unwrap_or(2))
}

fn locale_parser() -> impl TypedValueParser<Value = Locale> {
    PossibleValuesParser::new(Locale::ALL.map(Locale::tag)).map(|tag| Locale::from_tag(&tag))
}

fn edition_parser() -> impl TypedValueParser<Value = &'static Edition> {
    let ids =
        edition::ALL.iter().map(|edition| PossibleValue::new(edition.id).help(edition.name.en));
    PossibleValuesParser::new(ids.collect::<Vec<_>>())
        .try_map(|id| edition::find(&id).ok_or("there is no edition of that id"))
}

/// Finds a rule by its code. There are too many to name in an error, but completions offer them all.
#[derive(Clone)]
struct RuleParser;

impl TypedValueParser for RuleParser {
    type Value = &'static Rule;

    fn parse_ref(
        &self,
        command: &clap::Command,
        _: Option<&Arg>,
        value: &OsStr,
    ) -> Result<Self::Value, clap::Error> {
        let code = value.to_string_lossy();
        let rules = lists::all_rules();
        if let Some(rule) = rules.iter().find(|rule| rule.code == code) {
            return Ok(rule);
        }
        let distance = |rule: &&&Rule| strsim::damerau_levenshtein(rule.code, &code);
        let near = rules.iter().min_by_key(distance).filter(|rule| distance(rule) <= 4);
        let near = near.map(|rule| format!("; did you mean '{}'?", rule.code)).unwrap_or_default();
        let message =
            format!("there is no rule '{code}'{near}\n\n'clusterwright rules' lists them all.\n");
        Err(clap::Error::raw(ErrorKind::InvalidValue, message).with_cmd(command))
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        let codes = lists::all_rules()
            .into_iter()
            .map(|rule| PossibleValue::new(rule.code).help(rule.title.en));
        Some(Box::new(codes))
    }
}

fn range(text: &str) -> Result<Ipv4Net, &'static str> {
    cidr::parse(text).map(|net| net.trunc()).ok_or("expected an IPv4 range such as 192.168.0.0/16")
}
