# Sourced by the scripts beside it: where things are, how they speak, how they find the page's tools.
# shellcheck shell=bash

set -euo pipefail
exec </dev/null # nothing here asks a question, and a closed stdin would hand its number to the next opened file

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
cache=${CLUSTERWRIGHT_CACHE:-${XDG_CACHE_HOME:-${HOME:?HOME is not set}/.cache}/clusterwright}
[ "${cache#/}" != "$cache" ] || cache=$PWD/$cache
wasm=wasm32-unknown-unknown

trunk_version=0.21.14
split_version=0.2.4 # of wasm_split_cli_support
# wasm-bindgen's command line and library must be of one version, to the digit.
bindgen_version=$(awk -F'"' '/^name = "wasm-bindgen"$/ { getline; print $2 }' "$root/Cargo.lock")

say() { printf 'clusterwright: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# one_at_a_time LOCK WHAT SCRIPT ARGUMENTS…: runs SCRIPT again while it holds LOCK, and says so when it has to wait.
# (`-o`: a process that a tool leaves behind must not keep the lock.) Where there is no flock nothing is locked.
one_at_a_time() {
  local lock=$1 what=$2
  shift 2
  [ "${CLUSTERWRIGHT_HOLDS-}" != "$lock" ] && have flock || return 0
  { mkdir -p "$(dirname "$lock")" && : >>"$lock"; } 2>/dev/null || fail "the folder $(dirname "$lock") cannot be written: make it writable, or set CLUSTERWRIGHT_CACHE to one that is."
  flock -n -o "$lock" true || say "Waiting for another terminal that $what."
  CLUSTERWRIGHT_HOLDS=$lock exec flock -o "$lock" "$@"
}

# True when the compiler found first on PATH has a standard library for wasm.
has_wasm_std() {
  local libraries
  libraries=$(cd "$root" && rustc --print target-libdir --target "$wasm" 2>/dev/null) || return 1
  compgen -G "$libraries/libstd-*.rlib" >/dev/null
}

# Debian's compiler with the standard library that tools/setup built for it; the package's version is part of the name
# because a library serves only the very compiler that built it.
debian_toolchain() {
  local version
  version=$(dpkg-query -W -f '${Version}' rustc-web 2>/dev/null) || return 1
  [ -n "$version" ] && printf '%s/rust-wasm-%s\n' "$cache" "${version//[^A-Za-z0-9.+-]/_}"
}

# encoded_flags FLAG…: as CARGO_ENCODED_RUSTFLAGS takes them, which alone among its kind can hold a path with a space.
encoded_flags() { local IFS=$'\x1f' && printf '%s' "$*"; }

# Puts what builds the page on PATH. Says nothing and fails not: the caller asks for what it needs.
use_page_tools() {
  local toolchain
  PATH=$cache/trunk-$trunk_version/bin:$cache/wasm-bindgen-cli-$bindgen_version/bin:$cache/wasm_split_cli_support-$split_version/bin:$root/node_modules/.bin:$PATH
  if ! has_wasm_std && toolchain=$(debian_toolchain) && [ -d "$toolchain" ]; then
    PATH=$toolchain/bin:$PATH
    # An outer choice of toolchain or compiler would win over PATH; clippy-driver asks SYSROOT instead of rustc.
    unset RUSTUP_TOOLCHAIN RUSTC CARGO
    export SYSROOT=$toolchain
  fi
  export PATH
}
