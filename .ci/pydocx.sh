#!/usr/bin/env bash
# Opens Word files with python-docx, reads every paragraph and saves them once more.
#
#   .ci/pydocx.sh FILE.docx...
#
# Exit status: 0 when every file opens, 1 when one does not, 2 when there is no python-docx: it is
# that of $VANBAN_PYTHON, of python3 where that is not set.
set -euo pipefail

[ $# -gt 0 ] || { echo "usage: pydocx.sh FILE.docx..." >&2; exit 2; }

python=${VANBAN_PYTHON:-python3}
"$python" -c 'import docx' || exit 2

"$python" - "$@" <<'END'
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
