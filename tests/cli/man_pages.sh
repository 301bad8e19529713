#!/bin/bash
# usage: man_pages.sh FOLDER    formats the manual pages of share/man as man(1) does, without a
# warning, and looks into some. Exits with 77, skipped, where there is no man or no groff.
set -u
folder=$1
if ! command -v man >/dev/null || ! command -v groff >/dev/null; then
  echo "skipped: no man and groff here"
  exit 77
fi

failed=0
fail() { echo "$1"; failed=1; }
shown() { LC_ALL=C.UTF-8 MANWIDTH=80 man --warnings -E utf8 -l "$1" 2>&1 | col -bx; }

pages=("$folder"/man1/*.1.gz "$folder"/zh_CN/man1/*.1.gz)
[ ${#pages[@]} -ge 12 ] || fail "only ${#pages[@]} pages"
for page in "${pages[@]}"; do
  warnings=$(LC_ALL=C.UTF-8 MANWIDTH=80 man --warnings -E utf8 -l "$page" 2>&1 >/dev/null)
  [ -z "$warnings" ] || fail "$page: $warnings"
  name=$(basename "$page" .1.gz)
  lexgrog "$page" >/dev/null || fail "$page: whatis finds no name and summary"
  shown "$page" | tr -s " " | grep -q "^ $name - " || fail "$page: does not begin with its name"
done
shown "$folder/man1/duizhao-check.1.gz" | grep -q -- '-g, --glossary FILE' || fail "no --glossary"
shown "$folder/zh_CN/man1/duizhao-check.1.gz" | grep -q '退出状态' || fail "no exit status in Chinese"
exit $failed
