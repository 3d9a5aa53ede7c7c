#!/bin/sh
# Write the lock files anew from pyproject.toml and package.json: exact versions and hashes for every
# supported Python and platform, without the address of any registry. Run it by `make lock`.
# Usage: scripts/lock.sh UV RUN_NPM...   where RUN_NPM... is the command that runs npm.
set -eu
cd "$(dirname "$0")/.."
uv=$1
shift

lock() {
    output=$1
    shift
    "$uv" --quiet pip compile --universal --python-version 3.11 --generate-hashes --upgrade \
        --custom-compile-command "make lock" --output-file "$output" "$@"
}

# What `make run` and the image install has every format; who installs the package alone chooses.
lock requirements.lock --all-extras pyproject.toml
lock requirements-build.lock --group build
# The tools are locked against the product, so that tests run what users get.
lock requirements-dev.lock --constraints requirements.lock --all-extras pyproject.toml --group dev
lock requirements-node.lock --group node
for peer in bench/peers/*/requirements.in; do
    lock "${peer%.in}.lock" "$peer"
done

"$@" install --package-lock-only --ignore-scripts
"$@" --prefix bench/peers/page install --package-lock-only --ignore-scripts

if grep -n '://' requirements*.lock bench/peers/*/requirements.lock || grep -nE '"resolved"|file://|\.tgz' package-lock.json bench/peers/page/package-lock.json; then
    echo "A lock file names a download address or a place of this machine." >&2
    exit 1
fi
