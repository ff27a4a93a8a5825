# The client for Node and for browsers.

CLIENTS += typescript
GENERATED += clients/typescript/src/gen

TYPESCRIPT := clients/typescript
TYPESCRIPT_INSTALLED := $(TYPESCRIPT)/node_modules/.installed

# What is compiled once: the package into dist, and what tests it into build.
$(TYPESCRIPT_INSTALLED): $(TYPESCRIPT)/package.json $(TYPESCRIPT)/package-lock.json
	$(call need,npm,nodejs npm)
	cd $(TYPESCRIPT)
	npm ci --ignore-scripts --no-audit --no-fund
	touch $(notdir $(@D))/$(@F)

.PHONY: generate-typescript
generate-typescript: $(BUF) $(TYPESCRIPT_INSTALLED)
	$(BUF) generate --template $(TYPESCRIPT)/buf.gen.yaml --output $(OUT)

.PHONY: build-typescript
build-typescript: $(TYPESCRIPT_INSTALLED)
	cd $(TYPESCRIPT)
	rm -rf dist build
	npx --no-install tsc -p tsconfig.build.json
	node test/examples/extract.mjs
	npx --no-install tsc -p tsconfig.json

.PHONY: check-typescript
check-typescript: build-typescript
	cd $(TYPESCRIPT)
	npx --no-install biome ci .
	node --test build/test/unit/*.test.js

.PHONY: test-typescript
test-typescript: build check-typescript
	$(call need,chromium,chromium)
	cd $(TYPESCRIPT)
	PARLEY_BROKER=$(CURDIR)/bin/parley node --test --test-concurrency=1 build/test/*/*.test.js

.PHONY: driver-typescript
driver-typescript: build-typescript

.PHONY: bench-typescript
bench-typescript: build build-typescript
	PARLEY_BROKER=$(CURDIR)/bin/parley node $(TYPESCRIPT)/build/bench/overhead.js

.PHONY: package-typescript
package-typescript: build build-typescript
	$(TYPESCRIPT)/package.sh $(CURDIR)/dist/typescript $(CURDIR)/bin/parley
