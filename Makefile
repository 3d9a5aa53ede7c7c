# One command per intent; `make help` lists them. Each does its own set-up and can be interrupted and run again.
# Settings: PORT=8080 and every GEOMAP_* variable, in the environment or on the command line of make.

PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	command -v $$python >/dev/null 2>&1 && \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $$python && break; done)
VENV := .venv
BIN := $(VENV)/bin
NODE := $(BIN)/python scripts/node_tools.py
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet
# Only what the lock files name, as wheels, checked by hash: nothing is built and nothing is resolved here.
PIP_LOCKED := $(PIP) --require-hashes --no-deps --only-binary :all:
VENDOR := geomap/static/vendor/manifest.json
# Which part of the tests `make test` runs, for people at work: make test TESTS=tests/unit
TESTS ?=
# On all cores, up to four, and each file by one process; a few tests are quicker in one: make test WORKERS= TESTS=...
WORKERS ?= --numprocesses=auto --maxprocesses=4 --dist=loadscope
# Node.js 20 takes folders here and newer ones take patterns; both take a list of files.
PAGE_TESTS = $(shell find tests/frontend -name '*.test.js' -o -name '*.test.mjs' | sort)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test check bench bench-peers screenshots install clean \
	environment vendor browser format lock check-python check-page test-python test-page

help: ## List what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: install ## Serve the map on http://127.0.0.1:8000 (PORT=8080 for another port)
	@exec $(BIN)/geomap serve

test: test-page test-python ## Run all tests: page, service, browser, packaging

check: check-python check-page ## Check format, lint and types of Python and of the page

bench: environment vendor browser ## Measure ourselves against the budgets
	@$(BIN)/python -m bench.run

bench-peers: environment vendor browser ## Measure ourselves against our peers, as ratios
	@$(BIN)/python -m bench.run_peers
	@$(BIN)/python -m bench.run_api_peers
	@$(BIN)/python -m bench.run_page_peers

screenshots: environment vendor browser ## Take the views that matter at three widths, into screenshots/
	@$(BIN)/python -m scripts.screenshots --views screenshots

install: $(VENV)/.installed $(VENDOR) ## Make .venv/bin/geomap and the files of the page
	@:

clean: ## Remove everything that make has made
	rm -rf $(VENV) .venv-peers node_modules geomap/static/vendor dist build
	rm -rf .mypy_cache .pytest_cache .ruff_cache .hypothesis test-results screenshots
	find geomap gazetteer tests scripts bench -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

# ------------------------------------------------------------------ set-up
# A stamp is written last, so an interrupted step is done again. The two Python stamps share one environment:
# the one for development includes the other.

$(VENV)/.created:
	@test -n "$(PYTHON)" || { echo "geomap needs Python 3.11 or newer; none was found on PATH." >&2; exit 1; }
	@rm -rf $(VENV)
	@$(PYTHON) -m venv $(VENV) || { echo "Python's venv module is missing (Debian: apt install python3-venv)." >&2; \
		rm -rf $(VENV); exit 1; }
	@touch $@

$(VENV)/.locked: requirements.lock requirements-build.lock | $(VENV)/.created
	@echo "Installing the locked Python packages..."
	@$(PIP_LOCKED) -r requirements.lock -r requirements-build.lock
	@touch $@

$(VENV)/.installed: pyproject.toml $(VENV)/.locked
	@$(PIP) --no-deps --no-build-isolation --no-index --editable .
	@touch $@

$(VENV)/.developed: requirements-dev.lock $(VENV)/.installed
	@echo "Installing the locked development tools..."
	@$(PIP_LOCKED) -r requirements-dev.lock
	@touch $@

# `npm ci` removes node_modules first, so the stamps inside it can never outlive what they stand for.
node_modules/.installed: package.json package-lock.json .npmrc scripts/node_tools.py | $(VENV)/.created
	@echo "Installing the libraries of the page..."
	@$(NODE) npm ci --omit=dev --ignore-scripts --loglevel=error
	@touch $@

node_modules/.developed: package.json package-lock.json .npmrc scripts/node_tools.py | $(VENV)/.created
	@echo "Installing the libraries of the page and the tools that check it..."
	@$(NODE) npm ci --ignore-scripts --loglevel=error
	@touch node_modules/.installed $@

# The libraries are taken from whichever installation is there; only without one, from the smaller.
$(VENDOR): scripts/vendor.py package-lock.json $(if $(wildcard node_modules/.developed),node_modules/.developed,node_modules/.installed)
	@$(BIN)/python scripts/vendor.py

environment: $(VENV)/.developed

vendor: $(VENDOR)

browser: $(VENV)/.developed
	@$(BIN)/python scripts/browser.py --install >/dev/null

# ------------------------------------------------------------ tests, checks

test-page: node_modules/.developed $(VENDOR)
	$(NODE) node --test $(PAGE_TESTS)

test-python: environment node_modules/.developed vendor browser
	$(BIN)/python -m pytest $(WORKERS) $(TESTS)

check-python: environment
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

check-page: node_modules/.developed
	$(NODE) eslint .
	$(NODE) tsc --project tsconfig.json
	$(NODE) stylelint "geomap/static/css/**/*.css"

format: environment
	$(BIN)/ruff check --fix --exit-zero .
	$(BIN)/ruff format .

# Write every lock file anew. The tool that does it is the one thing here that is not locked.
lock: $(VENV)/.created
	@$(PIP) 'uv>=0.9'
	@scripts/lock.sh $(BIN)/uv $(NODE) npm
