# What people run. Everything is installed into .venv; only the tests' browser goes into the system.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS += --no-print-directory
BIN := .venv/bin
# The words behind `make bench` are its parts, and nothing to make.
PARTS := $(if $(filter bench,$(firstword $(MAKECMDGOALS))),$(filter-out bench,$(MAKECMDGOALS)))

.PHONY: help setup setup-tools setup-tests lock demo test test-firefox check bench faults mutants apk clean

help:  ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-12s %s\n", $$1, $$2}' Makefile

setup:  ## the environment and the faces
	@.ci/setup

setup-tools:
	@.ci/setup --tools

setup-tests:
	@.ci/setup --tests

lock:  ## the versions and hashes anew, after a change of pyproject.toml (NEWER=1: the newest allowed)
	@PYTHON=$(if $(wildcard $(BIN)/python),$(BIN)/python,python3) .ci/make_lock $(if $(NEWER),--newer)

demo: setup  ## a server with sample data and a phone in the browser (PORT=8550 PHONE_PORT=8551)
	@exec $(BIN)/python -m server.sample --demo demo-data \
	    $(if $(PORT),--port $(PORT)) $(if $(PHONE_PORT),--phone-port $(PHONE_PORT))

check: setup-tools  ## lint, types, house rules, the doors, known holes in packages
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet . || { echo "Run: $(BIN)/ruff format ." >&2; exit 1; }
	@PYRIGHT_PYTHON_IGNORE_WARNINGS=1 $(BIN)/pyright
	@$(BIN)/pytest -q tests/house tests/security
	@$(BIN)/python .ci/audit

test: setup-tests  ## lint, types, house rules and every test
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet . || { echo "Run: $(BIN)/ruff format ." >&2; exit 1; }
	@PYRIGHT_PYTHON_IGNORE_WARNINGS=1 $(BIN)/pyright
	@$(BIN)/pytest -n 2 --dist loadscope --database postgres
	@$(BIN)/pytest -n 2 --dist loadscope

test-firefox: setup-tests  ## the browser tests once more, in Firefox
	@$(BIN)/python -m tests.browser.in_firefox

bench: setup-tests  ## the figures, as a table; `make bench intake BASE=<commit>`: one part of them
	@$(BIN)/python -m tests.bench $(PARTS)

faults: setup-tests  ## the long run of kills, power cuts, full disks and bad links
	@$(BIN)/python -m tests.faults $(if $(LENGTH),--length $(LENGTH)) $(if $(SEED),--seed $(SEED))

mutants: setup-tests  ## plants faults one by one; a test must find each
	@$(BIN)/python -m tests.faults.mutants

apk: setup  ## the Android package, on a machine with Flutter
	@.ci/apk

clean:  ## remove what was made here, not the demo's data
	@rm -rf .venv build output assets/fonts *.egg-info

ifneq ($(PARTS),)
.PHONY: $(PARTS)
$(PARTS):
	@:
endif
