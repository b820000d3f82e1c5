# Two commands are all that a fresh machine with Swift and apt needs:
#   make run    build, then serve a demonstration on http://127.0.0.1:8080
#   make test   everything: lint, data checks, Swift tests, messages, fuzzing, browser tests
.PHONY: run test build bench lint format check assets setup-build setup-test setup-bench swift-test python-test clean

RELEASE := swift build -c release --scratch-path .build-release --static-swift-stdlib --explicit-target-dependency-import-check error
DEBUG := swift build --build-tests --explicit-target-dependency-import-check error
PYTHON := .venv/bin/python

run: build
	build/tandem serve --demo --port 8080

test: setup-test lint build check swift-test python-test

# The stripped program; all it needs is inside.
build: setup-build assets
	$(RELEASE) --product tandem
	mkdir -p build
	strip -o build/tandem.new .build-release/release/tandem
	mv build/tandem.new build/tandem

assets:
	Scripts/embed-assets

check:
	build/tandem catalog check

swift-test:
	$(DEBUG)
	Scripts/with-postgres swift test --skip-build

python-test:
	Scripts/with-postgres $(PYTHON) -m pytest -q Tests/Python Tests/Browser

bench: setup-bench build
	$(RELEASE) --product tandem-bench
	$(RELEASE) --product tandem-bench-store
	Scripts/with-postgres $(PYTHON) Benchmarks/bench.py

lint:
	Scripts/embed-assets --check
	swift format lint --strict --recursive --parallel Package.swift Sources Tests
	Scripts/lint

format: 
	swift format --in-place --recursive --parallel Package.swift Sources Tests

setup-build:
	Scripts/setup build

setup-test:
	Scripts/setup test

setup-bench: setup-test
	Scripts/setup bench

clean:
	rm -rf .build .build-release build .venv
