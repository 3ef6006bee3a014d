#!/usr/bin/env bash
# Validates PDF files with veraPDF and says how many passed.
#
#   .ci/verapdf.sh [-f 2a|3a|ua1|...] FILE.pdf...
#
# Exit status: 0 when every file conforms to the flavour (default 2a), 1 when
# one does not, 2 when veraPDF could not be run. It is downloaded once, through
# Maven, into $HOME/.cache/vanban-ci; $VANBAN_CI_CACHE names another folder.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

flavour=2a
if [ "${1:-}" = -f ]; then
	[ $# -ge 2 ] || { echo "verapdf.sh: -f needs a flavour" >&2; exit 2; }
	flavour=$2
	shift 2
fi
[ $# -gt 0 ] || { echo "usage: verapdf.sh [-f FLAVOUR] FILE.pdf..." >&2; exit 2; }

for file in "$@"; do
	[ -r "$file" ] || { echo "verapdf.sh: cannot read $file" >&2; exit 2; }
done

pom=$here/verapdf/pom.xml
cache=${VANBAN_CI_CACHE:-$HOME/.cache/vanban-ci}
jars=$cache/verapdf-$(cksum <"$pom" | cut -d' ' -f1)
if [ ! -d "$jars" ]; then
	mkdir -p "$cache"
	fresh=$(mktemp -d "$cache/verapdf.XXXXXX")
	if ! mvn --batch-mode --quiet -Dstyle.color=never --file "$pom" dependency:copy-dependencies \
		-DoutputDirectory="$fresh" -DincludeScope=runtime >&2; then
		rm -rf "$fresh"
		echo "verapdf.sh: cannot download veraPDF" >&2
		exit 2
	fi
	mv -T "$fresh" "$jars" 2>/dev/null || rm -rf "$fresh" # another run was first
fi

report=$(mktemp)
trap 'rm -f "$report"' EXIT
status=0
java -Dfile.encoding=UTF-8 -Djava.awt.headless=true -XX:+UseSerialGC -cp "$jars/*" org.verapdf.apps.GreenfieldCliWrapper \
	--flavour "$flavour" --format xml --maxfailuresdisplayed 5 "$@" >"$report" 2>&1 || status=$?

passed=$(grep -c '<validationReport[^>]* isCompliant="true"' "$report" || true)
failed=$(($# - passed))
version=$(sed -n 's/.*<releaseDetails id="core" version="\([^"]*\)".*/\1/p' "$report" | head -1)
echo "veraPDF ${version:-?}, flavour $flavour: $# files, $passed passed, $failed failed"
if [ "$failed" -gt 0 ]; then
	grep -E '<name>|isCompliant="false"|<rule |<description>|<context>|<errorMessage>|Exception|ERROR' "$report" | sed 's/^ */  /' | head -120
	exit 1
fi
[ "$status" -eq 0 ] || { cat "$report"; exit 2; }
