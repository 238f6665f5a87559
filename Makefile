# The two to know: `make serve` and `make test`. Each installs what is missing (tools/setup) and takes seconds for it when nothing is.

PORT ?= 8080
setup := tools/setup
# Where rustup puts cargo; a shell that no login started may not know.
export PATH := $(PATH):$(HOME)/.cargo/bin

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help serve build test check browser-test docs bench screenshots setup clean

help: ## Lists these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' Makefile

serve: build ## Builds the page and serves it on 127.0.0.1:8080, or on a free port if that is taken (PORT=… for another)
	@exec node tools/serve.mjs --port $(PORT)

build: ## Builds the page into dist/: static files, ready to be hosted under any path
	@$(setup) page
	@tools/build-page

test: ## Runs every test: all of `make check`, then the browser tests
	@$(setup) page lint browser
	@$(MAKE) --no-print-directory check
	@$(MAKE) --no-print-directory browser-test

check: ## Everything but the browser: formatting, clippy, tests, documentation, the page's build and its size
	@$(setup) page lint
	cargo fmt --check
	cargo clippy --locked --all-targets -- -D warnings
	tools/with-page-tools cargo clippy --locked --profile page --target wasm32-unknown-unknown --features app --lib --bin page -- -D warnings
	cargo test --locked
	RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps --lib
	tools/build-page
	node tools/size.mjs --enforce

browser-test: ## Only the browser tests, on dist/ as it is
	@$(setup) browser
	node --test --test-reporter=spec tests/browser/*.test.mjs

docs: ## Writes what is made from the tables: docs/editions/, docs/rules/README.md, static/help/
	@$(setup) rust
	BLESS=1 cargo test --locked --test docs

bench: ## Measures: the core and the page against their peers, as ratios of one run
	@$(setup) page browser
	tools/bench

screenshots: build ## Takes pictures of the page
	@$(setup) browser
	node tests/browser/screenshots.mjs

setup: ## Installs everything that the other targets need
	@$(setup) page lint browser

clean: ## Removes what was built (not what was installed)
	rm -rf target dist test-results
