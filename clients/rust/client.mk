# The Rust client. Cargo needs no more than a Rust toolchain and a C compiler; all steps share one target folder.

CLIENTS += rust
GENERATED += clients/rust/src/gen

RUST := $(CURDIR)/.tools/rust
# The path ends with where rustup installs, which not every shell knows.
RUST_CARGO = PATH="$$PATH:$$HOME/.cargo/bin" CARGO_TARGET_DIR=$(RUST)/target cargo
RUST_LOCKED := --manifest-path clients/rust/Cargo.toml --locked
RUST_CRATE := $(RUST_LOCKED) -p parley-interop
RUST_BROKER := $(CURDIR)/clients/rust/with-broker env

.PHONY: need-rust
need-rust:
	@PATH="$$PATH:$$HOME/.cargo/bin" command -v cargo >/dev/null || { echo "cargo is missing: install Rust 1.88 or newer, with clippy and rustfmt" >&2; exit 1; }
	$(call need,cc,gcc libc6-dev)

.PHONY: generate-rust
generate-rust: $(BUF) need-rust
	@mkdir -p $(RUST)
	$(BUF) build --exclude-path proto/parley/record --as-file-descriptor-set --output $(RUST)/contract.binpb
	rm -rf $(OUT)/clients/rust/src/gen
	$(RUST_CARGO) run --quiet $(RUST_LOCKED) -p parley-generator -- \
		$(RUST)/contract.binpb $(OUT)/clients/rust/src/gen

.PHONY: check-rust
check-rust: need-rust
	$(RUST_CARGO) fmt --manifest-path clients/rust/Cargo.toml --all --check
	$(RUST_CARGO) clippy $(RUST_LOCKED) --workspace --all-targets -- -D warnings
	$(RUST_CARGO) test --quiet $(RUST_CRATE) --lib

# The tests, and every example of the documentation and of the README, run against a broker of their own.
.PHONY: test-rust
test-rust: build check-rust
	$(RUST_BROKER) $(RUST_CARGO) test --quiet $(RUST_CRATE) --tests
	$(RUST_BROKER) $(RUST_CARGO) test --quiet $(RUST_CRATE) --doc
	RUSTDOCFLAGS='-D warnings' $(RUST_CARGO) doc --quiet $(RUST_CRATE) --no-deps

.PHONY: driver-rust
driver-rust: need-rust
	$(RUST_CARGO) build $(RUST_LOCKED) -p parley-conformance

# The crate is built as it would be published, unpacked beside an empty project that depends on it, and run there.
.PHONY: package-rust
package-rust: build need-rust
	@$(RUST_CARGO) package $(RUST_CRATE) --allow-dirty
	version=$$(cat VERSION)
	mkdir -p dist/rust
	cp $(RUST)/target/package/parley-interop-$$version.crate dist/rust
	project=$$(mktemp -d)
	trap 'rm -rf "$$project"' EXIT
	tar -xf dist/rust/parley-interop-$$version.crate -C "$$project"
	cp clients/rust/Cargo.lock "$$project"
	cd "$$project"
	cat >Cargo.toml <<-END
		[package]
		name = "stranger"
		version = "0.0.0"
		edition = "2024"
		[dependencies]
		parley-interop = { path = "parley-interop-$$version" }
		tokio = { version = "1", features = ["macros", "rt-multi-thread"] }
		[profile.dev]
		debug = 0
	END
	mkdir src
	awk '/^```$$/ { take = 0 } take; /^```rust$$/ && !seen { take = seen = 1 }' parley-interop-$$version/README.md >src/main.rs
	$(RUST_BROKER) $(RUST_CARGO) run --quiet | tee answer
	grep -q 'Anna: The roof leaks.' answer

# What the layer costs over bare stubs. The broker is told not to slow it down.
.PHONY: bench-rust
bench-rust: build need-rust
	PARLEY_MESSAGES_PER_SECOND=1000000 PARLEY_MESSAGE_BURST=1000000 $(RUST_BROKER) $(RUST_CARGO) bench $(RUST_CRATE) --bench overhead
