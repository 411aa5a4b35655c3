#!/bin/sh
# growth.sh - how time and memory of alignment grow with the text, as a table and a drawing.
# SPDX-License-Identifier: MIT
#
# growth.sh SOURCE TARGET DRAWING.svg: two long texts, a sentence a line, that correspond from
# their start on (as far as one is longer its end is left out in step). Their first 1/64, 1/32,
# ... and all of them are aligned, by ura and by hunalign where it is on the PATH. Both axes are
# logarithms: what grows in step with the text is a line that rises by a square a square.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
ura=${URA:-$here/ura}
export URA_DATA="${URA_DATA:-$here/dicts}"
[ $# -eq 3 ] || {
    echo 'usage: growth.sh SOURCE TARGET DRAWING.svg' >&2
    exit 2
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
sources=$(wc -l <"$1") targets=$(wc -l <"$2")
: >"$work/table"

# clock NAME LINES COMMAND...: a row of the table: name, lines, CPU seconds, MiB.
clock() {
    name=$1 lines=$2
    shift 2
    command time -o "$work/time" -f '%U %S %M' "$@" >/dev/null 2>&1 || return 0
    tail -n 1 "$work/time" | awk -v name="$name" -v lines="$lines" '{
        printf "%s\t%d\t%.3f\t%.1f\n", name, lines, $1 + $2, $3 / 1024 }' >>"$work/table"
}

for part in 64 32 16 8 4 2 1; do
    head -n $((sources / part)) "$1" >"$work/source"
    head -n $((targets / part)) "$2" >"$work/target"
    clock ura $((sources / part)) "$ura" align -q --layout lines --to vecalign \
        "$work/source" "$work/target"
    if command -v hunalign >/dev/null 2>&1; then
        clock hunalign $((sources / part)) hunalign /dev/null "$work/source" "$work/target"
    fi
done
awk -F '\t' '{ printf "%-10s %8d lines  %9.3f s CPU  %8.1f MiB\n", $1, $2, $3, $4 }' "$work/table"

awk -F '\t' '
function log10(x) { return log(x) / log(10) }
function least(x) { x = log10(x); return x < int(x) ? int(x) - 1 : int(x) }
function most(x) { return -least(1 / x) }
# panel TITLE COLUMN LEFT UNIT: one drawing; its points are value[row, COLUMN].
function panel(title, column, left, unit,    row, low, high, first, last, x, y, k, name, path) {
    low = 1e9; high = 0
    for (row = 1; row <= rows; row++) {
        if (value[row, column] < low) low = value[row, column]
        if (value[row, column] > high) high = value[row, column]
    }
    if (low <= 0) low = 0.01
    low = least(low); high = most(high); first = least(lines[1]); last = most(lines[rows])
    if (high <= low) high = low + 1
    printf "<text x=\"%d\" y=\"20\">%s</text>\n", left, title
    for (k = first; k <= last; k++) {
        x = left + (k - first) / (last - first) * 300
        printf "<path d=\"M%.1f 40V300\" class=\"grid\"/><text x=\"%.1f\" y=\"318\">%d</text>\n",
            x, x - 12, 10 ^ k
    }
    for (k = low; k <= high; k++) {
        y = 300 - (k - low) / (high - low) * 260
        printf "<path d=\"M%d %.1fH%d\" class=\"grid\"/><text x=\"%d\" y=\"%.1f\">%g %s</text>\n",
            left, y, left + 300, left - 62, y + 4, 10 ^ k, unit
    }
    for (name in names) {
        path = ""
        for (row = 1; row <= rows; row++)
            if (of[row] == name) {
                x = left + (log10(lines[row]) - first) / (last - first) * 300
                k = value[row, column] > 10 ^ low ? value[row, column] : 10 ^ low
                y = 300 - (log10(k) - low) / (high - low) * 260
                path = path sprintf("%s%.1f %.1f", path == "" ? "M" : "L", x, y)
            }
        printf "<path d=\"%s\" class=\"%s\"/><text x=\"%.1f\" y=\"%.1f\">%s</text>\n", path, name,
            x - 30, y - 6, name
    }
}
{ of[NR] = $1; names[$1] = 1; lines[NR] = $2; value[NR, 1] = $3; value[NR, 2] = $4; rows = NR }
END {
    print "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 840 330\" font-family=\"sans-serif\" font-size=\"12\">"
    print "<style>path{fill:none;stroke:#555;stroke-width:2}.grid{stroke:#ccc;stroke-width:1}.ura{stroke:#06c}.hunalign{stroke:#c60}</style>"
    panel("CPU seconds by lines a side", 1, 80, "s")
    panel("peak memory by lines a side", 2, 500, "MiB")
    print "</svg>"
}' "$work/table" >"$3"
