#!/usr/bin/env bash
# Makes a release: one version for the broker, the contract and all clients.
#
#   tools/release/release.sh 0.2.0            says what it would do, and does nothing
#   tools/release/release.sh 0.2.0 --really   sets the version everywhere, tests, packs, commits and tags; nothing is published
#
# What is published afterwards is in dist/, with the command for each registry.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

usage() { sed -n 's/^# \{0,1\}//; 2,7p' "${BASH_SOURCE[0]}" >&2; exit 2; }
version=${1:-}
really=${2:-}
[[ $version =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]] || usage
[[ -z $really || $really == --really ]] || usage

fail() { echo "release: $*" >&2; exit 1; }
run() {
	echo "+ $*"
	[[ -z $really ]] || "$@"
}
# set_version FILE OLD NEW replaces the one place where a file has the version.
set_version() {
	local count
	count=$(grep -cF -- "$2" "$1" || true)
	[[ $count == 1 ]] || fail "$1 has $count lines with $2, want 1"
	run sed -i "s|$2|$3|" "$1"
}

old=$(cat VERSION)
[[ -z $(git status --porcelain) ]] || fail "the work tree has changes: commit them first"
[[ $(git branch --show-current) == main ]] || fail "releases are made on main"
if git rev-parse -q --verify "refs/tags/v$version" >/dev/null; then fail "v$version is there already"; fi
grep -q "^## $version" CHANGELOG.md || fail "CHANGELOG.md says nothing of $version"

if [[ $old != "$version" ]]; then
	set_version VERSION "$old" "$version"
	set_version clients/go/client.go "const Version = \"$old\"" "const Version = \"$version\""
	set_version clients/python/src/parley/_version.py "__version__ = \"$old\"" "__version__ = \"$version\""
	set_version clients/typescript/src/version.ts "version = \"$old\"" "version = \"$version\""
	run npm --prefix clients/typescript version --no-git-tag-version "$version"
	set_version clients/java/pom.xml "<version>$old</version>" "<version>$version</version>"
	set_version clients/java/src/main/java/io/github/parleyinterop/Version.java "CURRENT = \"$old\"" "CURRENT = \"$version\""
	set_version clients/java/README.md "<version>$old</version>" "<version>$version</version>"
	set_version clients/rust/Cargo.toml "version = \"$old\"" "version = \"$version\""
	set_version clients/rust/README.md "parley-interop = \"${old%.*}\"" "parley-interop = \"${version%.*}\""
	run cargo update --manifest-path clients/rust/Cargo.toml --workspace --offline
fi
# It builds the packages too, into dist.
run make test
run git commit --all --message "Release $version"
run git tag --annotate "v$version" --message "Parley $version"
cat <<END

Packages of $version are in dist/. To publish:
  Go          git push origin v$version
  Python      twine upload dist/python/*
  npm         npm publish dist/typescript/*.tgz --access public
  Maven       upload the bundle of dist/java to the Central Portal, signed
  Rust        cargo publish --manifest-path clients/rust/Cargo.toml --package parley-interop
END
[[ -n $really ]] || echo "This was a dry run: nothing was changed."
