//! The colours of the page's tokens: what is read stands out from what it stands on by 4.5 to 1, what is recognised by 3 to 1, in
//! the light theme and in the dark.

use std::collections::BTreeMap;

type Rgb = [u8; 3];

/// The tokens that are a pair of colours, light and dark.
fn tokens() -> BTreeMap<String, [Rgb; 2]> {
    let css = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/style/tokens.css"));
    let css = css.expect("the tokens are there");
    let mut found = BTreeMap::new();
    for line in css.lines() {
        let Some((name, value)) = line.trim().split_once(": light-dark(#") else { continue };
        let (light, dark) = value.trim_end_matches(");").split_once(", #").expect("two colours");
        assert!(found.insert(name.to_owned(), [rgb(light), rgb(dark)]).is_none(), "{name} twice");
    }
    found
}

fn rgb(hex: &str) -> Rgb {
    assert_eq!(hex.len(), 6, "{hex}");
    [0, 2, 4].map(|at| u8::from_str_radix(&hex[at..at + 2], 16).expect("a colour"))
}

/// The relative luminance of WCAG 2.2.
fn luminance(colour: Rgb) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(one: Rgb, other: Rgb) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn the_reckoning_is_that_of_wcag() {
    assert!((contrast([0, 0, 0], [255, 255, 255]) - 21.0).abs() < 0.001);
    // The grey that is often named as the lightest that may stand on white.
    assert!((contrast(rgb("767676"), rgb("ffffff")) - 4.54).abs() < 0.01);
}

#[test]
fn every_pair_of_tokens_that_meets_on_the_page_has_its_contrast() {
    let tokens = tokens();
    let grounds = ["--bg", "--sunken", "--surface", "--raised", "--field"];
    let softs = ["error", "warning", "info", "good", "accent"];
    let mut pairs: Vec<(String, String, f64)> = Vec::new();
    for ground in grounds {
        for ink in ["--text", "--muted", "--accent", "--error", "--warning", "--info", "--good"] {
            pairs.push((ink.to_owned(), ground.to_owned(), 4.5));
        }
        pairs.push(("--edge".to_owned(), ground.to_owned(), 3.0));
    }
    for soft in softs {
        let ground = format!("--{soft}-soft");
        for ink in [format!("--{soft}"), "--text".to_owned(), "--muted".to_owned()] {
            pairs.push((ink, ground.clone(), 4.5));
        }
    }
    pairs.push(("--on-accent".to_owned(), "--accent".to_owned(), 4.5));
    let of = |name: &String| tokens.get(name).unwrap_or_else(|| panic!("there is no {name}"));
    let weak: Vec<String> = pairs
        .iter()
        .flat_map(|(ink, ground, least)| {
            ["light", "dark"].into_iter().enumerate().filter_map(move |(theme, called)| {
                let found = contrast(of(ink)[theme], of(ground)[theme]);
                (found < *least)
                    .then(|| format!("{called}: {ink} on {ground}: {found:.2} < {least}"))
            })
        })
        .collect();
    assert_eq!(weak, Vec::<String>::new());
}
