#!/usr/bin/env bash
# Builds the Containerfile with buildah and runs what it makes: as nobody, without a shell, with a
# token. Where no registry can be reached, the image of Go that it builds on is put together from
# the Go of this machine and busybox, under the same name.
set -euo pipefail
cd "$(dirname "$0")/.."
export BUILDAH_ISOLATION=chroot
scratch=$(mktemp -d)
mkdir "$scratch/empty" # images and containers live here alone, and go with it
printf '[storage]\ndriver = "vfs"\ngraphroot = "%s/images"\nrunroot = "%s/run"\n' "$scratch" "$scratch" >"$scratch/storage.conf"
export CONTAINERS_STORAGE_CONF=$scratch/storage.conf
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; [ -z "${c:-}" ] || buildah rm "$c" >/dev/null || true; rm -rf "$scratch"' EXIT
if ! c=$(buildah from scratch) || ! buildah mount "$c" >/dev/null; then
	echo "this machine lets nobody make containers: the Containerfile is not built"
	exit
fi
buildah rm "$c" >/dev/null
c=
base=$(sed -n 's/^FROM \(.*\) AS build$/\1/p' Containerfile)
options=()
if ! timeout 300 buildah pull -q "$base" >/dev/null 2>&1; then
	echo "$base cannot be pulled: its place is taken by the Go of this machine"
	b=$(buildah from scratch)
	buildah copy -q "$b" "$(command -v busybox)" /bin/sh >/dev/null
	buildah copy -q "$b" "$scratch/empty" /tmp >/dev/null
	buildah copy -q "$b" "$(go env GOROOT)" /usr/local/go >/dev/null
	buildah config --env PATH=/usr/local/go/bin:/bin --env GOPATH=/go --env GOCACHE=/cache --env GOTOOLCHAIN=local "$b"
	buildah commit -q "$b" "$base" >/dev/null
	buildah rm "$b" >/dev/null
	# It has no certificates, so that modules come from this machine too.
	options=(--pull=never --volume "$(go env GOMODCACHE):/go/pkg/mod" --volume "$(go env GOCACHE):/cache" --env GOFLAGS=-mod=mod)
fi
git archive HEAD | tar -x -C "$scratch" --one-top-level=src
buildah build -q "${options[@]}" -t vanban "$scratch/src" >/dev/null

c=$(buildah from --pull=never localhost/vanban)
buildah inspect --type image --format '{{.OCIv1.Config.User}} {{.OCIv1.Config.Entrypoint}} {{.OCIv1.Config.Cmd}}' localhost/vanban >"$scratch/config"
grep -q '^65532:65532 \[/vanban\] \[serve --addr 0.0.0.0:8730 --behind-proxy --token-file /ma.txt\]$' "$scratch/config" || { cat "$scratch/config"; exit 1; }
root=$(buildah mount "$c")
(cd "$root" && find . -type f | sort) >"$scratch/files"
! grep -qE '(^|/)(sh|bash|busybox)$' "$scratch/files"
grep -qx ./vanban "$scratch/files" && grep -qx ./NOTICE "$scratch/files" && grep -qx ./licenses/yaml.txt "$scratch/files"

buildah run "$c" /vanban version
# Without its token it does not begin.
! buildah run "$c" /vanban serve --addr 0.0.0.0:18733 --behind-proxy 2>"$scratch/said"
grep -q 'cần --token-file' "$scratch/said"
echo bi-mat-cua-phep-thu >"$root/ma.txt"
chmod 644 "$root/ma.txt"
buildah run "$c" /vanban serve --addr 0.0.0.0:18733 --behind-proxy --token-file /ma.txt --host localhost >"$scratch/log" 2>&1 & # buildah fails loudly when it is stopped
server=$!
ask() { curl -sS -o "$scratch/answer" -w '%{http_code}' -H 'Content-Type: application/yaml' --data-binary @examples/mau-1.5-cong-van/cong-van.yaml "$@" http://localhost:18733/api/v1/render; }
curl -fs --retry 100 --retry-connrefused --retry-delay 1 -o /dev/null http://localhost:18733/readyz || { cat "$scratch/log"; exit 1; }
[ "$(ask)" = 401 ]
[ "$(ask -H 'Authorization: Bearer bi-mat-cua-phep-thu')" = 200 ]
[ "$(head -c 5 "$scratch/answer")" = %PDF- ]
echo "the container answers, as $(cut -d' ' -f1 "$scratch/config"), from $(wc -l <"$scratch/files") files"
