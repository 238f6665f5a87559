//! A row of the form: what it is called, what to know of it, its control, and what is wrong with it.

use clusterwright::diagnostic::Severity;
use clusterwright::form::{self, FormRow, State, Widget};
use leptos::prelude::*;

use super::{Key, Rows, widget};
use crate::app::controls::{dynamic, named_button, nothing};
use crate::app::{ids, strings};

/// A row while it is in the document. What cannot change is in `first`.
#[derive(Clone, Copy)]
pub(crate) struct RowView {
    pub(crate) rows: Rows,
    /// The row as it was when it came.
    pub(crate) first: StoredValue<FormRow>,
    /// The row as it is.
    pub(crate) now: Memo<FormRow>,
    /// What stands at it.
    pub(crate) findings: Memo<Vec<(Severity, String)>>,
}

impl RowView {
    /// The pointer of the member.
    pub(crate) fn pointer(self) -> String {
        self.first.with_value(|row| row.pointer.clone())
    }

    /// What it is called: an item has its place in its name.
    pub(crate) fn label(self) -> Signal<String> {
        let locale = self.rows.page.locale;
        let (label, name, item) = self.first.with_value(|row| {
            (row.label, row.name.clone(), row.name.bytes().all(|byte| byte.is_ascii_digit()))
        });
        Signal::derive(move || {
            let label = label.get(locale.get());
            if item { [label, " ", &name].concat() } else { label.to_owned() }
        })
    }

    /// Makes the member say what was typed.
    pub(crate) fn input(self, typed: &str) {
        let page = self.rows.page;
        let pointer = self.pointer();
        self.rows.keep(&pointer);
        let analysis = page.fresh();
        page.edit(&analysis, &form::input(&analysis, &pointer, typed));
    }

    /// Puts the member there, blank, or adds an item.
    pub(crate) fn add(self) {
        let page = self.rows.page;
        let pointer = self.pointer();
        let analysis = page.fresh();
        page.edit(&analysis, &form::add(&analysis, &pointer));
        page.check_now();
        let last = page.analysis.with_untracked(|analysis| {
            let list = analysis
                .doc
                .find(&pointer)
                .filter(|_| self.first.with_value(|row| matches!(row.widget, Widget::List)))?;
            Some(
                [&pointer, "/", &analysis.doc.children(list).count().saturating_sub(1).to_string()]
                    .concat(),
            )
        });
        self.rows.focus_in(&last.unwrap_or(pointer));
    }

    /// Gives the free members one more.
    pub(crate) fn add_member(self, name: &str) {
        let page = self.rows.page;
        let pointer = self.pointer();
        let analysis = page.fresh();
        page.edit(&analysis, &form::add_member(&analysis, &pointer, name));
        page.check_now();
        self.rows.focus_in(&[&pointer, "/", &clusterwright::json::escape(name)].concat());
    }

    fn remove(self) {
        let page = self.rows.page;
        let pointer = self.pointer();
        let item = self.first.with_value(|row| row.name.bytes().all(|byte| byte.is_ascii_digit()));
        let analysis = page.fresh();
        page.edit(&analysis, &form::remove(&analysis, &pointer));
        page.check_now();
        if item {
            let list = pointer.rsplit_once('/').map_or("", |(list, _)| list);
            crate::app::browser::focus_soon(ids::control(list));
        } else {
            self.rows.keep(&pointer);
            crate::app::browser::focus_soon(ids::control(&pointer));
        }
    }
}

/// The row of a key.
pub(crate) fn row(rows: Rows, key: Key) -> AnyView {
    let page = rows.page;
    let pointer = key.pointer;
    let Some(first) = untrack(|| rows.get(&pointer)) else { return nothing() };
    let (start, own) = (first.clone(), pointer.clone());
    let now = Memo::new(move |last: Option<&FormRow>| {
        rows.get(&own).or_else(|| last.cloned()).unwrap_or_else(|| start.clone())
    });
    let findings = Memo::new(move |_| {
        let locale = page.locale.get();
        let at = now.with(|row| row.findings.clone());
        page.analysis.with(|analysis| {
            let found = at.iter().filter_map(|&at| analysis.diagnostics.get(at));
            found
                .take(5)
                .map(|found| (found.severity, found.message_in(locale)))
                .collect::<Vec<_>>()
        })
    });
    let row = RowView { rows, first: StoredValue::new(first.clone()), now, findings };
    let open = RwSignal::new(false);
    let help_id = ids::of("help", &pointer);
    let state = Signal::derive(move || match now.with(|row| row.state) {
        State::Absent => "absent",
        State::Blank => "blank",
        State::Set => "set",
    });
    let heading = matches!(first.widget, Widget::Heading | Widget::List | Widget::Map);
    let depth = first.depth.min(4).to_string();
    let help = dynamic(Box::new(move || if open.get() { help(row) } else { nothing() }));
    view! {
        <div class="row" class:heading=heading data-depth=depth data-state=state>
            {head(row, open, help_id.clone())}
            {widget::widget(row)}
            <div class="row-help" id=help_id>{help}</div>
            {found(row)}
        </div>
    }
    .into_any()
}

fn head(row: RowView, open: RwSignal<bool>, help_id: String) -> AnyView {
    let page = row.rows.page;
    let first = row.first.get_value();
    let label = row.label();
    let id = ids::control(&first.pointer);
    let name = match first.widget {
        Widget::Heading => {
            view! { <span class="row-label" id=id tabindex="-1">{label}</span> }.into_any()
        }
        Widget::List | Widget::Map => view! { <span class="row-label">{label}</span> }.into_any(),
        _ => view! { <label class="row-label" for=id>{label}</label> }.into_any(),
    };
    let item = first.name.bytes().all(|byte| byte.is_ascii_digit());
    let code =
        if item { nothing() } else { view! { <code>{first.name.clone()}</code> }.into_any() };
    let required = dynamic(Box::new(move || {
        if row.now.with(|row| row.required) {
            view! { <span class="tag">{page.t(strings::REQUIRED)}</span> }.into_any()
        } else {
            nothing()
        }
    }));
    let about = if first.help.is_empty() && first.source.is_empty() {
        nothing()
    } else {
        about(row, open, help_id)
    };
    let removable = Memo::new(move |_| row.now.with(|row| row.removable));
    let remove = dynamic(Box::new(move || {
        if !removable.get() {
            return nothing();
        }
        let name = Signal::derive(move || {
            strings::REMOVE_WHAT.fill(page.locale.get(), &[("name", label.get().into())])
        });
        named_button(page, "plain remove", strings::REMOVE, name, Box::new(move || row.remove()))
    }));
    view! { <div class="row-head">{name}{code}{required}{about}{remove}</div> }.into_any()
}

fn about(row: RowView, open: RwSignal<bool>, help_id: String) -> AnyView {
    let (page, label) = (row.rows.page, row.label());
    let name = Signal::derive(move || {
        strings::ABOUT.fill(page.locale.get(), &[("name", label.get().into())])
    });
    let expanded = Signal::derive(move || if open.get() { "true" } else { "false" });
    view! {
        <button
            type="button"
            class="about"
            aria-label=name
            aria-expanded=expanded
            aria-controls=help_id
            on:click=move |_| open.update(|open| *open = !*open)
        >
            "?"
        </button>
    }
    .into_any()
}

fn help(row: RowView) -> AnyView {
    let page = row.rows.page;
    let first = row.first.get_value();
    let line = |text, args: Option<(&'static str, String)>| match args {
        Some((name, value)) => {
            view! { <p class="muted">{page.fill(text, vec![(name, value.into())])}</p> }.into_any()
        }
        None => nothing(),
    };
    let source = (!first.source.is_empty()).then(|| ("source", first.source.to_owned()));
    let default = first.default.map(|default| ("default", default.to_owned()));
    let examples = (!first.examples.is_empty()).then(|| ("examples", first.examples.join(", ")));
    let odd = if matches!(first.widget, Widget::Json) && first.state == State::Set {
        Some(("", String::new()))
    } else {
        None
    };
    view! {
        <p>{page.t(first.help)}</p>
        {line(strings::DEFAULT, default)}
        {line(strings::SEEN, examples)}
        {line(strings::AS_JSON, odd)}
        {line(strings::SOURCE, source)}
    }
    .into_any()
}

fn found(row: RowView) -> AnyView {
    let id = findings_id(row);
    let page = row.rows.page;
    let findings = row.findings;
    dynamic(Box::new(move || {
        let found = findings.get();
        if found.is_empty() {
            return nothing();
        }
        let lines = found.into_iter().map(|(severity, message)| {
            view! { <li data-severity=severity.id()><span class="severity">{page.t(severity.label())}</span>" "{message}</li> }
        });
        view! { <ul class="row-findings" id=id.clone()>{lines.collect::<Vec<_>>()}</ul> }.into_any()
    }))
}

/// The id of what says what is wrong with a row.
pub(crate) fn findings_id(row: RowView) -> String {
    row.first.with_value(|row| ids::of("findings", &row.pointer))
}
