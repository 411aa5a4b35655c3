#!/bin/sh
# formats.sh - speed and peak memory of conversions: a memory of 500,000 units of the corpora.
# SPDX-License-Identifier: MIT
#
# formats.sh [UNITS]. Everything is made in a temporary folder, some 250 MB of it.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
ura=${URA:-$here/ura}
URA_DATA=${URA_DATA:-$here/dicts}
export URA_DATA
wanted=${1:-500000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM

for story in "$here"/corpora/*/; do
    [ -f "$story/gold.tsv" ] || continue
    "$ura" align -q --to tsv "$story/source.txt" "$story/target.txt" 2>/dev/null || :
done | awk -F '\t' '$1 != "" && $2 != "" { print $1 "\t" $2 }' >"$work/pairs"
awk -v wanted="$wanted" '{ row[NR] = $0 }
    END { for (i = 0; i < wanted; i++) print row[i % NR + 1] }' "$work/pairs" >"$work/units.tsv"
"$ura" convert -q --languages sq,en --to tmx -o "$work/units.tmx" "$work/units.tsv"
"$ura" convert -q --to jsonl -o "$work/units.jsonl" "$work/units.tmx"

# run FROM TO: prints bytes read, CPU seconds, megabytes a second, peak MiB.
run() {
    /usr/bin/time -f '%U %S %M' -o "$work/time" \
        "$ura" convert -q --from "$1" --to "$2" "$work/units.$1" >"$work/out"
    awk -v from="$1" -v to="$2" -v bytes="$(wc -c <"$work/units.$1")" '{
        seconds = $1 + $2
        printf "%s to %s: %.1f MB, %.2f s CPU, %.1f MB/s, peak %.1f MiB\n", from, to,
            bytes / 1e6, seconds, bytes / 1e6 / (seconds ? seconds : 0.01), $3 / 1024
    }' "$work/time"
}

run tmx tsv
cmp "$work/out" "$work/units.tsv" >/dev/null || { echo "tmx to tsv: not what was written" >&2; exit 1; }
run tsv tmx
run jsonl tsv
cmp "$work/out" "$work/units.tsv" >/dev/null || { echo "jsonl to tsv: not what was written" >&2; exit 1; }
