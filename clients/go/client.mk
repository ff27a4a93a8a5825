# The Go client. It is part of the broker's own module, and its generated code is gen/go, which make generate writes anyway.

CLIENTS += go

.PHONY: generate-go
generate-go:

.PHONY: check-go
check-go:
	go vet ./clients/go/...
	go test -short ./clients/go/...

.PHONY: test-go
test-go: build
	PARLEY_BROKER=$(CURDIR)/bin/parley go test -count=1 ./clients/go/...

.PHONY: driver-go
driver-go:
	go build -trimpath -o bin/conformance/driver-go ./clients/go/conformance

# The module as a proxy serves it, made of what is committed; a new module outside the tree depends on it and runs.
.PHONY: package-go
package-go: build
	clients/go/package.sh $(CURDIR)/dist/go $(CURDIR)/bin/parley

.PHONY: bench-go
bench-go: build
	@cd clients/go
	PARLEY_BROKER=$(CURDIR)/bin/parley go test -count=1 -run TestOverhead -overhead 15
