# `make site` shows the site, `make test` checks everything; each sets up what it needs first.

PYTHON ?= python3
BIN := .venv/bin
PORT ?= 8000
# MkDocs 1.6 and Material announce the end of their lives at every build; this
# project keeps all logic out of them, so the announcement only hides what matters.
export NO_MKDOCS_2_WARNING = 1

.PHONY: help site test coverage lint bench lock setup programs clean

help:
	@echo "make site   set up, build the site, serve it on localhost"
	@echo "make test   set up, run every test"
	@echo "make coverage   the same, and say which lines no test runs"
	@echo "make lint   set up, run formatter, linter, type checker, import contracts"
	@echo "make bench  set up, run the benchmarks"
	@echo "make lock   resolve the dependencies anew into requirements/"

site: setup
	@$(BIN)/mkdocs build --strict
	@echo "Gazette: the site is at http://127.0.0.1:$(PORT)/ (stop with Ctrl+C)"
	@$(BIN)/mkdocs serve --dev-addr 127.0.0.1:$(PORT)

# A file's tests stay on one core: they share a built site, a browser, an office program.
TESTS := $(BIN)/pytest --numprocesses=auto --dist=loadfile

test: setup programs
	$(TESTS)

coverage: setup programs
	$(TESTS) --cov --cov-report=term:skip-covered

lint: setup
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

bench: .venv/bench
	$(BIN)/python tests/benchmarks

# The files hold no address of a registry, and do not depend on the machine they were made on. They
# name extras ("coverage[toml]"): without, older pips refuse the file once a newer release is out.
LOCK := $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-strip-extras \
  --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" --python-version 3.11

lock: setup
	$(LOCK) --output-file requirements/site.txt pyproject.toml
	$(LOCK) --group dev --output-file requirements/dev.txt pyproject.toml
	$(LOCK) --group bench --constraints requirements/dev.txt --output-file requirements/bench.txt

setup: .venv/installed

.venv/installed: requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Gazette needs Python 3.11 or newer: make PYTHON=python3.11 ...")'
	$(PYTHON) -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

.venv/bench: requirements/bench.txt .venv/installed
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/bench.txt
	@touch $@

programs: setup
	@.ci/install-programs $(BIN)/playwright

clean:
	rm -rf .venv site .cache .coverage
