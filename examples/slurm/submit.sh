#!/bin/sh
# submit.sh - a list of pairs over a Slurm cluster: shards that learn, then shards that align.
# SPDX-License-Identifier: MIT
#
# submit.sh LIST FOLDER SHARDS [OPTIONS OF URA BATCH]; LIST and FOLDER are seen by every node, and
# ura is in the PATH there. Four jobs, each after the one before: an array of shards makes the first
# pass, one job makes a table of it, an array aligns, one job gathers. Prints the numbers of the last
# two. With --realign off only those two run. What Slurm is to be asked for (time,
# memory, processors) stands in array.sbatch; SBATCH_PARTITION, SBATCH_ACCOUNT and the like work.
set -eu
[ $# -ge 3 ] || { sed -n 's/^# submit.sh LIST/usage: submit.sh LIST/p' "$0" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
shards=$3

after=''
case " $* " in
*" --realign off "* | *" --realign=off "*) ;;
*)
    first=$(sbatch --parsable --array="1-$shards" "$here/array.sbatch" "$@" --learn-only)
    learn=$(sbatch --parsable --dependency="afterok:$first" --kill-on-invalid-dep=yes \
        "$here/learn.sbatch" "$@")
    after="--dependency=afterok:$learn"
    ;;
esac
# shellcheck disable=SC2086
array=$(sbatch --parsable $after --kill-on-invalid-dep=yes --array="1-$shards" "$here/array.sbatch" "$@")
merge=$(sbatch --parsable --dependency="afterok:$array" --kill-on-invalid-dep=yes \
    "$here/merge.sbatch" "$@")
echo "$array $merge"
