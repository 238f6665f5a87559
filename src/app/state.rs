//! What the page knows: the body's text, the reader's choices, and what follows from them.

use std::rc::Rc;

use clusterwright::analysis::{Analysis, Check, Inputs};
use clusterwright::diagnostic::{Arg, Locale, Text};
use clusterwright::edition::{Edition, Preset};
use clusterwright::share::Setting;
use clusterwright::text::{Edit, Span, apply};

use super::arrival::{Asked, Core, More};
use super::credentials::Credentials;
use super::drafts::Drafts;
use super::editor::BodyEditor;
use super::help::Help;
use super::live::Live;
use super::problems::counts::Kind;
use super::theme::Theme;
use super::{browser, ids, share, strings};

/// Texts up to this many bytes are checked before the key that changed them is painted, so that their findings come with it.
const TINY: usize = 1 << 14;
/// And so are those up to this many, if the last check was quick.
const SMALL: usize = 1 << 18;
/// Where the last check took longer, in milliseconds, the next one waits until the typing pauses: its steps would be felt.
const SLOW: f64 = 50.0;
/// How long a pause has to be, in milliseconds.
const PAUSE: u64 = 150;
/// For so many milliseconds a check goes on until it lets others go first, when its step is done. One that takes no longer is quick.
const SLICE: f64 = 8.0;

/// A live value that is big.
pub(crate) struct Shared<T: 'static>(Live<Rc<T>>);

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Shared<T> {}

impl<T> Shared<T> {
    /// A signal that starts with a value.
    pub(crate) fn new(value: T) -> Self {
        Self(Live::new(Rc::new(value)))
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

/// What measurements know a check by.
const CHECK: &str = "clusterwright:check";
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
    /// How it came about.
    pub(crate) origin: Origin,
    /// The edits that made it of the text before it, where they are known.
    pub(crate) edits: Vec<Edit>,
    /// Whether it is the body that was there before, changed by a fix or in the form. Then it is for the edition that it was for.
    pub(crate) same: bool,
    /// How many lines it has.
    pub(crate) lines: usize,
}

/// How many lines end in a text.
pub(crate) fn line_ends(text: &str) -> usize {
    text.bytes().filter(|&byte| byte == b'\n').count()
}

/// What a check gave, and of which text.
struct Checked {
    body: Rc<Body>,
    analysis: Rc<Analysis>,
}

/// A check of the body that is being made.
struct Checking {
    check: Check,
    /// Of which text.
    body: Rc<Body>,
    /// How long it took so far, in milliseconds.
    spent: f64,
}

/// How a text came about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Origin {
    /// It was typed where it is shown, which therefore shows it already.
    Typed,
    /// By typing into the form. What follows quickly at one place is one step of the history.
    Form,
    /// By a step of its own.
    Step,
}

/// A place of the body that is asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Target {
    /// Its bytes.
    pub(crate) span: Span,
    /// Whether what is found there is to be said as well.
    pub(crate) explained: bool,
    /// Where the caret was before, in UTF-16 code units: until it has left that, it is still on its way.
    pub(crate) left: Option<u32>,
}

/// What just happened, in a line that can be dismissed.
#[derive(Clone)]
pub(crate) struct Notice {
    /// What happened.
    pub(crate) text: Text,
    /// What fills it.
    pub(crate) args: Vec<(&'static str, Arg)>,
    /// The text to go back to.
    pub(crate) undo: Option<String>,
    /// What going back is called.
    pub(crate) back: Text,
    /// The body that it speaks of, if it does: it goes when the text becomes another.
    pub(crate) about: Option<Rc<Body>>,
}

/// Everything the page knows. The text is the body's only state; whatever else is about the body is derived from it.
#[derive(Clone, Copy)]
pub(crate) struct Page {
    /// The body's text.
    pub(crate) body: Shared<Body>,
    /// What the body is checked as; nothing means that the body tells.
    pub(crate) edition: Live<Option<&'static Edition>>,
    /// What the reader says beside the body.
    pub(crate) inputs: Live<Inputs>,
    /// What the later parts of the program have brought so far.
    pub(crate) core: Live<Option<&'static Core>>,
    /// Whether one of them could not be had.
    pub(crate) lost: Live<bool>,
    /// What there is to say of the text, once there is a core. Follows the text at the next task, or when the typing pauses.
    analysis: Live<Option<Rc<Analysis>>>,
    /// The language.
    pub(crate) locale: Live<Locale>,
    /// The colours.
    pub(crate) theme: Live<Theme>,
    /// The view that is open. On a wide window the form stands beside it.
    pub(crate) tab: Live<Tab>,
    /// Whether the window has room for two columns.
    pub(crate) wide: Live<bool>,
    /// What just happened.
    pub(crate) notice: Live<Option<Notice>>,
    /// The place that the text is asked to show and select.
    pub(crate) target: Live<Option<Target>>,
    /// The code editor, once it has taken the textarea's place.
    pub(crate) editor: Live<Option<BodyEditor>>,
    /// Whether the editor has a change to go back over.
    pub(crate) can_undo: Live<bool>,
    /// Whether it has one to make again.
    pub(crate) can_redo: Live<bool>,
    /// The form row that is asked to show itself, even if it would stay behind "more".
    pub(crate) row: Live<Option<String>>,
    /// The problem that the reader was led to last, by its key.
    pub(crate) problem: Live<Option<String>>,
    /// The kind of problems that is shown alone, if any is.
    pub(crate) kind: Live<Option<Kind>>,
    /// Which problems that are alike are listed one by one.
    pub(crate) unfolded: Live<Vec<String>>,
    /// Whether the sheet of shortcuts is open.
    pub(crate) sheet: Live<bool>,
    /// Whether the list of problems is open where there is little room.
    pub(crate) listing: Live<bool>,
    /// What a pasted command said of who is asking.
    pub(crate) credentials: Credentials,
    /// The long texts.
    pub(crate) help: Help,
    /// The last analysis that was made, shown or not, and of which text.
    latest: Live<Option<Checked>>,
    /// The check that is being made.
    checking: Live<Option<Checking>>,
    /// How long the last check took, in milliseconds.
    took: Live<f64>,
    /// Counts the changes, so that a check that was put off knows whether it is still wanted.
    round: Live<u32>,
    /// The drafts that the browser keeps.
    pub(crate) drafts: Drafts,
    /// The text that a link, a file or a draft took the place of, and what went with it.
    pub(crate) before: Live<Option<(String, Setting)>>,
}

impl Page {
    /// A page with a text, in the reader's language.
    pub(crate) fn new(text: String) -> Self {
        let lines = line_ends(&text) + 1;
        let locale = Locale::from_tag(&browser::kept("locale").unwrap_or_else(browser::language));
        let wide = Live::new(true);
        wide.set(browser::watch_media("(min-width: 1100px)", move |matches| wide.set(matches)));
        Self {
            body: Shared::new(Body {
                text,
                origin: Origin::Step,
                edits: Vec::new(),
                same: false,
                lines,
            }),
            edition: Live::new(None),
            inputs: Live::new(Inputs::default()),
            core: Live::new(None),
            lost: Live::new(false),
            analysis: Live::new(None),
            latest: Live::new(None),
            checking: Live::new(None),
            took: Live::new(0.0),
            locale: Live::new(locale),
            theme: Live::new(Theme::kept()),
            tab: Live::new(Tab::Body),
            wide,
            notice: Live::new(None),
            target: Live::new(None),
            editor: Live::new(None),
            can_undo: Live::new(false),
            can_redo: Live::new(false),
            row: Live::new(None),
            problem: Live::new(None),
            kind: Live::new(None),
            unfolded: Live::new(Vec::new()),
            sheet: Live::new(false),
            listing: Live::new(false),
            credentials: Credentials::new(),
            help: Help::new(),
            round: Live::new(0),
            drafts: Drafts::new(),
            before: Live::new(None),
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

    /// Whether the checks are here; follows it. What reads an analysis is shown only then.
    #[inline(never)]
    pub(crate) fn ready(self) -> bool {
        self.core.get().is_some()
    }

    /// What can be asked of a problem, once it is here; follows it.
    pub(crate) fn asked(self) -> Option<&'static Asked> {
        self.core.get().and_then(|core| core.asked)
    }

    /// What the last part brings, once it is here; follows it.
    #[inline(never)]
    pub(crate) fn more(self) -> Option<&'static More> {
        self.core.get().and_then(|core| core.more)
    }

    /// Takes in a later part of the program; the first of them checks what was typed meanwhile.
    pub(crate) fn take_core(self, core: &'static Core) {
        if self.core.get_untracked().is_none() {
            let checked = self.finish(core, self.begin(core));
            self.analysis.set(Some(checked));
        }
        self.core.set(Some(core));
    }

    /// What there is to say of the text, if there is a core yet. Follows it.
    #[inline(never)]
    pub(crate) fn checked(self) -> Option<Rc<Analysis>> {
        self.analysis.get()
    }

    /// How many lines the text has. Follows it.
    pub(crate) fn lines(self) -> usize {
        self.body.with(|body| body.lines)
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

    /// Takes over what was typed where the text is shown: the text, and how many lines it has.
    pub(crate) fn typed(self, text: String, lines: usize) {
        let (origin, edits) = (Origin::Typed, Vec::new());
        self.body.set(Rc::new(Body { text, origin, edits, same: false, lines }));
        self.check_soon();
    }

    /// Puts another text in the place of the body.
    pub(crate) fn replace(self, text: &str) {
        self.put(text, Origin::Step, Vec::new(), false);
    }

    fn put(self, text: &str, origin: Origin, edits: Vec<Edit>, same: bool) {
        // Textareas and the editor know one kind of line end.
        let text = if text.contains('\r') {
            text.replace("\r\n", "\n").replace('\r', "\n")
        } else {
            text.to_owned()
        };
        let lines = line_ends(&text) + 1;
        self.body.set(Rc::new(Body { text, origin, edits, same, lines }));
        self.check_soon();
    }

    /// Puts another text in the place of the body, says so, and keeps the old one at hand.
    pub(crate) fn replace_noticed(self, new: &str, text: Text, args: Vec<(&'static str, Arg)>) {
        self.put_noticed(new, false, text, args);
    }

    /// Puts the same body with its faults mended in its place, says so, and keeps the old text at hand.
    pub(crate) fn mend_noticed(self, new: &str, text: Text, args: Vec<(&'static str, Arg)>) {
        self.put_noticed(new, true, text, args);
    }

    fn put_noticed(self, new: &str, same: bool, text: Text, args: Vec<(&'static str, Arg)>) {
        let old = self.body.peek(|body| body.text.clone());
        let undo = (!old.trim().is_empty() && old != new).then_some(old);
        self.put(new, Origin::Step, Vec::new(), same);
        self.check_now();
        let (back, about) = (strings::PUT_BACK, Some(self.body.seen()));
        self.notice.set(Some(Notice { text, args, undo, back, about }));
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
            share::undone(self, &old);
            self.tell(strings::UNDONE, Vec::new());
        }
    }

    /// Says something in the line of notices.
    pub(crate) fn tell(self, text: Text, args: Vec<(&'static str, Arg)>) {
        let (undo, back) = (None, strings::PUT_BACK);
        self.notice.set(Some(Notice { text, args, undo, back, about: None }));
    }

    /// Says something of the text as it is at this moment.
    pub(crate) fn tell_of_text(self, text: Text, args: Vec<(&'static str, Arg)>) {
        let (undo, back, about) = (None, strings::PUT_BACK, Some(self.body.seen()));
        self.notice.set(Some(Notice { text, args, undo, back, about }));
    }

    /// The last analysis, if it is of that text.
    pub(crate) fn known(self, body: &Rc<Body>) -> Option<Rc<Analysis>> {
        self.latest.with_untracked(|latest| {
            let latest = latest.as_ref().filter(|latest| Rc::ptr_eq(&latest.body, body));
            latest.map(|latest| latest.analysis.clone())
        })
    }

    /// An analysis of the text as it is at this moment. What a check has done so far is not done again.
    pub(crate) fn fresh(self) -> Rc<Analysis> {
        let body = self.body.seen();
        if let Some(known) = self.known(&body) {
            return known;
        }
        let core = self.core.get_untracked().expect(CORE_FIRST);
        let begun = self.take_checking().filter(|begun| Rc::ptr_eq(&begun.body, &body));
        self.finish(core, begun.unwrap_or_else(|| self.begin(core)))
    }

    /// Carries out edits, as of typing into a field, of the text that `analysis`, a fresh one, is about.
    pub(crate) fn edit(self, analysis: &Analysis, edits: &[Edit]) {
        self.carry_out(analysis, edits, Origin::Form);
    }

    /// Carries out such edits as a step of its own.
    pub(crate) fn rewrite(self, analysis: &Analysis, edits: &[Edit]) {
        self.carry_out(analysis, edits, Origin::Step);
    }

    fn carry_out(self, analysis: &Analysis, edits: &[Edit], origin: Origin) {
        if !edits.is_empty() {
            self.put(&apply(analysis.text(), edits), origin, edits.to_vec(), true);
        }
    }

    /// Checks the text if that has not been done yet, and there is a core to do it.
    pub(crate) fn check_now(self) {
        self.next_round();
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
        self.latest.set(None);
        self.checking.set(None);
        self.check_now();
    }

    /// Checks the text, if that is quick, before the next picture, which shows both it and its findings; else in steps after that picture,
    /// each of which lets what is typed go first; if it is slow, when the typing pauses.
    fn check_soon(self) {
        let round = self.next_round();
        self.checking.set(None);
        let (took, bytes) = (self.took.get_untracked(), self.body.peek(|body| body.text.len()));
        let quick = bytes <= TINY || bytes <= SMALL && took <= SLICE;
        let begin = move || {
            if let Some(core) = self.core.get_untracked()
                && self.round.get_untracked() == round
            {
                let checking = self.begin(core);
                self.checking.set(Some(checking));
                self.check_on(core, round);
            }
        };
        if quick {
            browser::before_paint(move || {
                if self.round.get_untracked() == round {
                    self.check_now();
                }
            });
        } else if took > SLOW {
            browser::later(PAUSE, begin);
        } else {
            browser::after_paint(begin);
        }
    }

    /// Does some steps of a check, then the others in tasks of their own, unless it is no longer wanted.
    fn check_on(self, core: &'static Core, round: u32) {
        if self.round.get_untracked() != round {
            return;
        }
        let Some(mut checking) = self.take_checking() else {
            // Somebody who could not wait has finished it.
            return self.check_now();
        };
        let until = browser::now() + SLICE;
        loop {
            if let Some(made) = self.advance(core, &mut checking) {
                return self.analysis.set(Some(made));
            }
            if browser::now() > until {
                break;
            }
        }
        self.checking.set(Some(checking));
        browser::later(0, move || self.check_on(core, round));
    }

    fn take_checking(self) -> Option<Checking> {
        self.checking.update_untracked(Option::take)
    }

    /// Begins to check the text as it is at this moment.
    fn begin(self, core: &'static Core) -> Checking {
        let start = browser::now();
        let body = self.body.seen();
        let edition = self.edition.get_untracked();
        let mut check =
            self.inputs.with_untracked(|inputs| (core.begin)(body.text.clone(), edition, inputs));
        if let Some(last) = self.analysis.get_untracked()
            && body.same
            && last.detected
            && !last.is_bare()
        {
            check = check.told(last.edition);
        }
        Checking { check, body, spent: browser::now() - start }
    }

    /// Does the rest of a check.
    fn finish(self, core: &'static Core, mut checking: Checking) -> Rc<Analysis> {
        loop {
            if let Some(made) = self.advance(core, &mut checking) {
                return made;
            }
        }
    }

    /// Does the next step of a check. When it was the last, the latest analysis is the one that it gives.
    fn advance(self, core: &'static Core, checking: &mut Checking) -> Option<Rc<Analysis>> {
        let start = browser::now();
        let made = (core.step)(&mut checking.check).map(Rc::new);
        checking.spent += browser::now() - start;
        if let Some(made) = &made {
            let (body, analysis) = (checking.body.clone(), made.clone());
            self.latest.set(Some(Checked { body, analysis }));
            self.took.set(checking.spent);
            browser::report(CHECK, checking.spent);
        }
        made
    }

    /// Puts an end to checks that were put off, and gives the number of the next one.
    fn next_round(self) -> u32 {
        self.round.update_untracked(|round| *round = round.wrapping_add(1));
        self.round.get_untracked()
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
        self.target.set(Some(Target { span, explained: false, left: None }));
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
