//! Pictures of a body: its address map and its cluster, as plain shapes on a sheet of whole pixels. Whoever shows them decides on
//! colours by the looks of the shapes; [`svg`] writes a file that stands alone.

mod map;
mod sketch;
mod svg;
mod words;

pub use map::{capacity, map};
pub use sketch::sketch;
pub use svg::{looks, svg};
pub use words::{Font, grouped, width, wrap};

/// A picture.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Picture {
    /// What its file is called, without the ending.
    pub file: &'static str,
    /// How wide the sheet is.
    pub width: i32,
    /// And how high.
    pub height: i32,
    /// What it shows.
    pub title: String,
    /// What is to be seen, in a sentence or two.
    pub about: String,
    /// What it is made of, in reading order.
    pub groups: Vec<Group>,
}

/// Shapes that are one thing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Group {
    /// The thing in words; empty for mere decoration.
    pub name: String,
    /// The pointer of the value it stands for, if the body writes it.
    pub goes: Option<String>,
    /// The shapes, the lowest first.
    pub shapes: Vec<Shape>,
}

/// A rectangle, or a line of words in one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shape {
    /// Where it lies.
    pub area: Area,
    /// How it looks: names with spaces between, of which [`svg`] knows every one.
    pub look: &'static str,
    /// The words; none for a rectangle.
    pub words: Option<String>,
}

/// A rectangle of whole pixels.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Area {
    /// Its left edge.
    pub x: i32,
    /// Its upper edge.
    pub y: i32,
    /// How wide it is.
    pub width: i32,
    /// How high it is.
    pub height: i32,
}

impl Area {
    const fn new(x: i32, y: i32, width: i32, height: i32) -> Self {
        Self { x, y, width, height }
    }
}

impl Shape {
    const fn plain(area: Area, look: &'static str) -> Self {
        Self { area, look, words: None }
    }

    /// Where the words of its area stand: how far below the upper edge.
    pub const fn baseline(&self) -> i32 {
        self.area.y + self.area.height - 4
    }
}

impl Group {
    fn new(name: String) -> Self {
        Self { name, goes: None, shapes: Vec::new() }
    }

    fn add(&mut self, area: Area, look: &'static str) {
        self.shapes.push(Shape::plain(area, look));
    }

    /// Adds words, wrapped to a width, on at most so many lines. Gives the height they take.
    fn write(
        &mut self,
        (x, y, room): (i32, i32, i32),
        look: &'static str,
        words: &str,
        most: usize,
    ) -> i32 {
        let mut height = 0;
        for line in wrap(words, room, words::font(look), most) {
            let area = Area::new(x, y + height, width(&line, words::font(look)), LINE);
            height += LINE;
            self.shapes.push(Shape { area, look, words: Some(line) });
        }
        height
    }
}

/// How high a line of words is.
const LINE: i32 = 17;
