# make demo: build a graph of the articles in seeds/ · make test: every check · make help: the rest
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready

.PHONY: help setup demo docs test check format lint types layers pytest gate stores ontology clean

help: ## show the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(STAMP): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable . --group dev
	@touch $(STAMP)

setup: $(STAMP) ## make the virtual environment with everything in it

demo: $(STAMP) ## build, validate, query and export the articles in seeds/
	$(BIN)/kg build seeds --store demo/store --force
	$(BIN)/kg validate --store demo/store
	$(BIN)/kg query troop-numbers --store demo/store
	$(BIN)/kg export demo/graph.ttl --store demo/store
	$(BIN)/kg export demo/graph.jsonld --store demo/store

check: lint types layers ## format, lint, types, layers
test: $(STAMP) check pytest gate ## every check

format: $(STAMP) ## write the one format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
lint: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
types: $(STAMP)
	$(BIN)/mypy
layers: $(STAMP)
	$(BIN)/lint-imports
pytest: $(STAMP)
	$(BIN)/pytest -n auto --dist loadgroup

gate: $(STAMP) ## print what the gold says of the program, against its floors
	$(BIN)/python -m tests.gate

docs: $(STAMP) ## write docs/commands.md from the help, and the run in the README from what it prints
	$(BIN)/python -m kg.cli.manual > docs/commands.md
	$(BIN)/python -m tests.readme

stores: $(STAMP) ## install the triplestores of the tests, start each on a loopback port, stop it again
	$(BIN)/python -m tests.stores

ontology: $(STAMP) ## the ontology as pages for people, in build/ontology
	$(BIN)/python docs/make_ontology.py build/ontology

clean: ## remove what the targets made
	rm -rf $(VENV) demo kg-store .mypy_cache .ruff_cache .pytest_cache dist
