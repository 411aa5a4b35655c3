#!/bin/sh
# parallel.sh - a list of pairs under GNU parallel: shards side by side, then one run that gathers them.
# SPDX-License-Identifier: MIT
#
# parallel.sh LIST FOLDER SHARDS [OPTIONS OF URA BATCH]. With --sshlogin in $PARALLEL the shards run
# on other machines that see LIST and FOLDER. A shard that some pairs failed in exits with 4; that
# is told by the last run, which tries them again.
set -eu
[ $# -ge 3 ] || { sed -n 's/^# parallel.sh LIST/usage: parallel.sh LIST/p' "$0" >&2; exit 2; }
list=$1 folder=$2 shards=$3
shift 3
seq "$shards" | parallel ura batch --quiet --resume --shard "{}/$shards" -o "$folder" "$@" "$list" ||
    echo 'parallel.sh: some shards did not do everything; the rest is tried again' >&2
exec ura batch --resume -o "$folder" "$@" "$list"
