//! Elements, and what of them follows the signals.
//!
//! Leptos' `view!` makes types for every element it is given; the page's budget has no room for these. Here there is one type for all
//! elements, and three kinds of things that change: an attribute, a text, and a list of keyed elements.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::reactive::owner::Owner;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, EventTarget, Node};

/// An element that is being made.
pub(crate) struct El(Element);

/// A new element.
pub(crate) fn el(tag: &str) -> El {
    El(document().create_element(tag).expect("the tag is a valid name"))
}

/// A new element of a drawing.
pub(crate) fn draw(tag: &str) -> El {
    let space = Some("http://www.w3.org/2000/svg");
    El(document().create_element_ns(space, tag).expect("the tag is a valid name"))
}

impl El {
    /// The element itself.
    pub(crate) fn node(&self) -> &Element {
        &self.0
    }

    /// With an attribute.
    pub(crate) fn at(self, name: &str, value: &str) -> Self {
        set(&self.0, name, Some(value));
        self
    }

    /// With classes.
    pub(crate) fn class(self, names: &str) -> Self {
        self.at("class", names)
    }

    /// With an attribute that changes; nothing takes it away.
    pub(crate) fn bind(
        self,
        name: &'static str,
        value: impl Fn() -> Option<String> + 'static,
    ) -> Self {
        follow_attribute(&self.0, name, Box::new(value));
        self
    }

    /// With an attribute whose words change.
    pub(crate) fn name(self, name: &'static str, words: impl Fn() -> String + 'static) -> Self {
        self.bind(name, move || Some(words()))
    }

    /// With something to do at an event.
    pub(crate) fn on(self, event: &str, run: impl FnMut(Event) + 'static) -> Self {
        listen(&self.0, event, Box::new(run));
        self
    }

    /// With a text that stays.
    pub(crate) fn text(self, text: &str) -> Self {
        let _ = self.0.append_child(&document().create_text_node(text));
        self
    }

    /// With a text that changes.
    pub(crate) fn say(self, words: impl Fn() -> String + 'static) -> Self {
        follow_text(&self.0, Box::new(words));
        self
    }

    /// With a child.
    pub(crate) fn add(self, El(child): El) -> Self {
        let _ = self.0.append_child(&child);
        self
    }

    /// With children.
    pub(crate) fn adds(self, children: impl IntoIterator<Item = El>) -> Self {
        children.into_iter().fold(self, Self::add)
    }

    /// With a child for each key. An element lives, with all that follows the signals in it, as long as its key is there.
    pub(crate) fn list(
        self,
        keys: impl Fn() -> Vec<String> + 'static,
        make: impl Fn(&str) -> El + 'static,
    ) -> Self {
        keyed(&self.0, Box::new(keys), Box::new(make));
        self
    }

    /// With a child that is made anew when its key changes; none without a key.
    pub(crate) fn part(
        self,
        key: impl Fn() -> Option<String> + 'static,
        make: impl Fn(&str) -> El + 'static,
    ) -> Self {
        one_or_none(&self.0, Box::new(key), Box::new(make));
        self
    }

    /// With a child that is there or not.
    pub(crate) fn when(
        self,
        there: impl Fn() -> bool + 'static,
        make: impl Fn() -> El + 'static,
    ) -> Self {
        there_or_not(&self.0, Box::new(there), Box::new(make));
        self
    }
}

// What follows the signals, once for all closures.

fn follow_attribute(element: &Element, name: &'static str, value: Box<dyn Fn() -> Option<String>>) {
    let element = element.clone();
    let mut last = None;
    effect(Box::new(move || {
        let value = value();
        if value != last {
            set(&element, name, value.as_deref());
            last = value;
        }
    }));
}

fn follow_text(parent: &Element, words: Box<dyn Fn() -> String>) {
    let node = document().create_text_node("");
    let _ = parent.append_child(&node);
    let mut last = String::new();
    effect(Box::new(move || {
        let words = words();
        if words != last {
            node.set_data(&words);
            last = words;
        }
    }));
}

fn one_or_none(
    parent: &Element,
    key: Box<dyn Fn() -> Option<String>>,
    make: Box<dyn Fn(&str) -> El>,
) {
    keyed(parent, Box::new(move || key().into_iter().collect()), make);
}

fn there_or_not(parent: &Element, there: Box<dyn Fn() -> bool>, make: Box<dyn Fn() -> El>) {
    one_or_none(parent, Box::new(move || there().then(String::new)), Box::new(move |_| make()));
}

/// An attribute that is there or not.
pub(crate) fn flag(there: bool) -> Option<String> {
    there.then(String::new)
}

/// An attribute that says `true` or `false`.
pub(crate) fn truth(truth: bool) -> String {
    if truth { "true" } else { "false" }.to_owned()
}

/// Runs at once, and again whenever a signal it read has changed.
pub(crate) fn effect(mut run: Box<dyn FnMut()>) {
    StoredValue::new_local(RenderEffect::new(move |_| run()));
}

/// Runs something at every such event, as long as the part of the page that asked for it lives.
pub(crate) fn listen(target: &EventTarget, event: &str, run: Box<dyn FnMut(Event)>) {
    let listener = Closure::wrap(run);
    let _ = target.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
    StoredValue::new_local(listener);
}

/// Does something at every such event anywhere in an element, before what it happens in knows of it.
pub(crate) fn listen_first(target: &EventTarget, event: &str, run: Box<dyn FnMut(Event)>) {
    let listener = Closure::wrap(run);
    let _ = target.add_event_listener_with_callback_and_bool(
        event,
        listener.as_ref().unchecked_ref(),
        true,
    );
    StoredValue::new_local(listener);
}

/// The value of the control that an event is about.
pub(crate) fn value(event: &Event) -> String {
    let target = event.target();
    let value = target.and_then(|target| js_value(&target));
    value.unwrap_or_default()
}

fn js_value(target: &EventTarget) -> Option<String> {
    if let Some(area) = target.dyn_ref::<web_sys::HtmlTextAreaElement>() {
        Some(area.value())
    } else if let Some(input) = target.dyn_ref::<web_sys::HtmlInputElement>() {
        Some(input.value())
    } else {
        Some(target.dyn_ref::<web_sys::HtmlSelectElement>()?.value())
    }
}

fn set(element: &Element, name: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

struct Child {
    key: String,
    owner: Owner,
    element: Element,
}

/// Keeps children in step with their keys, from here on.
fn keyed(parent: &Element, keys: Box<dyn Fn() -> Vec<String>>, make: Box<dyn Fn(&str) -> El>) {
    let end: Node = document().create_comment("").into();
    let _ = parent.append_child(&end);
    let parent = parent.clone();
    let outer = Owner::current().unwrap_or_default();
    let children: Rc<RefCell<Vec<Child>>> = Rc::default();
    effect(Box::new(move || {
        let keys = keys();
        let mut old = std::mem::take(&mut *children.borrow_mut());
        let same =
            old.len() == keys.len() && old.iter().zip(&keys).all(|(child, key)| child.key == *key);
        if same {
            *children.borrow_mut() = old;
            return;
        }
        let mut new = Vec::with_capacity(keys.len());
        // Most often the rest of the keys is in the old order: what is found first is looked for first.
        for key in keys {
            let child = if let Some(at) = old.iter().position(|child| child.key == key) {
                old.remove(at)
            } else {
                let owner = outer.with(Owner::new);
                let element = owner.with(|| untrack(|| make(&key))).0;
                Child { key, owner, element }
            };
            new.push(child);
        }
        for child in old {
            child.element.remove();
            child.owner.cleanup();
        }
        let mut next = end.clone();
        for child in new.iter().rev() {
            if child.element.next_sibling().as_ref() != Some(&next)
                || child.element.parent_node().is_none()
            {
                let _ = parent.insert_before(&child.element, Some(&next));
            }
            next = child.element.clone().into();
        }
        *children.borrow_mut() = new;
    }));
}
