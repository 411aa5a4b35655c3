#!/bin/sh
# peers.sh - ura beside the aligners that are on the PATH, on the same texts in one run.
# SPDX-License-Identifier: MIT
#
# peers.sh [FOLDER]: FOLDER has documents, each a folder with src.txt and tgt.txt (a sentence a
# line) and gold.align (beads as vecalign has them); without it the bundled stories are taken.
# hunalign, bleualign-cpp (where a document has a gloss of its source, gloss.txt) and ura do
# beads; fast_align and ura do word links on corpora/links. HUNALIGN_DICTIONARY names a
# dictionary for hunalign; it has none otherwise. Times are CPU seconds of all documents.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
ura=${URA:-$here/ura}
export URA_DATA="${URA_DATA:-$here/dicts}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM

has() {
    command -v "$1" >/dev/null 2>&1 || {
        echo "$1 is not on the PATH; left out" >&2
        return 1
    }
}

# clock NAME COMMAND...: adds its CPU seconds to $work/NAME.time, passes its output on.
clock() {
    name=$1
    shift
    command time -a -o "$work/$name.time" -f '%U %S' "$@" 2>>"$work/$name.err"
}

seconds() {
    awk '{ sum += $1 + $2 } END { printf "%.2f", sum }' "$work/$1.time"
}

# The bundled stories as such documents: cells of the gold are lines; several sentences of a
# cell stay one line, so beads are one to one but for what stands alone.
make_documents() {
    for story in "$here"/corpora/*/; do
        [ -f "$story/gold.tsv" ] || continue
        folder=$work/documents/$(basename "$story")
        mkdir -p "$folder"
        awk -F '\t' -v source="$folder/src.txt" -v target="$folder/tgt.txt" '
            /^#/ || NF < 2 || $3 == "x" { next }
            {
                a = b = ""
                if ($1 != "") { print $1 >source; a = i++ "" }
                if ($2 != "") { print $2 >target; b = j++ "" }
                printf "[%s]:[%s]\n", a, b
            }' "$story/gold.tsv" >"$folder/gold.align"
    done
    echo "$work/documents"
}

run_ura() {
    clock ura "$ura" align -q --layout lines --to vecalign "$1/src.txt" "$1/tgt.txt"
}

run_hunalign() {
    clock hunalign hunalign "${HUNALIGN_DICTIONARY:-/dev/null}" "$1/src.txt" "$1/tgt.txt"
}

run_bleualign() {
    [ -f "$1/gloss.txt" ] &&
        clock bleualign bleualign_cpp --text1 "$1/src.txt" --text2 "$1/tgt.txt" \
            --text1translated "$1/gloss.txt"
}

# row NAME: scores and times, and how many times as long as ura.
row() {
    "$ura" score -q --to tsv "$work/gold" "$work/$1" >"$work/$1.score" || :
    awk -F '\t' -v name="$1" -v own="$(seconds ura)" -v time="$(seconds "$1")" '
        NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
        {
            printf "%-12s strict F1 %.3f  lax F1 %.3f  %8.2f s", name, $at["strict_f1"],
                $at["lax_f1"], time
            if (name != "ura" && own > 0) printf "  %.1f times as long as ura", time / own
            print ""
        }' "$work/$1.score"
}

beads() {
    folder=${1:-$(make_documents)}
    systems=ura
    ! has hunalign || systems="$systems hunalign"
    ! has bleualign_cpp || systems="$systems bleualign"
    for document in "$folder"/*/; do
        name=$(basename "$document")
        for system in gold $systems; do
            mkdir -p "$work/$system"
        done
        cp "$document/gold.align" "$work/gold/$name"
        for system in $systems; do
            "run_$system" "$document" >"$work/$system/$name" || :
        done
    done
    for system in $systems; do
        row "$system"
    done
}

links() {
    source=$here/corpora/links/source.txt target=$here/corpora/links/target.txt
    gold=$here/corpora/links/links.txt
    paste "$source" "$target" | sed 's/\t/ ||| /' >"$work/both"
    clock words "$ura" words align -q "$source" "$target" >"$work/words.links"
    printf '%-12s %s  %s s\n' 'ura words' \
        "$("$ura" score -q "$gold" "$work/words.links" | tr -s ' \n' ' ')" "$(seconds words)"
    has fast_align && has atools || return 0
    clock fast fast_align -d -o -v -i "$work/both" >"$work/forward"
    clock fast fast_align -d -o -v -r -i "$work/both" >"$work/backward"
    clock fast atools -i "$work/forward" -j "$work/backward" -c grow-diag-final-and \
        >"$work/fast.links"
    printf '%-12s %s  %s s\n' fast_align \
        "$("$ura" score -q "$gold" "$work/fast.links" | tr -s ' \n' ' ')" "$(seconds fast)"
}

beads "$@"
links
