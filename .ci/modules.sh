#!/usr/bin/env bash
# Known weaknesses in what is linked, by govulncheck where its list (vuln.go.dev) can be reached;
# where it cannot, which modules are linked in which version, and which have a newer one.
set -euo pipefail
cd "$(dirname "$0")/.."
if curl -fsS -m 20 -o /dev/null https://vuln.go.dev/index/modules.json; then
	bin=$(mktemp -d)
	trap 'rm -rf "$bin"' EXIT
	go build -C internal/tools -o "$bin/govulncheck" golang.org/x/vuln/cmd/govulncheck
	"$bin/govulncheck" ./...
	exit
fi
echo "vuln.go.dev cannot be reached: no look for known weaknesses, only at versions"
mapfile -t linked < <(go list -deps -f '{{with .Module}}{{if not .Main}}{{.Path}}{{end}}{{end}}' ./cmd/vanban | sort -u)
go version
go list -m -u -f '{{.Path}} {{.Version}}{{with .Update}}, {{.Version}} is out{{end}}{{with .Retracted}}, taken back: {{.}}{{end}}' "${linked[@]}" | tee /dev/stderr | { ! grep -q 'taken back'; }
