# make app    build what is missing and serve the explorer on http://localhost:8501 (PORT=... for another port)
# make test   install what the tests need and run all of them, the browser's included
# make check  lint, format, types, architecture
# make train  teach the reader with the annotated texts (2 cores: the time is in docs/reader.md)
# make bench  speed as ratios, side by side in one run
# make lock   renew the lock files after a change of the dependencies

PORT ?= 8501
STORE ?= .store
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)

.PHONY: app test check train bench lock store browser clean

app: store
	$(BIN)/karabakh serve $(STORE) --port $(PORT)

store: $(VENV)/.app
	$(BIN)/karabakh extract corpus/documents --out $(STORE) --replace --if-stale

test: $(VENV)/.dev browser
	$(BIN)/pytest -n 2 --dist loadfile

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/karabakh gazetteer check
	$(BIN)/karabakh lexicon check
	$(BIN)/karabakh corpus check

train: $(VENV)/.train
	$(BIN)/python -m extract.reader.training

bench: $(VENV)/.bench
	$(BIN)/python -m benchmarks

lock: $(VENV)/.dev
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-emit-find-links --no-header \
		--python-version 3.11 pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-emit-find-links --no-header \
		--python-version 3.11 --extra dev --extra bench -c requirements.lock pyproject.toml -o requirements-dev.lock

browser: $(VENV)/.dev
	@sh .ci/browser $(BIN)/python

clean:
	rm -rf $(VENV) $(STORE) build *.egg-info

$(VENV)/bin/pip:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer with venv and pip is needed (Debian: apt install python3-venv)."; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.app: $(VENV)/bin/pip requirements.lock pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.app requirements-dev.lock
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-dev.lock
	@touch $@

$(VENV)/.train: $(VENV)/.app
	$(BIN)/pip install --quiet --disable-pip-version-check --editable ".[train]"
	@touch $@

$(VENV)/.bench: $(VENV)/.dev
	@touch $@
