# Everything a stranger needs: `make demo` and `make test` set up what they use.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PYWB := .pywb

.PHONY: demo test check bench words lock pywb clean

demo: $(READY)
	$(BIN)/ketwatch demo --out demo

test: $(READY) check
	$(BIN)/pytest -q -n auto -rs

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY)
	$(BIN)/pytest -q tests/benchmarks -p no:randomly -o python_files='bench_*.py' -s

# Write the words of our expressions anew, after a change of any: a test compares.
words: $(READY)
	$(BIN)/python -m tests.parsers.write_known_words > parsers/known_words.new
	mv parsers/known_words.new parsers/known_words.json

# Write requirements.txt anew, every file with its hash and no host named.
lock: $(READY)
	CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet --extra dev --generate-hashes --allow-unsafe \
		--strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links \
		--output-file requirements.txt pyproject.toml

# A real web archive to test `ketwatch backfill` with, apart from our environment: it pins old libraries.
pywb: $(PYWB)/.ready

$(PYWB)/.ready: tests/tracker/archives/pywb.txt
	$(PYTHON) -m venv $(PYWB)
	$(PYWB)/bin/pip install -qq --disable-pip-version-check --require-hashes -r $<
	touch $@

clean:
	rm -rf $(VENV) $(PYWB) demo build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis

# Errors only: what a build backend remarks tells a stranger nothing.
# The project is used from its checkout: its top-level names are too general for a shared environment.
$(READY): requirements.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install -qq --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/pip install -qq --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $(READY)
