//! Kubernetes versions as the documents write them: `v1.25`, `v1.17.17`, `v1.19.8-r0`, `1.16.9-aliyun.1`.

/// The numbers of a version. Missing parts are `None` and compare as "any".
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Version {
    /// The first number.
    pub major: u32,
    /// The second number.
    pub minor: u32,
    /// The third number, if written.
    pub patch: Option<u32>,
}

impl Version {
    /// Reads a version; a leading `v` and anything after `-` or `+` are passed over. `None` if it has no two numbers.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.strip_prefix(['v', 'V']).unwrap_or(text);
        let core = text.split(['-', '+']).next()?;
        let mut parts = core.split('.');
        let major = number(parts.next()?)?;
        let minor = number(parts.next()?)?;
        let patch = match parts.next() {
            Some(patch) => Some(number(patch)?),
            None => None,
        };
        parts.next().is_none().then_some(Self { major, minor, patch })
    }

    /// Whether it is older than `other`; `None` where the parts written do not tell (`v1.17` against `v1.17.17`).
    pub fn before(self, other: Self) -> Option<bool> {
        match (self.major, self.minor).cmp(&(other.major, other.minor)) {
            std::cmp::Ordering::Less => Some(true),
            std::cmp::Ordering::Greater => Some(false),
            std::cmp::Ordering::Equal => match (self.patch, other.patch) {
                (Some(own), Some(other)) => Some(own < other),
                (_, None) => Some(false),
                (None, Some(_)) => None,
            },
        }
    }
}

fn number(text: &str) -> Option<u32> {
    if text.is_empty() || text.len() > 6 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}
