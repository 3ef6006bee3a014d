#!/usr/bin/env bash
# The job of examples/scale, as an outside validator of Kubernetes sees it: unknown keys are errors.
set -euo pipefail
cd "$(dirname "$0")/.."
version=1.37.0
venv=$HOME/.cache/vanban-ci/kubernetes-validate-$version
if [ ! -f "$venv/ready" ]; then
	python3 -m venv "$venv"
	"$venv/bin/pip" install --quiet "kubernetes-validate==$version"
	touch "$venv/ready"
fi
"$venv/bin/kubernetes-validate" --strict examples/scale/kubernetes.yml
