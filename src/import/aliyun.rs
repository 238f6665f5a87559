//! An aliyun command. Its options are read here; what they come to is curl's matter.

use super::curl::Options;

/// Options that take no value.
const FLAGS: [&str; 8] =
    ["--force", "--secure", "--insecure", "--quiet", "-q", "--dryrun", "--help", "--roa"];

/// What the words behind the command's name say.
pub(super) fn options(words: &[String]) -> Options {
    let mut options = Options { aliyun: true, ..Options::default() };
    let mut said: Vec<&str> = Vec::new();
    let mut rest = words.iter();
    while let Some(word) = rest.next() {
        if !word.starts_with('-') {
            said.push(word);
            continue;
        }
        if FLAGS.contains(&word.as_str()) {
            continue;
        }
        let (name, value) = match word.split_once('=') {
            Some((name, value)) => (name, value),
            None => (word.as_str(), rest.next().map_or("", String::as_str)),
        };
        match name {
            "--body" => options.add(value.to_owned()),
            "--body-file" => options.data.push((value.to_owned(), true)),
            // `Content-Type=application/json;`
            "--header" => {
                options.headers.push(value.trim_end_matches(';').replacen('=', ": ", 1));
            }
            "--access-key-id" | "--access-key-secret" | "--sts-token" => {
                options.headers.push([&name[2..], ": ", value].concat());
            }
            _ => {}
        }
    }
    // `cs POST /clusters`, `cs CreateCluster`.
    if let Some((last, before)) = said.split_last() {
        options.method = before.join(" ");
        (*last).clone_into(&mut options.url);
    }
    options
}
