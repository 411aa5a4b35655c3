#!/bin/sh
# segment.sh - how fast `ura segment` is: megabytes a second of CPU, and peak memory.
# SPDX-License-Identifier: MIT
#
# segment.sh [FILE]; without FILE it makes 100 MB out of the bundled Albanian stories in a temporary folder.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
ura=${URA:-$here/ura}
URA_DATA=${URA_DATA:-$here/dicts}
export URA_DATA
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
input=${1:-$work/news.txt}
if [ $# -eq 0 ]; then
    for gold in "$here"/corpora/*/gold.tsv; do
        story=${gold%gold.tsv}source.txt
        if iconv -f UTF-8 -t UTF-8 "$story" >"$work/story" 2>/dev/null; then
            cat "$work/story"
        fi
    done >"$work/part"
    size=$(wc -c <"$work/part")
    while [ "$(wc -c <"$work/part")" -lt 1000000 ]; do
        cat "$work/part" "$work/part" >"$work/twice"
        mv "$work/twice" "$work/part"
    done
    size=$(wc -c <"$work/part")
    count=$((100000000 / size + 1))
    while [ $count -gt 0 ]; do
        cat "$work/part"
        count=$((count - 1))
    done >"$input"
fi
bytes=$(wc -c <"$input")
for layout in plain lines; do
    command time -f '%U %S %M' -o "$work/time" \
        "$ura" segment -q --language sq --layout $layout "$input" >"$work/out"
    awk -v bytes="$bytes" -v layout=$layout -v lines="$(wc -l <"$work/out")" '{
        seconds = $1 + $2
        printf "%s: %.1f MB, %d sentences, %.2f s CPU, %.1f MB/s, peak %.1f MiB\n", layout,
            bytes / 1e6, lines, seconds, bytes / 1e6 / seconds, $3 / 1024
    }' "$work/time"
done
