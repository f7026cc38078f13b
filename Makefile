# make            set everything up, then turn corpus/reports/ into outputs/
# make test       the tests
# make test-slow  the heavy tests
# make lint       types and style
# make evaluate   outputs/ measured against corpus/gold/; AGAINST=other.jsonl compares with an earlier run
# make floors     raise tests/floors.toml to what is measured now
# make corpora    the stages on public corpora, beside other systems; DATA=folder says where those are (some minutes;
#                 ONLY=timex|quotes|events and LIMIT=documents make it shorter)
# make bench      CPU cost of each stage beside the bare model
# make clean      remove outputs/
# make help       this list

MODEL  ?= en_core_web_md
CORPUS ?= corpus
INPUT  ?= $(CORPUS)/reports
OUTPUT ?= outputs

VENV  := .venv
BIN   := $(VENV)/bin
INSTALLED := $(VENV)/.installed
# One stamp for what stands in the output folder: another model, input or output is another run.
slug = $(subst /,_,$(1))
RAN := .make/run.$(call slug,$(MODEL)).$(call slug,$(INPUT)).$(call slug,$(OUTPUT))

# Set PYTHON=/path/to/python to choose the interpreter yourself.
PYTHON ?=
SOURCES := $(shell find pipeline schemas -type f ! -path '*/__pycache__/*' 2>/dev/null)
REPORTS := $(shell find $(INPUT) -print 2>/dev/null | sed 's/ /\\ /g')

# Setup does not compile what it installs; each module is compiled when it is first used, and that has to be kept.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := run
.DELETE_ON_ERROR:
.PHONY: run install test test-slow lint types style evaluate floors corpora bench constraints clean help FORCE

run: $(RAN)

# The stamp is newer than every report and source file after a run without errors; a second make has nothing to do.
$(RAN): $(INSTALLED) $(SOURCES) $(REPORTS) $(if $(wildcard $(OUTPUT)/run.json),,FORCE)
	@$(BIN)/civicspace extract $(INPUT) --output $(OUTPUT) --model $(MODEL)
	@mkdir -p .make && rm -f .make/run.* && touch $@

install: $(INSTALLED)

$(INSTALLED): pyproject.toml constraints.txt pipeline/find-python.sh
	@python="$$(PYTHON='$(PYTHON)' sh pipeline/find-python.sh)" && \
	echo "setting up $(VENV) with $$python (once; some minutes)" && \
	"$$python" -m venv --clear $(VENV) && \
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: --no-compile -r constraints.txt && \
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

# Two processes: each loads the model, so more of them gain little.
test: $(INSTALLED)
	@$(BIN)/python -m pytest --quiet --numprocesses 2 --dist loadfile

# The heavy and timed tests alone; SLOW=short takes smaller inputs.
SLOW ?= full
test-slow: $(INSTALLED)
	@$(BIN)/python -m pytest --quiet --slow=$(SLOW) -m slow

lint: style types

style: $(INSTALLED)
	@$(BIN)/ruff check pipeline schemas tests
	@$(BIN)/ruff format --check --quiet pipeline schemas tests

types: $(INSTALLED)
	@$(BIN)/mypy

# Precision, recall and F1 of every layer; the tables are also in $(OUTPUT)/evaluation.md and .json.
AGAINST ?=
evaluate: $(RAN)
	@$(BIN)/civicspace evaluate $(OUTPUT)/reports.jsonl --corpus $(CORPUS) --output $(OUTPUT) \
		$(if $(AGAINST),--against $(AGAINST))

floors: $(RAN)
	@$(BIN)/civicspace evaluate $(OUTPUT)/reports.jsonl --corpus $(CORPUS) --output $(OUTPUT) --quiet \
		--raise-floors tests/floors.toml

# Public corpora are not part of the project; what isn't in the folder is skipped with a word.
DATA ?= data
ONLY ?=
LIMIT ?=
corpora: $(INSTALLED)
	@$(BIN)/python -m civicspace.evaluation.public $(DATA) --output $(OUTPUT) \
		$(if $(ONLY),--only $(ONLY)) $(if $(LIMIT),--limit $(LIMIT))

# For maintainers: pins every dependency anew (needs uv on the path).
constraints:
	uv pip compile pyproject.toml --extra dev --extra import --extra annotate --universal --python-version 3.12 --generate-hashes \
		--no-header --quiet --upgrade --output-file constraints.txt

# CPU cost beside the bare model, stage by stage.
bench: $(INSTALLED)
	@$(BIN)/python tests/benchmarks/cost.py $(INPUT)

clean:
	rm -rf $(OUTPUT) .make

help:
	@sed -n 's/^# make/make/p' Makefile
