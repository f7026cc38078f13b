# make            set everything up, then turn corpus/reports/ into outputs/
# make test       the tests
# make test-slow  the heavy tests
# make lint       types and style
# make bench      CPU cost of each stage beside the bare model
# make clean      remove outputs/
# make help       this list

MODEL  ?= en_core_web_md
INPUT  ?= corpus/reports
OUTPUT ?= outputs

VENV  := .venv
BIN   := $(VENV)/bin
STAMP := .make

# Set PYTHON=/path/to/python to choose the interpreter yourself.
PYTHON ?=
SOURCES := $(shell find pipeline schemas -type f ! -path '*/__pycache__/*' 2>/dev/null)
REPORTS := $(shell find $(INPUT) -print 2>/dev/null | sed 's/ /\\ /g')

# Setup does not compile what it installs; each module is compiled when it is first used, and that has to be kept.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := run
.DELETE_ON_ERROR:
.PHONY: run install test test-slow lint types style bench constraints clean help FORCE

run: $(STAMP)/run

# The stamp is newer than every report and source file after a run without errors; a second make has nothing to do.
$(STAMP)/run: $(STAMP)/install $(SOURCES) $(REPORTS) $(if $(wildcard $(OUTPUT)/run.json),,FORCE)
	@$(BIN)/civicspace extract $(INPUT) --output $(OUTPUT) --model $(MODEL)
	@touch $@

install: $(STAMP)/install

$(STAMP)/install: pyproject.toml constraints.txt pipeline/find-python.sh
	@python="$$(PYTHON='$(PYTHON)' sh pipeline/find-python.sh)" && \
	echo "setting up $(VENV) with $$python (once; some minutes)" && \
	"$$python" -m venv --clear $(VENV) && \
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: --no-compile -r constraints.txt && \
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@mkdir -p $(STAMP) && touch $@

test: $(STAMP)/install
	@$(BIN)/python -m pytest --quiet

# The heavy and timed tests alone; SLOW=short takes smaller inputs.
SLOW ?= full
test-slow: $(STAMP)/install
	@$(BIN)/python -m pytest --quiet --slow=$(SLOW) -m slow

lint: style types

style: $(STAMP)/install
	@$(BIN)/ruff check pipeline schemas tests

types: $(STAMP)/install
	@$(BIN)/mypy

# For maintainers: pins every dependency anew (needs uv on the path).
constraints:
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.12 --generate-hashes \
		--no-header --no-emit-index-url --quiet --upgrade --output-file constraints.txt

# CPU cost beside the bare model, stage by stage.
bench: $(STAMP)/install
	@$(BIN)/python tests/benchmarks/cost.py $(INPUT)

clean:
	rm -rf $(OUTPUT) $(STAMP)/run

help:
	@sed -n 's/^# make/make/p' Makefile
