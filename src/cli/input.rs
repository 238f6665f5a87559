//! Files in and out.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use crate::diagnostic::{Locale, text};

/// The largest file that is taken in at all. The core says of anything past its own, smaller cap that it is too large.
const READ_CAP: u64 = 256 << 20;

/// The text of a file, or of standard input for `-`; or a sentence that says why there is none.
pub(super) fn read(path: &Path, locale: Locale) -> Result<String, String> {
    let mut bytes = Vec::new();
    let read = if is_stdin(path) {
        io::stdin().lock().take(READ_CAP + 1).read_to_end(&mut bytes)
    } else {
        File::open(path).and_then(|file| file.take(READ_CAP + 1).read_to_end(&mut bytes))
    };
    read.map_err(|error| error.to_string())?;
    if bytes.len() as u64 > READ_CAP {
        return Err(text("larger than 256 MiB", "超过 256 MiB").get(locale).to_owned());
    }
    // Without its mark, UTF-16 of plain letters is also valid UTF-8: every other byte is zero.
    if bytes.starts_with(b"\xff\xfe")
        || bytes.starts_with(b"\xfe\xff")
        || bytes.iter().take(2).any(|&byte| byte == 0)
    {
        return Err(text(
            "the text is UTF-16; save it as UTF-8",
            "文本为 UTF-16 编码，请另存为 UTF-8",
        )
        .get(locale)
        .to_owned());
    }
    String::from_utf8(bytes).map_err(|error| {
        let good = error.utf8_error().valid_up_to();
        let line = error.as_bytes()[..good].split(|&byte| byte == b'\n').count();
        let byte = error.as_bytes().get(good).copied().unwrap_or_default();
        match locale {
            Locale::En => format!("the text is not UTF-8: byte 0x{byte:02X} on line {line}"),
            Locale::Zh => format!("文本不是 UTF-8 编码：第 {line} 行的字节 0x{byte:02X}"),
        }
    })
}

/// Says why a file is none whose content could be replaced. A pipe or a device would become a file.
pub(super) fn replaceable(path: &Path, locale: Locale) -> Result<(), String> {
    let file = fs::metadata(path).map_err(|error| error.to_string())?;
    let special =
        text("not a regular file; --write leaves it alone", "不是普通文件，--write 不会改写");
    if file.is_file() { Ok(()) } else { Err(special.get(locale).to_owned()) }
}

/// Puts `text` in the place of a file's content: all of it or, if that fails, nothing. The file's permissions stay; a symbolic
/// link stays one. A file of several names (hard links) is written as it stands, for a new one would have one name only.
pub(super) fn replace(path: &Path, text: &str) -> io::Result<()> {
    let path = fs::canonicalize(path)?;
    let file = fs::metadata(&path)?;
    let permissions = file.permissions();
    // A rename needs no leave of the file itself, so this has to ask.
    if permissions.readonly() {
        return Err(io::Error::from(io::ErrorKind::PermissionDenied));
    }
    if is_shared(&file) {
        return overwrite(&path, text);
    }
    let beside = beside(&path);
    let result = private()
        .open(&beside)
        .and_then(|mut file| {
            file.write_all(text.as_bytes())?;
            file.set_permissions(permissions)?;
            file.sync_all()
        })
        .and_then(|()| fs::rename(&beside, &path));
    if result.is_err() {
        // What matters is the first error.
        let _ = fs::remove_file(&beside);
    }
    result
}

fn overwrite(path: &Path, text: &str) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).open(path)?;
    file.write_all(text.as_bytes())?;
    file.set_len(text.len() as u64)?;
    file.sync_all()
}

#[cfg(unix)]
fn is_shared(file: &fs::Metadata) -> bool {
    std::os::unix::fs::MetadataExt::nlink(file) > 1
}

#[cfg(not(unix))]
const fn is_shared(_: &fs::Metadata) -> bool {
    false
}

/// Whether a path stands for standard input.
pub(super) fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// A name in the same directory, so that renaming it stays on one file system.
fn beside(path: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{}.tmp", std::process::id()));
    path.with_file_name(name)
}

/// A new file that nobody else can read: the body may hold secrets, and its own permissions come later.
fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}
