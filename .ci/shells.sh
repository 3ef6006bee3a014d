#!/usr/bin/env bash
# Asks real shells what they complete, and man what it makes of the pages. A shell that is not
# there is named; in CI, where .ci/run installs them, that fails.
#
#   .ci/shells.sh VANBAN
set -euo pipefail
program=$(realpath "$1")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
mkdir "$dir/bin"
cp "$program" "$dir/bin/vanban"
export PATH="$dir/bin:$PATH" LC_ALL=C.UTF-8
cd "$dir"
touch giay.yaml giay.pdf

# What is typed, and what must be among the offers, or must not (!).
cases='vanban ren|render
vanban new cong-v|cong-van
vanban render --to |docx
vanban render --pdf a3|a3a
vanban award is|issue
vanban render gi|giay.yaml
vanban render gi|!giay.pdf
vanban verify gi|giay.pdf'

# judge SHELL reads "typed|offers with blanks between" and holds them against the cases.
judge() {
	local shell=$1 typed want offers bad=0
	while IFS='|' read -r typed want; do
		offers=" $("offers_$shell" "$typed" | tr '\n' ' ') "
		[[ $shell != fish || $want != !* ]] || continue # fish does not choose files by their endings
		case $want in
		!*) [[ $offers != *" ${want#!} "* ]] || { echo "$shell: \"$typed\" offers ${want#!}"; bad=1; } ;;
		*) [[ $offers == *" $want "* ]] || { echo "$shell: \"$typed\" offers$offers, not $want"; bad=1; } ;;
		esac
	done <<<"$cases"
	[ $bad = 0 ] && echo "$shell: $(wc -l <<<"$cases") completions as they should be"
}

offers_bash() {
	bash --norc -c '
		source /usr/share/bash-completion/bash_completion
		source <(vanban completion bash)
		compopt() { :; } # nobody is at a prompt
		read -ra COMP_WORDS <<<"$1"
		[[ $1 != *" " ]] || COMP_WORDS+=("")
		COMP_CWORD=$((${#COMP_WORDS[@]} - 1)) COMP_LINE=$1 COMP_POINT=${#1} COMPREPLY=()
		__start_vanban
		printf "%s\n" "${COMPREPLY[@]}"' bash "$1"
}

# A shell in a terminal of its own, in which whatever is offered is written down.
offers_zsh() {
	rm -f "$dir/offers" "$dir/ready"
	zsh -f -c '
		zmodload zsh/zpty
		zpty shell zsh -f -i
		zpty -w shell "source $2/zshrc"
		for i in {1..200}; do [[ -e $2/ready ]] && break; sleep 0.1; done
		zpty -w -n shell "$1"$'"'\\t'"'
		for i in {1..100}; do [[ -s $2/offers ]] && break; sleep 0.1; done
		sleep 0.3
		zpty -d shell' zsh "$1" "$dir"
	cat "$dir/offers" 2>/dev/null || true
}
mkdir "$dir/functions"
vanban completion zsh >"$dir/functions/_vanban"
cat >"$dir/zshrc" <<END
cd $dir
fpath=($dir/functions \$fpath)
autoload -Uz compinit && compinit -u -d $dir/dump
compadd() {
	if [[ \${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then builtin compadd "\$@"; return; fi
	local -a hits
	builtin compadd -A hits "\$@"
	print -l -- \$hits >>$dir/offers
	builtin compadd "\$@"
}
touch $dir/ready
END

offers_fish() { fish --no-config -c "vanban completion fish | source; complete -C '$1'" | cut -f1; }

failed=0
for shell in bash zsh fish; do
	if ! command -v "$shell" >/dev/null || [ "$shell" = bash ] && [ ! -f /usr/share/bash-completion/bash_completion ]; then
		echo "$shell: not installed, its completions were not tried"
		failed=${CI:+1}
		continue
	fi
	judge "$shell" || failed=1
done
if command -v man >/dev/null; then
	vanban man -d pages
	for page in pages/*.1; do
		said=$(MANWIDTH=96 man -l --warnings=all "$page" 2>&1 >"$dir/page") || failed=1
		[ -z "$said" ] || { echo "man $page: $said"; failed=1; }
		grep -q 'CÁCH DÙNG' "$dir/page" || { echo "man $page says too little"; failed=1; }
	done
	echo "man: $(ls pages | wc -l) pages"
else
	echo 'man: not installed, its pages were not tried'
	failed=${CI:+1}
fi
[ "${failed:-0}" != 1 ]
