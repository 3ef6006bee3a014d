#!/usr/bin/env bash
# The words of two syllables in titles of official documents, as an outside segmenter
# sees them: docgen/internal/form/testdata/official-titles.txt has them marked with "_",
# and TestOfficialTitles counts the titles whose lines part one.
#
#   .ci/words.sh           the file is what the segmenter says
#   .ci/words.sh -update   writes it anew
#
# underthesea (Apache-2.0) is installed with its model into a folder of its own; nothing
# of it is shipped.
set -euo pipefail
cd "$(dirname "$0")/.."
version=9.5.0
venv=$HOME/.cache/vanban-ci/underthesea-$version
titles=docgen/internal/form/testdata/official-titles.txt
if [ ! -f "$venv/ready" ]; then
	python3 -m venv "$venv"
	"$venv/bin/pip" install --quiet "underthesea==$version" "underthesea_core==3.3.2"
	touch "$venv/ready"
fi
marked=$(mktemp)
trap 'rm -f "$marked"' EXIT
"$venv/bin/python" - "$titles" >"$marked" <<'PY'
import sys
from underthesea import word_tokenize

for line in open(sys.argv[1], encoding="utf-8"):
    number, bar, title = line.rstrip("\n").partition("|")
    if number.startswith("#") or not bar:
        print(number)
        continue
    plain = title.replace("_", " ")
    out, at = [], 0
    for word in word_tokenize(plain):
        start = plain.find(word, at)
        if start < 0:
            continue
        out.append(plain[at:start])
        # Only words of two syllables are marked.
        out.append(word.replace(" ", "_") if word.count(" ") == 1 and word.replace(" ", "").isalpha() else word)
        at = start + len(word)
    print(number + "|" + "".join(out) + plain[at:])
PY
if [ "${1:-}" = -update ]; then
	cp "$marked" "$titles"
	exit 0
fi
diff "$titles" "$marked"
echo "$(grep -c '|' "$titles") titles, marked by underthesea $version"
