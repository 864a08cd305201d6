# Every target sets up what it needs; a second call starts at once.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip -qq --disable-pip-version-check install

.PHONY: run test check format bench bench-telegram soak tune lock
.DEFAULT_GOAL := run

run: $(VENV)/ready  ## the bot in Telegram, or a chat in the terminal where no token is configured
	@$(BIN)/minutes-bot run --or-chat

test: $(VENV)/ready-dev  ## all tests, a worker for each core and one more
	@$(BIN)/python -m pytest -q -n auto --dist worksteal

check: $(VENV)/ready-dev  ## format, lint and types
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy

format: $(VENV)/ready-dev
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

bench: $(VENV)/ready-dev  ## how fast an answer is, beside what others would use; SIZE=1000000 for long
	@$(BIN)/python -m tests.bench $(SIZE)

bench-telegram: $(VENV)/ready-dev  ## the whole bot beside a stock echo bot, and where its time goes
	@$(BIN)/python -m tests.bench.telegram

soak: $(VENV)/ready-dev  ## the whole bot killed, flooded and starved, for about a quarter of an hour
	@$(BIN)/python -m tests.soak

tune: $(VENV)/ready-dev  ## whether another weight would understand more questions (five minutes)
	@$(BIN)/python -m tests.tune

lock: $(VENV)/ready  ## pin the newest dependencies, without naming where they come from
	@$(PIP) uv
	@$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	  --no-header --no-emit-index-url --no-emit-find-links pyproject.toml -o requirements.lock
	@$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	  --no-header --no-emit-index-url --no-emit-find-links --all-extras pyproject.toml \
	  -o requirements-dev.lock

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else \
	  "minutes-bot needs Python 3.11 or newer; this is %d.%d: try make PYTHON=python3.12" \
	  % sys.version_info[:2])'
	@$(PYTHON) -m venv $(VENV)

$(VENV)/ready: $(VENV)/bin/python requirements.lock pyproject.toml
	@echo 'Setting up (the first time only)' >&2
	@$(PIP) --require-hashes --requirement requirements.lock
	@$(PIP) --no-deps --editable .
	@touch $@

$(VENV)/ready-dev: $(VENV)/ready requirements-dev.lock
	@$(PIP) --require-hashes --requirement requirements-dev.lock
	@touch $@
