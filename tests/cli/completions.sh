#!/bin/bash
# usage: completions.sh FOLDER    completes command lines with the completions in share/; of the
# shells that are not installed (zsh, fish) it says so.
set -u
share=$1
failed=0
fail() { echo "$1"; failed=1; }

# expect SHELL LINE WORD…: completing LINE offers just these words.
expect() {
  local shell=$1 line=$2 offered
  shift 2
  offered=$("complete_in_$shell" "$line" | LC_ALL=C sort | tr '\n' ' ')
  local expected
  expected=$(printf '%s\n' "$@" | LC_ALL=C sort | tr '\n' ' ')
  [ "$offered" = "$expected" ] || fail "$shell: '$line' gives '$offered' instead of '$expected'"
}

complete_in_bash() {
  bash -c '
    compopt() { :; }
    . "$1"
    read -ra COMP_WORDS <<< "$2"
    case $2 in *" ") COMP_WORDS+=("") ;; esac
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    _duizhao
    printf "%s\n" "${COMPREPLY[@]}"' - "$share/bash-completion/completions/duizhao" "$1"
}
complete_in_fish() {
  fish --no-config -c 'source $argv[1]; complete -C $argv[2]' \
    "$share/fish/vendor_completions.d/duizhao.fish" "$1" | cut -f 1
}

shells=(bash)
if command -v fish >/dev/null; then shells+=(fish); else echo "no fish here"; fi
for shell in "${shells[@]}"; do
  expect $shell 'duizhao gl' glossary
  expect $shell 'duizhao check --off numb' number
  expect $shell 'duizhao check --off number,da' number,date
  expect $shell 'duizhao check --lang ' en zh
  expect $shell 'duizhao check --rules oppo' opposite
  expect $shell 'duizhao check --profile stri' strict
  expect $shell 'duizhao align --format ' tsv jsonl ladder tmx html
  expect $shell 'duizhao glossary mer' merge
  expect $shell 'duizhao glossary check --min-c' --min-count
  expect $shell 'duizhao --lang zh model ' train inspect
done
expect bash 'duizhao check --format = jsonl' jsonl

bash -n "$share/bash-completion/completions/duizhao" || fail "bash can't read it"
if command -v zsh >/dev/null; then
  zsh -n "$share/zsh/vendor-completions/_duizhao" || fail "zsh can't read it"
else
  echo "no zsh here"
fi
exit $failed
