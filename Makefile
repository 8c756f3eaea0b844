PYTHON ?= python

.PHONY: check lint types contracts test

check: lint types contracts test

lint:
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .

types:
	$(PYTHON) -m mypy

contracts:
	$(filter-out ./,$(dir $(PYTHON)))lint-imports

test:
	$(PYTHON) -m pytest
