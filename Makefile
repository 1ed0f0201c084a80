# Umiliki: everything a newcomer, a developer or the machine that checks needs to say.
SHELL := /bin/bash
PYTHON ?= python3
PORT ?= 8000
IN := .venv/bin
DEMO := UMILIKI_DEMO=yes UMILIKI_SECURE_COOKIES=no UMILIKI_DATA=var/demo

.PHONY: help demo test lint format bench bars lock words clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: .venv/runs ## Install, make the example county and serve it (PORT=8000)
	@$(DEMO) $(IN)/python -m flask --app wsgi demo --port $(PORT)

test: .venv/tests ## Run every test, on SQLite and PostgreSQL, and in a browser
	@$(IN)/python -m pytest -n 2 --dist worksteal $(ARGS)

lint: .venv/tests ## Format, style, types, floors
	$(IN)/ruff format --check . && $(IN)/ruff check . && $(IN)/mypy && $(IN)/lint-imports --no-cache

format: .venv/tests ## Put the code in the house's form
	$(IN)/ruff format . && $(IN)/ruff check --fix .

bench: .venv/tests ## Measure speed and memory as ratios of one run
	@failed=0; for file in tests/bench/bench_*.py; do $(IN)/python -m tests.bench.$$(basename $$file .py) || failed=1; done; exit $$failed

bars: .venv/tests ## The long runs: full counts, ten minutes of fuzzing a reader (about two hours)
	@BARS=full $(IN)/python -m pytest -n 2 --dist worksteal tests/house tests/bods tests/durability tests/register/actions/test_bar_c3_races.py tests/register/actions/test_bar_c3_at_once.py $(ARGS)

lock: .venv/made ## Pin all dependencies anew, with hashes
	$(IN)/pip install -q uv
	$(IN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --only-binary :all: --extra register --extra postgres --extra exports pyproject.toml -o requirements.lock
	$(IN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --only-binary :all: --no-binary pyspark --extra register --extra postgres --extra exports --extra spark --group test -c requirements.lock pyproject.toml -o requirements-test.lock
	$(IN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --only-binary :all: --group judges -o requirements-judges.lock

words: .venv/tests ## Collect the words on screen for the translators and compile their catalogues
	$(IN)/pybabel -q extract -F pyproject.toml -k _ -k N_ -o register/translations/umiliki.pot . && \
	$(IN)/pybabel -q update -i register/translations/umiliki.pot -d register/translations --no-fuzzy-matching && \
	$(IN)/pybabel -q compile -d register/translations

clean: ## Forget the installation and the demo's data
	rm -rf .venv var build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache

# Each mark is newer than its lock file when that lock is installed; nothing is asked of the network then.
.venv/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Umiliki needs Python 3.11 or newer; $(PYTHON) is older. Try: make PYTHON=python3.12 demo"; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "Python cannot make a virtual environment here. On Debian: apt install python3-venv"; exit 1; }
	@touch $@

.venv/runs: requirements.lock | .venv/made
	@echo "Installing what the register needs (once) ..."
	@$(IN)/python -m pip install -q --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.lock
	@touch $@

.venv/judges: requirements-judges.lock | .venv/made
	@$(PYTHON) -m venv --without-pip $@
	@$(IN)/python -m pip --python $@/bin/python install -q --disable-pip-version-check --require-hashes --only-binary :all: -r requirements-judges.lock
	@touch $@

.venv/tests: requirements.lock requirements-test.lock .venv/judges | .venv/made
	@echo "Installing what the tests need (once) ..."
	@$(IN)/python -m pip install -q --disable-pip-version-check --require-hashes --only-binary :all: --no-binary pyspark -r requirements-test.lock
	@touch $@ .venv/runs
