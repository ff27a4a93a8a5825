# The targets below work on a fresh clone: what is missing is installed into .tools, which git ignores.
# `make` without a target lists them.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS += --no-builtin-rules --warn-undefined-variables
.DELETE_ON_ERROR:
.SUFFIXES:
.DEFAULT_GOAL := help

TOOLS := $(CURDIR)/.tools
BUF := $(TOOLS)/bin/buf
# The one place where the version of buf stands.
BUF_VERSION = $(shell sed -n 's|.*"@bufbuild/buf-linux-x64": "\(.*\)".*|\1|p' tools/buf/package.json)

.PHONY: help
help: ## list the targets
	@sed -nE 's/^([a-z][a-z-]*):[^#]*## (.*)/\1\t\2/p' $(MAKEFILE_LIST) | while IFS=$$'\t' read -r target text; do printf '  %-16s %s\n' "$$target" "$$text"; done

.PHONY: generate
generate: $(BUF) ## regenerate the third-party protos and gen/ (nothing there is edited by hand)
	go run ./tools/vendorproto proto/third_party
	$(BUF) generate

# npm carries buf as a ready binary, which takes seconds. Platforms that the lock file does not know compile it.
$(BUF): tools/buf/package.json tools/buf/package-lock.json
	@mkdir -p $(@D)
	@if command -v npm >/dev/null && (cd tools/buf && npm ci --ignore-scripts) && install -m 755 tools/buf/node_modules/@bufbuild/buf-*/bin/buf $@; then \
		$@ --version; \
	else \
		echo "no ready buf for this platform: compiling it, which takes some minutes"; \
		GOBIN=$(@D) go install github.com/bufbuild/buf/cmd/buf@v$(BUF_VERSION); \
	fi
