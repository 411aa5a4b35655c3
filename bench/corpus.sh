#!/bin/sh
# corpus.sh - time and memory of the actions of `ura corpus`, and how they grow.
# SPDX-License-Identifier: MIT
#
# corpus.sh [PAIRS]; a tenth of PAIRS (1,000,000 unless said) and all of them, made in a temporary folder: news-like
# lengths, one pair in ten is a repeated one.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
ura=${URA:-$here/ura}
URA_DATA=${URA_DATA:-$here/dicts}
export URA_DATA
pairs=${1:-1000000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM

# make COUNT: that many pairs as tsv.
make_pairs()
{
    awk -v count="$1" 'BEGIN {
        srand(1)
        for (i = 0; i < count; i++) {
            n = (i % 10 == 9) ? int(rand() * i) : i
            len = 40 + (n * 7919) % 160
            source = "Njoftimi " n
            while (length(source) < len)
                source = source " i qeverisë për " (n % 97) " komuna"
            target = "Notice " n
            while (length(target) < len)
                target = target " of the government on " (n % 97) " towns"
            print source "\t" target
        }
    }'
}

# measure PAIRS NAME WORDS...: runs ura corpus WORDS.
measure()
{
    count=$1 name=$2
    shift 2
    command time -f '%e %U %S %M' -o "$work/time" "$ura" corpus "$@" >"$work/out"
    awk -v name="$name" -v count="$count" '{
        printf "%s of %d pairs: %.1f s, %.1f s CPU, %.2f M pairs/s CPU, peak %.1f MiB\n", name, count, $1, $2 + $3,
            count / ($2 + $3) / 1e6, $4 / 1024
    }' "$work/time"
}

for count in $((pairs / 10)) "$pairs"; do
    make_pairs "$count" >"$work/all.tsv"
    echo "all.tsv" >"$work/list"
    measure "$count" stats stats -q "$work/all.tsv"
    measure "$count" sample sample -q --pairs 10000 "$work/all.tsv"
    measure "$count" split split -q --by pair -o "$work/part" "$work/all.tsv"
    measure "$count" merge merge -q --to jsonl -o "$work/merged.jsonl" "$work/list"
    rm -f "$work/merged.jsonl" "$work"/part.*
done
