# The verbs of this repository. `make` alone lists them.
#
# Variables:
#   PG_CONFIG=path   the PostgreSQL to build against (default: the newest of the distribution)
#   ONLY=name        the tests that `test` and `e2e` run, by a part of their names (default: all)
#   TESTS="a b"      the regression files that `test`, `regress` and `accept` take (default: all)
#   BENCH="a b"      the cases that `bench` runs (default: all; BENCH=--help lists them)
#   FRESH=1          `db` and `psql` throw the development cluster away and start over
#   FUZZ_SECONDS=60  how long `fuzz` runs each of its targets
#   YES=1            `install` does not ask
#   CHROMIUM=path    the browser of `e2e` (default: /usr/bin/chromium)

FUZZ_SECONDS ?= 60

# Keep equal: here, and in Cargo.toml.
PGRX_VERSION := 0.18.1

S3S_FS_VERSION := 0.14.1

CARGO_FUZZ_VERSION := 0.13.2

PGSPOT_VERSION := 0.9.4

# OpenTimelineIO with what reads the lists of editors, and two readers of subtitles.
PARSERS := opentimelineio==0.18.1 otio-cmx3600-adapter==1.0.0 otio-fcpx-xml-adapter==1.0.0 webvtt-py==0.6.0 srt==3.5.3

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

TARGET := $(CURDIR)/target
TOOLS := $(TARGET)/tools
CARGO_PGRX := $(TOOLS)/bin/cargo-pgrx
S3S_FS := $(TOOLS)/bin/s3s-fs
PGSPOT := $(TOOLS)/pgspot

# Shell text and not values: the answers exist first when the prerequisites do.
PRIVATE_PG = $$(.ci/private_postgresql "$$(.ci/pg_config)" $(TARGET)/postgresql)
WITH_PRIVATE_PG = SHARE_PG_CONFIG=$(PRIVATE_PG); export SHARE_PG_CONFIG;
MAJOR = $$("$$(.ci/pg_config)" --version | sed -E 's/[^0-9]*([0-9]+).*/\1/')
FEATURE = pg_share/pg$(MAJOR)

# Cargo is to use the machine's processors, not to wait for a make that shares none with it.
unexport MAKEFLAGS MFLAGS
export PG_CONFIG CHROMIUM
# Most tests wait for a server most of their time.
export RUST_TEST_THREADS ?= $(shell echo $$((2 * $$(nproc))))
export CARGO_TARGET_DIR := $(TARGET)
export PGRX_HOME := $(TARGET)/pgrx
# With it pgrx builds with the flags of every other cargo call, so nothing is compiled twice.
export CARGO_PGRX_DISABLE_GC_SECTIONS_WORKAROUND := 1

.PHONY: help demo test e2e bench fuzz lint check regress accept db db-stop psql install clean
.PHONY: prerequisites test-prerequisites e2e-prerequisites postgresql cargo-pgrx cargo-fuzz s3s-fs pgspot parsers players extension

help:
	@sed -nE 's/^([a-z0-9-]+):.*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

demo: extension ## share a real film from a private PostgreSQL and play it from a stock nginx
	@cargo build --quiet --package share_tui
	@$(WITH_PRIVATE_PG) cargo run --quiet --package share_tests --bin demo
	@.ci/settled $(TARGET)

# A release build in a PostgreSQL of its own, beside the one of the tests; servers, results and packages lie there too.
bench: cargo-pgrx ## measure CPU time beside others who do the same; BENCH="a b" chooses cases
	@pg_config=$$(.ci/private_postgresql "$$(.ci/pg_config)" $(TARGET)/bench/postgresql); \
	.ci/install_extension "$(CARGO_PGRX)" "$$pg_config" release; \
	cargo build --release --package share_tests --package share_tui --bin bench --bin share_tui; \
	SHARE_PG_CONFIG=$$pg_config CARGO_TARGET_DIR=$(TARGET)/bench $(TARGET)/release/bench $(BENCH)
	@.ci/settled $(TARGET)/bench

test: s3s-fs pgspot parsers extension ## run every test: the pure parts, the server's, the regression files
	@cargo build --package share_tui
	@$(WITH_PRIVATE_PG) SHARE_REGRESS="$(TESTS)" cargo test --no-fail-fast --package share_core --package share_connect --package share_tui --package share_tests -- $(ONLY)
	@.ci/settled $(TARGET)

fuzz: cargo-fuzz ## feed tokens, playlists and deliveries with what a fuzzer finds (needs a nightly compiler)
	@.ci/fuzz $(TOOLS)/bin/cargo-fuzz $(TARGET)/fuzz $(FUZZ_SECONDS)

e2e: s3s-fs extension players ## play the demo film in real players, with URLs that SQL has signed
	@$(WITH_PRIVATE_PG) cargo test --package share_tests --test e2e -- --nocapture --test-threads=1 $(ONLY)
	@.ci/settled $(TARGET)

lint: postgresql cargo-pgrx ## check format, lints, documentation and the SQL files
	@cargo fmt --all --check
	@cargo clippy --workspace --all-targets --features "$(FEATURE)" -- -D warnings
	@cargo clippy --package share_tests --test e2e -- -D warnings
	@RUSTDOCFLAGS="-D warnings" cargo doc --workspace --no-deps --document-private-items --features "$(FEATURE)"
	@if grep -rnE --include='*.sql' $$'\t|[ \t]+$$' sql; then echo "sql/ has tabs or trailing blanks (above)" >&2; exit 1; fi

check: lint test ## lint and test: what a pull request must pass

regress: extension ## run the regression files, or those of TESTS="a b"
	@$(WITH_PRIVATE_PG) SHARE_REGRESS="$(TESTS)" cargo test --package share_tests --test regress
	@.ci/settled $(TARGET)

accept: ## show how the last regression results differ and take them as expected
	@tests/regress/accept $(TESTS)

db: extension ## start or reuse the development cluster and print its URI
	@$(WITH_PRIVATE_PG) cargo run --quiet --package share_tests --bin db -- start $(if $(FRESH),--fresh)

db-stop: ## stop the development cluster, keeping its data
	@if [[ -x $(TARGET)/debug/db ]]; then $(TARGET)/debug/db stop; fi

psql: extension ## open psql on the development cluster
	@$(WITH_PRIVATE_PG) uri=$$(cargo run --quiet --package share_tests --bin db -- start $(if $(FRESH),--fresh)); \
	exec "$$(dirname "$$SHARE_PG_CONFIG")/psql" "$$uri"

install: prerequisites cargo-pgrx ## build for release and install into the PostgreSQL of PG_CONFIG (asks; YES=1 answers)
	@YES="$(YES)" CARGO_PGRX="$(CARGO_PGRX)" .ci/install

clean: ## stop the development cluster and remove everything generated
	@if [[ -x $(TARGET)/debug/db ]]; then $(TARGET)/debug/db remove; fi
	@rm -rf $(TARGET)

# What the verbs stand on.

prerequisites:
	@.ci/prerequisites

test-prerequisites: prerequisites
	@.ci/prerequisites --tests

e2e-prerequisites: prerequisites
	@.ci/prerequisites --e2e

postgresql: prerequisites
	@$(WITH_PRIVATE_PG)

# Its own target folder goes away again: the program is all that is needed of it.
cargo-pgrx: postgresql
	@if [[ $$("$(CARGO_PGRX)" pgrx --version 2>/dev/null) != "cargo-pgrx $(PGRX_VERSION)" ]]; then \
		echo "installing cargo-pgrx $(PGRX_VERSION) to target/tools, once" >&2; \
		CARGO_TARGET_DIR="$(TOOLS)/build" cargo install cargo-pgrx --version "=$(PGRX_VERSION)" --locked --no-default-features --force --root "$(TOOLS)" >&2; \
		rm -rf "$(TOOLS)/build"; \
	fi
	@$(WITH_PRIVATE_PG) \
	if ! grep -qsF "\"$$SHARE_PG_CONFIG\"" "$(PGRX_HOME)/config.toml"; then \
		mkdir -p "$(PGRX_HOME)"; \
		"$(CARGO_PGRX)" pgrx init --no-run "--pg$(MAJOR)" "$$SHARE_PG_CONFIG" >&2; \
	fi

# The server of buckets that the tests present signed URLs to.
s3s-fs: test-prerequisites
	@if [[ $$("$(S3S_FS)" --version 2>/dev/null) != "s3s-fs $(S3S_FS_VERSION)" ]]; then \
		echo "installing s3s-fs $(S3S_FS_VERSION) to target/tools, once" >&2; \
		CARGO_TARGET_DIR="$(TOOLS)/build-s3s-fs" cargo install s3s-fs --version "=$(S3S_FS_VERSION)" --features binary --locked --force --root "$(TOOLS)" >&2; \
		rm -rf "$(TOOLS)/build-s3s-fs"; \
	fi

# The linter of extensions' scripts; it asks for the parser of one version.
pgspot: test-prerequisites
	@if [[ $$("$(PGSPOT)/bin/pgspot" --version 2>/dev/null) != *" $(PGSPOT_VERSION)" ]]; then \
		echo "installing pgspot $(PGSPOT_VERSION) to target/tools, once" >&2; \
		rm -rf "$(PGSPOT)"; \
		/usr/bin/python3 -m venv "$(PGSPOT)"; \
		"$(PGSPOT)/bin/pip" install --quiet --disable-pip-version-check --timeout 20 --retries 1 "pgspot==$(PGSPOT_VERSION)" >&2; \
	fi

# What opens exports in the tests; setuptools is what these releases import or are built with.
parsers: test-prerequisites
	@if [[ $$(cat "$(TOOLS)/parsers/installed" 2>/dev/null) != "$(PARSERS)" ]]; then \
		echo "installing $(PARSERS) to target/tools, once" >&2; \
		rm -rf "$(TOOLS)/parsers"; \
		/usr/bin/python3 -m venv "$(TOOLS)/parsers"; \
		"$(TOOLS)/parsers/bin/pip" install --quiet --disable-pip-version-check --timeout 20 --retries 1 --use-pep517 $(PARSERS) >&2; \
		echo "$(PARSERS)" >"$(TOOLS)/parsers/installed"; \
	fi

cargo-fuzz:
	@if [[ $$("$(TOOLS)/bin/cargo-fuzz" --version 2>/dev/null) != "cargo-fuzz $(CARGO_FUZZ_VERSION)" ]]; then \
		echo "installing cargo-fuzz $(CARGO_FUZZ_VERSION) to target/tools, once" >&2; \
		CARGO_TARGET_DIR="$(TOOLS)/build" cargo install cargo-fuzz --version "=$(CARGO_FUZZ_VERSION)" --locked --force --root "$(TOOLS)" >&2; \
		rm -rf "$(TOOLS)/build"; \
	fi

# The players, and what drives the browser.
players: e2e-prerequisites
	@tests/e2e/fetch $(TARGET)/e2e

extension: cargo-pgrx
	@$(WITH_PRIVATE_PG) .ci/install_extension "$(CARGO_PGRX)" "$$SHARE_PG_CONFIG"
