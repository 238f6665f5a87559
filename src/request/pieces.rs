//! A body cut where its secrets are.

use crate::analysis::Analysis;
use crate::secrets::Secrets;

/// A piece of a body.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Piece<'a> {
    /// Text as it stands.
    Text(&'a str),
    /// The content of a string that comes from the environment variable of this name.
    Secret(String),
}

/// The pieces of a body: each secret's value is an environment variable named after its member, the same for the same value. Text around
/// the body that tells of a secret is left out.
pub(super) fn pieces(analysis: &Analysis) -> Vec<Piece<'_>> {
    let (doc, view) = (&analysis.doc, analysis.view());
    let secrets = Secrets::new(analysis);
    let mut names: Vec<(String, &str)> = Vec::new();
    let (mut pieces, mut done, mut at) = (Vec::new(), 0, 0);
    while let Some(span) = secrets.after(at) {
        at = span.end;
        let node = doc.at(span.start);
        if doc.span(node) != span {
            pieces.push(Piece::Text(&doc.text()[done..span.start as usize]));
        } else if view.is_empty(node) {
            continue;
        } else {
            pieces.push(Piece::Text(&doc.text()[done..span.start as usize]));
            pieces.push(Piece::Secret(name(
                &env_name(&doc.name(node).unwrap_or_default()),
                doc.raw(node),
                &mut names,
            )));
        }
        done = span.end as usize;
    }
    pieces.push(Piece::Text(&doc.text()[done..]));
    pieces
}

/// A body as a shell spells it: what lies between its secrets as `single` quotes it, quotes around the values included, and each secret as
/// `secret` reads it from its environment variable.
pub(super) fn spelled(
    pieces: &[Piece],
    single: fn(&str) -> String,
    secret: fn(&str) -> String,
) -> String {
    let mut out = String::new();
    let mut open = String::new();
    for piece in pieces {
        match piece {
            Piece::Text(text) => open.push_str(text),
            Piece::Secret(env) => {
                open.push('"');
                out.push_str(&single(&open));
                out.push_str(&secret(env));
                "\"".clone_into(&mut open);
            }
        }
    }
    out + &single(&open)
}

/// The names of the variables that pieces want.
pub(super) fn wanted<'p>(pieces: &'p [Piece]) -> Vec<&'p str> {
    let mut wanted: Vec<&str> = Vec::new();
    for piece in pieces {
        if let Piece::Secret(name) = piece
            && !wanted.contains(&name.as_str())
        {
            wanted.push(name);
        }
    }
    wanted
}

/// A name for a value: the one it has already, or the first of `NAME`, `NAME_2`, … that no other value has.
fn name<'a>(base: &str, value: &'a str, known: &mut Vec<(String, &'a str)>) -> String {
    for count in 1_u32.. {
        let own =
            if count == 1 { base.to_owned() } else { [base, "_", &count.to_string()].concat() };
        match known.iter().find(|(name, _)| *name == own) {
            Some((_, other)) if *other != value => {}
            Some(_) => return own,
            None => {
                known.push((own.clone(), value));
                return own;
            }
        }
    }
    base.to_owned()
}

/// `privateKey` becomes `PRIVATE_KEY`.
fn env_name(name: &str) -> String {
    let mut out = String::new();
    for char in name.chars() {
        if char.is_ascii_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.push(if char.is_ascii_alphanumeric() { char.to_ascii_uppercase() } else { '_' });
    }
    if out.starts_with(|char: char| char.is_ascii_digit()) || out.is_empty() {
        out.insert_str(0, "SECRET_");
    }
    out
}
