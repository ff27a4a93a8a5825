# Targets of the Python client. What it needs goes into .tools/python.

CLIENTS += python
GENERATED += clients/python/src/parley/_gen clients/python/src/parley/types clients/python/src/parley/blocking

PYTHON ?= python3
PYTHON_TOOLS := $(CURDIR)/.tools/python
PYTHON_BIN := $(PYTHON_TOOLS)/bin

# The virtual environment of all tools. The stamp is newer than the list of what is in it.
$(PYTHON_TOOLS)/stamp: clients/python/requirements.txt
	$(call need,$(PYTHON),python3 python3-venv)
	rm -rf $(PYTHON_TOOLS)
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10) and "Python 3.10 or later is needed, set PYTHON")'
	$(PYTHON) -m venv $(PYTHON_TOOLS)
	$(PYTHON_BIN)/pip install --quiet --disable-pip-version-check --requirement $<
	touch $@

.PHONY: generate-python
generate-python: $(BUF) $(PYTHON_TOOLS)/stamp
	# What Python has compiled for itself is not part of the comparison with freshly generated files.
	find clients/python/src -name __pycache__ -prune -exec rm -r {} +
	$(BUF) generate --template clients/python/buf.gen.yaml --output $(OUT)
	$(PYTHON_BIN)/python clients/python/generator/blocking.py clients/python/src/parley/aio $(OUT)/clients/python/src/parley/blocking

.PHONY: lint-python
lint-python: $(PYTHON_TOOLS)/stamp
	cd clients/python
	$(PYTHON_BIN)/ruff check
	$(PYTHON_BIN)/ruff format --check
	$(PYTHON_BIN)/mypy

.PHONY: check-python
check-python: lint-python
	cd clients/python
	PYTHONPATH=src $(PYTHON_BIN)/pytest -m 'not broker'

.PHONY: test-python
test-python: build lint-python
	cd clients/python
	PYTHONPATH=src BROKER_BINARY=$(CURDIR)/bin/parley $(PYTHON_BIN)/pytest

.PHONY: driver-python
driver-python: $(PYTHON_TOOLS)/stamp

.PHONY: package-python
package-python: build $(PYTHON_TOOLS)/stamp
	rm -rf dist/python
	BROKER_BINARY=$(CURDIR)/bin/parley $(PYTHON_BIN)/python clients/python/packaging/package.py dist/python

.PHONY: bench-python
bench-python: build $(PYTHON_TOOLS)/stamp
	PYTHONPATH=clients/python/src BROKER_BINARY=$(CURDIR)/bin/parley $(PYTHON_BIN)/python clients/python/benchmarks/overhead.py
