# 防骗站: every command of the project. `make run` and `make test` work on a bare machine.
PYTHON ?= python3
PY := .venv/bin/python
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: run dev test test-sqlite test-postgres check fix seed messages shots bench lighthouse mutants \
	packages dev-packages prepare tools

run: PREPARE = --serve
run: prepare
	@exec $(PY) -m awareness.granian

prepare: .venv/run.stamp
	@$(PY) manage.py prepare $(PREPARE)

dev: dev-packages prepare
	DEBUG=1 $(PY) manage.py runserver $(or $(PORT),8000)

# The stamp comes last: a start that was broken off begins anew.
.venv/made:
	@$(PYTHON) -m venv --clear .venv
	@$(PY) -m pip --version >/dev/null
	@touch $@

.venv/run.stamp: requirements.txt | .venv/made
	@echo "装软件包……"
	@$(PY) -m pip install --quiet --require-hashes -r requirements.txt
	@touch $@

.venv/dev.stamp: requirements-dev.txt | .venv/made
	@$(PY) -m pip install --quiet --require-hashes -r requirements-dev.txt
	@touch $@ .venv/run.stamp

packages: .venv/run.stamp
dev-packages: .venv/dev.stamp

# A real browser, Chinese fonts, pdf tools, gettext, PostgreSQL: what the tests look with.
tools:
	@sh tests/install.sh

test: test-sqlite test-postgres

test-sqlite: dev-packages tools
	$(PY) -m pytest -q -n 2 tests

# The browser, the press, the drawing and the setting of sheets see the same texts whatever they are
# stored in; the library and the guide know no database.
test-postgres: dev-packages tools
	tests/postgres.sh $(PY) -m pytest -q -n 2 -m "not browser and not files" \
		--ignore=tests/lib --ignore=tests/test_staff_guide.py --ignore=tests/sheets/test_sheets.py \
		--ignore=tests/sheets/test_trifold.py --ignore=tests/sheets/test_phone_numbers.py tests

check: dev-packages tools
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/lint-imports --config pyproject.toml
	$(PY) bench/names.py
	.venv/bin/djlint templates --lint --quiet
	$(PY) manage.py makemigrations --check --dry-run
	$(PY) manage.py check --fail-level WARNING
	$(PY) manage.py make_messages --check
	$(PY) manage.py check_sentences

fix: dev-packages
	.venv/bin/ruff check --fix .
	.venv/bin/ruff format .

seed: packages
	$(PY) manage.py seed_content

messages: dev-packages tools
	$(PY) manage.py make_messages

shots: dev-packages tools
	$(PY) bench/shots.py
	$(PY) bench/desk_shots.py

bench: dev-packages tools
	$(PY) bench/bench.py
	$(PY) bench/desk.py
	$(PY) bench/press.py

lighthouse: dev-packages tools
	$(PY) bench/lighthouse.py

# Whether the tests notice small changes to the code that must never go wrong: an hour.
mutants: dev-packages
	$(PY) bench/mutants.py
