#!/usr/bin/env bash
# Opens Word files with python-docx, reads every paragraph and saves them once more.
#
#   .ci/pydocx.sh FILE.docx...
#
# Exit status: 0 when every file opens, 1 when one does not, 2 when python-docx could not be installed. It is
# installed once, into $HOME/.cache/vanban-ci; $VANBAN_CI_CACHE names another folder.
set -euo pipefail

[ $# -gt 0 ] || { echo "usage: pydocx.sh FILE.docx..." >&2; exit 2; }

version=1.2.0
home=${VANBAN_CI_CACHE:-$HOME/.cache/vanban-ci}/python-docx-$version
if [ ! -d "$home" ]; then
	mkdir -p "$(dirname "$home")"
	fresh=$(mktemp -d "$home.XXXXXX")
	python3 -m pip install --quiet --target "$fresh" "python-docx==$version" || { rm -rf "$fresh"; exit 2; }
	mv -T "$fresh" "$home" 2>/dev/null || rm -rf "$fresh" # another run was first
fi

PYTHONPATH=$home python3 - "$@" <<'END'
import io
import sys

import docx

bad = 0
for name in sys.argv[1:]:
    try:
        document = docx.Document(name)
        for paragraph in document.paragraphs:
            paragraph.text
        for table in document.tables:
            for row in table.rows:
                for cell in row.cells:
                    cell.text
        document.save(io.BytesIO())
    except Exception as error:
        bad += 1
        print(f"{name}: {error!r}")
print(f"python-docx: {len(sys.argv) - 1 - bad} of {len(sys.argv) - 1} open")
sys.exit(1 if bad else 0)
END
