# Every target works on a fresh clone: what is missing is installed into .tools, which git ignores. Needed before: Go, git; for the
# generated code and the tests of the clients also Node, Python, a JDK with Maven, and Rust.
# `make` alone lists the targets.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS += --no-builtin-rules --no-print-directory --warn-undefined-variables
.ONESHELL:
.DELETE_ON_ERROR:
.SUFFIXES:
# The steps share two cores and one work tree: checking while generating would see half of it.
.NOTPARALLEL:
.DEFAULT_GOAL := help

BUF := $(CURDIR)/.tools/bin/buf
GOLANGCI_LINT := $(CURDIR)/.tools/bin/golangci-lint

# Folders that generators write, whole; nothing in them is edited by hand.
GENERATED := gen proto/third_party

# Each client adds itself to CLIENTS and its generated folder to GENERATED, and brings the targets generate-, check-, test-,
# driver- and package- with its name.
CLIENTS :=

# Where generated files go: into the tree, or into an empty folder to be compared with it.
OUT ?= .

# How many rounds each workload of make bench has, and how long a measurement takes.
ROUNDS ?= 5
MEASUREMENT ?= 3s

# How long each fuzz test runs, and which benchmarks run.
FUZZTIME ?= 10s
BENCH ?= .
WORKLOADS ?=

# How long the broker is under fire in make soak, and the file that the report is written to, beside the terminal.
DURATION ?= 5m
REPORT ?=

# Which simulated life make simulate tells, of chat or of call; with SEEDS, how many it runs from there on.
OF ?= chat
SEED ?= 0
SEEDS ?=

##@ Every day

.PHONY: help
help: ## list the targets
	@awk 'BEGIN { FS = ":.*## " }
		/^##@/ { printf "\n%s\n", substr($$0, 5) }
		/^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

.PHONY: build
build: ## compile the broker to bin/parley, for the loads that make profile has recorded
	go build -trimpath -pgo server/load.pgo -o bin/parley ./server

.PHONY: generate
generate: $(BUF) ## regenerate gen/ and proto/third_party
	go run ./tools/vendorproto $(OUT)/proto/third_party
	$(BUF) generate --output $(OUT)
	# Only the broker checks requests by the rules of the contract, and it imports what they are written in. Who installs the client need not.
	sed -i '\|"buf.build/gen/go/bufbuild/protovalidate/|d' $(OUT)/gen/go/parley/*/v1/*.pb.go
	for client in $(CLIENTS); do $(MAKE) generate-$$client OUT=$(OUT); done

.PHONY: format
format: $(BUF) $(GOLANGCI_LINT) ## format the Go and proto files
	$(BUF) format --write --path proto/parley
	$(GOLANGCI_LINT) fmt

.PHONY: check
check: lint breaking check-generate postgresql ## the fast checks: lint, generation, short tests
	go test -short ./...

.PHONY: test
test: lint breaking check-generate build postgresql haproxy chromium ## everything: the checks, short tests with the race detector, all tests
	$(call need,gcc,gcc libc6-dev)
	echo "== short tests with the race detector"
	go test -race -short -timeout 15m ./...
	echo "== the clients of the other languages, the scenarios of all, and what is published of them"
	$(MAKE) clients CLIENTS="$(filter-out go,$(CLIENTS))"
	$(MAKE) conformance packages
	echo "== the broker under fire"
	$(MAKE) soak DURATION=5m
	echo "== all tests, end to end included"
	go test -count=1 -timeout 15m ./...
	$(MAKE) test-postgres

.PHONY: test-clients
test-clients: clients conformance packages ## the part of make test that is of the clients

# What runs on either engine: tests of the whole, end to end and under fire, and simulated lives. TEST_STORE names the engine. On
# PostgreSQL there are fewer simulated lives unless -seeds says how many.
WHOLES := ./server/web ./test/api ./test/e2e ./test/media ./test/soak
SIMULATIONS := ./internal/chat/simulation ./internal/call/simulation

.PHONY: test-postgres
test-postgres: postgresql chromium ## what stands above the store, with PostgreSQL below it
	echo "== tests of the whole on PostgreSQL"
	TEST_STORE=postgres go test -count=1 -timeout 15m $(WHOLES) $(SIMULATIONS)

.PHONY: test-engines
test-engines: postgresql chromium ## the same at full length, on both engines
	for engine in pebble postgres; do
		echo "== tests of the whole on $$engine, at full length"
		TEST_STORE=$$engine go test -count=1 -timeout 30m $(WHOLES)
		TEST_STORE=$$engine go test -count=1 -timeout 4h $(SIMULATIONS) -seeds 1000
	done

##@ One by one

.PHONY: lint
lint: $(BUF) $(GOLANGCI_LINT) ## style, mistakes, formatting and layers (mend the formatting with make format)
	$(BUF) lint
	$(BUF) format --diff --exit-code --path proto/parley
	$(GOLANGCI_LINT) run
	go vet ./...

# It generates into an empty folder and compares, so it sees new, changed and left-over files, whatever git knows of them. What
# Python has compiled of generated files since is none of them.
.PHONY: check-generate
check-generate: $(BUF) ## prove that make generate would change nothing
	@fresh=$$(mktemp -d)
	trap 'rm -rf "$$fresh"' EXIT
	$(MAKE) generate OUT="$$fresh"
	for folder in $(GENERATED); do
		diff -r --brief --exclude=__pycache__ "$$folder" "$$fresh/$$folder" >&2 || stale=yes
	done
	if [ -n "$${stale:-}" ]; then
		echo "generated files are not up to date: run make generate" >&2
		exit 1
	fi
	echo "generated files are up to date"

.PHONY: breaking
breaking: $(BUF) ## prove that clients of the newest release still work with the contract
	@release=$$(git -c versionsort.suffix=- tag --list 'v[0-9]*' --merged HEAD --sort=-version:refname | sed -n 1p)
	if [ -z "$$release" ]; then
		echo "no release yet: the contract may still change"
		exit
	fi
	echo "comparing the contract with $$release"
	$(BUF) breaking --against "$$(git rev-parse --git-common-dir)#tag=$$release"

.PHONY: fuzz
fuzz: ## run each fuzz test for FUZZTIME (default 10s)
	@{ grep -rHoE --include='*_test.go' --exclude-dir=node_modules '^func Fuzz\w+' . || echo "no fuzz tests" >&2; } | sort |
	while IFS=: read -r file function; do
		echo "== $${function#func } in $$(dirname "$$file")"
		go test -run '^$$' -fuzz "^$${function#func }\$$" -fuzztime $(FUZZTIME) "$$(dirname "$$file")"
	done

.PHONY: simulate
simulate: ## tell the simulated life OF chat (or OF=call) with the number SEED, or run SEEDS of them from SEED on
	go test ./internal/$(OF)/simulation -run TestSimulation -count=1 -v $(if $(SEEDS),-first $(SEED) -seeds $(SEEDS),-seed $(SEED))

.PHONY: bench
bench: build ## compare the broker with a gRPC server that does nothing: an hour, or WORKLOADS=unary/128,fan-out for some
	go run ./clients/bench --broker bin/parley --json bin/bench.json --rounds $(ROUNDS) --duration $(MEASUREMENT) $(if $(WORKLOADS),--workloads $(WORKLOADS))

# What the compiler should make fast, by the processor time that the broker takes under these loads. Old profiles serve: what they know of
# code that has changed is left out.
PROFILED := unary/1/500/256,unary/128/500/256,pipeline/16,fan-out/100,catch-up,evaluate/128,calls/16

.PHONY: profile
profile: build ## record server/load.pgo anew, which make build compiles for
	rm -rf bin/profiles
	go run ./clients/bench --broker bin/parley --rounds 1 --duration 10s --workloads $(PROFILED) --profiles bin/profiles
	go run ./tools/profile server/load.pgo bin/profiles/*.profile.pprof

# The figures of the documentation are those of a whole run: make bench, then make performance. Whoever publishes others says where
# they were measured, as the page does.
.PHONY: performance
performance: ## put the figures of make bench into docs/performance.md, with plots
	cp bin/bench.json docs/performance.json
	go run ./clients/bench page --json docs/performance.json --page docs/performance.md
	go run -C tools/plot . $(CURDIR)/docs/performance.json $(CURDIR)/docs

.PHONY: bench-clients
bench-clients: build ## measure what the layer of each client costs over the bare stubs of its language
	@mkdir -p bin
	: > bin/overhead.txt
	for client in $(DRIVERS); do
		$(MAKE) bench-$$client | tee /dev/stderr | grep -E '/s +[+-][0-9.]+ %$$' >> bin/overhead.txt
	done
	printf '\n%-12s %-10s %10s %10s %8s\n' client loop bare layer cost
	cat bin/overhead.txt
	awk '$$(NF - 1) >= 15 { print "15 % or more: " $$0; over = 1 } END { exit over }' bin/overhead.txt

.PHONY: bench-parts
bench-parts: ## run the benchmarks of the parts that match BENCH (default all)
	go test -run '^$$' -bench '$(BENCH)' -benchmem ./...

.PHONY: bench-cluster
bench-cluster: postgresql ## compare one broker on Pebble, one and three on PostgreSQL, over gRPC
	go test -run '^$$' -bench Cell -benchtime 3s -timeout 15m ./test/cluster

.PHONY: faults
faults: postgresql haproxy ## harm brokers, their database and what is between them at length, and report what clients saw
	go test -count=1 -timeout 60m ./test/cluster -faults

.PHONY: soak
soak: ## put the broker under fire for DURATION (default 5m), and report what clients saw, to REPORT too if it is set
	go test -count=1 -timeout 0 -v ./test/soak -run TestSoak -soak $(DURATION) -clock $(if $(REPORT),-report $(abspath $(REPORT)))

.PHONY: postgresql
postgresql: ## install the PostgreSQL that tests start for themselves, if it is missing
	@compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null && exit
	$(call need,initdb,postgresql)

.PHONY: haproxy
haproxy: ## install the load balancer that the example of the documentation is tried with, if it is missing
	$(call need,haproxy,haproxy)

.PHONY: chromium
chromium: ## install the browser that tests of media call with, if it is missing
	$(call need,chromium,chromium)

.PHONY: clients
clients: build ## test every client against the broker
	for client in $(CLIENTS); do $(MAKE) test-$$client; done

.PHONY: packages
packages: build ## build what is published of every client, and try it in an empty project
	for client in $(CLIENTS); do $(MAKE) package-$$client; done

# DRIVERS are the languages to test, all unless set; ARGS is for further arguments, as in ARGS='--scenario retry -v'.
DRIVERS ?= $(CLIENTS)
ARGS ?=

.PHONY: conformance
conformance: build ## perform the scenarios with the client of every language and print the matrix
	for client in $(DRIVERS); do $(MAKE) driver-$$client; done
	go build -trimpath -o bin/conformance/run ./clients/conformance
	bin/conformance/run --driver "$$(echo $(DRIVERS) | tr ' ' ,)" $(ARGS)

.PHONY: tools
tools: $(BUF) $(GOLANGCI_LINT) ## install the tools now rather than on first use

# npm carries buf as a ready binary, which takes seconds. Without npm, and on platforms that the lock file does not name,
# buf is compiled.
$(BUF): tools/buf/package.json tools/buf/package-lock.json
	@mkdir -p $(@D)
	if command -v npm >/dev/null && (cd tools/buf && npm ci --ignore-scripts) && install -m 755 tools/buf/node_modules/@bufbuild/buf-*/bin/buf $@; then
		exit
	fi
	echo "compiling buf, which takes some minutes"
	version=$$(sed -n 's|.*"@bufbuild/buf-linux-x64": "\(.*\)".*|\1|p' tools/buf/package.json)
	GOBIN=$(@D) go install "github.com/bufbuild/buf/cmd/buf@v$$version"

$(GOLANGCI_LINT): tools/lint/go.mod tools/lint/go.sum
	@mkdir -p $(@D)
	echo "compiling golangci-lint, which takes some minutes"
	cd tools/lint
	go build -trimpath -o $@ github.com/golangci/golangci-lint/v2/cmd/golangci-lint

# need makes sure of a command: $(1) is the command, $(2) the Debian packages that have it.
define need
@command -v $(1) >/dev/null || {
	if [ "$$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
		echo "$(1) is missing; on Debian, install: $(2)" >&2
		exit 1
	fi
	apt-get update -q
	DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends $(2)
}
endef

include $(wildcard clients/*/client.mk)
