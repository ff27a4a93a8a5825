#!/usr/bin/env bash
# Makes the module as a proxy serves it, of what is committed, and tries it: a new module outside of the tree depends on that
# version, is built, and sends and follows a message. Usage: package.sh FOLDER BROKER
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=$1 broker=$2
module=github.com/parley-interop/parley
version=v$(cat VERSION)

versions=$folder/proxy/$module/@v
rm -rf "$folder"
mkdir -p "$versions"
# Folders with a go.mod of their own are not of the module.
mapfile -t others < <(git ls-tree -r --name-only HEAD | sed -n 's|^\(.*\)/go.mod$|:!\1|p')
git archive --format=zip --prefix="$module@$version/" --output="$versions/$version.zip" HEAD . "${others[@]}"
cp go.mod "$versions/$version.mod"
echo "$version" >"$versions/list"
printf '{"Version":"%s","Time":"%s"}' "$version" "$(git log -1 --format=%cI HEAD)" >"$versions/$version.info"

work=$(mktemp -d)
trap 'kill "${running:-}" 2>/dev/null || true; chmod -R u+w "$work"; rm -rf "$work"' EXIT
# The first program of the README.
awk '/^```go$/ && !seen++ { copying = 1; next } /^```$/ { copying = 0 } copying' clients/go/README.md >"$work/main.go"
cd "$work"
# The module comes from the proxy just made, its dependencies from the cache that there is, and what is not in that from the usual proxy.
export GOFLAGS=-mod=mod GOWORK=off GONOSUMDB=$module
GOPROXY="file://$folder/proxy,file://$(go env GOMODCACHE)/cache/download,$(go env GOPROXY)"
export GOPROXY GOMODCACHE=$work/cache
go mod init example.com/consumer
go get "$module@$version"
go build -trimpath -o consumer .
if go list -deps . | grep -E "^$module/(internal|server)"; then
	echo "the client depends on the broker" >&2
	exit 1
fi
if go list -deps . | grep -E '^buf\.build/|^google\.golang\.org/genproto/googleapis/api/annotations'; then
	echo "the client depends on rules that only a broker needs" >&2
	exit 1
fi

"$broker" --listen 127.0.0.1:0 --data-dir "$work/data" >"$work/broker.log" 2>&1 &
running=$!
until grep -q 'serves gRPC on' "$work/broker.log"; do
	kill -0 "$running" || { cat "$work/broker.log"; exit 1; }
	sleep 0.1
done
PARLEY_ADDRESS=$(sed -n 's/.*serves gRPC on //p' "$work/broker.log")
PARLEY_KEY=$(grep -o -m1 'parley_rk_[^"]*' "$work/data/credentials.json")
export PARLEY_ADDRESS PARLEY_KEY
out=$(./consumer)
[ "$out" = "Anna: The roof leaks." ] || { echo "the consumer says: $out" >&2; exit 1; }
echo "go: $module@$version works in an empty module; its proxy is in $folder/proxy"
