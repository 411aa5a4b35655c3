#!/bin/sh
# table.sh - trains dicts/sq-en/table.bin; the same text gives the same bytes.
# SPDX-License-Identifier: MIT
#
# usage: bench/table.sh FOLDER
# FOLDER holds open.sq and open.en, line by line: 32,863 pairs of free text (the Bible, public
# domain; the Universal Declaration of Human Rights; Tatoeba, CC BY 2.0 FR; user-interface
# strings of Mozilla programs, MPL 2.0).
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
: "${URA:=$here/ura}" "${URA_DATA:=$here/dicts}"
export URA_DATA
[ $# -eq 1 ] || {
    echo "usage: bench/table.sh FOLDER (with open.sq and open.en)" >&2
    exit 2
}
"$URA" words train --languages sq,en -o "$here/dicts/sq-en/table.bin" \
    --note 'Word statistics of free text: the Bible (public domain), the Universal Declaration of Human Rights (UN), Tatoeba (CC BY 2.0 FR), user-interface strings of Mozilla programs (MPL 2.0)' \
    "$1/open.sq" "$1/open.en"
