#!/bin/sh
# submit.sh - a list of pairs over a Slurm cluster: an array of shards, then a job that gathers them.
# SPDX-License-Identifier: MIT
#
# submit.sh LIST FOLDER SHARDS [OPTIONS OF URA BATCH]; LIST and FOLDER are seen by every node, and
# ura is in the PATH there. Prints the numbers of both jobs. What Slurm is to be asked for (time,
# memory, processors) stands in array.sbatch; SBATCH_PARTITION, SBATCH_ACCOUNT and the like work.
set -eu
[ $# -ge 3 ] || { sed -n 's/^# submit.sh LIST/usage: submit.sh LIST/p' "$0" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
shards=$3

array=$(sbatch --parsable --array="1-$shards" "$here/array.sbatch" "$@")
merge=$(sbatch --parsable --dependency="afterok:$array" --kill-on-invalid-dep=yes \
    "$here/merge.sbatch" "$@")
echo "$array $merge"
