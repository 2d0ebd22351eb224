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

# A worker that has nothing left takes over half of what the other still has.
PYTEST := $(PY) -m pytest -q -n 2 --dist worksteal
# Pages that only show, papers, pictures, the library, the server and what is killed are the same
# whatever the texts are stored in; everything else asks or changes the database.
NOT_ON_POSTGRES := browser delivery entry/test_desk_path.py front lib lobby_screen pdf share_pictures \
	sheets page_views/test_counter.py test_consistency.py test_crawl.py test_settings.py \
	test_staff_guide.py

test: test-sqlite test-postgres

test-sqlite: dev-packages tools
	$(PYTEST) tests

test-postgres: dev-packages tools
	tests/postgres.sh $(PYTEST) -m "not files" --ignore-glob='*/test_killed.py' \
		$(NOT_ON_POSTGRES:%=--ignore=tests/%) tests

check: dev-packages tools
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/lint-imports --config pyproject.toml
	$(PY) bench/names.py
	.venv/bin/mypy
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
