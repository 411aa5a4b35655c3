#!/bin/sh
# batch.sh - pairs a second and memory of `ura batch`, and how long --resume takes to find nothing to do.
# SPDX-License-Identifier: MIT
#
# batch.sh [PAIRS [JOBS]]: 10,000 pairs and 2 jobs unless said, made in a temporary folder out of
# the bundled stories.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
ura=${URA:-$here/ura}
URA_DATA=${URA_DATA:-$here/dicts}
export URA_DATA
pairs=${1:-10000} jobs=${2:-2}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM

. "$here/bench/stories.sh"
make_stories "$pairs" "$work"

# run WHAT OPTIONS: time and memory of one run; the memory is the sum of what the processes hold,
# what they share counted once (Pss), looked at ten times a second.
run()
{
    what=$1
    shift
    begin=$(date +%s.%N)
    "$ura" batch -q --jobs "$jobs" -o "$work/results" "$@" "$work/list" &
    pid=$!
    peak=0
    while kill -0 $pid 2>/dev/null; do
        # shellcheck disable=SC2046
        held=$(cat /proc/$pid/smaps_rollup $(sed 's|[0-9][0-9]*|/proc/&/smaps_rollup|g' \
            /proc/$pid/task/$pid/children 2>/dev/null) 2>/dev/null |
            awk '/^Pss:/ { sum += $2 } END { print sum + 0 }')
        [ "$held" -le "$peak" ] || peak=$held
        sleep 0.1
    done
    wait $pid && code=0 || code=$?
    echo "$what $code $begin $(date +%s.%N) $peak" | awk -v pairs="$pairs" '{
        seconds = $4 - $3
        printf "%s: exit %d, %.2f s, %.0f pairs/s, peak %.0f MiB\n", $1, $2, seconds,
            pairs / seconds, $5 / 1024
    }'
}
run first
run resumed --resume
echo "$(find "$work/results" -name '*.tsv' | wc -l) results, $(grep -c '"status":"done"' \
    "$work/results/report.jsonl") records"
