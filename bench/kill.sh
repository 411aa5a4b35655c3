#!/bin/sh
# kill.sh - kills `ura batch` at random moments, resumes, and looks for half, lost and doubled results.
# SPDX-License-Identifier: MIT
#
# kill.sh [KILLS [PAIRS [SEED]]]: 100, 200 and 1 unless said. Each time a run is started in an
# empty folder, killed with SIGKILL, and the folder looked at; then it is resumed and looked at
# again. Exit 1 where anything was wrong.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
ura=${URA:-$here/ura}
URA_DATA=${URA_DATA:-$here/dicts}
export URA_DATA
kills=${1:-100} pairs=${2:-200} seed=${3:-1}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
. "$here/bench/stories.sh"
make_stories "$pairs" "$work"

batch() { "$ura" batch -q --jobs 2 --resume -o "$work/results" "$work/list"; }
names() { sed -n 's/.*"record":"pair","name":"\([^"]*\)","status":"done".*/\1/p' "$1"; }

begin=$(date +%s%N)
batch
took=$((($(date +%s%N) - begin) / 1000000))
mv "$work/results" "$work/whole"
(cd "$work/whole" && find . -type f | sort) >"$work/files"

# check: every result is whole; every record stands once and for a result.
check()
{
    for result in "$work"/results/*.tsv; do
        [ -e "$result" ] || continue
        cmp -s "$result" "$work/whole/${result##*/}" || echo "half: $result"
    done
    report=$work/results/report.jsonl
    [ ! -f "$report" ] || names "$report" >"$work/names"
    [ -f "$report" ] || : >"$work/names"
    sort "$work/names" | uniq -d | sed 's/^/doubled: /'
    while read -r name; do
        [ -f "$work/results/$name.tsv" ] || echo "a record without its result: $name"
    done <"$work/names"
}

bad=0 killed=0 most=0
moments=$(awk -v kills="$kills" -v seed="$seed" -v took="$took" \
    'BEGIN { srand(seed); for (i = 0; i < kills; i++) printf "%.3f\n", rand() * took / 1000 }')
for moment in $moments; do
    rm -rf "$work/results"
    "$ura" batch -q --jobs 2 -o "$work/results" "$work/list" 2>/dev/null &
    pid=$!
    sleep "$moment"
    if kill -9 $pid 2>/dev/null; then killed=$((killed + 1)); fi
    wait $pid 2>/dev/null || :
    check >"$work/problems"
    left=$(wc -l <"$work/names")
    [ "$left" -le "$most" ] || most=$left
    batch || echo "resuming exits with $?" >>"$work/problems"
    check >>"$work/problems"
    [ "$(wc -l <"$work/names")" -eq "$pairs" ] || echo 'lost records' >>"$work/problems"
    (cd "$work/results" && find . -type f | sort) | diff "$work/files" - |
        sed -n 's/^< /a file is missing: /p; s/^> /a file too many: /p' >>"$work/problems"
    if [ -s "$work/problems" ]; then
        bad=$((bad + 1))
        sed "s/^/after $moment s: /" "$work/problems"
    fi
done
echo "$killed of $kills runs killed, $most of $pairs pairs recorded at most, $bad with a problem"
[ "$bad" -eq 0 ]
