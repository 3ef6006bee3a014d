#!/usr/bin/env bash
# The description of the interface, as an outside validator sees it.
set -euo pipefail
cd "$(dirname "$0")/.."
version=0.7.1
venv=$HOME/.cache/vanban-ci/openapi-spec-validator-$version
if [ ! -f "$venv/ready" ]; then
	python3 -m venv "$venv"
	"$venv/bin/pip" install --quiet "openapi-spec-validator==$version"
	touch "$venv/ready"
fi
"$venv/bin/openapi-spec-validator" docgen/serve/openapi.json
