# Needs Python 3.11 or newer and make; everything else goes into .venv.
#   PORT=8000        the port of `make serve`
#   PYTHON=...       the interpreter that .venv is made with
#   PYTEST_FLAGS=... passed on to pytest by `make test`
#   PYTEST_WORKERS=... how many processes run the tests (auto: one for each core, at most 4)
#   ACCURACY_FLAGS=... passed on by `make accuracy`
#   RELEVANCE_FLAGS=... passed on by `make relevance`
#   CHROMIUM=...     the browser for the browser tests
#   UPGRADE=1        lets `make lock` move every pin to its newest release

PORT ?= 8000
PYTEST_FLAGS ?=
PYTEST_WORKERS ?= auto
ACCURACY_FLAGS ?=
RELEVANCE_FLAGS ?=

ifdef PYTHON
export PYTHON
endif
ifdef CHROMIUM
export CHROMIUM
endif
ifdef UPGRADE
export UPGRADE
endif

.DEFAULT_GOAL := help
.PHONY: help install install-dev serve test lint bench fuzz accuracy relevance api-check screenshots technology-sources learned-titles learned-names learned-employers lock clean

help:  ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## /\1	/p' Makefile | while IFS='	' read -r name text; do printf '  make %-12s %s\n' "$$name" "$$text"; done

install:  ## Make .venv with the locked libraries and careergraph
	@tools/install.sh run

install-dev:  ## The same, with the tools for tests and checks
	@tools/install.sh dev

serve: install  ## Build content/ into .careergraph and serve it (PORT=8000)
	@echo "careergraph: http://127.0.0.1:$(PORT)  (Ctrl-C stops)"
	@.venv/bin/careergraph serve content --port "$(PORT)"

test: install-dev  ## Run all tests, in a browser too
	@tools/install_for_tests.sh
	@.venv/bin/python -m pytest --numprocesses $(PYTEST_WORKERS) --maxprocesses 4 --dist worksteal $(PYTEST_FLAGS)

lint: install-dev  ## Check style (ruff) and types (mypy)
	@.venv/bin/ruff check .
	@.venv/bin/mypy

bench: install  ## Measure speed
	@.venv/bin/python -m benchmarks

fuzz: install  ## Look for text that makes reading slow, fail or lie (takes minutes)
	@.venv/bin/python -m benchmarks.fuzz

accuracy: install-dev  ## Measure how well held-back documents are read (ACCURACY_FLAGS=--verbose)
	@.venv/bin/python -m benchmarks.accuracy --floors $(ACCURACY_FLAGS)

relevance: install  ## Measure how good hits are for judged queries (RELEVANCE_FLAGS=--verbose)
	@.venv/bin/python -m benchmarks.relevance --floors $(RELEVANCE_FLAGS)

api-check: install-dev  ## Try the JSON API by its own description (schemathesis)
	@.venv/bin/python -m tools.api_check

screenshots: install-dev  ## Take the pictures in docs/ anew
	@tools/install_for_tests.sh
	@.venv/bin/python -m tools.screenshots

technology-sources: install  ## Compare technologies.yaml with two public lists (needs npm and a network)
	@.venv/bin/python -m tools.technology_sources

learned-titles:  ## Learn anew which lines name works, in an environment of its own (LEARN_FLAGS=--folds 8)
	@tools/learn.sh titles $(LEARN_FLAGS)

learned-names:  ## Learn anew which name on a page is its author's (LEARN_FLAGS=--folds 8)
	@tools/learn.sh names $(LEARN_FLAGS)

learned-employers:  ## Learn anew which names on a page are employers' (LEARN_FLAGS=--folds 8)
	@tools/learn.sh employers $(LEARN_FLAGS)

lock:  ## Write the lock files anew from setup.cfg (UPGRADE=1: newest releases)
	@tools/lock.sh

clean:  ## Remove .venv, the built store and all caches
	rm -rf .venv .careergraph build dist careergraph.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
