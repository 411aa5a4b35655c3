#!/bin/sh
# align.sh - CPU seconds and peak memory of `ura align` on two texts, and on the same six times over.
# SPDX-License-Identifier: MIT
#
# align.sh [SOURCE TARGET], a sentence a line; without them it takes the bundled stories, until
# there are some 18,000 lines a side.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
ura=${URA:-$here/ura}
URA_DATA=${URA_DATA:-$here/dicts}
export URA_DATA
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM

# repeat TIMES FILE: the file so many times.
repeat() {
    count=$1
    while [ "$count" -gt 0 ]; do
        cat "$2"
        count=$((count - 1))
    done
}

if [ $# -eq 2 ]; then
    cp "$1" "$work/source.1"
    cp "$2" "$work/target.1"
else
    for story in "$here"/corpora/*/; do
        [ -f "$story/gold.tsv" ] || continue
        "$ura" align -q --layout plain --to tsv "$story/source.txt" "$story/target.txt" \
            2>/dev/null || :
    done >"$work/beads"
    cut -f 1 "$work/beads" >"$work/source.0"
    cut -f 2 "$work/beads" >"$work/target.0"
    lines=$(wc -l <"$work/beads")
    for side in source target; do
        repeat $((18000 / (lines + 1) + 1)) "$work/$side.0" | sed '/^$/d' >"$work/$side.1"
    done
fi
for side in source target; do
    repeat 6 "$work/$side.1" >"$work/$side.6"
done
for times in 1 6; do
    command time -f '%U %S %M' -o "$work/time" "$ura" align -q --layout lines --to vecalign \
        "$work/source.$times" "$work/target.$times" >"$work/out"
    awk -v times=$times -v lines="$(wc -l <"$work/source.$times")" '{
        printf "%d time(s): %d lines, %.2f s CPU, peak %.0f MiB\n", times, lines, $1 + $2,
            $3 / 1024
    }' "$work/time"
done
