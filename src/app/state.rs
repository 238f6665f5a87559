//! What the page knows: the body's text, the reader's choices, and what follows from them.

use std::rc::Rc;
use std::time::Duration;

use clusterwright::analysis::{Analysis, Inputs};
use clusterwright::diagnostic::{Arg, Locale, Text};
use clusterwright::edition::{Edition, Preset};
use clusterwright::text::{Edit, Span, apply};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use super::arrival::Core;
use super::credentials::Credentials;
use super::help::Help;
use super::theme::Theme;
use super::{browser, ids, strings};

/// A signal whose value stays on the page's only thread.
pub(crate) type Local<T> = RwSignal<T, LocalStorage>;

/// Texts up to this many bytes are checked at once; bigger ones when the typing pauses.
const SMALL: usize = 200_000;
/// How long a pause has to be, in milliseconds.
const PAUSE: u64 = 150;

/// A signal of something big. Its machinery is compiled once for each type, not once for each use.
pub(crate) struct Shared<T: 'static>(Local<Rc<T>>);

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Shared<T> {}

impl<T> Shared<T> {
    /// A signal that starts with a value.
    pub(crate) fn new(value: T) -> Self {
        Self(RwSignal::new_local(Rc::new(value)))
    }

    /// The value, followed.
    #[inline(never)]
    pub(crate) fn now(self) -> Rc<T> {
        self.0.get()
    }

    /// The value, once.
    #[inline(never)]
    pub(crate) fn seen(self) -> Rc<T> {
        self.0.get_untracked()
    }

    /// Reads the value, and follows it.
    pub(crate) fn with<R>(self, part: impl FnOnce(&T) -> R) -> R {
        part(&self.now())
    }

    /// Reads the value, once.
    pub(crate) fn peek<R>(self, part: impl FnOnce(&T) -> R) -> R {
        part(&self.seen())
    }

    /// Another value.
    #[inline(never)]
    pub(crate) fn set(self, value: Rc<T>) {
        self.0.set(value);
    }
}

/// What reads an analysis is shown only when there is one.
const CORE_FIRST: &str = "the core is here";

/// One of the page's views.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Tab {
    Form,
    Body,
    Request,
    Plan,
}

/// The body's text.
pub(crate) struct Body {
    /// The text itself.
    pub(crate) text: String,
    /// Whether it was typed into the textarea, which therefore shows it already.
    pub(crate) typed: bool,
}

/// What just happened, in a line that can be dismissed.
#[derive(Clone, PartialEq)]
pub(crate) struct Notice {
    /// What happened.
    pub(crate) text: Text,
    /// What fills it.
    pub(crate) args: Vec<(&'static str, Arg)>,
    /// The text to go back to.
    pub(crate) undo: Option<String>,
    /// What going back is called.
    pub(crate) back: Text,
}

/// Everything the page knows. The text is the body's only state; whatever else is about the body is derived from it.
#[derive(Clone, Copy)]
pub(crate) struct Page {
    /// The body's text.
    pub(crate) body: Shared<Body>,
    /// What the body is checked as; nothing means that the body tells.
    pub(crate) edition: RwSignal<Option<&'static Edition>>,
    /// What the reader says beside the body.
    pub(crate) inputs: RwSignal<Inputs>,
    /// The second part of the program, once it has arrived.
    pub(crate) core: RwSignal<Option<&'static Core>>,
    /// Whether the second part could not be had.
    pub(crate) lost: RwSignal<bool>,
    /// What there is to say of the text, once there is a core. Follows the text at the next task, or when the typing pauses.
    analysis: Local<Option<Rc<Analysis>>>,
    /// The language.
    pub(crate) locale: RwSignal<Locale>,
    /// The colours.
    pub(crate) theme: RwSignal<Theme>,
    /// The view that is open. On a wide window the form stands beside it.
    pub(crate) tab: RwSignal<Tab>,
    /// Whether the window has room for two columns.
    pub(crate) wide: RwSignal<bool>,
    /// What just happened.
    pub(crate) notice: RwSignal<Option<Notice>>,
    /// The place that the textarea is asked to show and select.
    pub(crate) target: RwSignal<Option<Span>>,
    /// The form row that is asked to show itself, even if it would stay behind "more".
    pub(crate) row: RwSignal<Option<String>>,
    /// Whether the list of problems is open where there is little room.
    pub(crate) listing: RwSignal<bool>,
    /// What a pasted command said of who is asking.
    pub(crate) credentials: Credentials,
    /// The long texts.
    pub(crate) help: Help,
    timer: StoredValue<Option<TimeoutHandle>, LocalStorage>,
}

impl Page {
    /// An empty page in the reader's language.
    pub(crate) fn new() -> Self {
        let locale = Locale::from_tag(&browser::kept("locale").unwrap_or_else(browser::language));
        let wide = RwSignal::new(true);
        wide.set(browser::watch_media("(min-width: 1100px)", move |matches| wide.set(matches)));
        Self {
            body: Shared::new(Body { text: String::new(), typed: false }),
            edition: RwSignal::new(None),
            inputs: RwSignal::new(Inputs::default()),
            core: RwSignal::new(None),
            lost: RwSignal::new(false),
            analysis: RwSignal::new_local(None),
            locale: RwSignal::new(locale),
            theme: RwSignal::new(Theme::kept()),
            tab: RwSignal::new(Tab::Body),
            wide,
            notice: RwSignal::new(None),
            target: RwSignal::new(None),
            row: RwSignal::new(None),
            listing: RwSignal::new(false),
            credentials: Credentials::new(),
            help: Help::new(),
            timer: StoredValue::new_local(None),
        }
    }

    /// Words in the language of the moment.
    #[inline(never)]
    pub(crate) fn words(self, text: Text) -> String {
        text.get(self.locale.get()).to_owned()
    }

    /// Words that follow the language.
    pub(crate) fn t(self, text: Text) -> impl Fn() -> String + Copy + 'static {
        move || self.words(text)
    }

    /// Words with arguments, in the language of the moment.
    #[inline(never)]
    pub(crate) fn fill(self, text: Text, args: &[(&'static str, Arg)]) -> String {
        text.fill(self.locale.get(), args)
    }

    /// Whether the second part is here; follows it. What reads an analysis is shown only then.
    #[inline(never)]
    pub(crate) fn ready(self) -> bool {
        self.core.get().is_some()
    }

    /// Takes in the second part, and has it check what was typed meanwhile.
    pub(crate) fn take_core(self, core: &'static Core) {
        self.analysis.set(Some(Rc::new(self.analyze(core))));
        self.core.set(Some(core));
    }

    /// What there is to say of the text, if there is a core yet. Follows it.
    #[inline(never)]
    pub(crate) fn checked(self) -> Option<Rc<Analysis>> {
        self.analysis.get()
    }

    /// How many lines the text has. Follows it.
    pub(crate) fn lines(self) -> usize {
        match self.checked() {
            Some(analysis) => analysis.lines().lines(),
            None => self.body.with(|body| body.text.split('\n').count()),
        }
    }

    /// Reads what there is to say of the text, and follows it.
    pub(crate) fn read<T>(self, part: impl FnOnce(&Analysis) -> T) -> T {
        part(&self.checked().expect(CORE_FIRST))
    }

    /// Reads what there is to say of the text, once.
    pub(crate) fn peek<T>(self, part: impl FnOnce(&Analysis) -> T) -> T {
        part(&self.seen())
    }

    /// What there is to say of the text, once.
    #[inline(never)]
    pub(crate) fn seen(self) -> Rc<Analysis> {
        self.analysis.get_untracked().expect(CORE_FIRST)
    }

    /// Takes over what was typed into the textarea.
    pub(crate) fn typed(self, text: String) {
        self.body.set(Rc::new(Body { text, typed: true }));
        self.check_soon();
    }

    /// Puts another text in the place of the body.
    pub(crate) fn replace(self, text: &str) {
        // A textarea knows one kind of line end.
        let text = if text.contains('\r') {
            text.replace("\r\n", "\n").replace('\r', "\n")
        } else {
            text.to_owned()
        };
        self.body.set(Rc::new(Body { text, typed: false }));
        self.check_soon();
    }

    /// Puts another text in the place of the body, says so, and keeps the old one at hand.
    pub(crate) fn replace_noticed(self, new: &str, text: Text, args: Vec<(&'static str, Arg)>) {
        let old = self.body.peek(|body| body.text.clone());
        let undo = (!old.trim().is_empty() && old != new).then_some(old);
        self.replace(new);
        self.check_now();
        self.notice.set(Some(Notice { text, args, undo, back: strings::UNDO }));
    }

    /// Starts from a preset.
    pub(crate) fn take_preset(self, preset: &'static Preset) {
        // Editions have presets that are alike: the one it was taken from stays.
        self.edition.set(Some(self.peek(|analysis| analysis.edition)));
        self.replace_noticed(
            preset.text,
            strings::PRESET_TAKEN,
            vec![("name", preset.name.into())],
        );
    }

    /// Goes back to the text before the last replacement.
    pub(crate) fn undo(self) {
        if let Some(Notice { undo: Some(old), .. }) = self.notice.get_untracked() {
            self.replace(&old);
            self.tell(strings::UNDONE, Vec::new());
        }
    }

    /// Says something in the line of notices.
    pub(crate) fn tell(self, text: Text, args: Vec<(&'static str, Arg)>) {
        self.notice.set(Some(Notice { text, args, undo: None, back: strings::UNDO }));
    }

    /// An analysis of the text as it is at this moment.
    pub(crate) fn fresh(self) -> Rc<Analysis> {
        let known = self.seen();
        if self.body.peek(|body| *body.text == *known.text()) {
            known
        } else {
            Rc::new(self.analyze(self.core.get_untracked().expect(CORE_FIRST)))
        }
    }

    /// Carries out edits of the text that `analysis`, a fresh one, is about.
    pub(crate) fn edit(self, analysis: &Analysis, edits: &[Edit]) {
        if !edits.is_empty() {
            self.replace(&apply(analysis.text(), edits));
        }
    }

    /// Checks the text if that has not been done yet, and there is a core to do it.
    pub(crate) fn check_now(self) {
        self.forget_timer();
        if self.core.get_untracked().is_none() {
            return;
        }
        let checked = self.fresh();
        if !Rc::ptr_eq(&self.seen(), &checked) {
            self.analysis.set(Some(checked));
        }
    }

    /// Checks the text as another edition; without one the body tells.
    pub(crate) fn check_as(self, edition: Option<&'static Edition>) {
        self.edition.set(edition);
        self.recheck();
    }

    /// Checks the text again, because of something that is not part of it.
    pub(crate) fn recheck(self) {
        self.forget_timer();
        if let Some(core) = self.core.get_untracked() {
            self.analysis.set(Some(Rc::new(self.analyze(core))));
        }
    }

    /// Checks the text after the event that changed it, so that typing never waits.
    fn check_soon(self) {
        self.forget_timer();
        let small = self.body.peek(|body| body.text.len() <= SMALL);
        let pause = Duration::from_millis(if small { 0 } else { PAUSE });
        self.timer.set_value(set_timeout_with_handle(move || self.check_now(), pause).ok());
    }

    fn forget_timer(self) {
        if let Some(timer) = self.timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    }

    fn analyze(self, core: &Core) -> Analysis {
        browser::timed("clusterwright:check", || {
            let text = self.body.peek(|body| body.text.clone());
            self.inputs
                .with_untracked(|inputs| (core.analyze)(text, self.edition.get_untracked(), inputs))
        })
    }

    /// Whether the form is on the screen.
    pub(crate) fn shows_form(self) -> bool {
        self.wide.get() || self.tab.get() == Tab::Form
    }

    /// Leads the reader to a place of the body: to the form's row where only the form is to be seen, else into the text.
    pub(crate) fn go(self, span: Span, pointer: &str) {
        self.listing.set(false);
        if !self.wide.get_untracked()
            && self.tab.get_untracked() == Tab::Form
            && self.has_row(pointer)
        {
            return self.go_to_row(pointer);
        }
        self.row.set(Some(pointer.to_owned()));
        self.tab.set(Tab::Body);
        self.target.set(Some(span));
    }

    /// Leads the reader to a row of the form.
    pub(crate) fn go_to_row(self, pointer: &str) {
        self.listing.set(false);
        if !self.wide.get_untracked() {
            self.tab.set(Tab::Form);
        }
        self.row.set(Some(pointer.to_owned()));
        browser::focus_soon(ids::control(pointer));
    }

    /// Whether the edition's table has a row for a pointer, so that the form can show it.
    pub(crate) fn has_row(self, pointer: &str) -> bool {
        self.peek(|analysis| {
            analysis
                .edition
                .index()
                .resolve(pointer)
                .is_some_and(|row| row != clusterwright::spec::RowId::ROOT)
        })
    }
}
