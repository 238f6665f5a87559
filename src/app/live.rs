//! A value of the page that views follow.
//!
//! Leptos compiles the machinery of a signal once for every type of value, some two kilobytes each time. All values here are of one type
//! to it, and know their own.

use std::any::Any;
use std::cell::RefCell;
use std::marker::PhantomData;
use std::rc::Rc;

use leptos::prelude::{GetUntracked, LocalStorage, Notify, RwSignal, Track};

const GONE: &str = "the part of the page that reads it is there";

type Signal = RwSignal<Rc<dyn Any>, LocalStorage>;

/// A value that is followed where it is read, unless it says `untracked`. Lives as long as the part of the page that made it.
pub(crate) struct Live<T: 'static>(Signal, PhantomData<fn() -> T>);

impl<T> Clone for Live<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Live<T> {}

impl<T> Live<T> {
    /// With a first value.
    pub(crate) fn new(value: T) -> Self {
        Self(made(Rc::new(RefCell::new(value))), PhantomData)
    }

    /// The value.
    pub(crate) fn get(self) -> T
    where
        T: Clone,
    {
        self.track();
        self.get_untracked()
    }

    /// The value, once.
    #[inline(never)]
    pub(crate) fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }

    /// Reads the value.
    pub(crate) fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        self.track();
        self.with_untracked(read)
    }

    /// Reads the value, once.
    pub(crate) fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(&self.cell().expect(GONE).borrow())
    }

    /// Follows the value without reading it.
    pub(crate) fn track(self) {
        follow(self.0);
    }

    /// Another value.
    #[inline(never)]
    pub(crate) fn set(self, value: T) {
        self.update(|own| *own = value);
    }

    /// Changes the value. Nothing where the part of the page that made it is gone, for which timers and answers can come too late.
    pub(crate) fn update(self, change: impl FnOnce(&mut T)) {
        if let Some(cell) = self.cell() {
            change(&mut cell.borrow_mut());
            tell(self.0);
        }
    }

    /// Changes the value, and tells nobody.
    pub(crate) fn update_untracked<R>(self, change: impl FnOnce(&mut T) -> R) -> R {
        change(&mut self.cell().expect(GONE).borrow_mut())
    }

    fn cell(self) -> Option<Rc<RefCell<T>>> {
        seen(self.0)?.downcast().ok()
    }
}

#[inline(never)]
fn made(value: Rc<dyn Any>) -> Signal {
    RwSignal::new_local(value)
}

#[inline(never)]
fn seen(signal: Signal) -> Option<Rc<dyn Any>> {
    signal.try_get_untracked()
}

#[inline(never)]
fn follow(signal: Signal) {
    signal.track();
}

#[inline(never)]
fn tell(signal: Signal) {
    signal.notify();
}
