#!/bin/bash
# Kills writers with SIGKILL, again and again, and looks after each kill whether the store is sound, its history whole, and
# every acknowledged change still there.
#
#   Scripts/crash-loop.sh [KILLS] [PROGRAM]     default: 200 kills of .build/debug/phuluc
set -euo pipefail
cd "$(dirname "$0")/.."
kills=${1:-200}
program=${2:-.build/debug/phuluc}
[ -x "$program" ] || { echo "crash-loop: $program is not built; run: swift build --product phuluc" >&2; exit 2; }
program=$(realpath "$program")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
store="$folder/store.sqlite"
plan=appendix-data/plans/son-la-2021-2030
"$program" import "$plan" --store "$store" >/dev/null

# One change after another; a line of the log is written only after the program has acknowledged the change.
writer() {
  local number=0 obligation
  while true; do
    number=$((number + 1))
    obligation=$((number % 100 + 1))
    if answer=$("$program" progress "$obligation" --percent $((number % 101)) --note "$1-$number" --store "$store" \
      --format json 2>/dev/null); then
      echo "$1-$number" >>"$folder/acknowledged"
    fi
    # Every now and then a large transaction: the plan comes back in another edition.
    if [ $((number % 7)) = 0 ]; then
      "$program" import "$plan" --store "$store" --regime "$([ $((number % 2)) = 0 ] && echo bnv-cchc || echo quy-6-nam)" \
        >/dev/null 2>&1 || true
    fi
  done
}

touch "$folder/acknowledged"
for ((kill = 1; kill <= kills; kill++)); do
  set -m
  writer "$kill" &
  group=$!
  set +m
  sleep "0.$(printf '%03d' $((RANDOM % 250 + 20)))"
  kill -KILL -- "-$group" 2>/dev/null || true
  wait "$group" 2>/dev/null || true
  if ! "$program" verify --store "$store" >"$folder/verify" 2>&1; then
    echo "crash-loop: after kill $kill the store is not sound:" >&2
    cat "$folder/verify" >&2
    exit 1
  fi
done

"$program" export - --store "$store" | grep '"table":"event"' | sed 's/.*"note":"\([^"]*\)".*/\1/' | sort -u >"$folder/notes"
sort -u "$folder/acknowledged" >"$folder/expected"
lost=$(comm -23 "$folder/expected" "$folder/notes")
if [ -n "$lost" ]; then
  echo "crash-loop: acknowledged changes are lost:" >&2
  echo "$lost" >&2
  exit 1
fi
echo "crash-loop: $kills kills, $(wc -l <"$folder/expected") acknowledged changes, all there; $(wc -l <"$folder/notes") notes in the history"
