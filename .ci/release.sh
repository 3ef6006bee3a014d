#!/usr/bin/env bash
# Builds the archives twice and holds the bytes against each other, then unpacks them and
# runs what this machine can run: the Linux program itself, the Windows one under wine64
# where that is installed; it says so where it is not.
#
#   .ci/release.sh DIR [TAG]        SYSTEMS=linux/amd64 for some of them
set -euo pipefail
cd "$(dirname "$0")/.."
out=$(realpath -m "$1")
again=$(mktemp -d)
trap 'rm -rf "$again"' EXIT
options=(${2:+-tag "$2"} ${SYSTEMS:+-only "$SYSTEMS"})

go run -C internal/tools ./release -o "$out" "${options[@]}"
go run -C internal/tools ./release -o "$again" "${options[@]}"
diff -r "$out" "$again"
(cd "$out" && sha256sum --check --quiet SHA256SUMS)
! go run -C internal/tools ./release -o "$again" -tag v999.0.0 2>/dev/null

run() { # PROGRAM... in a folder that holds the examples
	"$@" version
	"$@" render examples/ke-hoach-cam-ngoc/ke-hoach.yaml --to pdf,docx -o ra/
	"$@" batch examples/batch/quyet-dinh.yaml -d ra/lo --limit 3
	"$@" render examples/mau-1.5-cong-van/cong-van.yaml --pdf a3a -o ra/cong-van.pdf
	"$@" verify ra/cong-van.pdf
	[ "$(head -c 5 ra/ke-hoach.pdf)" = %PDF- ]
}
arch=$(go env GOARCH)
mkdir "$again/linux" "$again/windows"
tar -xzf "$out"/vanban-*-linux-"$arch".tar.gz -C "$again/linux" --strip-components 1
(cd "$again/linux" && run ./vanban && test -s man/vanban.1 && test -s completions/_vanban && bash -n completions/vanban.bash)
windows=$(ls "$out"/vanban-*-windows-amd64.zip 2>/dev/null || true)
[ -n "$windows" ] || exit 0
python3 -m zipfile -e "$windows" "$again/windows"
wine=$(command -v wine64 || ls /usr/lib/wine/wine64 2>/dev/null || true)
cc=$(command -v x86_64-w64-mingw32-gcc || true)
if [ -z "$wine" ] || [ -z "$cc" ]; then
	echo 'wine64 or gcc-mingw-w64-x86-64-win32 is not installed: the Windows program was built, not run'
	[ -z "${CI:-}" ]
	exit
fi
export WINEDEBUG=-all WINEPREFIX="$again/wine"
trap 'wineserver -k || true; rm -rf "$again"' EXIT
"$wine" wineboot --init >/dev/null 2>&1 || true
# Programs of Go take random numbers from a library of Windows that the Wine of Debian 12 lacks:
# this one hands out those that Wine has.
"$cc" -shared -o "$WINEPREFIX/drive_c/windows/system32/bcryptprimitives.dll" -x c - -ladvapi32 <<'END'
unsigned char __stdcall SystemFunction036(void *, unsigned long);
__declspec(dllexport) int __stdcall ProcessPrng(void *to, unsigned long long size) { return SystemFunction036(to, size); }
END
cd "$again"/windows/*/
run "$wine" ./vanban.exe
cmp ra/ke-hoach.pdf "$again/linux/ra/ke-hoach.pdf"
cmp ra/ke-hoach.docx "$again/linux/ra/ke-hoach.docx"
cmp ra/cong-van.pdf "$again/linux/ra/cong-van.pdf"
# A file dropped on the program is its only argument, with its whole path.
"$wine" ./vanban.exe "$("$wine" winepath -w "$PWD/examples/mau-1.5-cong-van/cong-van.yaml" | tr -d '\r')"
[ "$(head -c 5 examples/mau-1.5-cong-van/cong-van.pdf)" = %PDF- ]
! "$wine" ./vanban.exe render none.yaml 2>said
grep -q 'không đọc được none.yaml: không có tệp hoặc thư mục này' said
echo 'the Windows program ran under Wine, with the bytes of the Linux one'
