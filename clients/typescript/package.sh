#!/usr/bin/env bash
# Packs what is published into a folder, checks it, installs it into an empty project, and runs the first program of the README
# there: package.sh <folder> <broker>.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
out=$1 broker=$2
rm -rf "$out"
mkdir -p "$out"
cd "$here"
npm pack --ignore-scripts --silent --pack-destination "$out" >/dev/null
tarball=$(echo "$out"/*.tgz)
npx --no-install publint run --strict "$tarball"
npx --no-install attw --profile esm-only "$tarball"

project=$(mktemp -d)
trap 'rm -rf "$project"' EXIT
cd "$project"
cat >package.json <<'END'
{"name": "first-program", "private": true, "type": "module"}
END
npm install --no-audit --no-fund --silent "$tarball"
cp "$here/test/examples/first-program.test.mjs" .
PARLEY_BROKER=$broker PARLEY_README=$here/README.md node --test first-program.test.mjs
