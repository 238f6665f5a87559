//! Drafts: the text of each tab, without its secrets, kept in the browser against a reload or a crash.
//!
//! Every tab has a slot of its own, with a draft for each edition; it holds its slot by a lock, which ends with the tab however
//! that ends. A new tab goes on with the newest slot that no tab holds. Where the browser has no locks it takes none but its own.

use std::time::Duration;

use clusterwright::edition::{self, Edition};
use clusterwright::share::{self, Body, Setting};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Storage;
use web_sys::js_sys::futures::JsFuture;
use web_sys::js_sys::{Array, Date, Function, Math, Object, Promise, Reflect};

use super::dom::{effect, listen};
use super::live::Live;
use super::share::{Linked, put, strings};
use super::state::Page;

/// How the keys of drafts begin; slot and edition follow. Locks have the first two parts for a name.
const PREFIX: &str = "draft:";
/// Where a tab keeps the name of its slot.
const SLOT: &str = "draft-slot";
/// How long the typing pauses before a draft is written, in milliseconds.
const PAUSE: u64 = 1000;
/// Larger drafts are not kept: browsers have room for some five million characters in all.
const LARGEST: usize = 1 << 20;
/// So many drafts are kept, the latest.
const KEPT: usize = 10;
/// And so many bytes of them.
const ROOM: usize = 4 << 20;

/// The tab's drafts.
#[derive(Clone, Copy)]
pub(crate) struct Drafts {
    own: Live<Own>,
    /// Told when the drafts are others.
    changed: Live<()>,
}

#[derive(Default)]
struct Own {
    /// The tab's slot; none before it is settled.
    slot: Option<String>,
    /// The last draft written or restored: its key, and what it says.
    last: Option<(String, String)>,
    timer: Option<TimeoutHandle>,
    /// Whether the reader knows that the text is not kept.
    told: bool,
}

/// A draft, as it is listed.
pub(crate) struct Draft {
    /// Its key.
    pub(crate) key: String,
    /// The edition it is for.
    pub(crate) api: &'static Edition,
    /// When it was written, in words.
    pub(crate) time: String,
    /// Whether it is the one this tab writes.
    pub(crate) mine: bool,
    slot: String,
    written: i64,
    size: usize,
}

impl Drafts {
    /// No drafts yet.
    pub(crate) fn new() -> Self {
        Self { own: Live::new(Own::default()), changed: Live::new(()) }
    }

    /// Settles the tab's slot, restores its draft where no link brought a text, and keeps drafts from here on.
    pub(crate) fn start(self, page: Page, linked: Linked) {
        spawn_local(async move {
            let kept = session().and_then(|session| session.get_item(SLOT).ok().flatten());
            let api = match &linked {
                Linked::Setting(setting) => setting.api,
                Linked::Nothing | Linked::Text => None,
            };
            let (slot, from) = if matches!(linked, Linked::Text) {
                (None, None)
            } else if let Some(kept) = kept {
                // A tab that was duplicated has the other's slot: it goes on with a copy.
                (hold(&kept).await.then(|| kept.clone()), Some(kept))
            } else {
                let free = adopt(api).await;
                (free.clone(), free)
            };
            self.settle(slot).await;
            if let Some(from) = from {
                self.restore(page, &from, api);
            }
            // The text may have been changed while all this was settled.
            self.keep_soon(page);
        });
        effect(Box::new(move || {
            page.body.now();
            page.edition.track();
            page.inputs.track();
            self.keep_soon(page);
        }));
        let hidden = move |_| {
            if document().hidden() {
                self.flush(page);
            }
        };
        listen(&document(), "visibilitychange", Box::new(hidden));
        listen(&window(), "pagehide", Box::new(move |_| self.flush(page)));
    }

    /// Writes the draft now and goes on with a slot of its own, so that the text that is about to come does not take its place.
    pub(crate) fn part(self, page: Page) {
        self.flush(page);
        self.own.update_untracked(|own| {
            own.slot = None;
            own.last = None;
        });
        spawn_local(async move {
            self.settle(None).await;
            self.keep_soon(page);
        });
    }

    /// The drafts there are, the latest first. Follows them.
    pub(crate) fn list(self) -> Vec<Draft> {
        self.changed.track();
        let mine = self.own.with_untracked(|own| own.slot.clone());
        let mut drafts = all();
        for draft in &mut drafts {
            draft.mine = mine.as_ref() == Some(&draft.slot);
        }
        drafts
    }

    /// Puts a draft in the place of the text, with the way back.
    pub(crate) fn open(self, page: Page, key: &str) {
        self.flush(page);
        if let Some(draft) = all().into_iter().find(|draft| draft.key == key) {
            self.put(page, &draft, true);
        }
    }

    /// Forgets every draft, of all tabs.
    pub(crate) fn delete_all(self, page: Page) {
        self.forget_timer();
        let Some(storage) = local() else { return };
        let drafts = all();
        for draft in &drafts {
            let _ = storage.remove_item(&draft.key);
        }
        self.changed.set(());
        match drafts.len() {
            1 => page.tell(strings::DRAFT_DELETED, Vec::new()),
            count => page.tell(strings::DRAFTS_DELETED, vec![("count", count.into())]),
        }
    }

    /// Writes what a pause would write, at once.
    pub(crate) fn flush(self, page: Page) {
        if self.forget_timer() {
            self.keep(page);
        }
    }

    /// Takes a slot, a new one if none is given.
    async fn settle(self, slot: Option<String>) {
        let slot = if let Some(slot) = slot {
            slot
        } else {
            let slot = whole(Math::random() * 1e15).to_string();
            hold(&slot).await;
            slot
        };
        if let Some(session) = session() {
            let _ = session.set_item(SLOT, &slot);
        }
        self.own.update_untracked(|own| own.slot = Some(slot));
    }

    /// The latest draft of a slot comes back, unless the reader has begun something else.
    fn restore(self, page: Page, slot: &str, api: Option<&'static Edition>) {
        let fits =
            |draft: &Draft| draft.slot == slot && api.is_none_or(|api| api.id == draft.api.id);
        if page.body.peek(|body| body.text.trim().is_empty())
            && let Some(draft) = all().into_iter().find(fits)
        {
            self.put(page, &draft, false);
        }
    }

    fn put(self, page: Page, draft: &Draft, whole: bool) {
        let Some((_, cut, file)) = local().and_then(|storage| value(&storage, &draft.key)) else {
            return;
        };
        let Some(state) = share::open_text(&file) else { return };
        let Some(Body::Text(text)) = state.body else { return };
        if whole {
            page.edition.set(state.setting.api);
        }
        let words = if cut { strings::RESTORED_CUT } else { strings::RESTORED };
        let setting = Setting { tab: state.setting.tab.filter(|_| !whole), ..state.setting };
        let said = Some((words, vec![("time", draft.time.clone().into())]));
        put(page, &setting, Some(&text), said, true);
        self.own.update_untracked(|own| {
            if own.slot.as_ref() == Some(&draft.slot) {
                own.last = Some((draft.key.clone(), file));
            }
        });
    }

    fn keep_soon(self, page: Page) {
        self.forget_timer();
        let run = move || {
            self.own.update_untracked(|own| own.timer = None);
            self.keep(page);
        };
        let timer = set_timeout_with_handle(run, Duration::from_millis(PAUSE)).ok();
        self.own.update_untracked(|own| own.timer = timer);
    }

    /// Whether a draft was about to be written.
    fn forget_timer(self) -> bool {
        let timer = self.own.update_untracked(|own| own.timer.take());
        timer.is_some_and(|timer| {
            timer.clear();
            true
        })
    }

    /// Writes the draft, if the text is another one than the last written.
    fn keep(self, page: Page) {
        let Some(slot) = self.own.with_untracked(|own| own.slot.clone()) else { return };
        let Some(storage) = local() else { return };
        let last = self.own.with_untracked(|own| own.last.clone());
        // Of megabytes even the cut of the secrets takes time that can be seen.
        if page.body.peek(|body| body.text.len() > LARGEST) {
            if let Some((key, _)) = last {
                self.drop_draft(&storage, &key);
            }
            return self.tell_once(page, strings::DRAFT_TOO_LARGE);
        }
        let analysis = page.fresh();
        if analysis.is_bare() && analysis.text().trim().is_empty() {
            if let Some((key, _)) = last {
                self.drop_draft(&storage, &key);
            }
            return;
        }
        let cut = share::cut(&analysis);
        let setting = Setting {
            // What the body has told it tells again.
            api: page.edition.get_untracked(),
            inputs: page.inputs.get_untracked(),
            ..Setting::default()
        };
        let setting = Setting { tab: super::share::setting(page).tab, ..setting };
        let file = share::file(&setting, &cut.body);
        let key = [PREFIX, &slot, ":", analysis.edition.id].concat();
        if last.as_ref().is_some_and(|(own, said)| *own == key && *said == file) {
            return;
        }
        // As long as the body tells the edition, another one is the same draft still.
        if let Some((old, _)) = last.filter(|(old, _)| *old != key && analysis.detected) {
            self.drop_draft(&storage, &old);
        }
        if file.len() > LARGEST {
            self.drop_draft(&storage, &key);
            return self.tell_once(page, strings::DRAFT_TOO_LARGE);
        }
        let cut = if cut.left_out.is_empty() { "0" } else { "1" };
        let value = [&whole(Date::now()).to_string(), " ", cut, "\n", &file].concat();
        let (mut kept, mut size) = (1, value.len());
        for draft in all().into_iter().filter(|draft| draft.key != key) {
            kept += 1;
            size += draft.size;
            if kept > KEPT || size > ROOM {
                let _ = storage.remove_item(&draft.key);
            }
        }
        if storage.set_item(&key, &value).is_err() {
            self.drop_draft(&storage, &key);
            return self.tell_once(page, strings::NO_ROOM);
        }
        self.own.update_untracked(|own| {
            own.last = Some((key, file));
            own.told = false;
        });
        self.changed.set(());
    }

    fn drop_draft(self, storage: &Storage, key: &str) {
        let _ = storage.remove_item(key);
        self.own.update_untracked(|own| own.last = None);
        self.changed.set(());
    }

    fn tell_once(self, page: Page, words: clusterwright::diagnostic::Text) {
        let told = self.own.update_untracked(|own| std::mem::replace(&mut own.told, true));
        if !told {
            page.tell(words, Vec::new());
        }
    }
}

fn local() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

fn session() -> Option<Storage> {
    window().session_storage().ok().flatten()
}

/// Every draft, the latest first.
fn all() -> Vec<Draft> {
    let Some(storage) = local() else { return Vec::new() };
    let mut drafts: Vec<Draft> = Vec::new();
    for at in 0..storage.length().unwrap_or(0) {
        let Some(draft) = storage.key(at).ok().flatten().and_then(|key| read(&storage, key)) else {
            continue;
        };
        let place = drafts.partition_point(|other| other.written >= draft.written);
        drafts.insert(place, draft);
    }
    drafts
}

fn read(storage: &Storage, key: String) -> Option<Draft> {
    let (slot, api) = key.strip_prefix(PREFIX)?.split_once(':')?;
    let (slot, api) = (slot.to_owned(), edition::find(api)?);
    let (written, _, file) = value(storage, &key)?;
    Some(Draft { key, slot, api, written, time: time(written), mine: false, size: file.len() })
}

/// When a draft was written, whether something was cut out of it, and its file.
fn value(storage: &Storage, key: &str) -> Option<(i64, bool, String)> {
    let value = storage.get_item(key).ok().flatten()?;
    let (head, file) = value.split_once('\n')?;
    let (written, cut) = head.split_once(' ')?;
    Some((written.parse().ok()?, cut == "1", file.to_owned()))
}

/// A number of the browser's without its fraction.
#[expect(clippy::cast_possible_truncation, reason = "times and small random numbers")]
fn whole(number: f64) -> i64 {
    number as i64
}

/// A time of day; with the day, if that is another than today.
fn time(written: i64) -> String {
    #[expect(clippy::cast_precision_loss, reason = "times are far below what is exact")]
    let date = Date::new(&(written as f64).into());
    let two = |number: u32| [if number < 10 { "0" } else { "" }, &number.to_string()].concat();
    let day = |date: &Date| {
        [date.get_full_year().to_string(), two(date.get_month() + 1), two(date.get_date())]
            .join("-")
    };
    let clock = [two(date.get_hours()), two(date.get_minutes())].join(":");
    let own = day(&date);
    if own == day(&Date::new_0()) { clock } else { [own, clock].join(" ") }
}

/// The newest slot that no tab holds, held from here on; of those with a draft for an edition, if one is named.
async fn adopt(api: Option<&'static Edition>) -> Option<String> {
    locks()?;
    for draft in all() {
        if api.is_none_or(|api| api.id == draft.api.id) && hold(&draft.slot).await {
            return Some(draft.slot);
        }
    }
    None
}

/// The browser's locks, where it has them: in secure contexts.
fn locks() -> Option<(JsValue, Function)> {
    let locks = Reflect::get(&window().navigator(), &"locks".into()).ok()?;
    let request = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    Some((locks, request))
}

/// Holds a slot as long as the tab lives; tells whether no other does. Without locks every slot is as good as held.
async fn hold(slot: &str) -> bool {
    let Some((locks, request)) = locks() else { return true };
    let name: JsValue = [PREFIX, slot].concat().into();
    let answer = Promise::new(&mut |resolve, _| {
        let options = Object::new();
        let _ = Reflect::set(&options, &"ifAvailable".into(), &true.into());
        let refused = resolve.clone();
        // The lock is held until the promise that this gives is settled, which it never is.
        let granted = Closure::<dyn FnMut(JsValue) -> JsValue>::once(move |lock: JsValue| {
            let _ = resolve.call1(&JsValue::NULL, &lock.is_truthy().into());
            if lock.is_truthy() { Promise::new(&mut |_, _| {}).into() } else { JsValue::UNDEFINED }
        });
        let arguments = Array::of3(&name, &options, granted.as_ref());
        if Reflect::apply(&request, &locks, &arguments).is_err() {
            let _ = refused.call1(&JsValue::NULL, &true.into());
        }
        granted.forget();
    });
    JsFuture::from(answer).await.is_ok_and(|held| held.is_truthy())
}
