# phuluc: see README.md. `make demo` runs the main job on the real plans, `make test` passes the tests.

.PHONY: demo board test acceptance check format release bench deps clean

SWIFT ?= swift
DEMO_STORE ?= .build/demo.sqlite

demo: deps
	@echo "Building phuluc (a minute or two the first time) ..."
	@$(SWIFT) build --quiet --product phuluc
	Scripts/demo .build/debug/phuluc $(DEMO_STORE)

# The board on the store that the demo leaves behind; the demo ends with tokens to sign in with.
board: deps
	@[ -f $(DEMO_STORE) ] || { echo "Run make demo first: it makes the store and the tokens."; exit 1; }
	@echo "Building phuluc-server (some minutes the first time) ..."
	@$(SWIFT) build --quiet --product phuluc-server
	@echo "http://127.0.0.1:8080    (Ctrl-C: dừng / stops it)"
	@.build/debug/phuluc-server --store $(DEMO_STORE) --set logLevel=warning

test: deps
	$(SWIFT) build --build-tests --explicit-target-dependency-import-check error
	SWIFT="$(SWIFT)" Scripts/test

# Against independent programs and libraries: every RRULE, two hundred years of the lunar calendar, mail, webhooks and calendars; the API; the board.
acceptance: deps
	@$(SWIFT) build --quiet --product phuluc
	Scripts/acceptance .build/debug/phuluc
	Scripts/acceptance-mail .build/debug/phuluc
	@$(SWIFT) build --quiet --product phuluc-server
	Scripts/acceptance-api .build/debug/phuluc .build/debug/phuluc-server
	Scripts/acceptance-board .build/debug/phuluc .build/debug/phuluc-server

check:
	Scripts/check

format:
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests appendix-data cli server

# One file that needs nothing else on the machine where it runs.
release: deps
	$(SWIFT) build --configuration release --static-swift-stdlib -Xswiftc -static-executable --product phuluc
	@ls -l .build/release/phuluc

bench: release
	Benchmarks/run .build/release/phuluc

deps:
	@Scripts/install-dependencies

clean:
	rm -rf .build
